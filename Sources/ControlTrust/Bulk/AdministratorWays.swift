/// The shortest way of every node to an administrator, found once from the administrators back.
struct AdministratorWays {
  /// How many steps each node is from the nearest administrator; `UInt32.max` where it reaches none.
  let steps: [UInt32]
  /// The edge that each node takes first, as a place among the graph's edges.
  private let first: [UInt32]

  /// Finds the ways.
  ///
  /// - Complexity: O(*v* + *e*).
  init(_ graph: CompactGraph) {
    var steps = [UInt32](repeating: .max, count: graph.nodeCount)
    var first = steps
    var queue: [UInt32] = []
    for node in graph.isAdministrator.indices where graph.isAdministrator[node] {
      steps[node] = 0
      queue.append(UInt32(node))
    }
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      for place in Int(graph.incomingStarts[node])..<Int(graph.incomingStarts[node + 1]) {
        let edge = Int(graph.incoming[place])
        let source = Int(graph.sources[edge])
        if steps[source] != .max { continue }
        steps[source] = steps[node] + 1
        first[source] = UInt32(edge)
        queue.append(UInt32(source))
      }
    }
    self.steps = steps
    self.first = first
  }

  /// The edges of a node's shortest way, as places among the graph's edges; empty where it reaches no
  /// administrator, or is one.
  func way(from node: Int, _ graph: CompactGraph) -> [Int] {
    var way: [Int] = []
    var current = node
    while steps[current] != 0, steps[current] != .max {
      let edge = Int(first[current])
      way.append(edge)
      current = Int(graph.targets[edge])
    }
    return way
  }
}
