/// The name of a permission or resource, in which `*` stands for any text and `?` for one character.
///
/// Case is ignored, as clouds do in the names of actions; it makes the judge stricter, never milder.
/// A policy variable (`${…}`) stands for any text: files cannot say what it will be.
public struct PermissionPattern: Sendable, Hashable {
  private let bytes: [UInt8]

  /// Reads a pattern.
  ///
  /// - Parameter text: The pattern as a policy writes it.
  public init(_ text: String) {
    var bytes: [UInt8] = []
    var rest = Array(text.lowercased().utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "{"),
        let end = rest.firstIndex(of: UInt8(ascii: "}"))
      {
        bytes.append(Self.star)
        rest = rest[(end + 1)...]
      } else if byte != Self.star || bytes.last != Self.star {
        bytes.append(byte)
      }
    }
    self.bytes = bytes
  }

  /// Whether the pattern stands for more than one name.
  public var isWildcard: Bool { bytes.contains { $0 == Self.star || $0 == Self.mark } }

  /// Whether it stands for every name there is.
  public var isEverything: Bool { bytes == [Self.star] }

  /// Whether it stands for everything, or for everything of a service: `*`, `s3:*`, `*/*`.
  public var isUnbounded: Bool {
    let separators: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ".")]
    let parts = bytes.split { separators.contains($0) }
    return parts.last.map { $0.elementsEqual([Self.star]) } ?? false
  }

  /// What stands before the first wildcard: every name that matches begins so, in lower case.
  public var fixedPrefix: String {
    String(decoding: bytes.prefix { $0 != Self.star && $0 != Self.mark }, as: UTF8.self)
  }

  /// Whether whatever another pattern stands for, this one stands for too.
  ///
  /// - Parameter other: A name, or a pattern whose `*` is then matched by `*` alone.
  /// - Returns: Whether nothing is left over.
  /// - Complexity: O(*n* · *m*) in the lengths, at worst.
  public func covers(_ other: PermissionPattern) -> Bool {
    var own = 0
    var others = 0
    var retry: (own: Int, others: Int)?
    while others < other.bytes.count {
      if own < bytes.count, bytes[own] == Self.star {
        retry = (own, others)
        own += 1
      } else if own < bytes.count, Self.matches(bytes[own], other.bytes[others]) {
        own += 1
        others += 1
      } else if let last = retry {
        own = last.own + 1
        others = last.others + 1
        retry = (last.own, others)
      } else {
        return false
      }
    }
    return bytes[own...].allSatisfy { $0 == Self.star }
  }

  /// Whether some name matches both patterns.
  ///
  /// - Parameter other: A name or pattern.
  /// - Returns: Whether they have anything in common.
  /// - Complexity: O(*n* · *m*) in the lengths, where both hold wildcards; else as ``covers(_:)``.
  public func overlaps(_ other: PermissionPattern) -> Bool {
    if isEverything || other.isEverything { return true }
    if !other.isWildcard { return covers(other) }
    if !isWildcard { return other.covers(self) }
    // Row by row: whether the first i bytes of this and the first j of the other can meet.
    var row = [Bool](repeating: false, count: other.bytes.count + 1)
    row[0] = true
    for (index, byte) in other.bytes.enumerated() {
      row[index + 1] = row[index] && byte == Self.star
    }
    for own in bytes {
      var next = [Bool](repeating: false, count: row.count)
      next[0] = row[0] && own == Self.star
      for (index, byte) in other.bytes.enumerated() {
        if own == Self.star || byte == Self.star {
          next[index + 1] = next[index] || row[index + 1] || row[index]
        } else {
          next[index + 1] = row[index] && (Self.matches(own, byte) || Self.matches(byte, own))
        }
      }
      row = next
    }
    return row[other.bytes.count]
  }

  /// The pattern of everything.
  static let everything = PermissionPattern("*")
  /// The pattern of all that AWS IAM can do.
  static let everyIAMAction = PermissionPattern("iam:*")

  private static let star = UInt8(ascii: "*")
  private static let mark = UInt8(ascii: "?")

  /// Whether one byte of a pattern stands for a byte of another, which may be `?` too, never `*`.
  private static func matches(_ own: UInt8, _ other: UInt8) -> Bool {
    own == other || (own == mark && other != star)
  }
}
