/// Whether a subject may enter a tier.
public enum GateDecision: String, Sendable, Hashable, CaseIterable, Comparable {
  /// All that is mandatory was assessed, and nothing blocks.
  case approve
  /// It could not be assessed.
  case hold
  /// It was judged, and failed.
  case deny

  private var rank: Int {
    switch self {
    case .approve: 0
    case .hold: 1
    case .deny: 2
    }
  }

  /// Whether the left decision lets more in.
  public static func < (left: GateDecision, right: GateDecision) -> Bool { left.rank < right.rank }

  /// The exit code of the tool: 0 approve, 1 deny, 2 hold (DESIGN 5).
  public var exitCode: Int32 {
    switch self {
    case .approve: 0
    case .deny: 1
    case .hold: 2
    }
  }
}

/// What a subject is today, whatever is sought for it.
public enum Readiness: String, Sendable, Hashable, CaseIterable {
  /// A core proof is missing, or not even the pilot tier would open.
  case prototype
  /// The pilot tier would open.
  case governedPilot
  /// The production tier would open, and every core proof is given.
  case enterpriseCandidate

  /// The words a person reads.
  public var label: String {
    switch self {
    case .prototype: "prototype"
    case .governedPilot: "governed pilot"
    case .enterpriseCandidate: "enterprise candidate"
    }
  }
}

/// One reason for a gate decision, with the rule that gave it.
public struct GateReason: Sendable, Hashable {
  /// The rules of the gate.
  ///
  /// `controls explain RULE` prints what each means.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    case hardGateFailed = "hard-gate-failed"
    case controlFailed = "control-failed"
    case controlNotAssessed = "control-not-assessed"
    case controlStale = "control-stale"
    case controlError = "control-error"
    case requirementNotMet = "requirement-not-met"
    case requirementUncovered = "requirement-uncovered"
    case evidenceProblem = "evidence-problem"
    case evidenceUnsealed = "evidence-unsealed"
    case partialRun = "partial-run"
    case nothingAssessed = "nothing-assessed"
    case belowTier = "below-tier"
    case profileIncomplete = "profile-incomplete"

    /// What the rule says.
    public var explanation: String {
      switch self {
      case .hardGateFailed:
        "A control that is a hard gate fails. Nothing makes up for it, and no waiver covers it."
      case .controlFailed:
        "A control that blocks in this tier fails for at least one record that is not waived."
      case .controlNotAssessed:
        "A control that blocks in this tier lacks evidence, or its population is empty without proof."
      case .controlStale:
        "A control that blocks in this tier has evidence older than the policy allows."
      case .controlError:
        "A control that blocks in this tier has unreadable evidence, or its check failed."
      case .requirementNotMet:
        "A requirement that the policy makes mandatory for this tier is not met."
      case .requirementUncovered:
        "A requirement that the policy makes mandatory is decided by no control."
      case .evidenceProblem:
        "A file is listed and missing, changed, unlisted or unreadable, or the manifest cannot be read."
      case .evidenceUnsealed:
        "The policy asks for sealed evidence in this tier, and no key that counts sealed this manifest."
      case .partialRun: "Only a part of the controls ran, so nothing can be approved."
      case .nothingAssessed: "No control judged anything. An empty run is never an approval."
      case .belowTier: "A control fails that blocks in a higher tier only: it is flagged."
      case .profileIncomplete: "The profile asks for a control that no suite has."
      }
    }
  }

  /// Which way the reason turns the decision: `approve` for what is flagged only.
  public var effect: GateDecision
  /// The rule that gave it.
  public var rule: Rule
  /// The control that decided, if one did.
  public var control: String?
  /// The requirement that decided, if one did.
  public var requirement: RequirementID?
  /// The reason in words.
  public var text: String

  /// Creates a reason.
  ///
  /// - Parameters:
  ///   - effect: Which way it turns the decision.
  ///   - rule: The rule.
  ///   - control: The control that decided.
  ///   - requirement: The requirement that decided.
  ///   - text: The reason in words.
  public init(
    _ effect: GateDecision,
    _ rule: Rule,
    control: String? = nil,
    requirement: RequirementID? = nil,
    text: String
  ) {
    self.effect = effect
    self.rule = rule
    self.control = control
    self.requirement = requirement
    self.text = text
  }
}
