/// English words cut down to what their forms share, so that "rotating" meets "rotation".
///
/// The cut is coarse: it is used to find what a text may be about, never to decide anything alone.
enum WordStem {
  /// Words that stand in any text and say nothing of its matter.
  private static let empty: Set<String> = Set(
    """
    a about across after all also an and any are as at be because been before being between both by
    can could did do does doing done during e each every for from g had has have he how i if in
    include includes including into is it its may might more most must no nor not of on only or other
    our out over own per s same shall should so such than that the their then there these they this
    those through to under up upon us use used users uses using very via was we were what when where
    whether which while who whom whose why will with within without would you your
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )

  /// Endings and what stands in their place, the first that fits is taken.
  private static let endings: [(ending: String, rest: String)] = [
    ("ational", "at"), ("ization", "iz"), ("isation", "iz"), ("abilities", "abl"),
    ("ability", "abl"), ("ications", "ic"), ("ication", "ic"), ("ations", "at"), ("ation", "at"),
    ("ities", "iti"), ("ements", "e"), ("ement", "e"), ("ments", ""), ("ment", ""),
    ("ising", "iz"), ("izing", "iz"), ("ised", "iz"), ("ized", "iz"), ("ises", "iz"),
    ("izes", "iz"), ("ise", "iz"), ("ize", "iz"), ("ing", ""), ("edly", ""), ("ies", "i"),
    ("ied", "i"), ("ions", ""), ("ion", ""), ("sses", "ss"), ("ed", ""), ("ers", "er"), ("ly", ""),
    ("es", ""), ("s", ""),
    ("e", ""), ("y", "i"),
  ]
  /// What is left of a word is at least this long.
  private static let shortest = 3

  /// The stems of a text's words that carry matter, in order.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Stems, lower case; words of one letter and empty words are left out.
  static func stems(of text: String) -> [String] {
    Words(text.replacing("'s", with: "").replacing("\u{2019}s", with: "")).words.map(\.text)
      .filter { $0.count > 1 && !empty.contains($0) }.map(stem)
  }

  /// The stem of one lower-case word.
  static func stem(_ word: String) -> String {
    var stem = word
    for (ending, rest) in endings where word.hasSuffix(ending) {
      if ending == "s" && word.hasSuffix("ss") { continue }
      guard word.count - ending.count >= shortest else { continue }
      stem = String(word.dropLast(ending.count)) + rest
      break
    }
    let letters = Array(stem)
    // "stopped" and "stopping" end in a doubled letter that "stop" has not.
    if letters.count > 4, letters[letters.count - 1] == letters[letters.count - 2],
      !"lsz".contains(letters[letters.count - 1])
    {
      stem.removeLast()
    }
    if stem.count > 5, stem.hasSuffix("at") { stem.removeLast(2) }
    return stem
  }
}
