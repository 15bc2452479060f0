/// Reads numbers of binary formats, low byte first, never beyond the end.
struct LittleEndian {
  private let bytes: [UInt8]

  /// Takes the bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// The number of two bytes at an offset, or `nil` beyond the end.
  func short(_ offset: Int) -> Int? { number(offset, 2) }

  /// The number of four bytes at an offset, or `nil` beyond the end.
  func long(_ offset: Int) -> Int? { number(offset, 4) }

  /// The text of some bytes, or `nil` beyond the end and where it is not UTF-8.
  func text(_ offset: Int, _ length: Int) -> String? {
    guard offset >= 0, length >= 0, offset + length <= bytes.count else { return nil }
    return String(validating: bytes[offset..<offset + length], as: UTF8.self)
  }

  private func number(_ offset: Int, _ length: Int) -> Int? {
    guard offset >= 0, offset + length <= bytes.count else { return nil }
    return bytes[offset..<offset + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
