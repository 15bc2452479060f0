import ControlTesting

extension Agent {
  /// Holds every edge from the agent to a tool or another agent to its limits and a breaker.
  ///
  /// The edges are those of the trust graph: what the manifest says, and what an imported graph adds.
  ///
  /// - Complexity: O(*n*) in the agent's edges.
  func checkEdges(_ scope: Scope) throws {
    let graph = scope.trust
    guard let start = graph.node(id, in: .actor) else { return }
    let targets = graph.edges(from: start).map { graph.edges[$0] }
      .filter { ($0.kind == .uses || $0.kind == .delegatesTo) && Following.open.takes($0) }
      .map { graph.nodes[$0.to].id }
    let own =
      scope.all(Limit.self, where: \.scope, is: id)
      + scope.all(Limit.self, where: \.agent, is: id)
    var first: Deviation?
    var lacking = 0
    for target in Set(targets).sorted() {
      let limits = (own + scope.all(Limit.self, where: \.scope, is: target))
        .filter { $0.isEnforced && $0.covers(edgeFrom: id, to: target) }
      guard let deviation = Self.deviation(of: limits, on: target, scope.policy) else { continue }
      lacking += 1
      first = first ?? deviation
    }
    guard var deviation = first else { return }
    if lacking > 1 { deviation.observed += "; \(lacking) edges lack limits" }
    throw deviation
  }

  private static func deviation(
    of limits: [Limit],
    on target: String,
    _ policy: Policy
  ) -> Deviation? {
    let needed: [Limit.Kind] = [.fanOut, .depth, .rate, .cost, .breaker]
    let caps: [Limit.Kind: Int] = [.fanOut: policy.maximumFanOut, .depth: policy.maximumDepth]
    let missing = needed.filter { kind in !limits.contains { $0.kind == kind } }
    if !missing.isEmpty {
      return Deviation(
        "limits of the edge to \(target)",
        expected: needed.map(\.rawValue).joined(separator: ", "),
        observed: "no \(missing.map(\.rawValue).joined(separator: ", "))"
      )
    }
    for kind in needed {
      guard let cap = caps[kind] else { continue }
      let strictest = limits.filter { $0.kind == kind }.map(\.value).min() ?? .infinity
      if strictest <= Double(cap) { continue }
      return Deviation(
        "\(kind.rawValue) limit of the edge to \(target)",
        expected: "at most \(cap)",
        observed: "\(strictest)"
      )
    }
    return nil
  }
}

extension Limit {
  /// Whether the limit holds for what an agent sends to a tool or another agent.
  ///
  /// An agent's own limits hold on all its edges. What it calls may limit and break off all that
  /// comes in, but cannot bound how wide or deep the caller goes elsewhere.
  fileprivate func covers(edgeFrom agent: String, to target: String) -> Bool {
    switch scopeKind {
    case .agent, .tool:
      if scope == agent { return true }
      return scope == target && (kind == .rate || kind == .cost || kind == .breaker)
    case .edge: return (scope == agent || self.agent == agent) && to == target
    case .model, .caller, .tenant, .workload, .task: return false
    }
  }
}
