import ControlModel

/// A citation cut into the words and numbers that rules look at.
struct Citation {
  /// The citation as it was written.
  let text: String
  /// The part that should be an id: dashes plain, blanks single, case kept.
  let code: String
  /// The framework it is known to speak of.
  let context: FrameworkID?
  /// The words before the first number, in capitals and without filling words.
  let words: [String]
  /// The numbers after them.
  let numbers: [Int]
  /// Words after the first number, in capitals.
  let tail: [String]

  private static let filling: Set<String> = [
    "OF", "THE", "IN", "ITEM", "CONTROL", "SUBCATEGORY", "CATEGORY", "FUNCTION", "RISK", "THREAT",
    "AND", "NIST", "OWASP", "CSA", "ISO", "IEC",
  ]
  private static let noItem: Set<String> = [
    "NO", "ITEM", "BODY", "TEXT", "TWICE", "WHOLE", "PUBLICATION", "FRAMEWORK",
  ]

  /// Cuts a citation.
  ///
  /// - Parameters:
  ///   - text: The citation as it was written.
  ///   - code: The part of it that should be an id.
  ///   - context: The framework it is known to speak of.
  init(text: String, code: String, context: FrameworkID?) {
    self.text = text
    self.context = context
    let clean = Self.clean(code)
    self.code = clean

    var words: [String] = []
    var numbers: [Int] = []
    var tail: [String] = []
    for part in Self.parts(clean.uppercased()) {
      if let number = Int(part) {
        numbers.append(number)
      } else if numbers.isEmpty {
        words.append(part)
      } else {
        tail.append(part)
      }
    }
    namesNoItem = numbers.isEmpty && words.allSatisfy(Self.noItem.contains)
    self.words = words.filter { !Self.filling.contains($0) }
    self.numbers = numbers
    self.tail = tail.filter { !Self.filling.contains($0) }
  }

  /// Whether it says nothing, or only that it names no item.
  let namesNoItem: Bool

  /// Ways to cut it into an id and what is said after it, the surest first.
  var partings: [(head: Citation, rest: String)] {
    let words = code.split(separator: " ")
    let afterColon = words.firstIndex { $0.hasSuffix(":") }
    let beforeDash = words.firstIndex { $0 == "-" }.map { $0 - 1 }
    let afterNumber = words.lastIndex { $0.contains(where: \.isNumber) }
    return [afterColon, beforeDash, afterNumber, 0].compactMap { last in
      guard let last, words.indices.contains(last), last + 1 < words.count else { return nil }
      let head = words[...last].joined(separator: " ")
      // A plain word or number before others is prose, not an id.
      let isMarked = last == afterColon || last == beforeDash
      let isCode = head.contains(where: \.isLetter) && !head.allSatisfy(\.isLetter)
      guard isMarked || isCode else { return nil }
      let rest = words[(last + 1)...].joined(separator: " ")
      return (Citation(text: text, code: head, context: context), rest)
    }
  }

  /// The number of a code such as `NHI-03` or, where the context says the framework, `3`.
  ///
  /// - Parameters:
  ///   - prefixes: What may stand before the number, in capitals.
  ///   - framework: The framework in whose context a number alone is enough.
  /// - Returns: The number, or `nil` where the code has another shape.
  func number(after prefixes: Set<String>, in framework: FrameworkID) -> Int? {
    guard tail.isEmpty, let number = numbers.first else { return nil }
    if words.isEmpty { return context == framework && numbers.count == 1 ? number : nil }
    guard words.count == 1, prefixes.contains(words[0]) else { return nil }
    return number
  }

  /// A reading by id, or `nil` where the framework has no such item.
  ///
  /// - Parameters:
  ///   - requirement: The item the code would name.
  ///   - note: What to add to the sentence about the spelling.
  /// - Returns: The reading, exact where the code is the id itself.
  func reading(_ requirement: RequirementID, note: String = "") -> Reading? {
    guard let item = Catalogs.item(requirement) else { return nil }
    let named = item.name == requirement.id ? "" : " (\(item.name))"
    let isExact = code == requirement.id
    let sentence =
      isExact
      ? "\(requirement.id)\(named) is the official id."
      : "\(code) is read as \(requirement.id)\(named)."
    return Reading(
      requirement,
      isExact ? .exact : .respelled,
      note.isEmpty ? sentence : "\(sentence) \(note)"
    )
  }

  /// Plain dashes, single blanks, and no brackets or punctuation around.
  private static func clean(_ code: String) -> String {
    let dashes: Set<Character> = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "−"]
    let plain = String(code.map { dashes.contains($0) ? "-" : $0 })
    let single = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var part = Substring(single)
    while let first = part.first, !first.isLetter, !first.isNumber { part = part.dropFirst() }
    while let last = part.last, !last.isLetter, !last.isNumber, last != ")" {
      part = part.dropLast()
    }
    if part.last == ")", !part.contains("(") { part = part.dropLast() }
    return String(part)
  }

  /// Runs of letters and runs of digits.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var isNumber = false
    for character in text {
      let isDigit = ("0"..."9").contains(character)
      guard isDigit || character.isLetter else {
        if !current.isEmpty { parts.append(current) }
        current = ""
        continue
      }
      if !current.isEmpty, isDigit != isNumber {
        parts.append(current)
        current = ""
      }
      isNumber = isDigit
      current.append(character)
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}
