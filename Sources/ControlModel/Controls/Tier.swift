/// How far a subject is let in.
///
/// Each tier asks for all that the tiers below it ask for.
public enum Tier: String, Sendable, Hashable, CaseIterable, Comparable {
  case sandbox
  case pilot
  case production

  private var rank: Int {
    switch self {
    case .sandbox: 0
    case .pilot: 1
    case .production: 2
    }
  }

  /// Whether the left tier asks for less.
  public static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }
}
