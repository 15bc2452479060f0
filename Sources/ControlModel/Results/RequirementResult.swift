/// Where a requirement of a framework stands for a subject.
public struct RequirementResult: Sendable, Hashable {
  /// Whether controls decide the requirement, contribute to it, or do not know it.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// At least one control satisfies it: the outcome is the worst of those.
    case assessed
    /// Controls contribute to it and none satisfies it: it can never read "pass".
    case supported
    /// No control maps to it.
    case uncovered
  }

  /// The requirement.
  public var requirement: RequirementID
  /// Whether it is decided, supported or uncovered.
  public var standing: Standing
  /// The worst outcome of the satisfying controls; of the supporting ones where it is only
  /// supported; `notAssessed` where it is uncovered.
  public var outcome: Outcome
  /// The ids of the controls that satisfy it, in order.
  public var satisfiedBy: [String]
  /// The ids of the controls that contribute to it, in order.
  public var supportedBy: [String]
  /// The items of other frameworks through which the controls answer for it, by the crosswalk rows
  /// that the organisation gave; empty where the controls name the requirement themselves.
  public var through: [RequirementID]
  /// How the deciding controls come to their results, each mode once, in order.
  public var modes: [ControlDescription.Mode]
  /// How many records deviate and are not waived, over the deciding controls.
  public var failedCount: Int
  /// How many records were judged, over the deciding controls.
  public var populationCount: Int
  /// Whether only claims answer for a deciding control.
  public var isClaimedOnly: Bool

  /// Creates a result for a requirement that no control maps to.
  ///
  /// - Parameter requirement: The requirement.
  public init(uncovered requirement: RequirementID) {
    self.requirement = requirement
    standing = .uncovered
    outcome = .notAssessed
    satisfiedBy = []
    supportedBy = []
    through = []
    modes = []
    failedCount = 0
    populationCount = 0
    isClaimedOnly = false
  }

  /// Whether the requirement is met: decided, and passed.
  public var isMet: Bool { standing == .assessed && outcome == .pass }
}
