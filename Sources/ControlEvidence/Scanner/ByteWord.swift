/// Text that is scanned: bytes in memory that a reader owns and that ends in a byte below a blank.
///
/// Every function of the scanner that takes such a pointer relies on two promises of ``Window``: the
/// text ends with a line feed or a zero byte, at which every scan stops, and at least
/// ``ByteWord/padding`` bytes behind that end may be read. Nothing is ever written through it.
typealias TextPointer = UnsafePointer<UInt8>

/// Eight bytes of text as one number, the first byte lowest, and questions asked of all eight at once.
///
/// Plain integer arithmetic, so that it runs the same on every processor.
enum ByteWord {
  /// How many bytes behind the end of a text may be read.
  static let padding = 64

  /// The eight bytes from a place on.
  @inline(__always)
  static func load(_ place: TextPointer) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// Marks the first byte that is not plain text within quotes.
  ///
  /// Plain is what is no quote, no backslash, no control character and within ASCII.
  ///
  /// - Parameter word: Eight bytes.
  /// - Returns: A number whose lowest set bit is the top bit of that byte; 0 where all eight are
  ///   plain. Bits above the lowest one mean nothing.
  @inline(__always)
  static func specials(_ word: UInt64) -> UInt64 {
    let quote = (word ^ repeated(0x22)) &- repeated(0x01)
    let backslash = (word ^ repeated(0x5C)) &- repeated(0x01)
    let control = word &- repeated(0x20)
    return (quote | backslash | control | word) & repeated(0x80)
  }

  /// The index, from 0, of the byte that the lowest set bit belongs to.
  @inline(__always)
  static func index(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }

  /// A byte in all eight places.
  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A mask of the first bytes.
  ///
  /// - Parameter count: How many; below 1 none, above 7 all.
  /// - Returns: Ones in the places of these bytes.
  @inline(__always)
  static func mask(first count: Int) -> UInt64 {
    count >= 8 ? ~0 : count <= 0 ? 0 : (1 &<< UInt64(count &* 8)) &- 1
  }

  /// Whether a text of known length stands at both places.
  @inline(__always)
  static func equal(_ left: TextPointer, _ right: TextPointer, count: Int) -> Bool {
    var index = 0
    while index < count {
      let difference = load(left + index) ^ load(right + index)
      if difference & mask(first: count &- index) != 0 { return false }
      index &+= 8
    }
    return true
  }
}
