/// Text as a row of lower-case words, for comparing what people wrote with known phrases.
struct Words {
  /// One run of letters and digits, and where it stands in the text.
  struct Word {
    let text: String
    let range: Range<String.Index>
  }

  let words: [Word]
  /// The words joined by single blanks.
  let joined: String

  init(_ text: String) {
    var words: [Word] = []
    var start: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let isPart = text[index].isLetter || text[index].isNumber
      if isPart, start == nil { start = index }
      if !isPart, let first = start {
        words.append(Word(text: text[first..<index].lowercased(), range: first..<index))
        start = nil
      }
      index = text.index(after: index)
    }
    if let first = start {
      words.append(Word(text: text[first...].lowercased(), range: first..<text.endIndex))
    }
    self.words = words
    joined = words.map(\.text).joined(separator: " ")
  }

  /// Whether a phrase starts somewhere at the beginning of a word; its last word may go on.
  func containsStem(_ phrase: String) -> Bool { (" " + joined).contains(" " + phrase) }

  /// Where a phrase of whole words first stands.
  func position(of phrase: [String]) -> Range<Int>? {
    guard !phrase.isEmpty, phrase.count <= words.count else { return nil }
    for start in 0...(words.count - phrase.count)
    where zip(phrase, words[start...]).allSatisfy({ $0 == $1.text }) {
      return start..<(start + phrase.count)
    }
    return nil
  }
}
