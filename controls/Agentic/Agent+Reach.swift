import ControlTesting

extension Agent {
  /// Holds the number of resources that the agent can touch, by itself or as another, to the cap.
  ///
  /// What leads to all power over an account, or to everything in one whose assets nobody listed,
  /// has no number and is above any cap. A resource that stands for others is not counted beside
  /// them.
  ///
  /// - Complexity: O(*v* + *e*) in what the agent reaches.
  func checkReach(_ scope: Scope) throws {
    let graph = scope.trust
    guard let runsAs else {
      throw Deviation("identity", expected: "present", observed: "not recorded")
    }
    guard let identity = graph.node(runsAs, in: .actor), graph.nodes[identity].isKnown else {
      throw Deviation(
        "identity",
        expected: "in the identity inventory",
        observed: "\(runsAs), not in it"
      )
    }
    guard let start = graph.node(id, in: .actor) else { return }
    let reach = graph.reach(from: start)
    let limit = scope.policy.maximumReach
    if let boundless = reach.nodes.first(where: graph.isBoundless) {
      throw Deviation(
        "reach",
        expected: "at most \(limit) resources",
        observed: graph.nodes[boundless].id,
        path: reach.path(to: boundless).map(graph.words)
      )
    }
    let harmed = reach.nodes.filter { graph.nodes[$0].space == .resource && !graph.covers($0) }
    guard harmed.count > limit, let last = harmed.last else { return }
    throw Deviation(
      "reach",
      expected: "at most \(limit) resources",
      observed: "\(harmed.count) resources",
      path: reach.path(to: last).map(graph.words)
    )
  }
}

extension TrustGraph {
  /// Whether a node stands for all power over an account, or for everything in one that nobody
  /// listed.
  fileprivate func isBoundless(_ node: Int) -> Bool {
    if nodes[node].isAdministrator { return true }
    return nodes[node].space == .resource && nodes[node].id.hasPrefix("everything in ")
      && !covers(node)
  }

  /// Whether a resource stands for others that are known.
  fileprivate func covers(_ node: Int) -> Bool {
    edges(from: node).contains { edges[$0].kind == .reaches && Following.open.takes(edges[$0]) }
  }
}
