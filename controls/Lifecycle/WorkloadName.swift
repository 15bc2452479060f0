/// A SPIFFE id, by the rules of the SPIFFE-ID standard, sections 2.1 to 2.3.
struct WorkloadName: Hashable {
  /// The trust domain, between `spiffe://` and the path.
  let trustDomain: String
  /// The path with its leading slash; empty for the trust domain itself.
  let path: String

  /// Reads an id; `nil` where the text is none.
  ///
  /// The scheme and the trust domain are in small letters, the id has at most 2,048 bytes, the path
  /// has no empty or relative segment and no slash at its end, and nothing is percent-encoded.
  ///
  /// - Parameter text: The id.
  init?(_ text: String) {
    let scheme = "spiffe://"
    guard text.utf8.count <= 2048, text.hasPrefix(scheme) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let domain = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(domain.count)
    guard !domain.isEmpty, domain.utf8.count <= 255,
      domain.utf8.allSatisfy({ Self.isOfDomain($0) })
    else { return nil }
    if !path.isEmpty {
      let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      for segment in segments
      where segment.isEmpty || segment == "." || segment == ".."
        || !segment.utf8.allSatisfy({ Self.isOfPath($0) })
      {
        return nil
      }
    }
    trustDomain = String(domain)
    self.path = String(path)
  }

  private static func isOfDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isOfPath(_ byte: UInt8) -> Bool {
    isOfDomain(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
