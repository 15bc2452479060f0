import ControlModel
import ControlTestingSupport
import ControlTrust
import Testing

/// The one walk from many starts against a walk from each.
struct NearestWaysTests {
  @Test(arguments: 1...40)
  func agreeWithTheReachOfEachStart(_ seed: Int) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...14, using: &generator)
    var estate = Estate()
    for number in 0..<Int.random(in: 0...40, using: &generator) {
      estate.add(
        Edge(
          id: "e\(number)",
          from: "n\(Int.random(in: 0..<count, using: &generator))",
          to: "n\(Int.random(in: 0..<count, using: &generator))",
          kind: .mayAssume,
          basis: .configured,
          traversable: Int.random(in: 0..<5, using: &generator) > 0,
          conditional: Int.random(in: 0..<4, using: &generator) == 0,
          evidence: []
        )
      )
    }
    let graph = estate.graph()
    let starts = graph.nodes.indices.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    for following in [Following.open, .certain] {
      let ways = graph.nearestWays(from: starts, following: following)
      let reaches = starts.map { graph.reach(from: $0, following: following) }
      for node in graph.nodes.indices {
        let path = ways.path(to: node)
        let isStart = starts.contains(node)
        let shortest = reaches.filter { $0.contains(node) }.map { $0.path(to: node).count }.min()
        #expect(ways.contains(node) == (!isStart && shortest != nil))
        #expect(path.count == (isStart ? 0 : shortest ?? 0))
        if let first = path.first {
          #expect(starts.contains(first.from))
          #expect(path.last?.to == node)
        }
        for (step, next) in zip(path, path.dropFirst()) { #expect(step.to == next.from) }
      }
    }
  }
}
