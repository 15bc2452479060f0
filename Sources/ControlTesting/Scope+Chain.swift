public import ControlTrust

extension Scope {
  /// The shortest way by which an agent gets to a thing by what is in force, hop by hop with the
  /// record that proves each: what a finding about the thing carries as its path.
  ///
  /// - Parameters:
  ///   - id: A name of the thing.
  ///   - space: Where the name counts; `nil`: the first space that knows it.
  /// - Returns: The hops in words; empty where no agent gets there, or the thing is an agent.
  /// - Complexity: O(*v* + *e*) at the first use, then O(*n*) in the hops.
  public func chain(to id: String, in space: TrustNode.Space? = nil) -> [String] {
    let graph = trust
    guard let node = graph.node(id, in: space) else { return [] }
    return waysFromAgents(in: graph).path(to: node).map(graph.words)
  }

  /// Makes a statement about a thing; where it does not hold, the deviation carries the way by which
  /// an agent gets to the thing.
  ///
  /// - Parameters:
  ///   - id: A name of the thing.
  ///   - space: Where the name counts.
  ///   - statement: The statement.
  /// - Throws: What the statement throws; a ``Deviation`` that has no path of its own with the chain.
  public func tracing(
    _ id: String,
    in space: TrustNode.Space,
    _ statement: () throws -> Void
  ) throws {
    do {
      try statement()
    } catch var deviation as Deviation {
      if deviation.path.isEmpty { deviation.path = chain(to: id, in: space) }
      throw deviation
    }
  }
}
