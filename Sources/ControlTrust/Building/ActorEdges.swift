import ControlModel

extension TrustGraphBuilder {
  /// Under which identity each agent and workload acts, what it has at hand, and who owns it.
  mutating func addActorEdges(of inventory: Inventory) {
    for agent in inventory.records(Agent.self) { addEdges(of: agent) }
    for identity in inventory.records(Identity.self) { addEdges(of: identity) }
    for entry in inventory.records(WorkloadEntry.self) { addEdges(of: entry) }
    for vendor in inventory.records(VendorRecord.self) {
      own(vendor.owner, node(.actor, vendor.id, .vendor), vendor.locator)
    }
  }

  private mutating func addEdges(of agent: Agent) {
    let start = node(.actor, agent.id, .agent)
    let basis = agent.basis.edgeBasis
    if let identity = agent.runsAs {
      add(start, .runsAs, node(.actor, identity, .identity), agent.locator) { $0.basis = basis }
    }
    if let entry = agent.workloadEntry, entry != agent.runsAs {
      add(start, .runsAs, node(.actor, entry, .identity), agent.locator) { $0.basis = basis }
    }
    for credential in agent.credentials ?? [] {
      add(start, .holds, node(.credential, credential, .credential), agent.locator) {
        $0.basis = basis
      }
    }
    for secret in agent.secrets ?? [] {
      add(start, .holds, node(.secret, secret, .secret), agent.locator) { $0.basis = basis }
    }
    let denied = Set(agent.deniedTools ?? [])
    let asked = Set(agent.askTools ?? [])
    for tool in (agent.tools + (agent.askTools ?? [])).unique where !denied.contains(tool) {
      add(start, .uses, node(.tool, tool, .tool), agent.locator) { edge in
        edge.basis = basis
        if asked.contains(tool) { edge.conditions = ["a person agrees to the call"] }
      }
    }
    for other in agent.delegatesTo ?? [] {
      add(start, .delegatesTo, node(.actor, other, .agent), agent.locator) { $0.basis = basis }
    }
    own(agent.owner, start, agent.locator)
  }

  private mutating func addEdges(of identity: Identity) {
    let start = node(.actor, identity.id, identity.nodeKind)
    if let other = identity.runsAs {
      add(start, .runsAs, node(.actor, other, .identity), identity.locator)
    }
    for group in identity.memberOf ?? [] {
      add(start, .memberOf, node(.actor, group, .role), identity.locator)
    }
    for agent in identity.agents ?? [] {
      add(node(.actor, agent, .agent), .runsAs, start, identity.locator)
    }
    if let vendor = identity.vendor {
      add(node(.actor, vendor, .vendor), .owns, start, identity.locator) { edge in
        // Whoever runs an identity can act as it.
        edge.isTraversable = identity.controller == .vendor
        edge.reason = identity.controller == .vendor ? "the supplier controls it" : ""
      }
    }
    own(identity.owner, start, identity.locator)
  }

  private mutating func addEdges(of entry: WorkloadEntry) {
    let start = node(.actor, entry.name, .identity)
    let condition = "a workload matches \(entry.selectors.joined(separator: ", "))"
    if let identity = entry.identity {
      add(start, .authenticatesAs, node(.actor, identity, .identity), entry.locator)
    }
    if let agent = entry.agent {
      add(node(.actor, agent, .agent), .runsAs, start, entry.locator)
    }
    if let parent = entry.parent {
      // The node's agent hands out the documents of what runs on it.
      add(node(.actor, parent, .identity), .mayAssume, start, entry.locator) {
        $0.conditions = [condition]
      }
    }
    if entry.administrator {
      let power = administrator(of: entry.trustDomain, entry.locator)
      add(start, .grants, power, entry.locator) { $0.reason = "may write entries" }
    }
    own(entry.owner, start, entry.locator)
  }

  /// Who answers for a node; it gives no rights.
  mutating func own(_ owner: String?, _ node: Int, _ locator: Locator) {
    guard let owner else { return }
    add(self.node(.actor, owner, .person), .owns, node, locator) { $0.isTraversable = false }
  }

  /// The node that stands for all power over an account.
  mutating func administrator(of account: String, _ locator: Locator) -> Int {
    let index = node(.entitlement, "administrator of \(account)", .entitlement)
    describe(index, locator) { node in
      node.isAdministrator = true
      node.account = account
    }
    return index
  }
}

extension Agent.Basis {
  /// The same word for an edge.
  var edgeBasis: Edge.Basis { Edge.Basis(rawValue: rawValue) ?? .declared }
}
