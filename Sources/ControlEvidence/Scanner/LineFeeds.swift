/// Finds and counts line feeds.
enum LineFeeds {
  /// How many line feeds there are.
  static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var total = 0
    var start = 0
    // Counters of a byte, 255 rounds at a time: the compiler makes wide registers of them.
    while start < bytes.count {
      let end = min(start &+ 255 &* 32, bytes.count)
      var place = start
      var counts = SIMD32<UInt8>(repeating: 0)
      let one = SIMD32<UInt8>(repeating: 1)
      let feed = SIMD32<UInt8>(repeating: 0x0A)
      while place &+ 32 <= end {
        let block = UnsafeRawPointer(base + place).loadUnaligned(as: SIMD32<UInt8>.self)
        counts.replace(with: counts &+ one, where: block .== feed)
        place &+= 32
      }
      for index in 0..<32 { total &+= Int(counts[index]) }
      while place < end {
        total &+= base[place] == 0x0A ? 1 : 0
        place &+= 1
      }
      start = end
    }
    return total
  }

  /// The place behind the last line feed, or `nil` where there is none.
  static func endOfLastLine(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = bytes.count
    while place > 0 {
      place -= 1
      if bytes[place] == 0x0A { return place + 1 }
    }
    return nil
  }

  /// The first line feed from a place on, which must be there.
  static func next(_ start: TextPointer) -> TextPointer {
    var place = start
    while true {
      let difference = ByteWord.load(place) ^ ByteWord.repeated(0x0A)
      let marks = (difference &- ByteWord.repeated(1)) & ~difference & ByteWord.repeated(0x80)
      if marks != 0 { return place + ByteWord.index(marks) }
      place += 8
    }
  }
}
