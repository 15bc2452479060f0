import ControlTesting
import SuiteVocabulary

extension ProcurementApproval {
  /// Whether the approval lets something in now: a decision on security or on going live that was
  /// neither withdrawn nor has ended.
  func isOpen(at instant: Instant) -> Bool {
    (kind == .security || kind == .goLive) && (decision == .approved || decision == .conditional)
      && !withdrawnAt.hasPassed(at: instant) && !expiresAt.hasPassed(at: instant)
  }

  /// States that the approval is looked at again in time, and says on what it rests.
  func checkLinks(_ scope: Scope) throws {
    guard let decided = decidedAt.instant else {
      throw Deviation("decided", expected: "a time", observed: decidedAt.description)
    }
    try scope.expectPast("decided", decided)
    let due = try scope.expectAhead("review date", reviewDueAt)
    try expect(
      "time from approval to review",
      due.duration(since: decided),
      .atMost(scope.policy.maximumApprovalDuration)
    )
    try expect("assessment", assessment?.nonBlank, .present)
    try expect("digest of the assessment", assessmentDigest?.nonBlank, .present)
    try expectPlan(scope)
    try scope.expectActiveOwner("accountable person", accountable)
  }

  private func expectPlan(_ scope: Scope) throws {
    guard let monitoringPlan else {
      throw Deviation("monitoring plan", expected: "in force", observed: "not recorded")
    }
    let versions = scope.all(PolicyDocument.self, where: \.id, is: monitoringPlan)
    let current = versions.filter { $0.state == .inForce }
    if current.contains(where: { !$0.reviewDueAt.hasPassed(at: scope.asOf) }) { return }
    throw Deviation(
      "monitoring plan",
      expected: "in force, its own review not overdue",
      observed: versions.isEmpty
        ? "\(monitoringPlan), not in the policy register"
        : current.first.map { "\(monitoringPlan), review due \($0.reviewDueAt)" }
          ?? "\(monitoringPlan), \(versions[0].state.rawValue)"
    )
  }
}
