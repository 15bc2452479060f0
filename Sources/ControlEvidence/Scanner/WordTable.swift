/// The words of the enumerations of a plan, each with its closing quote, to be compared in four steps.
struct WordTable: ~Copyable {
  /// A word in quotes is shorter than this, opening quote apart.
  static let lengthLimit = 24

  private struct Word {
    var bytes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var length = 0

    init(_ word: String) {
      var padded = [UInt8](repeating: 0, count: WordTable.lengthLimit)
      for (index, byte) in (Array(word.utf8) + [TextScan.quote]).enumerated() {
        padded[index] = byte
      }
      length = word.utf8.count + 1
      func part(_ index: Int) -> UInt64 {
        padded[index * 8..<index * 8 + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      bytes = (part(0), part(1), part(2))
      masks = (
        ByteWord.mask(first: length), ByteWord.mask(first: length - 8),
        ByteWord.mask(first: length - 16)
      )
    }
  }

  @inline(__always)
  private static func stands(_ word: UnsafePointer<Word>, at place: TextPointer) -> Bool {
    let first = (ByteWord.load(place) ^ word.pointee.bytes.0) & word.pointee.masks.0
    let second = (ByteWord.load(place + 8) ^ word.pointee.bytes.1) & word.pointee.masks.1
    let third = (ByteWord.load(place + 16) ^ word.pointee.bytes.2) & word.pointee.masks.2
    return first | second | third == 0
  }

  private let words: UnsafeMutablePointer<Word>

  /// Takes over lists of words, one after the other.
  init(_ lists: [[String]]) {
    let all = lists.joined().map { Word($0) }
    words = .allocate(capacity: max(all.count, 1))
    words.initialize(from: all, count: all.count)
  }

  deinit { words.deallocate() }

  /// The place in its list of the word that stands at a place, closing quote and all.
  ///
  /// - Parameters:
  ///   - place: Behind the opening quote.
  ///   - first: Where the list starts.
  ///   - count: How many words it has.
  ///   - guess: The place in the list to look at first.
  ///   - length: Becomes the length of the word with its quote.
  /// - Returns: The place in the list, or -1 where none of its words stands there.
  @inline(__always)
  func ordinal(
    at place: TextPointer,
    from first: Int,
    count: Int,
    guess: Int,
    _ length: inout Int
  ) -> Int {
    let likely = words + (first &+ guess)
    if count > 0, Self.stands(likely, at: place) {
      length = likely.pointee.length
      return guess
    }
    var index = 0
    while index < count {
      let word = words + (first &+ index)
      if Self.stands(word, at: place) {
        length = word.pointee.length
        return index
      }
      index &+= 1
    }
    return -1
  }
}
