/// The name of a permission or resource, in which `*` stands for any text.
///
/// Case is ignored, as clouds do in the names of actions; it makes the judge stricter, never milder.
struct PermissionPattern: Sendable {
  private let characters: [UInt8]

  init(_ text: String) { characters = Array(text.lowercased().utf8) }

  /// Whether the pattern stands for more than one name.
  var isWildcard: Bool { characters.contains(Self.star) }

  /// Whether it stands for everything, or for everything of a service: `*`, `s3:*`, `*/*`.
  var isUnbounded: Bool {
    let separators: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ".")]
    let parts = characters.split { separators.contains($0) }
    return parts.last.map { $0.elementsEqual([Self.star]) } ?? false
  }

  /// Whether whatever another pattern stands for, this one stands for too.
  ///
  /// - Parameter other: A name, or a pattern whose `*` is then matched by `*` alone.
  /// - Returns: Whether nothing is left over.
  /// - Complexity: O(*n* · *m*) in the lengths, at worst.
  func covers(_ other: PermissionPattern) -> Bool {
    var own = 0
    var others = 0
    var retry: (own: Int, others: Int)?
    while others < other.characters.count {
      if own < characters.count, characters[own] == Self.star {
        retry = (own, others)
        own += 1
      } else if own < characters.count, characters[own] == other.characters[others] {
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
    return characters[own...].allSatisfy { $0 == Self.star }
  }

  private static let star = UInt8(ascii: "*")
}
