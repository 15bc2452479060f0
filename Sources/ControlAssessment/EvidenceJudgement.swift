import ControlModel

/// Whether the evidence that a control needs is there, whole, listed and fresh.
struct EvidenceJudgement {
  /// The best that the control can come to; `pass` where the evidence is as it must be.
  private(set) var outcome = Outcome.pass
  /// Why it can come to no better.
  private(set) var reasons: [String] = []
  /// The files looked at, in order of path.
  private(set) var files: Set<String> = []
  /// Whether a need has nothing readable to answer it, so that the check would judge thin air.
  private(set) var isUnanswered = false
  /// Whether only claims answer a need.
  private(set) var isClaimedOnly = false

  /// Judges the evidence for one control.
  ///
  /// - Parameters:
  ///   - description: The control.
  ///   - inventory: The subject's evidence.
  ///   - policy: The policy in force.
  ///   - asOf: The time the assessment is made for.
  init(_ description: ControlDescription, _ inventory: Inventory, _ policy: Policy, _ asOf: Instant)
  {
    for need in description.needs { judge(need, inventory, policy, asOf) }
  }

  private mutating func judge(
    _ need: EvidenceNeed,
    _ inventory: Inventory,
    _ policy: Policy,
    _ asOf: Instant
  ) {
    let names = need.kinds.map(\.name).joined(separator: " or ")
    let wanted = Set(need.kinds)
    let answering = inventory.files.filter { !wanted.isDisjoint(with: $0.kinds) }
    files.formUnion(answering.map(\.path))
    if !answering.contains(where: {
      $0.state == .read || $0.state == .unlisted || $0.state == .changed
    }) {
      isUnanswered = true
    }
    if answering.isEmpty { return note(.notAssessed, "no evidence of kind \(names)") }
    for file in answering {
      judgeState(of: file)
      guard file.state == .read else { continue }
      let limit = Self.maximumAge(of: file, for: need, by: policy)
      judgeAge(of: file, limit, asOf)
    }
    // DESIGN 5: what claims alone answer reads "claimed", never "pass".
    if answering.allSatisfy({ $0.sourceClass == nil || $0.sourceClass == .claim }) {
      isClaimedOnly = true
      note(.notAssessed, "claimed only: nothing but the supplier's word answers for \(names)")
    }
  }

  /// How old a file may be that answers a need.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - need: The need.
  ///   - policy: The policy in force.
  /// - Returns: The need's own limit, else the strictest of the policy's for the kinds in question.
  static func maximumAge(
    of file: EvidenceFile,
    for need: EvidenceNeed,
    by policy: Policy
  ) -> Duration {
    need.maximumAge
      ?? Set(need.kinds).intersection(file.kinds).map { policy.maximumEvidenceAge(of: $0) }.min()
      ?? policy.defaultMaximumEvidenceAge
  }

  private mutating func judgeState(of file: EvidenceFile) {
    switch file.state {
    case .missing: note(.error, "\(file.path) is listed and not there")
    case .changed: note(.error, "\(file.path) differs from the listed digest")
    case .unreadable: note(.error, "\(file.path) cannot be read")
    case .unlisted: note(.notAssessed, "\(file.path) is not listed: nobody says where it came from")
    case .read: break
    }
    if file.rejectedCount > 0 {
      let count = file.rejectedCount
      note(.error, "\(count) record\(count == 1 ? "" : "s") of \(file.path) cannot be read")
    }
  }

  private mutating func judgeAge(of file: EvidenceFile, _ limit: Duration, _ asOf: Instant) {
    guard let collectedAt = file.collectedAt else {
      return note(.stale, "\(file.path) does not say when it was collected")
    }
    if collectedAt > asOf {
      return note(.error, "\(file.path) was collected at \(collectedAt), after the as-of time")
    }
    let since = file.freshFrom ?? collectedAt
    let age = asOf.duration(since: since)
    guard age > limit else { return }
    let state =
      since == collectedAt
      ? "is \(age.words) old"
      : since == file.periodEndedAt
        ? "covers nothing of the last \(age.words)" : "shows how things were \(age.words) ago"
    note(.stale, "\(file.path) \(state); at most \(limit.words) is allowed")
  }

  private mutating func note(_ outcome: Outcome, _ reason: String) {
    self.outcome = max(self.outcome, outcome)
    if !reasons.contains(reason) { reasons.append(reason) }
  }
}

extension Inventory {
  /// Whether an empty population is proven: every file that could hold such a record was listed,
  /// unchanged, read whole, and says that it is complete.
  ///
  /// - Parameter need: The population's need: the first of a control.
  /// - Returns: `false` where nothing answers the need.
  func provesEmptiness(of need: EvidenceNeed?) -> Bool {
    guard let need else { return false }
    let wanted = Set(need.kinds)
    let answering = files.filter { !wanted.isDisjoint(with: $0.kinds) }
    return !answering.isEmpty
      && answering.allSatisfy {
        $0.state == .read && $0.completeness == .complete && $0.rejectedCount == 0
      }
  }
}
