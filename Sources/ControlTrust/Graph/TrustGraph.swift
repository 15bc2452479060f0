public import ControlModel

/// Who can become whom, who holds what, and what each may do at one time, by the evidence alone.
///
/// Only what records state or what follows from stated policies is an edge: nothing is inferred from
/// names. Edges that had ended, were revoked or had not begun at the time are not in it.
public struct TrustGraph: Sendable {
  /// The nodes, in order of space and name.
  public let nodes: [TrustNode]
  /// The edges, in order of start, kind, end and place of proof.
  public let edges: [TrustEdge]
  /// The names that were found to be one thing.
  public let merges: [TrustMerge]
  /// The names that two things claim.
  public let doubts: [DoubtfulMerge]
  /// The time the graph is of.
  public let asOf: Instant

  /// Where the edges of each node start in ``edges``; one more than there are nodes.
  private let starts: [Int32]
  /// The edges by their end: indices into ``edges``.
  private let incoming: [Int32]
  private let incomingStarts: [Int32]
  let names: [TrustName: Int32]

  init(
    nodes: [TrustNode],
    edges: [TrustEdge],
    names: [TrustName: Int32],
    merges: [TrustMerge],
    doubts: [DoubtfulMerge],
    asOf: Instant
  ) {
    self.nodes = nodes
    self.edges = edges
    self.names = names
    self.merges = merges
    self.doubts = doubts
    self.asOf = asOf
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    var incomingStarts = starts
    for edge in edges {
      starts[edge.from + 1] += 1
      incomingStarts[edge.to + 1] += 1
    }
    for index in nodes.indices {
      starts[index + 1] += starts[index]
      incomingStarts[index + 1] += incomingStarts[index]
    }
    var free = incomingStarts
    var incoming = [Int32](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      incoming[Int(free[edge.to])] = Int32(index)
      free[edge.to] += 1
    }
    self.starts = starts
    self.incomingStarts = incomingStarts
    self.incoming = incoming
  }

  /// The index of a node by a name of it.
  ///
  /// - Parameters:
  ///   - id: The name, or another name that was found to be the same thing.
  ///   - space: Where the name counts; `nil`: the first space that knows it.
  /// - Returns: The index in ``nodes``; `nil` where nothing is called so.
  /// - Complexity: O(1).
  public func node(_ id: String, in space: TrustNode.Space? = nil) -> Int? {
    if let space { return names[TrustName(space: space, id: id)].map(Int.init) }
    for space in TrustNode.Space.allCases {
      if let index = names[TrustName(space: space, id: id)] { return Int(index) }
    }
    return nil
  }

  /// The indices in ``edges`` of the steps that start at a node.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: A range, empty where the node leads nowhere.
  public func edges(from node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The indices in ``edges`` of the steps that lead to a node, in order of their starts.
  ///
  /// - Parameter node: The node's index.
  /// - Returns: The indices; empty where nothing leads there.
  public func edges(to node: Int) -> some RandomAccessCollection<Int> {
    incoming[Int(incomingStarts[node])..<Int(incomingStarts[node + 1])].lazy.map(Int.init)
  }

  /// A step as a finding prints it: from, how, to, and the record that proves it.
  ///
  /// - Parameter edge: The edge.
  /// - Returns: One line.
  public func words(of edge: TrustEdge) -> String {
    var text = "\(nodes[edge.from].id) \(edge.kind.rawValue) \(nodes[edge.to].id)"
    if !edge.reason.isEmpty { text += ", \(edge.reason)" }
    if edge.isConditional { text += ", if \(edge.conditions.joined(separator: " and "))" }
    return text + " [\(edge.locator)]"
  }

  /// The references to things that no record describes.
  ///
  /// - Returns: In the order of ``edges``.
  /// - Complexity: O(*e*).
  public func looseEnds() -> [LooseEnd] {
    edges.compactMap { edge in
      for (node, other) in [(edge.to, edge.from), (edge.from, edge.to)]
      where !nodes[node].isKnown {
        return LooseEnd(node: node, from: other, kind: edge.kind, locator: edge.locator)
      }
      return nil
    }
  }
}

/// A name within a space.
struct TrustName: Hashable, Sendable {
  let space: TrustNode.Space
  let id: String
}
