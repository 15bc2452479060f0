/// Decodes the escapes of a JSON string (RFC 8259, section 7).
enum EscapeDecoder {
  /// Writes what a string says.
  ///
  /// - Parameters:
  ///   - start: The first byte behind the opening quote.
  ///   - end: The closing quote, found by ``TextScan``.
  ///   - output: Room for as many bytes as stand between the quotes: an escape is never shorter
  ///     than what it stands for.
  /// - Returns: How many bytes were written, or `nil` where an escape is malformed or is half a
  ///   surrogate pair.
  static func decode(
    _ start: TextPointer,
    to end: TextPointer,
    into output: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    var place = start
    var count = 0
    while place < end {
      let byte = place.pointee
      place += 1
      if byte != TextScan.backslash {
        output[count] = byte
        count += 1
        continue
      }
      let letter = place.pointee
      place += 1
      if letter == UInt8(ascii: "u") {
        guard let scalar = codePoint(&place) else { return nil }
        count += write(scalar, to: output + count)
      } else {
        guard let plain = plainByte(letter) else { return nil }
        output[count] = plain
        count += 1
      }
    }
    return count
  }

  private static func plainByte(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    default: nil
    }
  }

  private static func codePoint(_ place: inout TextPointer) -> UInt32? {
    guard let code = fourDigits(&place) else { return nil }
    if code & 0xF800 != 0xD800 { return code }
    guard code < 0xDC00, place[0] == TextScan.backslash, place[1] == UInt8(ascii: "u") else {
      return nil
    }
    place += 2
    guard let low = fourDigits(&place), low & 0xFC00 == 0xDC00 else { return nil }
    return 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
  }

  /// Four hexadecimal digits; the closing quote is none, so that a short one is never read past.
  private static func fourDigits(_ place: inout TextPointer) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = place.pointee
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }

  private static func write(_ code: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if code < 0x80 {
      output[0] = UInt8(code)
      return 1
    }
    if code < 0x800 {
      output[0] = UInt8(0xC0 | code >> 6)
      output[1] = UInt8(0x80 | code & 0x3F)
      return 2
    }
    if code < 0x10000 {
      output[0] = UInt8(0xE0 | code >> 12)
      output[1] = UInt8(0x80 | code >> 6 & 0x3F)
      output[2] = UInt8(0x80 | code & 0x3F)
      return 3
    }
    output[0] = UInt8(0xF0 | code >> 18)
    output[1] = UInt8(0x80 | code >> 12 & 0x3F)
    output[2] = UInt8(0x80 | code >> 6 & 0x3F)
    output[3] = UInt8(0x80 | code & 0x3F)
    return 4
  }
}
