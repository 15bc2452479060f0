/// How much harm a deviation may do.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case low
  case medium
  case high
  case critical

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }

  /// Whether the left severity is the lesser.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
