import ControlModel

/// Collects nodes and edges while records are read, and puts them in order at the end.
struct TrustGraphBuilder {
  /// The time the graph is of.
  let asOf: Instant
  private(set) var nodes: [TrustNode] = []
  private var edges: [TrustEdge] = []
  private var names: [TrustName: Int32] = [:]
  private var merges: [TrustMerge] = []
  private var doubts: [TrustName: DoubtfulMerge] = [:]
  /// The identities that are groups, and so act only through their members.
  var groups: Set<String> = []

  init(asOf: Instant) { self.asOf = asOf }

  /// The node of a name, made where there is none.
  ///
  /// - Parameters:
  ///   - space: Where the name counts.
  ///   - id: The name.
  ///   - kind: What it is, where nothing has said so yet.
  /// - Returns: The node's index.
  mutating func node(_ space: TrustNode.Space, _ id: String, _ kind: TrustNode.Kind) -> Int {
    let name = TrustName(space: space, id: id)
    if let index = names[name] { return Int(index) }
    names[name] = Int32(nodes.count)
    nodes.append(TrustNode(space, id, kind))
    return nodes.count - 1
  }

  /// The node of a name, or `nil` where nothing is called so yet.
  func existing(_ space: TrustNode.Space, _ id: String) -> Int? {
    names[TrustName(space: space, id: id)].map(Int.init)
  }

  /// Describes a node by a record; the first record that does so speaks.
  mutating func describe(_ index: Int, _ locator: Locator, _ body: (inout TrustNode) -> Void) {
    if nodes[index].isKnown { return }
    nodes[index].isKnown = true
    nodes[index].locator = locator
    body(&nodes[index])
  }

  /// Changes a node, whoever described it.
  mutating func change(_ index: Int, _ body: (inout TrustNode) -> Void) { body(&nodes[index]) }

  /// States that a node has another name.
  ///
  /// Where another node that a record describes has the name, they are not merged: that is a doubt.
  mutating func alias(_ alias: String, of index: Int, because reason: String, _ locator: Locator) {
    let node = nodes[index]
    let name = TrustName(space: node.space, id: alias)
    if alias == node.id { return }
    guard let other = names[name] else {
      names[name] = Int32(index)
      merges.append(TrustMerge(id: node.id, alias: alias, reason: reason, locator: locator))
      return
    }
    if Int(other) == index { return }
    var claimants = doubts[name]?.claimants ?? [nodes[Int(other)].id]
    if !claimants.contains(node.id) { claimants.append(node.id) }
    doubts[name] = DoubtfulMerge(alias: alias, claimants: claimants, locator: locator)
  }

  /// Adds an edge where it is in force at the graph's time and leads elsewhere.
  mutating func add(
    _ from: Int,
    _ kind: TrustEdge.Kind,
    _ to: Int,
    _ locator: Locator,
    _ body: (inout TrustEdge) -> Void = { _ in }
  ) {
    if from == to { return }
    var edge = TrustEdge(from: from, to: to, kind: kind, locator: locator)
    body(&edge)
    if let since = edge.since, asOf < since { return }
    if let until = edge.until, until <= asOf { return }
    edge.isLive = nodes[from].isLive && nodes[to].isLive
    edges.append(edge)
  }

  /// Puts everything in order: the same evidence gives the same graph, whatever the order of files.
  func graph() -> TrustGraph {
    let order = nodes.indices.sorted { left, right in
      let (one, two) = (nodes[left], nodes[right])
      return one.space == two.space ? one.id < two.id : one.space.rawValue < two.space.rawValue
    }
    var places = [Int](repeating: 0, count: nodes.count)
    for (place, index) in order.enumerated() { places[index] = place }
    let moved = edges.map { edge in
      var edge = edge
      edge.from = places[edge.from]
      edge.to = places[edge.to]
      return edge
    }
    return TrustGraph(
      nodes: order.map { nodes[$0] },
      edges: moved.sorted(by: Self.precedes),
      names: names.mapValues { Int32(places[Int($0)]) },
      merges: merges,
      doubts: doubts.values.sorted { $0.alias < $1.alias },
      asOf: asOf
    )
  }

  private static func precedes(_ left: TrustEdge, _ right: TrustEdge) -> Bool {
    if left.from != right.from { return left.from < right.from }
    if left.isConditional != right.isConditional { return !left.isConditional }
    if left.isEscalation != right.isEscalation { return !left.isEscalation }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.to != right.to { return left.to < right.to }
    if left.locator != right.locator { return left.locator < right.locator }
    return left.reason < right.reason
  }
}
