/// What came of a control or a requirement for a subject, from the best to the worst.
///
/// The order is the whole calculus of roll-up: a requirement has the worst outcome of the controls
/// that satisfy it (DESIGN 5).
public enum Outcome: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The subject or tier is outside what the control applies to.
  case notApplicable
  /// The population is not empty, or proven to be, and nothing deviates.
  case pass
  /// Every deviating record is covered by an active waiver.
  case waived
  /// The evidence needed is missing, or its population is empty and nothing proves it so.
  case notAssessed
  /// The evidence needed is older than the policy allows.
  case stale
  /// At least one record deviates and is not waived.
  case fail
  /// Evidence is unreadable, or the check itself failed.
  case error

  private var badness: Int {
    switch self {
    case .notApplicable: 0
    case .pass: 1
    case .waived: 2
    case .notAssessed: 3
    case .stale: 4
    case .fail: 5
    case .error: 6
    }
  }

  /// Whether the left outcome is the better one.
  public static func < (left: Outcome, right: Outcome) -> Bool { left.badness < right.badness }

  /// Whether nothing was judged, so that a gate can only hold.
  public var isUnassessed: Bool { self == .error || self == .stale || self == .notAssessed }

  /// The word a person reads.
  public var label: String {
    switch self {
    case .notApplicable: "not applicable"
    case .notAssessed: "not assessed"
    default: rawValue
    }
  }
}
