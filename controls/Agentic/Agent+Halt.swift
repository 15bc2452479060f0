import ControlTesting
import SuiteVocabulary

extension Agent {
  /// Holds the agent to its latest exercise of a halt: stopped in time, credentials revoked, nothing
  /// left, and back only with its owner's word, which the owner also signed.
  func checkHalt(_ scope: Scope) throws {
    let exercises =
      scope.all(Drill.self, where: \.listedTargets, contains: id)
      .filter { $0.targetKind == .agent }
      + scope.all(Drill.self, where: \.agents, contains: id)
    let past = exercises.filter { $0.scenario == .agentHalt && $0.startedAt <= scope.asOf }
    let limit = scope.policy.drillMaximumAge
    guard let latest = past.max(by: { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }) else {
      throw Deviation(
        "latest halt exercise",
        expected: "at most \(limit.words) ago",
        observed: "none on record"
      )
    }
    try expect(
      "age of the halt exercise \(latest.id)",
      scope.asOf.duration(since: latest.startedAt),
      .atMost(limit)
    )
    let halted = try latest.checkStop(within: scope.policy.agentStopTarget)
    try checkRevoked(in: latest)
    try checkReturn(after: halted, in: latest, scope)
    try scope.expectOwnerStatement(.agentStopExercised, about: id, by: owner)
  }

  private func checkRevoked(in drill: Drill) throws {
    guard let credentials else {
      throw Deviation("credentials of the agent", expected: "present", observed: "not recorded")
    }
    let revoked = drill.credentials ?? []
    let missed = credentials.filter { !revoked.contains($0) }
    if missed.isEmpty { return }
    throw Deviation(
      "credentials revoked in \(drill.id)",
      expected: "all of the agent",
      observed: "without \(missed.joined(separator: ", "))"
    )
  }

  /// An agent that never came back needs nobody's word for it.
  private func checkReturn(after halted: Instant, in drill: Drill, _ scope: Scope) throws {
    if drill.restoredAt == .never { return }
    guard let restored = drill.restoredAt.instant else {
      throw Deviation(
        "return in \(drill.id)",
        expected: "a time or never",
        observed: "not recorded"
      )
    }
    guard let owner else {
      throw Deviation("owner", expected: "present", observed: "not recorded")
    }
    let given = scope.all(Approval.self, where: \.agent, is: id).filter { approval in
      approval.purpose == .agentReturn && approval.decision == .approved
        && approval.decidedAt >= halted && approval.decidedAt <= restored
    }
    if given.contains(where: { scope.signs($0.approver, for: owner) }) { return }
    throw Deviation(
      "approval of the return",
      expected: "by \(owner), the owner, from \(halted) to \(restored)",
      observed: given.first.map { "by \($0.approver)" } ?? "none"
    )
  }
}

extension Drill {
  /// Holds the exercise to having stopped its target in time, with nothing left.
  ///
  /// - Returns: When the target was first refused.
  fileprivate func checkStop(within target: Duration) throws -> Instant {
    try expect("result of \(id)", result, .equal(.passed))
    guard let ordered = orderedAt.instant else {
      throw Deviation("order in \(id)", expected: "a time", observed: "\(orderedAt)")
    }
    guard let denied = firstDeniedAt.instant, denied >= ordered else {
      throw Deviation(
        "first refusal in \(id)",
        expected: "after the order at \(ordered)",
        observed: "\(firstDeniedAt)"
      )
    }
    try expect("time from order to first refusal", denied.duration(since: ordered), .atMost(target))
    switch lastSuccessAt {
    case .never: break
    case .at(let last) where last <= denied: break
    default:
      throw Deviation(
        "last success in \(id)",
        expected: "before the first refusal at \(denied)",
        observed: "\(lastSuccessAt)"
      )
    }
    try expect("residual access in \(id)", residuals?.map(\.rawValue), .empty)
    return denied
  }
}
