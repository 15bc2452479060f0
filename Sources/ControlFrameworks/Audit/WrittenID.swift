/// How people write ids: what two spellings of one id share, and where an id ends.
enum WrittenID {
  /// The runs of letters and of digits, without leading zeros: `PR.AC-04` and `pr.ac-4` are equal.
  static func key(_ id: String) -> [String] {
    var runs: [String] = []
    var kind: Bool?
    for character in id.lowercased() {
      guard character.isASCII, character.isLetter || character.isNumber else {
        kind = nil
        continue
      }
      if kind == character.isNumber, let last = runs.indices.last {
        runs[last].append(character)
      } else {
        runs.append(String(character))
      }
      kind = character.isNumber
    }
    return runs.map { run in Int(run).map(String.init) ?? run }
  }

  /// An id and the title beside it: `AC-2(1) Automated …`, `Access Enforcement (AC-3)`, `PR.AA-05`.
  static func split(_ text: String) -> (id: String, title: String?) {
    let text = text.squeezed
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, words.count > 1 else { return (text, nil) }
    if looksLikeID(first) { return (first, words.dropFirst().joined(separator: " ")) }
    if let last = words.last, last.hasPrefix("("), last.hasSuffix(")"),
      looksLikeID(String(last.dropFirst().dropLast()))
    {
      return (String(last.dropFirst().dropLast()), words.dropLast().joined(separator: " "))
    }
    return (text, nil)
  }

  /// The id without the letters of a statement's parts: `AC-2(3)(a)` is a part of `AC-2(3)`.
  static func withoutParts(_ id: String) -> String {
    var end = id.startIndex
    while let open = id[end...].firstIndex(of: "(") {
      let inside = id.index(after: open)
      if inside < id.endIndex, id[inside].isLetter { return String(id[..<open]) }
      end = inside
    }
    return id
  }

  private static func looksLikeID(_ word: String) -> Bool {
    word.contains(where: \.isNumber) && word.contains { "-.".contains($0) }
  }
}

extension String {
  /// The text as comparisons see it: straight quotes and hyphens, one blank between words.
  var plain: String {
    var result = ""
    for character in squeezed {
      switch character {
      case "\u{2018}", "\u{2019}", "\u{02BC}": result += "'"
      case "\u{201C}", "\u{201D}": result += "\""
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": result += "-"
      default: result.append(character)
      }
    }
    return result
  }

  /// The plain text without case and without a full stop at the end.
  var folded: String {
    let text = plain.lowercased()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// The words of two texts from the first that differs, a few of each.
  func firstDifference(from official: String) -> (found: String, official: String) {
    let left = plain.split(separator: " ")
    let right = official.plain.split(separator: " ")
    let same = zip(left, right).prefix { $0.lowercased() == $1.lowercased() }.count
    let start = max(0, same - 1)
    func window(_ words: [Substring]) -> String {
      let shown = words.dropFirst(start).prefix(6).joined(separator: " ")
      return (start > 0 ? "… " : "") + shown + (words.count > start + 6 ? " …" : "")
    }
    return (window(left), window(right))
  }
}
