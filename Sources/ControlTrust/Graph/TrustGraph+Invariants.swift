extension TrustGraph {
  /// What of the graph's own rules does not hold; empty where all do.
  ///
  /// For tests: ends within bounds, order of edges, both indices in step, one node a name.
  package func brokenInvariants() -> [String] {
    var broken: [String] = []
    for (index, edge) in edges.enumerated() {
      if !nodes.indices.contains(edge.from) || !nodes.indices.contains(edge.to) {
        broken.append("edge \(index) leads out of the graph")
      }
      if edge.from == edge.to { broken.append("edge \(index) is a loop") }
      if index > 0, edges[index - 1].from > edge.from { broken.append("edge \(index) is unsorted") }
    }
    for node in nodes.indices {
      if !edges(from: node).allSatisfy({ edges[$0].from == node }) {
        broken.append("edges from \(nodes[node])")
      }
      if !edges(to: node).allSatisfy({ edges[$0].to == node }) {
        broken.append("edges to \(nodes[node])")
      }
      if self.node(nodes[node].id, in: nodes[node].space) == nil {
        broken.append("\(nodes[node]) cannot be found by its name")
      }
    }
    let arriving = nodes.indices.reduce(0) { $0 + edges(to: $1).count }
    if arriving != edges.count { broken.append("\(arriving) edges arrive of \(edges.count)") }
    return broken
  }
}
