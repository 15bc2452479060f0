/// How many columns of a terminal a text takes.
///
/// Letters of East Asian scripts and pictures take two, marks that stand on the letter before them
/// none. Where a terminal differs it draws narrower, so that a line never grows past the width.
func columns(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + columns($1) }
}

private func columns(_ character: Character) -> Int {
  var width = 0
  for scalar in character.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: continue
    default: width = max(width, isWide(scalar) ? 2 : 1)
    }
  }
  return width
}

/// Whether a character takes two columns (Unicode Standard Annex 11, classes W and F, rounded up).
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F: true
  case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
  case 0x1F000...0x1FFFF, 0x20000...0x3FFFD: true
  default: scalar.properties.isEmojiPresentation
  }
}

/// The text cut to a width, with an ellipsis where something was left out.
func cut(_ text: String, to width: Int) -> String {
  if columns(text) <= width { return text }
  guard width > 1 else { return width == 1 ? "…" : "" }
  return firstColumns(text, width - 1).head + "…"
}

/// The text cut or filled with blanks to a width exactly.
func fitted(_ text: String, to width: Int) -> String {
  let short = cut(text, to: width)
  return short + String(repeating: " ", count: max(0, width - columns(short)))
}

private func firstColumns(_ text: String, _ width: Int) -> (head: String, rest: String) {
  var taken = 0
  var end = text.startIndex
  for index in text.indices {
    let next = taken + columns(text[index])
    if next > width { break }
    taken = next
    end = text.index(after: index)
  }
  return (String(text[..<end]), String(text[end...]))
}

/// The text in lines of at most a width, broken between words, and within words that are too long.
func wrapped(_ text: String, to width: Int) -> [String] {
  let width = max(2, width)
  var lines: [String] = []
  var line = ""
  for part in text.split(separator: " ") {
    var word = String(part)
    if !line.isEmpty && columns(line) + 1 + columns(word) <= width {
      line += " " + word
      continue
    }
    if !line.isEmpty { lines.append(line) }
    while columns(word) > width {
      let (head, rest) = firstColumns(word, width)
      lines.append(head)
      word = rest
    }
    line = word
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}
