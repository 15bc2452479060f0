/// A range of internet addresses in the notation of RFC 4632 and RFC 4291, such as `10.40.0.0/16`
/// or `2001:db8::/32`.
struct NetworkRange {
  private let address: [UInt8]
  private let prefixLength: Int

  /// Reads a range; without a length it is one address.
  ///
  /// - Parameter text: The range. `nil` for anything that is not one.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = Self.bytes(of: parts[0]) else { return nil }
    let bits = address.count * 8
    guard parts.count == 2 else {
      self.address = address
      prefixLength = bits
      return
    }
    guard let length = Int(parts[1]), (0...bits).contains(length) else { return nil }
    self.address = address
    prefixLength = length
  }

  /// Whether an address lies in the range; text that is no address does not.
  func contains(_ text: String) -> Bool {
    guard let other = Self.bytes(of: text[...]), other.count == address.count else { return false }
    let whole = prefixLength / 8
    if address[..<whole] != other[..<whole] { return false }
    let rest = prefixLength % 8
    if rest == 0 { return true }
    let mask = UInt8.max << UInt8(8 - rest)
    return address[whole] & mask == other[whole] & mask
  }

  /// The 4 or 16 bytes of an address.
  private static func bytes(of text: Substring) -> [UInt8]? {
    text.contains(":") ? sixteenBytes(of: text) : fourBytes(of: text)
  }

  private static func fourBytes(of text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = parts.compactMap { UInt8($0) }
    return parts.count == 4 && bytes.count == 4 ? bytes : nil
  }

  private static func sixteenBytes(of text: Substring) -> [UInt8]? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2, let head = groups(of: halves[0]) else { return nil }
    if halves.count == 1 { return head.count == 16 ? head : nil }
    guard let tail = groups(of: halves[1]), head.count + tail.count < 16 else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(of text: Substring) -> [UInt8]? {
    if text.isEmpty { return [] }
    var bytes: [UInt8] = []
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      guard part.utf8.count <= 4, let group = UInt16(part, radix: 16) else { return nil }
      bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
    }
    return bytes
  }
}
