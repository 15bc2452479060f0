/// Text for an XML document in which nothing of the text acts as markup.
///
/// XML 1.0 has no way to write most control characters, so they are shown as in every report; the
/// two noncharacters that it forbids are shown alike.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The text, fit for content and for attributes in double quotes.
func xml(_ text: String) -> String {
  var escaped = ""
  for scalar in visible(text).unicodeScalars {
    switch scalar {
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "&": escaped += "&amp;"
    case "\"": escaped += "&quot;"
    case "\u{FFFE}", "\u{FFFF}":
      escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
