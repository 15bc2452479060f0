extension RowParser {
  /// A member's name that was not guessed.
  struct FoundName {
    /// Where the value starts.
    let value: TextPointer
    /// The name's entry.
    let number: Int
    /// The name's hash.
    let hash: UInt64
  }

  /// Reads a name and the colon behind it, and learns them.
  ///
  /// - Parameters:
  ///   - start: Behind the brace or comma.
  ///   - previous: The entry of the member before.
  ///   - scope: The object's scope.
  /// - Returns: `nil` where no plain name stands there: one with an escape or with letters outside
  ///   ASCII may be spelt in several ways.
  @inline(never)
  mutating func name(
    _ start: TextPointer,
    after previous: Int,
    scope: Int
  ) -> FoundName? {
    var place = blanksEnd(start)
    guard place.pointee == TextScan.quote else { return nil }
    let first = place + 1
    let end = TextScan.firstSpecial(first)
    guard end.pointee == TextScan.quote, end - first <= Limits.maximumNameLengthInBytes else {
      return nil
    }
    place = blanksEnd(end + 1)
    guard place.pointee == UInt8(ascii: ":") else { return nil }
    place = blanksEnd(place + 1)
    let length = end - first
    let hash = NameTable.hash(first, length, scope)
    let number = names.entry(first, length, hash, scope)
    names.learn(number, after: previous, start, place - start)
    return FoundName(value: place, number: number, hash: hash)
  }

  /// The first byte from a place on that is no blank.
  @inline(__always)
  func blanksEnd(_ start: TextPointer) -> TextPointer {
    var place = start
    while true {
      let byte = place.pointee
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D || (byte == 0x0A && allowsLineFeed) else {
        return place
      }
      place += 1
    }
  }

  /// The byte behind the comma or closing brace that follows a value, or `nil` where neither does.
  @inline(__always)
  func afterValue(_ start: TextPointer) -> TextPointer? {
    let byte = start.pointee
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") { return start + 1 }
    let place = blanksEnd(start)
    let next = place.pointee
    return next == UInt8(ascii: ",") || next == UInt8(ascii: "}") ? place + 1 : nil
  }

  /// The byte behind the closing brace of an object without members, or `nil`.
  func emptyEnd(_ start: TextPointer) -> TextPointer? {
    let place = blanksEnd(start)
    return place.pointee == UInt8(ascii: "}") ? place + 1 : nil
  }
}
