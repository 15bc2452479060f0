import ControlTesting

/// A question that was asked: can the one act as the other.
struct Acting: Hashable, Sendable {
  let start: String
  let space: TrustNode.Space
  let end: Int
}

/// Places records on the graph, and remembers who can act as whom, since logs ask it again and again.
struct Placing {
  let scope: Scope
  var acting: [Acting: Bool] = [:]

  init(_ scope: Scope) { self.scope = scope }

  /// Whether something is, or by rights as they stand can become, an actor.
  ///
  /// - Parameters:
  ///   - name: The name of an actor or tool.
  ///   - end: The node to be acted as.
  ///   - space: Where the name counts.
  /// - Returns: `false` where the graph does not know the name.
  /// - Complexity: O(*v* + *e*) in what is reached, at the first time of asking.
  mutating func canAct(_ name: String, as end: Int, in space: TrustNode.Space = .actor) -> Bool {
    let question = Acting(start: name, space: space, end: end)
    if let known = acting[question] { return known }
    let answer = walk(name, end, space)
    acting[question] = answer
    return answer
  }

  /// Follows the steps that lead to acting as somebody: what is granted or touched does not.
  private func walk(_ name: String, _ end: Int, _ space: TrustNode.Space) -> Bool {
    let graph = scope.trust
    guard let start = graph.node(name, in: space) else { return false }
    if start == end { return true }
    var seen: Set<Int> = [start]
    var frontier = [start]
    while let node = frontier.popLast() {
      for index in graph.edges(from: node) {
        let step = graph.edges[index]
        guard Following.standing.takes(step), step.kind != .grants, step.kind != .reaches,
          seen.insert(step.to).inserted
        else { continue }
        if step.to == end { return true }
        frontier.append(step.to)
      }
    }
    return false
  }
}
