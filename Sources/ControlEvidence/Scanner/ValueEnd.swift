/// Finds where a JSON value ends by its brackets and quotes alone, without checking it.
enum ValueEnd {
  /// The byte behind a value.
  ///
  /// - Parameters:
  ///   - start: Where the value starts.
  ///   - end: Where the text ends.
  /// - Returns: `nil` where the text ends within the value, or might.
  static func find(_ start: TextPointer, _ end: TextPointer) -> TextPointer? {
    var place = start
    var depth = 0
    while place < end {
      switch place.pointee {
      case TextScan.quote:
        guard let close = stringEnd(place + 1, end) else { return nil }
        place = close
        if depth == 0 { return place }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return place }
        depth -= 1
        if depth == 0 { return place + 1 }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return place }
      default: break
      }
      place += 1
    }
    return nil
  }

  private static func stringEnd(_ start: TextPointer, _ end: TextPointer) -> TextPointer? {
    var place = start
    while place < end {
      if place.pointee == TextScan.backslash {
        place += 2
      } else if place.pointee == TextScan.quote {
        return place + 1
      } else {
        place += 1
      }
    }
    return nil
  }
}
