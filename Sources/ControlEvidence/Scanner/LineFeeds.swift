/// Finds and counts line feeds.
enum LineFeeds {
  /// How many line feeds there are.
  ///
  /// Eight bytes at a time, each with a counter of its own in a word of counters.
  static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var total = 0
    var place = 0
    let last = bytes.count &- 8
    while place <= last {
      // A counter holds 255 at most.
      let end = min(place &+ 255 &* 8, last &+ 1)
      var counters: UInt64 = 0
      while place < end {
        let other = ByteWord.load(base + place) ^ ByteWord.repeated(0x0A)
        // The top bit of each byte that is no line feed (Warren, Hacker's Delight, 6-1).
        let others = ((other & ByteWord.repeated(0x7F)) &+ ByteWord.repeated(0x7F)) | other
        counters &+= (~others & ByteWord.repeated(0x80)) &>> 7
        place &+= 8
      }
      let pairs = (counters & 0x00FF_00FF_00FF_00FF) &+ ((counters &>> 8) & 0x00FF_00FF_00FF_00FF)
      total &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    while place < bytes.count {
      total &+= base[place] == 0x0A ? 1 : 0
      place &+= 1
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
