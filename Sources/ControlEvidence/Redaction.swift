/// Takes out of a line of evidence what may be a secret, so that the rest can be shown.
///
/// It would rather hide too much: whatever follows a name that speaks of secrets, and every run of
/// characters that is long and mixed enough to be a key.
public enum Redaction {
  private static let names = [
    "secret", "token", "password", "passwd", "authorization", "apikey", "api_key", "privatekey",
    "private_key", "credentialvalue", "match", "raw", "cookie", "signature", "sig",
  ]
  private static let longestPlainRun = 32

  /// The line without what may be a secret.
  ///
  /// - Parameter line: A line of evidence.
  /// - Returns: The line with each such part replaced by `[withheld]`.
  /// - Complexity: O(*n*) in the length of the line.
  public static func redact(_ line: String) -> String {
    var result = ""
    var run = ""
    var previousWord = ""
    func flush() {
      if run.isEmpty { return }
      let isNamed = names.contains(previousWord.lowercased())
      result += isNamed || mayBeKey(run) ? "[withheld]" : run
      previousWord = run
      run = ""
    }
    for character in line {
      if character.isLetter || character.isNumber || "_+/=-.~".contains(character) {
        run.append(character)
        continue
      }
      flush()
      // A name holds for its value only: the next pair starts anew.
      if character == "," || character == "}" { previousWord = "" }
      result.append(character)
    }
    flush()
    return result
  }

  /// Whether a run of characters is long and mixed enough to be a key.
  ///
  /// Paths and names with words between short separators are not, nor are hexadecimal digests,
  /// which name bytes and open nothing.
  private static func mayBeKey(_ run: String) -> Bool {
    if let dot = run.firstIndex(of: "."), run.hasPrefix("eyJ"), run.index(after: dot) < run.endIndex
    {
      return true
    }
    return run.split(whereSeparator: { "/-._".contains($0) }).contains { part in
      part.count > longestPlainRun && !part.allSatisfy(\.isHexDigit)
        && part.contains(where: \.isNumber) && part.contains(where: \.isLetter)
    }
  }
}
