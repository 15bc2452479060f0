import ControlModel

/// Takes out of a line of evidence what may be a secret, so that the rest can be shown.
///
/// It would rather hide too much: everything from a name that speaks of secrets to the end of its
/// pair, and every run of characters that is long and mixed enough to be a key.
public enum Redaction {
  /// Endings of names whose values are withheld, in small letters without `_`, `-` and `.`.
  private static let secretEndings = [
    "secret", "token", "password", "passwd", "authorization", "apikey", "privatekey", "cookie",
    "signature", "credentialvalue",
  ]
  /// Whole names whose values are withheld: what scanners call the text they found.
  private static let secretNames = ["match", "raw", "rawv2", "sig"]
  /// The longest run of letters and digits that is taken for a name.
  private static let longestName = 32

  /// The line without what may be a secret.
  ///
  /// - Parameter line: A line of evidence.
  /// - Returns: The line with each such part replaced by `[withheld]`.
  /// - Complexity: O(*n*) in the length of the line.
  public static func redact(_ line: String) -> String {
    var result = ""
    var run = ""
    var isSecret = false
    func flush() {
      if run.isEmpty { return }
      result += isSecret || mayBeKey(run) ? "[withheld]" : run
      if namesSecret(run) { isSecret = true }
      run = ""
    }
    for character in line {
      if character.isLetter || character.isNumber || "_+/-.~".contains(character) {
        run.append(character)
        continue
      }
      flush()
      // A name holds for its own pair: the next one starts anew.
      if ",;&{}".contains(character) { isSecret = false }
      result.append(character)
    }
    flush()
    return result
  }

  /// A value that could not be read, in quotes, for a message.
  ///
  /// - Parameter text: The value's text.
  /// - Returns: The text where it is short and can be no secret, else its length.
  static func quoted(_ text: String) -> String {
    text.count <= 40 && redact(text) == text ? "\"\(text)\"" : "text of \(text.count) characters"
  }

  private static func namesSecret(_ run: String) -> Bool {
    let name = run.lowercased().filter { !"_-.".contains($0) }
    return secretNames.contains(name) || secretEndings.contains { name.hasSuffix($0) }
  }

  /// Whether a run of characters is long and mixed enough to be a key.
  ///
  /// Paths and names with words between short separators are not, nor are hexadecimal digests, which
  /// name bytes and open nothing.
  private static func mayBeKey(_ run: String) -> Bool {
    if run.hasPrefix("eyJ"), run.contains(".") { return true }
    // Base64 may hold slashes; a path of mixed capitals, digits and no other mark is rare.
    if run.count > longestName, !run.contains(where: { "-._".contains($0) }),
      run.contains(where: \.isUppercase), run.contains(where: \.isLowercase),
      run.contains(where: \.isNumber)
    {
      return true
    }
    return run.split(whereSeparator: { "/-._".contains($0) }).contains { part in
      part.count > longestName && !part.allSatisfy(\.isHexDigit)
        && part.contains(where: \.isNumber) && part.contains(where: \.isLetter)
    }
  }
}

extension EvidenceValue {
  /// The value with every text that has the shape of a secret typed away: what stays is a prefix of
  /// its digest, so that one secret in two places can still be told to be the same.
  func typingAwaySecrets() -> EvidenceValue {
    switch content {
    case .string(let text):
      let typed = SecretShape.replaced(text) { secret in
        "[secret \(Digest.sha256(Array(secret.utf8)).prefix(12))]"
      }
      return EvidenceValue(.string(typed), line: line)
    case .array(let elements):
      return EvidenceValue(.array(elements.map { $0.typingAwaySecrets() }), line: line)
    case .object(let members):
      return EvidenceValue(
        .object(members.map { .init(name: $0.name, value: $0.value.typingAwaySecrets()) }),
        line: line
      )
    case .null, .bool, .number: return self
    }
  }
}
