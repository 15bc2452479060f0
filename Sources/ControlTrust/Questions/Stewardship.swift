public import ControlModel

extension TrustGraph {
  /// The actors, tools, credentials and secrets that nobody answers for: no owner is recorded, or
  /// the owner is known to have left.
  ///
  /// - Returns: Node indices in order.
  public func orphans() -> [Int] {
    nodes.indices.filter { index in
      let node = nodes[index]
      guard node.isKnown, node.isLive else { return false }
      switch node.kind {
      case .agent, .tool, .credential, .secret, .identity:
        guard let owner = node.owner else { return true }
        return self.node(owner, in: .actor).map { nodes[$0].isKnown && !nodes[$0].isLive } ?? false
      case .role, .entitlement, .resource, .tenant, .environment, .vendor, .person: return false
      }
    }
  }

  /// A credential that several actors have at hand: what one of them does, none can deny.
  public struct SharedCredential: Sendable, Hashable {
    /// The credential.
    public let credential: Int
    /// The actors that hold it, directly or in a secret that they may read, in order.
    public let holders: [Int]
  }

  /// The credentials that more than one actor has at hand.
  ///
  /// - Returns: In order of credentials.
  /// - Complexity: O(*v* + *e*).
  public func sharedCredentials() -> [SharedCredential] {
    nodes.indices.compactMap { index in
      guard nodes[index].kind == .credential, nodes[index].isLive else { return nil }
      let holders = Set(actorsHolding(index, depth: 0)).sorted()
      return holders.count > 1 ? SharedCredential(credential: index, holders: holders) : nil
    }
  }

  /// The actors that hold a credential or secret; a secret holds a credential, and tools hold for
  /// the agents that use them.
  private func actorsHolding(_ node: Int, depth: Int) -> [Int] {
    edges(to: node).flatMap { index -> [Int] in
      let edge = edges[index]
      guard Following.open.takes(edge), edge.kind == .holds || edge.kind == .uses else { return [] }
      switch nodes[edge.from].space {
      case .actor: return [edge.from]
      case .secret, .tool: return depth < 4 ? actorsHolding(edge.from, depth: depth + 1) : []
      case .credential, .entitlement, .resource: return []
      }
    }
  }

  /// The rights that no record shows in use: `granted, never seen used`.
  ///
  /// - Parameter inventory: Where uses are recorded.
  /// - Returns: The indices of entitlement nodes in order; empty where no usage report says what was
  ///   looked at, since then nobody can tell.
  /// - Complexity: O(*n* · *m*) in the rights and uses of each holder.
  public func unusedEntitlements(_ inventory: Inventory) -> [Int] {
    // A report may name an identity by another of its names than its policies do.
    let uses = Dictionary(grouping: inventory.records(Usage.self)) { use in
      node(use.identity, in: .actor).map { nodes[$0].id } ?? use.identity
    }
    if uses.isEmpty { return [] }
    let rights = Dictionary(
      inventory.records(Entitlement.self).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return nodes.indices.filter { index in
      guard nodes[index].kind == .entitlement, let right = rights[nodes[index].id],
        right.resolved,
        let seen = uses[node(right.holder, in: .actor).map { nodes[$0].id } ?? right.holder]
      else { return false }
      let actions = right.actions.map(PermissionPattern.init)
      return !seen.contains { use in
        guard use.lastUsedAt.instant != nil else { return false }
        if let entitlement = use.entitlement { return entitlement == right.id }
        let used = PermissionPattern(use.permission)
        return actions.contains { $0.overlaps(used) }
      }
    }
  }
}
