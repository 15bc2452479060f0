import ControlModel

/// One spelling of a value, so that equal values have equal digests.
///
/// Members are put in order of their names' bytes, no blank stands between anything, and numbers stay
/// as written: a digest tells whether a description or schema changed, not whether 1 is 1.0.
enum CanonicalJSON {
  /// The SHA-256 of a value's canonical text in UTF-8, as 64 hexadecimal digits.
  ///
  /// - Parameter value: The value.
  /// - Returns: The digest in small letters.
  static func digest(of value: EvidenceValue) -> String {
    var text = ""
    append(value, to: &text)
    return Digest.sha256(Array(text.utf8))
  }

  private static func append(_ value: EvidenceValue, to text: inout String) {
    switch value.content {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): JSONText.appendQuoted(string, to: &text)
    case .array(let elements):
      text += "["
      for (offset, element) in elements.enumerated() {
        if offset > 0 { text += "," }
        append(element, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let ordered = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for (offset, member) in ordered.enumerated() {
        if offset > 0 { text += "," }
        JSONText.appendQuoted(member.name, to: &text)
        text += ":"
        append(member.value, to: &text)
      }
      text += "}"
    }
  }
}
