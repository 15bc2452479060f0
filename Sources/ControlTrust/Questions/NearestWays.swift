/// The nodes that some of several starts reach, with one shortest way from the nearest start to each.
///
/// One walk serves every node, so that each finding of a control can show its chain.
public struct NearestWays: Sendable {
  private let steps: [Int32]
  private let graph: TrustGraph

  fileprivate init(steps: [Int32], graph: TrustGraph) {
    self.steps = steps
    self.graph = graph
  }

  /// Whether a start reaches a node.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: `false` for the starts themselves.
  public func contains(_ node: Int) -> Bool { steps[node] >= 0 }

  /// One shortest way from the nearest start to a node.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: The edges; empty where no start reaches the node, or the node is one.
  /// - Complexity: O(*n*) in the steps of the way.
  public func path(to node: Int) -> [TrustEdge] {
    var path: [TrustEdge] = []
    var current = node
    while steps[current] >= 0 {
      let edge = graph.edges[Int(steps[current])]
      path.append(edge)
      current = edge.from
    }
    return path.reversed()
  }
}

extension TrustGraph {
  /// The nodes that some of several starts reach.
  ///
  /// - Parameters:
  ///   - starts: The nodes' indices, those that count as nearer first.
  ///   - following: Which steps are taken.
  /// - Returns: One shortest way to each.
  /// - Complexity: O(*v* + *e*).
  public func nearestWays(from starts: [Int], following: Following = .open) -> NearestWays {
    var steps = [Int32](repeating: -1, count: nodes.count)
    var isStart = [Bool](repeating: false, count: nodes.count)
    for start in starts { isStart[start] = true }
    var order = starts
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      for index in edges(from: node) {
        let edge = edges[index]
        guard following.takes(edge), steps[edge.to] < 0, !isStart[edge.to] else { continue }
        steps[edge.to] = Int32(index)
        order.append(edge.to)
      }
    }
    return NearestWays(steps: steps, graph: self)
  }
}
