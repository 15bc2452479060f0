/// Writes a JSON document (RFC 8259) straight into a string, members in the order they are given.
///
/// Characters that act rather than are read are escaped, so that the document can be looked at in
/// a terminal; the value that a parser reads is unchanged.
struct JSONWriter {
  /// How the document is laid out.
  enum Layout {
    /// One member on a line, two blanks of indentation.
    case indented
    /// No white space, and `<`, `>` and `&` escaped, to stand inside an HTML element.
    case embedded
    /// As indented, and characters that act shown as in every report: for formats of others, whose
    /// readers put values on a screen as they are.
    case exported
  }

  private(set) var text = ""
  private let layout: Layout
  private var depth = 0
  private var isFirst = true

  init(_ layout: Layout) { self.layout = layout }

  /// Writes an object.
  mutating func object(_ members: (inout JSONWriter) -> Void) { nest("{", "}", members) }

  /// Writes an array with one element for each item.
  mutating func array<Items: Sequence>(
    _ items: Items,
    _ element: (inout JSONWriter, Items.Element) -> Void
  ) {
    nest("[", "]") { writer in
      for item in items {
        writer.separate()
        element(&writer, item)
      }
    }
  }

  /// Writes the name of a member; its value must follow.
  mutating func name(_ name: String) {
    separate()
    string(name)
    text += layout == .embedded ? ":" : ": "
  }

  /// Writes a string, or `null`.
  mutating func value(_ value: String?) { if let value { string(value) } else { text += "null" } }

  /// Writes a whole number, or `null`.
  mutating func value(_ value: Int?) { text += value.map(String.init) ?? "null" }

  /// Writes a number; one that JSON cannot hold becomes `null`.
  mutating func value(_ value: Double) { text += value.isFinite ? String(value) : "null" }

  /// Writes a truth value.
  mutating func value(_ value: Bool) { text += value ? "true" : "false" }

  private mutating func nest(
    _ opening: Character,
    _ closing: Character,
    _ body: (inout JSONWriter) -> Void
  ) {
    text.append(opening)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    text.append(closing)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { text.append(",") }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard layout != .embedded else { return }
    text.append("\n")
    for _ in 0..<depth { text += "  " }
  }

  private mutating func string(_ given: String) {
    let value = layout == .exported ? visible(given) : given
    text.append("\"")
    if value.utf8.allSatisfy(isPlain) {
      text += value
    } else {
      for scalar in value.unicodeScalars { append(scalar) }
    }
    text.append("\"")
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): layout != .embedded
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "<", ">", "&":
      if layout == .embedded { escape(scalar) } else { text.unicodeScalars.append(scalar) }
    default: if isActing(scalar) { escape(scalar) } else { text.unicodeScalars.append(scalar) }
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a string or `null`.
  mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is a whole number or `null`.
  mutating func member(_ name: String, _ value: Int?) {
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is a truth value.
  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is an array of strings.
  mutating func member(_ name: String, _ values: [String]) {
    self.name(name)
    array(values) { $0.value($1) }
  }

  /// Writes a member that is an array of objects.
  mutating func member<Items: Sequence>(
    _ name: String,
    _ items: Items,
    _ members: (inout JSONWriter, Items.Element) -> Void
  ) {
    self.name(name)
    array(items) { writer, item in writer.object { members(&$0, item) } }
  }

  /// Writes a member that is an object, or `null` where there is no value.
  mutating func member<Value>(
    _ name: String,
    _ value: Value?,
    _ members: (inout JSONWriter, Value) -> Void
  ) {
    self.name(name)
    guard let value else { return self.value(String?.none) }
    object { members(&$0, value) }
  }
}
