/// Finds what makes two different ids look alike to a person.
///
/// An id with an invisible character, a change of writing direction, or letters of another script
/// among Latin ones may pass for another id in every report. No system issues such ids; people who
/// want to be taken for somebody else do.
public enum DeceptiveText {
  /// What is deceptive about an id, or `nil`.
  ///
  /// - Parameter id: The id, or the key of a record.
  /// - Returns: Words for a message, without the id itself.
  /// - Complexity: O(*n*) in the length of the id; ids of plain ASCII are passed by at once.
  public static func problem(in id: String) -> String? {
    if id.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return nil }
    var hasLatin = false
    var hasOther = false
    for scalar in id.unicodeScalars {
      if isInvisible(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - code.count))
        return "the invisible character U+\(padding)\(code)"
      }
      guard scalar.properties.isAlphabetic else {
        // Another word: a name may well have words of two scripts.
        (hasLatin, hasOther) = (false, false)
        continue
      }
      if isLatin(scalar) { hasLatin = true }
      if looksLatin(scalar) { hasOther = true }
      if hasLatin, hasOther { return "letters that look Latin and are not, among Latin ones" }
    }
    return nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x0250 }

  /// Scripts with letters that a person cannot tell from Latin ones, and Latin in disguise.
  private static func looksLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0370..<0x0590, 0x13A0..<0x1400, 0x1C80..<0x1C90, 0x1D00..<0x1D80, 0x1F00..<0x2000,
      0x2C80..<0x2D00, 0xA640..<0xA6A0, 0xFF21..<0xFF5B, 0x1D400..<0x1D800:
      true
    default: false
    }
  }
}
