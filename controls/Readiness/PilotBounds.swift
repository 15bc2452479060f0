import ControlTesting

/// PRO-5: what a subject that is not approved for production deviates in.
enum PilotBounds {
  /// What deviates: nothing where the subject is approved for production.
  static func deviations(_ scope: Scope) -> [Deviation] {
    let approvals = scope.all(ProcurementApproval.self, where: \.target, is: scope.subject.id)
    if approvals.contains(where: { $0.opensProduction(at: scope.asOf) }) { return [] }
    return ground(scope) + identities(scope) + accesses(scope)
  }

  /// Holds the pilot to an owner, an end date and environments without production data.
  private static func ground(_ scope: Scope) -> [Deviation] {
    guard let ground = PilotGround(scope) else {
      return [
        Deviation(
          "ground of the pilot",
          expected: "an approval or an exception for the subject",
          observed: "none on record"
        )
      ]
    }
    var found: [Deviation] = []
    func note(_ attribute: String, _ expected: String, _ observed: String) {
      found.append(
        Deviation(attribute, expected: expected, observed: observed, record: ground.record)
      )
    }
    if !ground.isGranted { note("ground of the pilot", "in force", "not in force") }
    if let problem = scope.ownerProblem(ground.owner) {
      note("owner", "a holder of the role register who is active", problem)
    }
    let limit = scope.policy.maximumPilotDuration
    if let end = ground.endsAt.instant {
      let length = end.duration(since: ground.startedAt)
      if end <= scope.asOf { note("end date", "after \(scope.asOf)", end.description) }
      if length > limit { note("length of the pilot", "at most \(limit.words)", length.words) }
    } else {
      note("end date", "a date", ground.endsAt.description)
    }
    guard let environments = ground.environments, !environments.isEmpty else {
      note("environments of the pilot", "at least one", "not recorded")
      return found
    }
    for id in environments {
      if let problem = scope.isolationProblem(id) {
        note("environment \(id)", "isolated and without production data", problem)
      }
    }
    return found
  }

  /// Each identity of the subject that is in production, or may be, with a way from an agent to it.
  private static func identities(_ scope: Scope) -> [Deviation] {
    let identities = scope.records(Identity.self)
      .filter { $0.status != .deleted && $0.kind != .person && $0.kind != .group }
    if identities.isEmpty {
      return [Deviation("identities", expected: "on record", observed: "none on record")]
    }
    let suspects = identities.compactMap { identity in
      scope.productionProblem(identity.environment).map { (identity, $0) }
    }
    let ways = suspects.isEmpty ? [:] : scope.waysFromAgents()
    return suspects.map { identity, problem in
      Deviation(
        "environment of the identity",
        expected: "a registered one other than production",
        observed: problem,
        record: identity,
        path: ways[identity.id] ?? []
      )
    }
  }

  /// Each access to data in production, or where it may be.
  private static func accesses(_ scope: Scope) -> [Deviation] {
    let events = scope.records(AuditEvent.self).filter { $0.kind == .data }
    if events.isEmpty {
      return [Deviation("accesses to data", expected: "on record", observed: "none on record")]
    }
    return events.filter { $0.result != .denied }.compactMap { event in
      guard let problem = scope.dataProblem(event.environment) else { return nil }
      return Deviation(
        "environment of the access",
        expected: "a registered one without production data",
        observed: problem,
        record: event
      )
    }
  }
}

extension Scope {
  /// What agents can reach, each with a shortest way from the first agent that can.
  fileprivate func waysFromAgents() -> [String: [String]] {
    var ways: [String: [String]] = [:]
    let graph = trust
    for agent in records(Agent.self) {
      guard let start = graph.node(agent.id, in: .actor) else { continue }
      let reach = graph.reach(from: start, following: .standing)
      for end in reach.nodes where ways[graph.nodes[end].id] == nil {
        ways[graph.nodes[end].id] = reach.path(to: end).map(graph.words)
      }
    }
    return ways
  }
}
