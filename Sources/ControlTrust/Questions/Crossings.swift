import ControlModel

extension TrustGraph {
  /// A way that leads where it should not.
  public struct Crossing: Sendable, Hashable {
    /// The node at the start.
    public let from: Int
    /// The node at the end.
    public let to: Int
    /// The steps.
    public let path: [TrustEdge]
  }

  /// The ways by which an actor can become an administrator: one shortest way of each actor.
  ///
  /// - Parameter following: Which steps are taken.
  /// - Returns: In order of the actors' names.
  public func waysToAdministrator(following: Following = .open) -> [Crossing] {
    let powers = nodes.indices.filter { nodes[$0].isAdministrator }
    let approaches = approaches(to: powers, following: following)
    return approaches.nodes.filter { nodes[$0].space == .actor }.sorted()
      .map { start in
        let path = approaches.path(from: start)
        return Crossing(from: start, to: path.last?.to ?? start, path: path)
      }
  }

  /// The ways from an actor of one tenant to a node of another: one shortest for each pair of actor
  /// and tenant.
  ///
  /// - Parameter following: Which steps are taken.
  /// - Returns: In order of actors and nodes.
  /// - Complexity: O(*a* · (*v* + *e*)) in the actors of a tenant and what each reaches.
  public func tenantCrossings(following: Following = .open) -> [Crossing] {
    crossings(following) { start, end in
      guard let own = start.tenant, let other = end.tenant, own != other else { return nil }
      return other
    }
  }

  /// The ways from an actor outside production to something in it: one shortest for each pair of
  /// actor and environment.
  ///
  /// - Parameters:
  ///   - production: The environments that are production.
  ///   - following: Which steps are taken.
  /// - Returns: In order of actors and nodes.
  public func productionCrossings(
    into production: Set<String>,
    following: Following = .open
  ) -> [Crossing] {
    crossings(following) { start, end in
      guard let own = start.environment, !production.contains(own) else { return nil }
      guard let other = end.environment, production.contains(other) else { return nil }
      return other
    }
  }

  private func crossings(
    _ following: Following,
    _ border: (TrustNode, TrustNode) -> String?
  ) -> [Crossing] {
    var found: [Crossing] = []
    for start in nodes.indices where nodes[start].space == .actor {
      if nodes[start].tenant == nil && nodes[start].environment == nil { continue }
      let reach = reach(from: start, following: following)
      var crossed: Set<String> = []
      for end in reach.nodes {
        guard let border = border(nodes[start], nodes[end]), crossed.insert(border).inserted else {
          continue
        }
        found.append(Crossing(from: start, to: end, path: reach.path(to: end)))
      }
    }
    return found
  }
}
