import ControlModel

/// Text in UTF-16 with a byte-order mark, as Windows PowerShell 5 writes it.
enum UTF16Text {
  /// Which byte of a code unit comes first.
  enum ByteOrder {
    case littleEndian
    case bigEndian
  }

  /// The byte order that the mark of a text says, or `nil` where it is not UTF-16 with a mark.
  ///
  /// The mark of UTF-32 starts as that of UTF-16 does; such text is left to be refused.
  static func byteOrder(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .bigEndian }
    return nil
  }

  /// The text in UTF-8, without its mark.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-16, mark included.
  ///   - order: The byte order.
  ///   - path: The file's path, for messages.
  /// - Returns: The text's bytes.
  /// - Throws: ``Diagnostic`` with code `evidence-encoding` where a code unit is cut, half of a
  ///   surrogate pair is missing, or a zero stands in the text.
  static func utf8(
    _ bytes: [UInt8],
    _ order: ByteOrder,
    path: String
  ) throws(Diagnostic) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else {
      throw EncodingCheck.problem(path, 1, "UTF-16 with half a character at its end")
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var line = 1
    var index = 2
    func unit() -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      index += 2
      return order == .littleEndian ? second << 8 | first : first << 8 | second
    }
    while index < bytes.count {
      let high = unit()
      if high == 0 { throw EncodingCheck.problem(path, line, "a zero byte") }
      if high == 0x0A { line += 1 }
      var code = UInt32(high)
      if (0xD800..<0xDC00).contains(high), index < bytes.count {
        let low = unit()
        // Anything but a low half makes a code that is no scalar.
        code =
          (0xDC00..<0xE000).contains(low)
          ? 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00) : 0xD800
      }
      guard let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) else {
        throw EncodingCheck.problem(path, line, "UTF-16 with half a surrogate pair")
      }
      text.append(contentsOf: encoded)
    }
    return text
  }
}
