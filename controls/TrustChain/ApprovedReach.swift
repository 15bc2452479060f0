import ControlTesting
import SuiteVocabulary

/// TRU-5: what an agent can reach, by itself or through others, and what it was seen to reach, held to
/// what was approved for it.
///
/// Of the logs it holds one entry for each agent and tool, and each agent and resource.
struct ApprovedReach: Fold {
  private struct Use: Hashable, Codable {
    let agent: String
    let isTool: Bool
    let name: String
  }

  private struct Sighting: Codable {
    var count = 1
    let first: RecordReference
  }

  private var agents = AgentList()
  private var uses = Sightings<Use, Sighting>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, _ in
        guard call.result != .denied else { return }
        state.note(call.agent, true, call.tool, call)
        if let resource = call.resource { state.note(call.agent, false, resource, call) }
      },
      Watched(AuditEvent.self) { state, event, _ in
        guard event.result != .denied, event.kind == .data, let agent = event.agent,
          let resource = event.resource
        else { return }
        state.note(agent, false, resource, event)
      },
    ]
  }

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status == .enabled }

  private mutating func note(
    _ agent: String,
    _ isTool: Bool,
    _ name: String,
    _ record: any EvidenceRecord
  ) {
    let use = Use(agent: agent, isTool: isTool, name: name)
    uses.note(use, Sighting(first: RecordReference(record))) { $0.count += 1 }
  }

  mutating func observe(_ agent: Agent, _ scope: Scope) throws {
    agents.note(agent)
    try expect("identity", agent.runsAs ?? agent.workloadEntry, .present)
  }

  mutating func merge(_ later: ApprovedReach) {
    agents.merge(later.agents)
    uses.merge(later.uses) { $0.count += $1.count }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let byAgent = Dictionary(grouping: uses.all) { $0.key.agent }
    let found = agents.deviations(scope, following: .open) { ways -> [Deviation] in
      if let unknown = scope.unknownIdentity(of: ways.agent) { return [unknown] }
      let approved = ApprovedScope(of: ways.agent, scope)
      guard let approval = approved.approval else {
        return [
          Deviation(
            "approval of \(ways.agent.id)",
            expected: "one in force that names what it may reach",
            observed: approved.doubt
          )
        ]
      }
      let reached = ways.excess(beyond: approved, approval, scope)
      return reached + Self.excess(byAgent[ways.agent.id] ?? [], beyond: approved, approval)
    }
    return found + scope.scopeExcesses()
  }

  /// What the agent was seen to reach beyond its approval.
  private static func excess(
    _ uses: [(key: Use, value: Sighting)],
    beyond approved: ApprovedScope,
    _ approval: ProcurementApproval
  ) -> [Deviation] {
    uses.compactMap { use, sighting in
      let isAllowed =
        use.isTool ? approved.allows(tool: use.name) : approved.allows(resource: use.name)
      if isAllowed { return nil }
      var deviation = Deviation(
        "\(use.isTool ? "tool" : "resource") that \(use.agent) used",
        expected: "one approved by \(approval.id)",
        observed: "\(use.name), \(sighting.count == 1 ? "once" : "\(sighting.count) times")"
      )
      deviation.record = sighting.first
      return deviation
    }
  }
}

extension AgentWays {
  /// What the agent can reach beyond its approval, each with the way there.
  fileprivate func excess(
    beyond approved: ApprovedScope,
    _ approval: ProcurementApproval,
    _ scope: Scope
  ) -> [Deviation] {
    reach.nodes.compactMap { index -> Deviation? in
      let node = node(index)
      guard let fault = fault(of: node, approved, scope) else { return nil }
      return Deviation(
        "reach of \(agent.id)",
        expected: "within what \(approval.id) approves",
        observed: fault + since(approval, to: index),
        path: path(to: index)
      )
    }
  }

  private func fault(of node: TrustNode, _ approved: ApprovedScope, _ scope: Scope) -> String? {
    if node.isAdministrator { return "\(node.id), all power" }
    switch node.space {
    case .tool:
      if !approved.allows(tool: node.id) { return "\(node.id), a tool that is not approved" }
    case .resource:
      if !approved.allows(resource: node.id) {
        return "\(node.id), a resource that is not approved"
      }
    case .entitlement:
      let actions =
        scope.first(Entitlement.self, node.id).map { $0.exceptActions == nil ? $0.actions : ["*"] }
        ?? scope.first(Grant.self, node.id)?.scopes ?? []
      if let action = actions.first(where: { !approved.allows(action: $0) }) {
        return "\(action) by \(node.id), a scope that is not approved"
      }
    case .actor, .credential, .secret: break
    }
    // A person in reach is judged by what can be done as that person.
    if node.kind == .person { return nil }
    if let tenant = node.tenant, tenant != agent.tenant, !approved.allows(tenant: tenant) {
      return "\(node.id), of tenant \(tenant), which is not approved"
    }
    if let environment = node.environment, environment != agent.environment,
      !approved.allows(environment: environment)
    {
      return "\(node.id), in \(environment), which is not approved"
    }
    return nil
  }

  /// Whether the way came after the approval: then the agent's privilege has drifted since.
  private func since(_ approval: ProcurementApproval, to node: Int) -> String {
    guard let decided = approval.decidedAt.instant,
      let newest = reach.path(to: node).compactMap(\.since).max(), newest > decided
    else { return "" }
    return "; since \(newest), after the approval of \(decided)"
  }
}
