import ControlTesting

extension Model {
  /// States that the model's version withstood a test on each topic.
  func expectTested(in scope: Scope) throws {
    let policy = scope.policy
    let rule = EvaluationRule(
      target: id,
      version: version,
      digest: digest,
      maximumAge: policy.modelEvaluationMaximumAge,
      minimum: policy.minimumModelResistance
    )
    let direct = scope.all(Evaluation.self, where: \.target, is: id).filter {
      $0.targetKind == .model
    }
    let named = scope.all(Evaluation.self, where: \.model, is: id).filter {
      $0.targetKind == .model && $0.target != id
    }
    for topic in policy.modelEvaluationTopics.sorted() {
      try rule.expectTested(on: topic, by: direct + named, at: scope.asOf)
    }
  }

  /// States that each caller of the model is held to a limit that refuses.
  ///
  /// Callers are the agents that use the model: a limit for any caller (`*`) holds for each of them,
  /// and else each has one of its own.
  func expectLimited(in scope: Scope) throws {
    let named =
      scope.all(Limit.self, where: \.model, is: id)
      + scope.all(Limit.self, where: \.scope, is: id).filter {
        $0.scopeKind == .model && $0.model != id
      }
    let limits = named.filter(\.boundsACaller)
    if limits.contains(where: { $0.scope == "*" }) { return }
    let agents = scope.all(Agent.self, where: \.model, is: id).filter { $0.status == .enabled }
    if limits.isEmpty {
      throw Deviation(
        "limit by caller",
        expected: "one that is on and refuses",
        observed: named.first.map { "\($0.id), \($0.scopeKind.rawValue) \($0.action.rawValue)" }
          ?? "none on record"
      )
    }
    for agent in agents {
      let names = [agent.id, agent.runsAs, agent.tenant].compactMap { $0 }
      if limits.contains(where: { names.contains($0.scope) || $0.agent == agent.id }) { continue }
      throw Deviation(
        "limit of caller \(agent.id)",
        expected: "one that is on and refuses",
        observed: "none on record"
      )
    }
  }
}

extension Limit {
  /// Whether the limit is on, counts by caller and does more than raise an alarm.
  fileprivate var boundsACaller: Bool {
    guard enabled, value.isFinite, value > 0 else { return false }
    switch kind {
    case .rate, .quota: if window == nil { return false }
    case .concurrency, .cost: break
    case .depth, .fanOut, .time, .breaker: return false
    }
    switch action {
    case .block, .throttle, .halt, .escalate: break
    case .alert: return false
    }
    switch scopeKind {
    case .caller, .agent, .tenant, .workload: return true
    case .tool, .edge, .model, .task: return false
    }
  }
}
