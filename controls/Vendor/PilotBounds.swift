import ControlTesting
import SuiteVocabulary

/// PRO-5: what a subject that is not approved for production deviates in.
struct PilotBounds: Gathering {
  /// How many accesses to data are on record.
  private var accessCount = 0

  /// Each access to data in production, or where it may be.
  static var watched: [Watched<Self>] {
    [
      Watched(AuditEvent.self) { state, event, scope in
        guard event.kind == .data else { return }
        state.accessCount += 1
        guard event.result != .denied, let problem = scope.dataProblem(event.environment),
          !scope.isOpenToProduction
        else { return }
        throw Deviation(
          "environment of the access",
          expected: "a registered one without production data",
          observed: problem
        )
      }
    ]
  }

  mutating func merge(_ later: PilotBounds) { accessCount += later.accessCount }

  /// What deviates: nothing where the subject is approved for production.
  func deviations(_ scope: Scope) throws -> [Deviation] {
    if scope.isOpenToProduction { return [] }
    let found = try Self.ground(scope) + Self.identities(scope)
    if accessCount > 0 { return found }
    return found + [
      Deviation("accesses to data", expected: "on record", observed: "none on record")
    ]
  }

  /// Holds the pilot to an owner, an end date and environments without production data.
  private static func ground(_ scope: Scope) throws -> [Deviation] {
    guard let ground = PilotGround(scope) else {
      return [
        Deviation(
          "ground of the pilot",
          expected: "an approval or an exception for the subject",
          observed: "none on record"
        )
      ]
    }
    var found = DeviationList()
    func note(_ attribute: String, _ expected: String, _ observed: String) {
      found.note(attribute, expected: expected, observed: observed, record: ground.record)
    }
    if !ground.isGranted { note("ground of the pilot", "in force", "not in force") }
    try found.hold(ground.record) { try scope.expectActiveOwner("owner", ground.owner) }
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
      return found.all
    }
    for id in environments {
      if let problem = scope.isolationProblem(id) {
        note("environment \(id)", "isolated and without production data", problem)
      }
    }
    return found.all
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
}

extension Scope {
  /// Whether an approval opens production to the subject.
  fileprivate var isOpenToProduction: Bool {
    all(ProcurementApproval.self, where: \.target, is: subject.id)
      .contains { $0.opensProduction(at: asOf) }
  }

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
