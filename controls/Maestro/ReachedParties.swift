import ControlTesting
import SuiteVocabulary

/// MAE7-2: whatever an agent can reach that acts is registered with a verified identity.
///
/// Agents, tools, integrations and suppliers are judged; what cannot act, such as a resource, is not.
struct ReachedParties: Fold {
  private var agents: [RecordReference] = []

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status == .enabled }

  mutating func observe(_ agent: Agent, _ scope: Scope) {
    agents.append(RecordReference(agent))
  }

  mutating func merge(_ later: ReachedParties) { agents += later.agents }

  func deviations(_ scope: Scope) -> [Deviation] {
    agents.flatMap { reference -> [Deviation] in
      guard let agent = scope.first(Agent.self, reference.key) else { return [] }
      let found =
        Self.fault { try agent.expectVerified(in: scope) }
        + Self.fault { try agent.expectDeclaredClass(in: scope) }
        + Self.reached(from: agent, scope)
        + Self.peers(of: agent, scope)
      return found.map { deviation in
        var deviation = deviation
        deviation.record = reference
        return deviation
      }
    }
  }

  private static func reached(from agent: Agent, _ scope: Scope) -> [Deviation] {
    let graph = scope.trust
    guard let start = graph.node(agent.id, in: .actor) else { return [] }
    let reach = graph.reach(from: start, following: .standing)
    return reach.nodes.flatMap { end -> [Deviation] in
      fault { try scope.expectRegistered(graph.nodes[end]) }.map { deviation in
        var deviation = deviation
        deviation.path = reach.path(to: end).map(graph.words)
        return deviation
      }
    }
  }

  /// The agents with which channels connect the agent, on both ends.
  private static func peers(of agent: Agent, _ scope: Scope) -> [Deviation] {
    let channels =
      scope.all(Channel.self, where: \.from, is: agent.id)
      + scope.all(Channel.self, where: \.to, is: agent.id).filter { $0.from != agent.id }
    return channels.flatMap { channel -> [Deviation] in
      let peer = channel.from == agent.id ? channel.to : channel.from
      return fault {
        guard let registered = scope.first(Agent.self, peer) else {
          throw Deviation(
            "peer",
            expected: "in the agent manifest",
            observed: "\(peer), not in the agent manifest, by \(channel.id)"
          )
        }
        try registered.expectVerified(in: scope)
        try expect("authentication of \(peer)", channel.mutualAuthentication, .equal(.required))
      }
    }
  }

  private static func fault(_ body: () throws -> Void) -> [Deviation] {
    do {
      try body()
      return []
    } catch {
      return [Deviation(thrown: error)]
    }
  }
}

extension Agent {
  /// States that the agent acts under an identity that is known, is of a known supplier where it is a
  /// supplier's.
  fileprivate func expectVerified(in scope: Scope) throws {
    let identities = [runsAs, workloadEntry].compactMap { $0 }
    let isKnown = identities.contains {
      scope.first(Identity.self, $0) != nil
        || !scope.all(WorkloadEntry.self, where: \.name, is: $0).isEmpty
    }
    if !isKnown {
      throw Deviation(
        "identity of agent \(id)",
        expected: "in the identity inventory",
        observed: identities.first ?? "not recorded"
      )
    }
    try scope.expectSupplier(vendor, of: "agent \(id)")
  }

  /// Compares what the agent is declared to be with what its reach makes it.
  fileprivate func expectDeclaredClass(in scope: Scope) throws {
    let graph = scope.trust
    guard let node = graph.node(id, in: .actor) else { return }
    let used = Set(
      graph.edges(from: node).map { graph.edges[$0] }.filter { $0.kind == .uses }
        .map { graph.nodes[$0.to].id }
    )
    let tools = Dictionary(
      used.compactMap { name in scope.first(Tool.self, name).map { (name, $0) } },
      uniquingKeysWith: { one, _ in one }
    )
    let found = graph.autonomy(of: node, tools: tools)
    let order: [Agent.AutonomyClass] = [.assistive, .supervised, .bounded, .autonomous]
    guard let declared = autonomyClass, let own = order.firstIndex(of: declared),
      let worked = order.firstIndex(of: found.class), own >= worked
    else {
      throw Deviation(
        "declared autonomy of agent \(id)",
        expected: "at least \(found.class.rawValue): \(found.because.joined(separator: ", "))",
        observed: autonomyClass?.rawValue ?? "not recorded"
      )
    }
  }
}

extension Scope {
  /// States that something in reach that acts is registered, and that its maker is known.
  fileprivate func expectRegistered(_ node: TrustNode) throws {
    switch (node.space, node.kind) {
    case (.actor, .agent):
      if let agent = first(Agent.self, node.id) { return try agent.expectVerified(in: self) }
      // An identity that stands for an agent is no agent of its own.
      guard let identity = first(Identity.self, node.id) else {
        throw Self.unregistered("agent", node.id, "the agent manifest")
      }
      try expectSupplier(identity.vendor, of: node.id)
    case (.tool, _):
      guard let tool = first(Tool.self, node.id) else {
        throw Self.unregistered("tool", node.id, "the tool registry")
      }
      try expectListing(tool)
    case (.actor, .identity), (.actor, .role):
      if !node.isKnown { throw Self.unregistered("identity", node.id, "the identity inventory") }
      try expectSupplier(node.vendor, of: node.id)
    case (.actor, .vendor):
      if first(VendorRecord.self, node.id) != nil || node.id == TrustGraph.anyone { return }
      throw Self.unregistered("party", node.id, "the third-party register")
    case (.entitlement, _):
      guard let grant = first(Grant.self, node.id) else { return }
      try expect("verified publisher of \(grant.id)", grant.publisherVerified, .equal(true))
      try expectSupplier(grant.vendor, of: grant.id)
    default: return
    }
  }

  /// States that a tool is known by its publisher, its content and an approval.
  private func expectListing(_ tool: Tool) throws {
    try expect("publisher of tool \(tool.id)", tool.publisher, .notEmpty)
    if tool.transport == .stdio {
      try expect("pinning of tool \(tool.id)", tool.pinned, .equal(true))
    }
    if !tool.approvedAt.hasPassed(at: asOf) {
      throw Deviation(
        "approval of tool \(tool.id)",
        expected: "at or before \(asOf)",
        observed: tool.approvedAt.description
      )
    }
    try expectSupplier(tool.vendor, of: "tool \(tool.id)")
  }

  /// States that the supplier behind something is in the register; what has none is one's own.
  fileprivate func expectSupplier(_ vendor: String?, of name: String) throws {
    guard let vendor, first(VendorRecord.self, vendor) == nil else { return }
    throw Deviation(
      "supplier of \(name)",
      expected: "in the third-party register",
      observed: "\(vendor), not in the third-party register"
    )
  }

  private static func unregistered(_ what: String, _ id: String, _ register: String) -> Deviation {
    Deviation(what, expected: "in \(register)", observed: "\(id), not in \(register)")
  }
}
