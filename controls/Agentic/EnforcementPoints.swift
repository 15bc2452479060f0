import ControlTesting

/// ASI02-6: which points refuse calls, by the decision log and the agents' guardrails, and when each
/// was last seen to refuse.
struct EnforcementPoints: Gathering {
  /// The points that take part, each with its latest refusal by the decision log.
  private var points = Sightings<String, Instant?>()

  static var watched: [Watched<Self>] {
    [
      Watched(PolicyDecision.self) { state, decision, scope in
        guard let point = decision.enforcementPoint else {
          throw Deviation("enforcement point", expected: "present", observed: "not recorded")
        }
        let isPastRefusal = decision.effect == .deny && decision.decidedAt <= scope.asOf
        state.note(point, isPastRefusal ? decision.decidedAt : nil)
      }
    ]
  }

  private mutating func note(_ point: String, _ refusal: Instant?) {
    points.note(point, refusal) { $0 = Self.later($0, refusal) }
  }

  private static func later(_ one: Instant?, _ other: Instant?) -> Instant? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  mutating func merge(_ later: EnforcementPoints) {
    points.merge(later.points) { $0 = Self.later($0, $1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var names = Set(points.keys)
    var deviations: [Deviation] = []
    if scope.subject.kind == .agentSystem { readAgents(scope, &names, &deviations) }
    return deviations + unproven(names, scope)
  }

  /// The manifest is the list of points that must refuse, so that a point whose log was left out is
  /// missed.
  private func readAgents(
    _ scope: Scope,
    _ names: inout Set<String>,
    _ deviations: inout [Deviation]
  ) {
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
      names.insert(point)
    }
  }

  /// The latest refusal of each point in a test.
  private func testedRefusals(_ scope: Scope) -> [String: Instant] {
    var latest: [String: Instant] = [:]
    func note(_ point: String, _ instant: Instant) {
      if instant > scope.asOf { return }
      latest[point] = max(latest[point] ?? instant, instant)
    }
    for test in scope.records(IsolationTest.self)
    where test.expected == .refused && test.observed == .refused {
      note(test.path, test.testedAt)
    }
    for evaluation in scope.records(Evaluation.self)
    where evaluation.targetKind == .control && evaluation.refusedEveryCase {
      note(evaluation.target, evaluation.completedAt)
    }
    return latest
  }

  private func unproven(_ names: Set<String>, _ scope: Scope) -> [Deviation] {
    if names.isEmpty {
      return [
        Deviation(
          "enforcement points",
          expected: "at least one on record",
          observed: "none on record"
        )
      ]
    }
    let tested = testedRefusals(scope)
    return names.sorted().compactMap { point in
      let latest = Self.later(points[point] ?? nil, tested[point])
      let age = latest.map { scope.asOf.duration(since: $0) }
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
