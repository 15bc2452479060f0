import CZlib

/// Packs bytes for tests, as `gzip` and `zip` do.
enum Packing {
  /// How a member of an archive says that it is packed.
  enum Method: Int {
    case stored = 0
    case deflated = 8
    /// Only the mark: the bytes lie there as they are.
    case zstandard = 93
  }

  /// One gzip member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 15 + 16) }

  /// An archive of members.
  static func zip(_ members: [(name: String, bytes: [UInt8])], method: Method = .stored) -> [UInt8]
  {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let content = method == .deflated ? deflated(bytes, windowBits: -15) : bytes
      let fields =
        short(20) + short(0) + short(method.rawValue) + long(0) + long(checksum(bytes))
        + long(content.count) + long(bytes.count) + short(name.utf8.count) + short(0)
      directory += long(0x0201_4B50) + short(20) + fields + short(0) + short(0) + short(0) + long(0)
      directory += long(archive.count) + Array(name.utf8)
      archive += long(0x0403_4B50) + fields + Array(name.utf8) + content
    }
    let end =
      long(0x0605_4B50) + long(0) + short(members.count) + short(members.count)
      + long(directory.count) + long(archive.count) + short(0)
    return archive + directory + end
  }

  /// A number in two bytes, the low one first.
  static func short(_ number: Int) -> [UInt8] {
    (0..<2).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// A number in four bytes, the low one first.
  static func long(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32, bit by bit.
  static func checksum(_ bytes: [UInt8]) -> Int {
    let value = bytes.reduce(UInt32.max) { value, byte in
      (0..<8).reduce(value ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
    return Int(~value)
  }

  private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: bytes.count / 500 + bytes.count + 1024)
    var input = bytes
    let count = input.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = deflate(&stream, Z_FINISH)
        return status == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
      }
    }
    return Array(packed.prefix(count))
  }

  /// One gzip member of a text.
  static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

  /// A text in UTF-16 with its mark.
  static func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }
}
