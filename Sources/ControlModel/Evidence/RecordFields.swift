/// The fields of one record as they stand in the evidence, read by name and type.
///
/// Text from a table stands for every type: `true`, `12`, `a|b`. In JSON and YAML a Boolean value,
/// a number and a list are written as such. Null, an empty table cell and an absent member are the
/// same: not recorded.
///
/// Reading never throws: each problem is noted with its place and the record goes on being read, so
/// that one pass finds them all. ``read(_:)`` refuses a record that has any.
public struct RecordFields: Sendable {
  /// The members by name.
  public let value: EvidenceValue
  /// Where the record stands.
  public let locator: Locator
  /// Whether the values come from table cells, where everything is text.
  public let isTabular: Bool
  /// The fields of the record type, for messages.
  public let fields: [FieldDescription]
  /// The problems met so far, in order.
  public private(set) var problems: [Diagnostic] = []

  /// Wraps the fields of a record.
  ///
  /// - Parameters:
  ///   - value: An object whose members are the fields.
  ///   - locator: Where the record stands.
  ///   - fields: The fields of the record type.
  ///   - isTabular: Whether all values are text from table cells.
  public init(
    _ value: EvidenceValue,
    at locator: Locator,
    fields: [FieldDescription],
    isTabular: Bool = false
  ) {
    self.fields = fields
    self.value = value
    self.locator = locator
    self.isTabular = isTabular
  }

  /// The value of a field, or `nil` where it is absent, null or an empty cell.
  public func present(_ name: String) -> EvidenceValue? {
    guard let found = value[name], !found.isNull else { return nil }
    if isTabular, found.string == "" { return nil }
    return found
  }

  /// Notes that a mandatory field is absent.
  mutating func noteAbsence(_ name: String) {
    note(name, value, found: "nothing", needed: "a value: the record cannot do without it")
  }

  /// Text, or `nil` where absent.
  ///
  /// A number is taken as its text, since ids often are numbers.
  public mutating func text(_ name: String) -> String? {
    guard let value = present(name) else { return nil }
    return text(value, name)
  }

  /// A Boolean value, or `nil` where absent.
  public mutating func bool(_ name: String) -> Bool? {
    guard let value = present(name) else { return nil }
    if let bool = value.bool { return bool }
    if isTabular, let text = value.string?.lowercased(), let bool = Bool(text) { return bool }
    note(name, value, found: value.typeName, needed: "true or false")
    return nil
  }

  /// A whole number, or `nil` where absent.
  public mutating func integer(_ name: String) -> Int? {
    guard let value = present(name) else { return nil }
    if let number = value.integer { return number }
    if isTabular, let text = value.string, let number = Int(text) { return number }
    note(name, value, found: value.typeName, needed: "a whole number")
    return nil
  }

  /// A decimal number, or `nil` where absent.
  ///
  /// Not-a-number and infinity are refused.
  public mutating func decimal(_ name: String) -> Double? {
    guard let value = present(name) else { return nil }
    if case .number(let text) = value.content, let number = Double(text), number.isFinite {
      return number
    }
    if isTabular, let text = value.string, let number = Double(text), number.isFinite {
      return number
    }
    note(name, value, found: value.typeName, needed: "a decimal number")
    return nil
  }

  /// An instant in RFC 3339 with a zone, or `nil` where absent.
  public mutating func instant(_ name: String) -> Instant? {
    guard let value = present(name) else { return nil }
    guard let text = value.string, let instant = Instant(rfc3339: text) else {
      note(
        name,
        value,
        found: quoted(value),
        needed: "an RFC 3339 time with a zone, such as 2026-01-31T00:00:00Z"
      )
      return nil
    }
    return instant
  }

