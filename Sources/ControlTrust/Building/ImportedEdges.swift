import ControlModel

extension TrustGraphBuilder {
  /// The edges of a graph that another tool made, as it states them.
  mutating func addImportedEdges(of inventory: Inventory) {
    let records = inventory.records(Edge.self)
    if records.isEmpty { return }
    let kinds = Dictionary(
      inventory.records(Node.self).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for record in records {
      let from = end(record.from, kinds)
      let to = end(record.to, kinds)
      add(from, record.kind, to, record.locator) { edge in
        edge.isTraversable = record.traversable
        if record.conditional {
          edge.conditions = [record.condition ?? "a condition that the graph does not state"]
        }
        edge.reason = record.reason ?? ""
        edge.basis = record.basis
        edge.since = record.sinceAt.instant
        edge.until = record.untilAt.instant
      }
    }
  }

  /// The node at an end: the one of its own record, else whatever carries the name, else an actor.
  private mutating func end(_ id: String, _ kinds: [String: Node]) -> Int {
    if let record = kinds[id] { return node(record.space, id, record.kind) }
    for space in TrustNode.Space.allCases {
      if let index = existing(space, id) { return index }
    }
    return node(.actor, id, .identity)
  }
}
