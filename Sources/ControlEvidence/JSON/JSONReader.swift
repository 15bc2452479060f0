import ControlModel

/// Reads JSON (RFC 8259) strictly, keeping the line of every value.
///
/// Refused are what lenient readers let by: duplicate names, numbers that are not numbers, lone
/// surrogates, control characters in text, anything after the value. Depth and sizes are bounded.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  private var index = 0
  private var line: Int
  private var pointer: [String] = []
  private var valueCount = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, line: Int) {
    self.bytes = bytes
    self.path = path
    self.line = line
  }

  /// Reads a document of one value.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, without a byte-order mark.
  ///   - path: The file's path, for messages.
  ///   - line: The line on which the bytes start, for documents within a file.
  /// - Returns: The value.
  /// - Throws: ``Diagnostic`` with code `evidence-malformed` or `evidence-limit`, at the line where
  ///   reading had to stop.
  static func read(
    _ bytes: some Sequence<UInt8>,
    path: String,
    line: Int = 1
  ) throws(Diagnostic) -> EvidenceValue {
    try reading(bytes, path: path, line: line) { reader throws(Diagnostic) in
      try reader.document()
    }
  }

  /// Reads several objects or arrays that stand one after another, as some tools print them.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8, without a byte-order mark.
  ///   - path: The file's path, for messages.
  /// - Returns: The values in order.
  /// - Throws: ``Diagnostic`` with code `evidence-malformed` or `evidence-limit`, at the line where
  ///   reading had to stop.
  static func readSequence(
    _ bytes: some Sequence<UInt8>,
    path: String
  ) throws(Diagnostic) -> [EvidenceValue] {
    try reading(bytes, path: path, line: 1) { reader throws(Diagnostic) in
      try reader.documents()
    }
  }

  private static func reading<T>(
    _ bytes: some Sequence<UInt8>,
    path: String,
    line: Int,
    _ body: (inout JSONReader) throws(Diagnostic) -> T
  ) throws(Diagnostic) -> T {
    let buffer = Array(bytes)
    let result = buffer.withUnsafeBufferPointer { bytes -> Result<T, Diagnostic> in
      var reader = JSONReader(bytes, path: path, line: line)
      do throws(Diagnostic) {
        return .success(try body(&reader))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private mutating func document() throws(Diagnostic) -> EvidenceValue {
    let value = try value(depth: 0)
    skipSpace()
    if index < bytes.count { throw malformed("more text after the value", "the end of the file") }
    return value
  }

  private mutating func documents() throws(Diagnostic) -> [EvidenceValue] {
    var values: [EvidenceValue] = []
    skipSpace()
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") else {
        throw malformed("more text after the value", "the end of the file, or a further object")
      }
      values.append(try value(depth: 0))
      skipSpace()
    }
    return values
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> EvidenceValue {
    skipSpace()
    valueCount += 1
    if valueCount > Limits.maximumValues { throw limit("more than \(Limits.maximumValues) values") }
    guard index < bytes.count else {
      throw malformed("the end of the file", "a value: the file is cut off")
    }
    let start = line
    let byte = bytes[index]
    if depth == Limits.maximumDepth, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
      throw limit("more than \(Limits.maximumDepth) levels of nesting")
    }
    switch byte {
    case UInt8(ascii: "{"): return EvidenceValue(.object(try members(depth)), line: start)
    case UInt8(ascii: "["): return EvidenceValue(.array(try elements(depth)), line: start)
    case UInt8(ascii: "\""): return EvidenceValue(.string(try string()), line: start)
    case UInt8(ascii: "t"):
      try word("true")
      return EvidenceValue(.bool(true), line: start)
    case UInt8(ascii: "f"):
      try word("false")
      return EvidenceValue(.bool(false), line: start)
    case UInt8(ascii: "n"):
      try word("null")
      return EvidenceValue(.null, line: start)
    case UInt8(ascii: "-"), 48...57: return EvidenceValue(.number(try number()), line: start)
    default: throw malformed("a character that starts no value", "a JSON value")
    }
  }

  private mutating func members(_ depth: Int) throws(Diagnostic) -> [EvidenceValue.Member] {
    index += 1
    var members: [EvidenceValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw malformed(found(), "a member's name in quotes")
      }
      let name = try string()
      if name.utf8.count > Limits.maximumNameLengthInBytes {
        throw limit("a name of \(name.utf8.count) bytes")
      }
      if !names.insert(name).inserted {
        throw malformed("the member \"\(clipped(name))\" twice in one object", "each name once")
      }
      if members.count == Limits.maximumMembers {
        throw limit("more than \(Limits.maximumMembers) members in one object")
      }
      skipSpace()
      guard take(":") else { throw malformed(found(), "a colon after the name") }
      pointer.append(name)
      members.append(.init(name: name, value: try value(depth: depth + 1)))
      pointer.removeLast()
      skipSpace()
      if take(",") { continue }
      if take("}") { return members }
      throw malformed(found(), "a comma or a closing brace")
    }
  }

  private mutating func elements(_ depth: Int) throws(Diagnostic) -> [EvidenceValue] {
    index += 1
    var elements: [EvidenceValue] = []
    skipSpace()
    if take("]") { return elements }
    while true {
      pointer.append(String(elements.count))
      elements.append(try value(depth: depth + 1))
      pointer.removeLast()
      skipSpace()
      if take(",") { continue }
      if take("]") { return elements }
      throw malformed(found(), "a comma or a closing bracket")
    }
  }

  // MARK: Text and numbers

  private mutating func string() throws(Diagnostic) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      if bytes[index] < 0x20 { throw malformed("a control character within text", "an escape") }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      defer { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw malformed("a control character within text", "an escape")
      default: text.append(byte)
      }
    }
    throw malformed("the end of the file within text", "a closing quote: the file is cut off")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
    guard index < bytes.count else {
      throw malformed("the end of the file within text", "a closing quote: the file is cut off")
    }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else {
          throw malformed("half a surrogate pair", "both halves")
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw malformed("half a surrogate pair", "both halves")
      }
      text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    default: throw malformed("an unknown escape", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else { throw malformed(found(), "four hexadecimal digits after \\u") }
      value = value << 4 + UInt32(digit)
      index += 1
    }
    return value
  }

  private mutating func number() throws(Diagnostic) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    if index - start > Limits.maximumNumberLengthInBytes {
      throw limit("a number of \(index - start) digits")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Diagnostic) {
    let start = index
    while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
    if index == start { throw malformed(found(), "a digit") }
  }

  private mutating func word(_ word: StaticString) throws(Diagnostic) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else {
        throw malformed("a word that is no value", "\(word)")
      }
      index += 1
    }
  }

  // MARK: Position

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      index += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private func found() -> String {
    guard index < bytes.count else { return "the end of the file" }
    let byte = bytes[index]
    return (0x21..<0x7F).contains(byte)
      ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte \(String(byte, radix: 16))"
  }

  private var place: Locator {
    let place = pointer.map { "/" + escaped($0) }.joined()
    return Locator(path: path, line: line, pointer: place.isEmpty ? nil : place)
  }

  private func malformed(_ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .evidenceMalformed,
      at: place,
      found: found,
      needed: needed,
      remedy: "export the file again; do not edit it by hand"
    )
  }

  private func limit(_ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: place,
      found: found,
      needed: "a document within the limits",
      remedy: "split the export, or leave out what is not evidence"
    )
  }
}

/// A member's name as a part of a JSON pointer (RFC 6901, section 3).
func escaped(_ name: String) -> String {
  guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
    return name
  }
  return name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
}

/// Text for a message, cut to a length that fits a line.
func clipped(_ text: String) -> String {
  text.count <= 40 ? text : text.prefix(39) + "…"
}
