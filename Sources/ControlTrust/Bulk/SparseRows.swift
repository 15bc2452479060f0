/// Edges by their start and by their end, each in the order of the file.
struct SparseRows {
  private(set) var starts: [UInt32]
  private(set) var targets: [UInt32]
  private(set) var lines: [UInt32]
  private(set) var kinds: [UInt8]
  private(set) var isConditional: [Bool]
  private(set) var incomingStarts: [UInt32]
  private(set) var incoming: [UInt32]
  private(set) var sources: [UInt32]

  /// Sorts edges by counting.
  ///
  /// - Parameters:
  ///   - batches: The edges in the order of the file.
  ///   - maps: The common symbol of each part's symbols; empty where they are the same.
  ///   - places: The node of each symbol.
  ///   - nodeCount: How many nodes there are.
  ///   - certain: Whether edges on conditions are left out.
  /// - Complexity: O(*v* + *e*).
  init(
    _ batches: [(ordinal: Int, part: Int, steps: [GraphPart.Step])],
    _ maps: [[UInt32]],
    _ places: [UInt32],
    nodeCount: Int,
    certain: Bool
  ) {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    var incomingStarts = starts
    // The node of each symbol of each part, so that an edge costs one look-up for each end.
    let nodes = maps.map { map in map.isEmpty ? places : map.map { places[Int($0)] } }
    // Names that are one thing may make an edge a loop.
    func isTaken(_ step: GraphPart.Step, _ from: Int, _ to: Int) -> Bool {
      from != to && !(certain && step.isConditional)
    }
    for (_, part, steps) in batches {
      let map = nodes[part]
      for step in steps {
        let from = Int(map[Int(step.from)])
        let to = Int(map[Int(step.to)])
        guard isTaken(step, from, to) else { continue }
        starts[from + 1] &+= 1
        incomingStarts[to + 1] &+= 1
      }
    }
    for index in 0..<nodeCount {
      starts[index + 1] += starts[index]
      incomingStarts[index + 1] += incomingStarts[index]
    }
    let count = Int(starts[nodeCount])
    var free = starts
    var targets = [UInt32](repeating: 0, count: count)
    var lines = targets
    var sources = targets
    var kinds = [UInt8](repeating: 0, count: count)
    var isConditional = [Bool](repeating: false, count: count)
    for (_, part, steps) in batches {
      let map = nodes[part]
      for step in steps {
        let from = Int(map[Int(step.from)])
        let to = Int(map[Int(step.to)])
        guard isTaken(step, from, to) else { continue }
        let place = Int(free[from])
        free[from] &+= 1
        targets[place] = UInt32(to)
        sources[place] = UInt32(from)
        lines[place] = step.line
        kinds[place] = step.kind
        isConditional[place] = step.isConditional
      }
    }
    free = incomingStarts
    var incoming = [UInt32](repeating: 0, count: count)
    for edge in 0..<count {
      let to = Int(targets[edge])
      incoming[Int(free[to])] = UInt32(edge)
      free[to] &+= 1
    }
    self.starts = starts
    self.targets = targets
    self.lines = lines
    self.kinds = kinds
    self.isConditional = isConditional
    self.incomingStarts = incomingStarts
    self.incoming = incoming
    self.sources = sources
  }
}