  /// A moment: a time, `never` or `notRecorded`.
  ///
  /// An absent one is not recorded.
  public mutating func moment(_ name: String) -> Moment {
    guard let value = present(name) else { return .notRecorded }
    switch value.string {
    case "never": return .never
    case "notRecorded": return .notRecorded
    default: break
    }
    guard let text = value.string, let instant = Instant(rfc3339: text) else {
      note(
        name,
        value,
        found: quoted(value),
        needed: "an RFC 3339 time with a zone, never, or notRecorded"
      )
      return .notRecorded
    }
    return .at(instant)
  }

  /// A duration such as `90 days`, or `nil` where absent.
  public mutating func duration(_ name: String) -> Duration? {
    guard let value = present(name) else { return nil }
    guard let text = value.string, let duration = Duration(words: text) else {
      note(
        name,
        value,
        found: quoted(value),
        needed: "a count and a unit, such as 90 days or 1 hour"
      )
      return nil
    }
    return duration
  }

  /// The place of a word among those of its enumeration, or `nil` where absent.
  mutating func wordOrdinal(_ name: String, among words: [String]) -> Int? {
    guard let text = word(name) else { return nil }
    if let ordinal = words.firstIndex(of: text) { return ordinal }
    noteUnknownWord(text, name)
    return nil
  }

  /// A list of texts, or `nil` where absent.
  ///
  /// In a table, elements stand apart by `|`.
  public mutating func list(_ name: String) -> [String]? {
    guard let value = present(name) else { return nil }
    if isTabular, let cell = value.string {
      return cell.split(separator: "|", omittingEmptySubsequences: true).map(String.init)
    }
    guard let elements = value.elements else {
      note(name, value, found: value.typeName, needed: "a list")
      return nil
    }
    var texts: [String] = []
    texts.reserveCapacity(elements.count)
    for element in elements {
      if let text = text(element, name) { texts.append(text) }
    }
    return texts
  }

  /// The places of listed words among those of their enumeration, or `nil` where absent.
  mutating func wordOrdinals(_ name: String, among words: [String]) -> [Int]? {
    guard let texts = list(name) else { return nil }
    var ordinals: [Int] = []
    for text in texts {
      if let ordinal = words.firstIndex(of: text) {
        ordinals.append(ordinal)
      } else {
        noteUnknownWord(text, name)
      }
    }
    return ordinals
  }

  private mutating func word(_ name: String) -> String? {
    guard let value = present(name) else { return nil }
    if let text = value.string { return text }
    noteUnknownWord(nil, name)
    return nil
  }

  private mutating func noteUnknownWord(_ text: String?, _ name: String) {
    var words: [String] = []
    switch fields.first(where: { $0.name == name })?.type {
    case .enumeration(let known), .list(.enumeration(let known)): words = known
    default: break
    }
    note(
      name,
      value[name],
      found: text.map { $0.count <= 40 ? "\"\($0)\"" : "text of \($0.count) characters" }
        ?? value[name]?.typeName ?? "nothing",
      needed: "one of \(words.joined(separator: ", "))"
    )
  }

  private mutating func text(_ value: EvidenceValue, _ name: String) -> String? {
    switch value.content {
    case .string(let text): return text
    case .number(let text): return text
    default:
      note(name, value, found: value.typeName, needed: "text")
      return nil
    }
  }

  private func quoted(_ value: EvidenceValue) -> String {
    guard let text = value.string else { return value.typeName }
    return text.count <= 40 ? "\"\(text)\"" : "text of \(text.count) characters"
  }

  private mutating func note(
    _ name: String,
    _ value: EvidenceValue?,
    found: String,
    needed: String
  ) {
    var place = locator
    if let line = value?.line, line > 0 { place.line = line }
    if let pointer = place.pointer, !isTabular { place.pointer = "\(pointer)/\(name)" }
    problems.append(
      Diagnostic(
        .recordMalformed,
        at: place,
        found: "\(name): \(found)",
        needed: needed,
        remedy: "mend the export, or the tool that wrote this field"
      )
    )
  }
}
