import ControlModel

extension TrustGraphBuilder {
  /// Under which identity a tool acts, what it has at hand, and what it touches.
  mutating func addToolEdges(of inventory: Inventory) {
    for tool in inventory.records(Tool.self) {
      let start = node(.tool, tool.id, .tool)
      let basis = Edge.Basis(rawValue: tool.basis.rawValue) ?? .declared
      if let identity = tool.runsAs {
        add(start, .runsAs, node(.actor, identity, .identity), tool.locator) { $0.basis = basis }
      }
      for credential in tool.credentials ?? [] {
        add(start, .holds, node(.credential, credential, .credential), tool.locator) {
          $0.basis = basis
        }
      }
      for secret in tool.secrets ?? [] {
        add(start, .holds, node(.secret, secret, .secret), tool.locator) { $0.basis = basis }
      }
      for resource in tool.resources ?? [] {
        add(start, .reaches, node(.resource, resource, .resource), tool.locator) { edge in
          edge.basis = basis
          edge.reason = (tool.effects ?? []).map(\.rawValue).joined(separator: ", ")
        }
      }
      own(tool.owner, start, tool.locator)
    }
    addServerEdges(of: inventory)
  }

  /// What tool servers come to hold beside what the registry gives them: the tokens of their callers
  /// where they are passed on, and secrets that stand in their configuration.
  ///
  /// The MCP specification (security best practices) forbids to pass a caller's token through; a
  /// server that gets it can act as the caller.
  private mutating func addServerEdges(of inventory: Inventory) {
    var callers: [String: [Agent]] = [:]
    for agent in inventory.records(Agent.self) {
      let denied = Set(agent.deniedTools ?? [])
      for tool in (agent.tools + (agent.askTools ?? [])).unique where !denied.contains(tool) {
        callers[tool, default: []].append(agent)
      }
    }
    for tool in inventory.records(Tool.self) {
      let start = node(.tool, tool.id, .tool)
      if let count = tool.plaintextSecrets, count > 0 {
        let secret = node(.secret, "written out in the configuration of \(tool.id)", .secret)
        describe(secret, tool.locator) { node in
          node.owner = tool.owner
          node.tenant = tool.tenant
          node.environment = tool.environment
        }
        add(start, .holds, secret, tool.locator) { edge in
          edge.reason = count == 1 ? "one secret" : "\(count) secrets"
        }
      }
      guard tool.tokenForwarding == .passThrough || tool.tokenForwarding == .unknown else {
        continue
      }
      for caller in callers[tool.id] ?? [] {
        add(start, .mayAssume, node(.actor, caller.id, .agent), tool.locator) { edge in
          edge.isEscalation = true
          edge.reason = "the caller's token is handed to the server"
          if tool.tokenForwarding == .unknown { edge.conditions = ["its token is passed through"] }
        }
      }
    }
  }
}
