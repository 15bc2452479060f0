import ControlTesting

/// TRU-1: each agent's ways can be followed to their end, through what proves the identity to what
/// it touches.
struct CompleteChains: Fold {
  private var agents = AgentList()

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status == .enabled }

  mutating func observe(_ agent: Agent, _ scope: Scope) throws {
    agents.note(agent)
    try expect("identity", agent.runsAs ?? agent.workloadEntry, .present)
    try expect("list of credentials", agent.credentials, .present)
  }

  mutating func merge(_ later: CompleteChains) { agents.merge(later.agents) }

  func deviations(_ scope: Scope) -> [Deviation] {
    agents.deviations(scope) { ways in
      ways.reach.nodes.compactMap { node in
        guard var deviation = Self.breach(at: node, ways, scope) else { return nil }
        deviation.path = ways.path(to: node)
        return deviation
      }
    }
  }

  /// What keeps a way from being followed on from a node.
  private static func breach(at index: Int, _ ways: AgentWays, _ scope: Scope) -> Deviation? {
    let node = ways.node(index)
    if !node.isKnown {
      return Deviation(
        "broken join",
        expected: "a record of \(node)",
        observed: "\(node.id), which no record describes"
      )
    }
    let graph = ways.graph
    let onward = graph.edges(from: index).map { graph.edges[$0] }.filter(Following.open.takes)
    switch node.kind {
    case .credential, .secret:
      if onward.contains(where: { $0.kind == .authenticatesAs || $0.kind == .holds }) { return nil }
      return Deviation(
        "identity behind \(node)",
        expected: "one on record",
        observed: "none on record"
      )
    case .tool:
      let touches = onward.contains { $0.kind == .reaches }
      let acts = onward.contains { $0.kind == .runsAs || $0.kind == .holds }
      if acts || !touches { return nil }
      return Deviation(
        "identity of \(node)",
        expected: "an identity or a credential on record, for a tool that touches resources",
        observed: "none on record"
      )
    case .identity, .role, .agent:
      return node.kind == .agent || !onward.isEmpty || node.id == TrustGraph.anyone
        ? nil
        : Deviation(
          "rights of \(node)",
          expected: "in the evidence",
          observed: "none on record"
        )
    case .entitlement:
      if let right = scope.first(Entitlement.self, node.id), !right.resolved {
        return Deviation(
          "rights by \(right.policy)",
          expected: "worked out",
          observed: "the policy is not in the evidence"
        )
      }
      return nil
    case .resource, .tenant, .environment, .vendor, .person: return nil
    }
  }
}
