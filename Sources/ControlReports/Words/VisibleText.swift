/// Text with every character that could act rather than be read shown as its code point.
///
/// Evidence is hostile: an escape sequence could clear a terminal, a right-to-left override could
/// make `exe.txt` of `txt.exe`, a line feed could forge a table row. Each becomes visible, such as
/// `\u{202E}`, so that a reader sees that it is there.
package func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isActing(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether a character acts on its surroundings or cannot be seen.
///
/// The script of the HTML report has the same table; a test holds the two together.
func isActing(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true  // Control characters, the escape among them.
  case 0xAD, 0x200B, 0x2060...0x2064, 0xFEFF: true  // Invisible ones.
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // Direction of writing.
  case 0x2028, 0x2029: true  // Line and paragraph separators.
  case 0xE0000...0xE007F: true  // Tags.
  default: false
  }
}
