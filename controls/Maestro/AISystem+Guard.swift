import ControlTesting
import SuiteVocabulary

extension AISystem {
  /// States that the system guards no others, or that it is tested, explained and can be overruled.
  func expectGuardedGuard(in scope: Scope) throws {
    guard let securityControl else {
      throw Deviation("use as a security control", expected: "recorded", observed: "not recorded")
    }
    if !securityControl { return }
    try expectTested(in: scope)
    try expectOverridden(in: scope)
  }

  private func expectTested(in scope: Scope) throws {
    guard let version else {
      throw Deviation("version", expected: "present", observed: "not recorded")
    }
    let direct = scope.all(Evaluation.self, where: \.target, is: id).filter {
      $0.targetKind == .system || $0.targetKind == .control
    }
    let named = scope.all(Evaluation.self, where: \.system, is: id).filter {
      ($0.targetKind == .system || $0.targetKind == .control) && $0.target != id
    }
    let rule = EvaluationRule(
      target: id,
      version: version,
      maximumAge: scope.policy.evaluationMaximumAge,
      minimum: 0
    )
    for topic in scope.policy.securityAgentEvaluationTopics.sorted() {
      try rule.expectTested(on: topic, by: direct + named, at: scope.asOf)
    }
  }

  /// An override on record shows that the way is there: by an active person, of one of its agents.
  private func expectOverridden(in scope: Scope) throws {
    let agents = agents ?? []
    if agents.isEmpty {
      throw Deviation("agents", expected: "named", observed: "not recorded")
    }
    for agent in agents {
      let overrides = scope.all(Approval.self, where: \.agent, is: agent).filter {
        $0.purpose == .override && $0.decidedAt <= scope.asOf
      }
      guard let latest = overrides.max(by: { $0.decidedAt < $1.decidedAt }) else {
        throw Deviation(
          "override of \(agent)",
          expected: "by a person, in use or in an exercise",
          observed: "none on record"
        )
      }
      try scope.expectActiveOwner("person who overrides \(agent)", latest.approver)
    }
  }
}
