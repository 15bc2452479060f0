/// Finds where a JSON string ends, and what it says where it is not written plainly.
enum TextScan {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")

  /// The first byte from a place on that is not plain text: mostly the closing quote.
  @inline(__always)
  static func firstSpecial(_ place: TextPointer) -> TextPointer {
    var place = place
    while true {
      let marks = ByteWord.specials(ByteWord.load(place))
      if marks != 0 { return place + ByteWord.index(marks) }
      place += 8
    }
  }

  /// The closing quote of a string, from the first byte in it that is not plain text.
  ///
  /// - Parameters:
  ///   - place: Where to go on.
  ///   - hasEscape: Becomes `true` where the string holds an escape.
  /// - Returns: The closing quote, or `nil` where a control character, a byte that is not UTF-8 or
  ///   an unknown escape stands before it. Escapes of code points are checked when decoded.
  @inline(never)
  static func end(_ place: TextPointer, _ hasEscape: inout Bool) -> TextPointer? {
    var place = place
    while true {
      place = firstSpecial(place)
      let byte = place.pointee
      if byte == quote { return place }
      if byte == backslash {
        hasEscape = true
        // The byte behind a backslash is looked at when the escape is decoded; a control character
        // there must stop the scan.
        if place[1] < 0x20 || place[1] >= 0x80 { return nil }
        place += 2
      } else {
        guard byte >= 0x80, let next = afterScalars(place) else { return nil }
        place = next
      }
    }
  }

  /// The first ASCII byte behind a run of scalars outside ASCII, or `nil` where one of them is not
  /// well-formed UTF-8 (Unicode, table 3-7).
  private static func afterScalars(_ place: TextPointer) -> TextPointer? {
    var place = place
    while true {
      let lead = place.pointee
      if lead < 0x80 { return place }
      let second = place[1]
      if lead < 0xE0 {
        guard lead >= 0xC2, isContinuation(second) else { return nil }
        place += 2
      } else if lead < 0xF0 {
        let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
        let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
        guard second >= low, second <= high, isContinuation(place[2]) else { return nil }
        place += 3
      } else {
        let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
        guard lead <= 0xF4, second >= low, second <= high, isContinuation(place[2]),
          isContinuation(place[3])
        else { return nil }
        place += 4
      }
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
