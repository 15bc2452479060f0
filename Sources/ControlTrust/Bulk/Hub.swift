/// The largest component of a graph with all that it reaches, found once.
///
/// Where trust is loose one component grows that nearly every start reaches. A sweep then stops at it:
/// what lies behind it is the same for all.
struct Hub: Sendable {
  /// The component.
  let component: Int
  /// Whether each component is the hub or lies behind it.
  let isBehind: [Bool]
  /// How many nodes are in it and behind it.
  let nodeCount: Int
  /// The tenants of these nodes, each plus one, in order.
  let tenants: [Int]

  /// Finds the largest component; of several the one with the highest number.
  ///
  /// - Complexity: O(*v* + *e*).
  init(_ graph: CompactGraph, _ components: Components) {
    var largest = 0
    var size = 0
    for component in 0..<components.count {
      let count = Int(components.starts[component + 1] - components.starts[component])
      if count >= size {
        largest = component
        size = count
      }
    }
    var isBehind = [Bool](repeating: false, count: components.count)
    var hasTenant = [Bool](repeating: false, count: graph.tenantNames.count + 1)
    var nodeCount = 0
    var queue: [Int] = components.count > 0 ? [largest] : []
    if components.count > 0 { isBehind[largest] = true }
    while let component = queue.popLast() {
      for place in components.starts[component]..<components.starts[component + 1] {
        let node = Int(components.members[Int(place)])
        nodeCount += 1
        hasTenant[Int(graph.tenants[node])] = true
        for edge in graph.starts[node]..<graph.starts[node + 1] {
          let target = Int(components.of[Int(graph.targets[Int(edge)])])
          if isBehind[target] { continue }
          isBehind[target] = true
          queue.append(target)
        }
      }
    }
    self.component = largest
    self.isBehind = isBehind
    self.nodeCount = nodeCount
    tenants = hasTenant.indices.dropFirst().filter { hasTenant[$0] }
  }
}
