public import ControlModel

/// Writes values as JSON with two blanks of indentation, members in their own order.
public enum JSONText {
  /// The value as JSON text.
  ///
  /// - Parameter value: The value.
  /// - Returns: The text, ended by a line feed.
  public static func write(_ value: EvidenceValue) -> String {
    var text = ""
    append(value, indent: "", to: &text)
    return text + "\n"
  }

  private static func append(_ value: EvidenceValue, indent: String, to text: inout String) {
    switch value.content {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): text += quoted(string)
    case .array(let elements) where elements.isEmpty: text += "[]"
    case .array(let elements):
      let inner = indent + "  "
      text += "["
      for (offset, element) in elements.enumerated() {
        text += (offset == 0 ? "\n" : ",\n") + inner
        append(element, indent: inner, to: &text)
      }
      text += "\n\(indent)]"
    case .object(let members) where members.isEmpty: text += "{}"
    case .object(let members):
      let inner = indent + "  "
      text += "{"
      for (offset, member) in members.enumerated() {
        text += (offset == 0 ? "\n" : ",\n") + inner + quoted(member.name) + ": "
        append(member.value, indent: inner, to: &text)
      }
      text += "\n\(indent)}"
    }
  }

  private static func quoted(_ string: String) -> String {
    var text = ""
    appendQuoted(string, to: &text)
    return text
  }

  /// Appends a string as JSON text, in quotes, with the escapes that JSON demands.
  static func appendQuoted(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
