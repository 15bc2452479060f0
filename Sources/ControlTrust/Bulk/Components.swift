/// The strongly connected components of a graph: nodes that all reach each other are one.
///
/// Components are numbered so that every edge leads to the same or a lower number (Tarjan 1972, with
/// a stack of its own in place of recursion).
struct Components {
  /// The component of each node.
  let of: [UInt32]
  /// Where the members of each component start in ``members``; one more than there are.
  let starts: [UInt32]
  /// The nodes, component by component.
  let members: [UInt32]

  /// How many there are.
  var count: Int { starts.count - 1 }

  /// Finds the components.
  ///
  /// - Complexity: O(*v* + *e*).
  init(_ graph: CompactGraph) {
    let nodeCount = graph.nodeCount
    var component = [UInt32](repeating: .max, count: nodeCount)
    var order = [UInt32](repeating: 0, count: nodeCount)
    var low = order
    var next = order
    var open: [UInt32] = []
    var calls: [UInt32] = []
    var starts: [UInt32] = [0]
    var members: [UInt32] = []
    members.reserveCapacity(nodeCount)
    starts.reserveCapacity(nodeCount + 1)
    var clock: UInt32 = 0
    graph.starts.withUnsafeBufferPointer { edgeStarts in
      graph.targets.withUnsafeBufferPointer { targets in
        for root in 0..<nodeCount where order[root] == 0 {
          calls.append(UInt32(root))
          while let top = calls.last {
            let node = Int(top)
            if order[node] == 0 {
              clock &+= 1
              order[node] = clock
              low[node] = clock
              next[node] = edgeStarts[node]
              open.append(top)
            }
            var isDeeper = false
            while next[node] < edgeStarts[node + 1] {
              let target = Int(targets[Int(next[node])])
              if order[target] == 0 {
                calls.append(UInt32(target))
                isDeeper = true
                break
              }
              next[node] &+= 1
              if component[target] == .max, low[target] < low[node] { low[node] = low[target] }
            }
            if isDeeper { continue }
            calls.removeLast()
            guard low[node] == order[node] else { continue }
            let number = UInt32(starts.count - 1)
            while let member = open.popLast() {
              component[Int(member)] = number
              members.append(member)
              if member == top { break }
            }
            starts.append(UInt32(members.count))
          }
        }
      }
    }
    of = component
    self.starts = starts
    self.members = members
  }
}
