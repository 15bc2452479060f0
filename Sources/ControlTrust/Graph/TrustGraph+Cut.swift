extension TrustGraph {
  /// The graph as it would be if some nodes could no longer act or be used: after a revocation.
  ///
  /// - Parameter names: The indices of the nodes.
  /// - Returns: The same nodes, without the edges that start or end at one of those.
  /// - Complexity: O(*v* + *e*).
  public func without(_ names: Set<Int>) -> TrustGraph {
    TrustGraph(
      nodes: nodes,
      edges: edges.filter { !names.contains($0.from) && !names.contains($0.to) },
      names: self.names,
      merges: merges,
      doubts: doubts,
      asOf: asOf
    )
  }
}
