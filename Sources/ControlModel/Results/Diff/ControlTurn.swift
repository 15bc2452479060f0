/// What became of one control between two runs.
public struct ControlTurn: Sendable, Hashable {
  /// The control's id.
  public var control: String
  /// The earlier outcome.
  public var oldOutcome: Outcome
  /// The later outcome.
  public var newOutcome: Outcome
  /// How many of the population deviated and were not waived.
  public var oldFailedCount: Int
  /// How many of the population deviate and are not waived.
  public var newFailedCount: Int
  /// Findings of the later run alone, in order.
  public var appeared: [Finding]
  /// Findings of the earlier run alone, in order.
  public var gone: [Finding]
  /// Findings that a waiver excused and none excuses now.
  public var reopened: [Finding]
  /// Findings that stood open and a waiver excuses now.
  public var excused: [Finding]
  /// Whether a run counted more findings than it kept, so that the lists may lack some.
  public var isCut: Bool
  /// Why it turned, the surest cause first.
  public var causes: [TurnReason]

  /// Compares two results of one control.
  ///
  /// - Parameters:
  ///   - old: The earlier result.
  ///   - new: The later result.
  public init(from old: ControlResult, to new: ControlResult) {
    control = new.control
    oldOutcome = old.outcome
    newOutcome = new.outcome
    oldFailedCount = old.failedCount
    newFailedCount = new.failedCount
    isCut = old.findingCount > old.findings.count || new.findingCount > new.findings.count
    let before = Dictionary(old.findings.map { (Key($0), $0) }, uniquingKeysWith: { one, _ in one })
    let after = Dictionary(new.findings.map { (Key($0), $0) }, uniquingKeysWith: { one, _ in one })
    appeared = new.findings.filter { before[Key($0)] == nil }
    gone = old.findings.filter { after[Key($0)] == nil }
    reopened = new.findings.filter { $0.waiver == nil && before[Key($0)]?.waiver != nil }
    excused = new.findings.filter { finding in
      finding.waiver != nil && before[Key(finding)].map { $0.waiver == nil } == true
    }
    causes = []
  }

  /// Whether anything turned, came or went.
  public var hasChanges: Bool {
    oldOutcome != newOutcome || oldFailedCount != newFailedCount || !appeared.isEmpty
      || !gone.isEmpty || !reopened.isEmpty || !excused.isEmpty
  }

  /// Whether the control got worse: a worse outcome, more that fails, another record that fails in
  /// the place of one that was mended, or no judgement any more.
  public var isWorse: Bool {
    if newOutcome == .notApplicable && oldOutcome != .notApplicable { return true }
    if newOutcome > oldOutcome || newFailedCount > oldFailedCount { return true }
    return newOutcome >= oldOutcome
      && (!reopened.isEmpty || appeared.contains { $0.waiver == nil })
  }

  /// What tells a finding from others: not its words, in which an age moves with every run.
  private struct Key: Hashable {
    let recordType: String
    let record: String
    let attribute: String
    let path: [String]

    init(_ finding: Finding) {
      recordType = finding.recordType
      record = finding.record
      attribute = finding.attribute
      path = finding.path
    }
  }
}

/// Why a control turned.
public struct TurnReason: Sendable, Hashable {
  /// What was changed, or that nothing was.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Evidence that the control looks at is other than it was.
    case evidence
    /// The control, or the tool that runs it, is another.
    case control
    /// A parameter that the control reads, or another rule of the policy, is another.
    case policy
    /// A waiver came, went, started or ended.
    case waiver
    /// Nothing was changed: only the as-of time moved on.
    case time
  }

  /// What was changed.
  public var kind: Kind
  /// The change in words, with paths, digests, values and dates.
  public var text: String

  /// Creates a reason.
  ///
  /// - Parameters:
  ///   - kind: What was changed.
  ///   - text: The change in words.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
