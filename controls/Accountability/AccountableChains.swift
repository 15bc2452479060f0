import ControlTesting
import SuiteVocabulary

/// RSP-4: one person answers for each agent and all identities that it can act as, and reviewed each
/// pair of the two as one chain.
///
/// The chains are those of the trust graph, as rights stand. Holds the agents.
struct AccountableChains: Fold {
  private struct Member: Sendable, Codable {
    let id: String
    let record: RecordReference
  }

  private var agents: [Member] = []

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status != .retired }

  mutating func observe(_ agent: Agent, _ scope: Scope) throws {
    agents.append(Member(id: agent.id, record: RecordReference(agent)))
    let duties = scope.all(Duty.self, where: \.agents, contains: agent.id).filter {
      $0.relation == .accountable && $0.isInForce(at: scope.asOf)
    }
    let people = Set(duties.map { $0.person ?? "not recorded" }).sorted()
    guard people.count == 1, let duty = duties.first else {
      throw Deviation(
        "accountable person",
        expected: "one",
        observed: people.isEmpty ? "none on record" : people.joined(separator: ", ")
      )
    }
    try scope.expectActiveOwner("accountable person", duty.person)
    let roles = scope.all(RoleHolder.self, where: \.person, is: duty.person)
    if roles.contains(where: { $0.kind == .person }) { return }
    throw Deviation(
      "accountable person",
      expected: "a person",
      observed: "\(duty.person ?? ""), \(roles.first?.kind.rawValue ?? "unknown")"
    )
  }

  mutating func merge(_ later: AccountableChains) { agents += later.agents }

  func deviations(_ scope: Scope) -> [Deviation] {
    agents.flatMap { agent in
      ChainReviews(of: agent.id, scope).deviations.map { deviation in
        var deviation = deviation
        deviation.record = agent.record
        return deviation
      }
    }
  }
}

/// The reviews of the chains of one agent.
private struct ChainReviews {
  let deviations: [Deviation]

  init(of agent: String, _ scope: Scope) {
    let graph = scope.trust
    guard let start = graph.node(agent, in: .actor) else {
      deviations = []
      return
    }
    let limit = scope.policy.behaviourReviewInterval
    let reviews = scope.all(ReviewDecision.self, where: \.agent, is: agent).filter { review in
      review.isDecided(at: scope.asOf)
        && review.decidedAt.instant.map { scope.asOf.duration(since: $0) <= limit } ?? false
    }
    let reach = graph.reach(from: start, following: .standing)
    var found: [Deviation] = []
    var reviewers: Set<String> = []
    for end in reach.nodes {
      let node = graph.nodes[end]
      guard node.isActedAs(scope) else { continue }
      let own = reviews.filter { review in
        review.identity.flatMap { graph.node($0, in: .actor) } == end
      }
      reviewers.formUnion(own.map(\.reviewer))
      if !own.isEmpty { continue }
      found.append(
        Deviation(
          "review of the chain to \(node.id)",
          expected: "agent and identity in one review, at most \(limit.words) ago",
          observed: "none on record",
          path: reach.path(to: end).map(graph.words)
        )
      )
    }
    if reviewers.count > 1 {
      found.append(
        Deviation(
          "reviewers of the chains",
          expected: "one person",
          observed: reviewers.sorted().joined(separator: ", ")
        )
      )
    }
    deviations = found
  }
}

extension TrustNode {
  /// Whether an agent acts as it: an identity, and neither a group that gives it rights nor an agent
  /// that it hands work to, who has a chain of its own.
  fileprivate func isActedAs(_ scope: Scope) -> Bool {
    let kind = scope.identity(called: id)?.kind
    switch self.kind {
    case .identity, .role: return kind != .group && kind != .person
    case .agent: return kind != nil
    case .tool, .credential, .secret, .entitlement, .resource, .tenant, .environment, .vendor,
      .person:
      return false
    }
  }
}
