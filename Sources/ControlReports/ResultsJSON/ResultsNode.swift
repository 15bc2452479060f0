import ControlModel

/// A value of a results document with its place, read by name and type.
///
/// The first thing that is not as the grammar says ends the reading: results that are half
/// understood must not be shown as if they were whole.
struct ResultsNode {
  let value: EvidenceValue
  let path: String
  let pointer: String

  /// The member of that name.
  ///
  /// - Throws: ``Diagnostic`` where the member is absent; null counts as present.
  func member(_ name: String) throws(Diagnostic) -> ResultsNode {
    guard let found = value[name] else {
      throw problem("no member \"\(name)\"", "a member \"\(name)\"")
    }
    return ResultsNode(value: found, path: path, pointer: "\(pointer)/\(name)")
  }

  /// The elements of a member that is an array, each read by `body`.
  func array<Element>(
    _ name: String,
    _ body: (ResultsNode) throws(Diagnostic) -> Element
  ) throws(Diagnostic) -> [Element] {
    let node = try member(name)
    guard let elements = node.value.elements else { throw node.mismatch("a list") }
    var read: [Element] = []
    read.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      read.append(
        try body(ResultsNode(value: element, path: path, pointer: "\(node.pointer)/\(index)"))
      )
    }
    return read
  }

  /// The elements of a member that came after the grammar's first form, so that results of before
  /// have none.
  func added<Element>(
    _ name: String,
    _ body: (ResultsNode) throws(Diagnostic) -> Element
  ) throws(Diagnostic) -> [Element] {
    value[name] == nil ? [] : try array(name, body)
  }

  /// A string that came after the grammar's first form; `nil` where it is null or the results are of
  /// before.
  func addedString(_ name: String) throws(Diagnostic) -> String? {
    value[name] == nil ? nil : try optionalString(name)
  }

  /// The strings of a member that is an array of them.
  func strings(_ name: String) throws(Diagnostic) -> [String] {
    try array(name) { node throws(Diagnostic) in try node.string() }
  }

  /// The member read by `body`, or `nil` where it is null.
  func optional<Value>(
    _ name: String,
    _ body: (ResultsNode) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value? {
    let node = try member(name)
    return node.value.isNull ? nil : try body(node)
  }

  /// A member that is a string.
  func string(_ name: String) throws(Diagnostic) -> String { try member(name).string() }

  /// A member that is a string, or `nil` where it is null.
  func optionalString(_ name: String) throws(Diagnostic) -> String? {
    try optional(name) { node throws(Diagnostic) in try node.string() }
  }

  /// A member that is a whole number.
  func integer(_ name: String) throws(Diagnostic) -> Int {
    let node = try member(name)
    guard let number = node.value.integer else { throw node.mismatch("a whole number") }
    return number
  }

  /// A member that is a truth value.
  func bool(_ name: String) throws(Diagnostic) -> Bool {
    let node = try member(name)
    guard let truth = node.value.bool else { throw node.mismatch("true or false") }
    return truth
  }

  /// A member that is a word of a closed set.
  func word<Word>(_ name: String, _ type: Word.Type = Word.self) throws(Diagnostic) -> Word
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    try member(name).word(type)
  }

  /// A member that is an RFC 3339 time.
  func instant(_ name: String) throws(Diagnostic) -> Instant {
    let node = try member(name)
    guard let instant = Instant(rfc3339: try node.string()) else {
      throw node.mismatch("an RFC 3339 time")
    }
    return instant
  }

  /// A member that is an RFC 3339 time, or `nil` where it is null.
  func optionalInstant(_ name: String) throws(Diagnostic) -> Instant? {
    try member(name).value.isNull ? nil : try instant(name)
  }

  /// The value as a string.
  func string() throws(Diagnostic) -> String {
    guard let text = value.string else { throw mismatch("text") }
    return text
  }

  /// The value as a word of a closed set.
  func word<Word>(_ type: Word.Type = Word.self) throws(Diagnostic) -> Word
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    guard let word = Word(rawValue: try string()) else {
      throw mismatch("one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// The value as a duration in the words of ``Duration/words``.
  func duration() throws(Diagnostic) -> Duration {
    guard let duration = Duration(report: try string()) else {
      throw mismatch("a duration such as 90 days")
    }
    return duration
  }

  /// The value is of another type or a word that is not known.
  func mismatch(_ needed: String) -> Diagnostic { problem(value.typeName, needed) }

  /// Something at this place is not as the grammar says.
  func problem(_ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .resultsMalformed,
      at: Locator(path: path, line: value.line > 0 ? value.line : nil, pointer: pointer),
      found: found,
      needed: needed,
      remedy: "write the results again with controls test"
    )
  }
}

extension Duration {
  /// Reads what ``words`` writes, such as `212 days 4 hours`.
  ///
  /// - Parameter text: The words.
  init?(report text: String) {
    if text.hasPrefix("minus ") {
      guard let positive = Duration(report: String(text.dropFirst(6))) else { return nil }
      self = .zero - positive
      return
    }
    let parts = text.split(separator: " ")
    guard !parts.isEmpty, parts.count.isMultiple(of: 2) else { return nil }
    var total = Duration.zero
    for index in stride(from: 0, to: parts.count, by: 2) {
      switch parts[index + 1] {
      case "ms", "ns":
        guard let count = Int64(parts[index]) else { return nil }
        total += parts[index + 1] == "ms" ? .milliseconds(count) : .nanoseconds(count)
      default:
        guard let part = Duration(words: "\(parts[index]) \(parts[index + 1])") else { return nil }
        total += part
      }
    }
    self = total
  }
}
