/// Hashes the bytes of texts, with a secret of the process so that no evidence can be made to collide.
///
/// Nothing that leaves the process depends on it.
package enum TextHash {
  private static let secret = UInt64.random(in: .min ... .max)

  /// The hash of a text as it compares: texts that are equal as `String` have equal hashes, whatever
  /// form of an accented letter each uses.
  ///
  /// - Parameter bytes: The text in UTF-8.
  /// - Returns: 64 bits.
  package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    let (hash, isASCII) = mixed(bytes)
    return isASCII ? hash : canonical(bytes)
  }

  /// The hash of a text by its bytes alone, for names that are equal where their bytes are.
  ///
  /// - Parameter bytes: The text in UTF-8.
  /// - Returns: 64 bits.
  @inline(__always)
  package static func bytes(_ bytes: Span<UInt8>) -> UInt64 { mixed(bytes).hash }

  /// A hash of the bytes as they are, and whether all are ASCII.
  static func mixed(_ bytes: Span<UInt8>) -> (hash: UInt64, isASCII: Bool) {
    bytes.withUnsafeBytes { raw in
      var state = secret ^ UInt64(truncatingIfNeeded: raw.count)
      var all: UInt64 = 0
      var offset = 0
      while offset + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        all |= word
        state = fold(state ^ word, 0x9E37_79B9_7F4A_7C15)
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < raw.count {
        rest = rest << 8 | UInt64(raw[offset])
        offset += 1
      }
      all |= rest
      state = fold(state ^ rest, 0xD6E8_FEB8_6659_FD93)
      return (state, all & 0x8080_8080_8080_8080 == 0)
    }
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The hash of a text that is not all ASCII, through the comparison of the standard library.
  private static func canonical(_ bytes: Span<UInt8>) -> UInt64 {
    let text = string(bytes)
    // Three characters are equal to one of ASCII: Greek question mark, varia, kelvin sign.
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{37E}": plain.append(";")
      case "\u{1FEF}": plain.append("`")
      case "\u{212A}": plain.append("K")
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let (hash, isASCII) = mixed(plain.utf8Span.span)
    return isASCII ? hash : UInt64(truncatingIfNeeded: plain.hashValue)
  }

  /// Whether two texts are equal as `String`.
  package static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    if haveSameBytes(left, right) { return true }
    if mixed(left).isASCII && mixed(right).isASCII { return false }
    return string(left) == string(right)
  }

  /// Whether two texts are the same bytes.
  static func haveSameBytes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    if left.count != right.count { return false }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        var offset = 0
        while offset + 8 <= left.count {
          let one = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          if one != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
          offset += 8
        }
        while offset < left.count {
          if left[offset] != right[offset] { return false }
          offset += 1
        }
        return true
      }
    }
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
