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
  }
}
