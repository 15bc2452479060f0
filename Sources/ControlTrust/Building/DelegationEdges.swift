import ControlModel

extension TrustGraphBuilder {
  /// Who handed authority to whom.
  ///
  /// The giver can make the receiver act; where the receiver acts *as* the giver, or the giver takes
  /// the receiver's identity on, that is a second step.
  mutating func addDelegationEdges(of inventory: Inventory) {
    for delegation in inventory.records(Delegation.self) {
      let giver = node(.actor, delegation.from, .identity)
      let receiver = node(.actor, delegation.to, .identity)
      let ends = [delegation.expiresAt.instant, delegation.revokedAt.instant].compactMap { $0 }
      let basis = Edge.Basis(rawValue: delegation.basis.rawValue) ?? .declared
      let scope = delegation.scope.joined(separator: ", ")
      func limit(_ edge: inout TrustEdge) {
        edge.basis = basis
        edge.since = delegation.createdAt
        edge.until = ends.min()
        edge.reason = [
          delegation.kind.rawValue, scope.isEmpty ? "" : "for \(scope)",
          delegation.task.map { "in \($0)" } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
      }
      add(giver, .delegatesTo, receiver, delegation.locator, limit)
      switch delegation.kind {
      case .onBehalfOf, .impersonation, .tokenExchange:
        add(receiver, .mayAssume, giver, delegation.locator, limit)
      case .roleAssumption:
        add(giver, .mayAssume, receiver, delegation.locator, limit)
      case .agentHandOff, .administration:
        break
      }
    }
  }
}
