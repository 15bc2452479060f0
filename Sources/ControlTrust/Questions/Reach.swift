/// Everything that can be reached from a node, with one shortest way to each.
public struct Reach: Sendable {
  /// The node at the start.
  public let start: Int
  /// The nodes reached, nearest first; the start is not among them.
  public let nodes: [Int]
  private let graph: TrustGraph
  /// The edge by which each node was reached first.
  private let steps: [Int: Int]

  init(start: Int, nodes: [Int], steps: [Int: Int], graph: TrustGraph) {
    self.start = start
    self.nodes = nodes
    self.steps = steps
    self.graph = graph
  }

  /// Whether a node is reached.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: `false` for the start itself.
  public func contains(_ node: Int) -> Bool { steps[node] != nil }

  /// One shortest way to a node, step by step.
  ///
  /// Of several ways of one length the one whose steps stand first in the graph is given, steps that
  /// hold in any case before conditional ones.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: The edges; empty where the node is not reached, or is the start.
  /// - Complexity: O(*n*) in the steps of the way.
  public func path(to node: Int) -> [TrustEdge] {
    var path: [TrustEdge] = []
    var current = node
    while let step = steps[current] {
      let edge = graph.edges[step]
      path.append(edge)
      current = edge.from
    }
    return path.reversed()
  }
}

extension TrustGraph {
  /// Everything that can be reached from a node.
  ///
  /// - Parameters:
  ///   - start: The node's index.
  ///   - following: Which steps are taken.
  /// - Returns: The nodes with a way to each.
  /// - Complexity: O(*v* + *e*) in the nodes and edges reached.
  public func reach(from start: Int, following: Following = .open) -> Reach {
    var steps: [Int: Int] = [:]
    var order: [Int] = [start]
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      for index in edges(from: node) {
        let edge = edges[index]
        guard edge.to != start, following.takes(edge), steps[edge.to] == nil else { continue }
        steps[edge.to] = index
        order.append(edge.to)
      }
    }
    order.removeFirst()
    return Reach(start: start, nodes: order, steps: steps, graph: self)
  }

  /// Who can reach one of some nodes, each with a shortest way there.
  ///
  /// - Parameters:
  ///   - targets: The nodes' indices.
  ///   - following: Which steps are taken.
  /// - Returns: The nodes from which a target is reached, in order of distance, without the targets.
  /// - Complexity: O(*v* + *e*) in the nodes and edges that lead there.
  public func approaches(to targets: [Int], following: Following = .open) -> Approaches {
    var steps = [Int32](repeating: -1, count: nodes.count)
    var isTarget = [Bool](repeating: false, count: nodes.count)
    for target in targets { isTarget[target] = true }
    var order = targets
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      for index in edges(to: node) {
        let edge = edges[index]
        guard following.takes(edge), steps[edge.from] < 0, !isTarget[edge.from] else { continue }
        steps[edge.from] = Int32(index)
        order.append(edge.from)
      }
    }
    return Approaches(nodes: Array(order[targets.count...]), steps: steps, graph: self)
  }
}

/// The nodes that can reach one of some targets, with one shortest way of each.
public struct Approaches: Sendable {
  /// The nodes, those nearest to a target first; the targets are not among them.
  public let nodes: [Int]
  private let steps: [Int32]
  private let graph: TrustGraph

  init(nodes: [Int], steps: [Int32], graph: TrustGraph) {
    self.nodes = nodes
    self.steps = steps
    self.graph = graph
  }

  /// Whether a node can reach a target.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: `false` for the targets themselves.
  public func contains(_ node: Int) -> Bool { steps[node] >= 0 }

  /// One shortest way from a node to a target.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: The edges; empty where no target is reached, or the node is one.
  public func path(from node: Int) -> [TrustEdge] {
    var path: [TrustEdge] = []
    var current = node
    while steps[current] >= 0 {
      let edge = graph.edges[Int(steps[current])]
      path.append(edge)
      current = edge.to
    }
    return path
  }
}
