import ControlTesting

/// ASI02-6: which points refuse calls, by the decision log and the agents' guardrails, and when each
/// was last seen to refuse.
struct EnforcementPoints {
  private var latestRefusals: [String: Instant] = [:]
  private var points: Set<String> = []
  private var deviations: [Deviation] = []

  /// What deviates in the subject: points without a recent refusal, and records that name no point.
  static func deviations(_ scope: Scope) -> [Deviation] {
    var found = EnforcementPoints()
    found.readDecisions(scope)
    if scope.subject.kind == .agentSystem { found.readAgents(scope) }
    found.readTests(scope)
    return found.deviations + found.unproven(scope)
  }

  private mutating func readDecisions(_ scope: Scope) {
    for decision in scope.records(PolicyDecision.self) {
      guard let point = decision.enforcementPoint else {
        deviations.append(
          Deviation(
            "enforcement point",
            expected: "present",
            observed: "not recorded",
            record: decision
          )
        )
        continue
      }
      points.insert(point)
      if decision.effect == .deny { note(point, decision.decidedAt, scope) }
    }
  }

  /// The manifest is the list of points that must refuse, so that a point whose log was left out is
  /// missed.
  private mutating func readAgents(_ scope: Scope) {
    let agents = scope.records(Agent.self).filter { $0.status == .enabled }
    if agents.isEmpty {
      deviations.append(
        Deviation(
          "enforcement points",
          expected: "named by the agents of the agent manifest",
          observed: "no enabled agent in the agent manifest"
        )
      )
    }
    for agent in agents {
      guard let point = agent.guardrail else {
        deviations.append(
          Deviation("guardrail", expected: "present", observed: "not recorded", record: agent)
        )
        continue
      }
      points.insert(point)
    }
  }

  private mutating func readTests(_ scope: Scope) {
    for test in scope.records(IsolationTest.self)
    where test.expected == .refused && test.observed == .refused {
      note(test.path, test.testedAt, scope)
    }
    for evaluation in scope.records(Evaluation.self)
    where evaluation.targetKind == .control && evaluation.refusedEveryCase {
      note(evaluation.target, evaluation.completedAt, scope)
    }
  }

  private mutating func note(_ point: String, _ instant: Instant, _ scope: Scope) {
    if instant > scope.asOf { return }
    latestRefusals[point] = max(latestRefusals[point] ?? instant, instant)
  }

  private func unproven(_ scope: Scope) -> [Deviation] {
    if points.isEmpty {
      return [
        Deviation(
          "enforcement points",
          expected: "at least one on record",
          observed: "none on record"
        )
      ]
    }
    return points.sorted().compactMap { point in
      let age = latestRefusals[point].map { scope.asOf.duration(since: $0) }
      let limit = scope.policy.enforcementTestMaximumAge
      if let age, age <= limit { return nil }
      return Deviation(
        "latest refusal by \(point)",
        expected: "at most \(limit.words) ago",
        observed: age.map { "\($0.words) ago" } ?? "none on record"
      )
    }
  }
}

extension Evaluation {
  /// Whether every case was run and none failed.
  fileprivate var refusedEveryCase: Bool {
    caseCount > 0 && completedCount == caseCount && failedCount == 0 && !partial
  }
}
