/// What came of one control for one subject.
public struct ControlResult: Sendable, Hashable {
  /// The control's id.
  public var control: String
  /// What came of it.
  public var outcome: Outcome
  /// Why it is so, in words, where the findings do not say it all: what is missing, stale or unreadable.
  public var reasons: [String]
  /// What was judged.
  public var population: Population
  /// The deviating records, in order; at most as many as the policy keeps.
  public var findings: [Finding]
  /// How many deviations there are, waived ones included.
  ///
  /// One record may deviate in several ways.
  public var findingCount: Int
  /// How many deviations an active waiver covers.
  public var waivedCount: Int
  /// How many of the population deviate and are not waived; never more than were judged.
  public var failedCount: Int
  /// The ids of the waivers that cover a deviation, in order.
  public var waivers: [String]
  /// What could not be judged, in order; at most as many as the policy keeps findings.
  public var unjudged: [Diagnostic]
  /// The paths of the evidence files that were looked at, in order.
  public var evidence: [String]
  /// Whether only the supplier's own claims answer for it, so that it can never pass.
  public var isClaimedOnly: Bool
  /// Whether a deviation blocks the tier that was sought, or is flagged only.
  public var blocks: Bool

  /// Creates a result without findings.
  ///
  /// - Parameters:
  ///   - control: The control's id.
  ///   - outcome: What came of it.
  ///   - reasons: Why it is so.
  ///   - population: What was judged.
  ///   - blocks: Whether a deviation blocks the tier sought.
  public init(
    control: String,
    outcome: Outcome,
    reasons: [String] = [],
    population: Population,
    blocks: Bool
  ) {
    self.control = control
    self.outcome = outcome
    self.reasons = reasons
    self.population = population
    findings = []
    findingCount = 0
    waivedCount = 0
    failedCount = 0
    waivers = []
    unjudged = []
    evidence = []
    isClaimedOnly = false
    self.blocks = blocks
  }
}

/// The records that a control ran over.
public struct Population: Sendable, Hashable {
  /// The record type, or `subject`.
  public var recordType: String
  /// How many records were judged.
  public var count: Int
  /// How many records of the type there are, judged or outside what the control looks among.
  public var total: Int
  /// Whether a count of zero is proven: the evidence says that it is complete.
  public var isProvenEmpty: Bool

  /// Creates a population.
  ///
  /// - Parameters:
  ///   - recordType: The record type, or `subject`.
  ///   - count: How many records were judged.
  ///   - total: How many there are.
  ///   - isProvenEmpty: Whether a count of zero is proven.
  public init(recordType: String, count: Int = 0, total: Int = 0, isProvenEmpty: Bool = false) {
    self.recordType = recordType
    self.count = count
    self.total = total
    self.isProvenEmpty = isProvenEmpty
  }
}
