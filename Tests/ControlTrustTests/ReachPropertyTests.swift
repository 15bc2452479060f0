import ControlModel
import ControlTestingSupport
import ControlTrust
import Testing

/// Reach on random graphs against a plain search over pairs of names.
struct ReachPropertyTests {
  @Test(arguments: 1...40)
  func agreesWithAPlainSearch(_ seed: Int) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...14, using: &generator)
    var pairs: [(from: Int, to: Int)] = []
    var estate = Estate()
    for number in 0..<Int.random(in: 0...40, using: &generator) {
      let from = Int.random(in: 0..<count, using: &generator)
      let to = Int.random(in: 0..<count, using: &generator)
      let traversable = Int.random(in: 0..<5, using: &generator) > 0
      let ended = Int.random(in: 0..<6, using: &generator) == 0
      estate.add(
        Edge(
          id: "e\(number)",
          from: "n\(from)",
          to: "n\(to)",
          kind: .mayAssume,
          basis: .configured,
          traversable: traversable,
          conditional: false,
          evidence: [],
          untilAt: ended ? .at(Estate.day) : .never
        )
      )
      if traversable, !ended, from != to { pairs.append((from, to)) }
    }
    let graph = estate.graph()
    #expect(graph.brokenInvariants() == [])
    for start in 0..<count {
      var distance = [start: 0]
      var frontier = [start]
      while let node = frontier.first {
        frontier.removeFirst()
        for pair in pairs where pair.from == node && distance[pair.to] == nil {
          distance[pair.to] = (distance[node] ?? 0) + 1
          frontier.append(pair.to)
        }
      }
      guard let node = graph.node("n\(start)") else {
        #expect(distance.count == 1)
        continue
      }
      let reach = graph.reach(from: node)
      #expect(reach.nodes.count == distance.count - 1)
      for end in reach.nodes {
        let path = reach.path(to: end)
        let number = try #require(Int(graph.nodes[end].id.dropFirst()))
        #expect(path.count == distance[number])
        #expect(path.first?.from == node && path.last?.to == end)
        for (step, next) in zip(path, path.dropFirst()) { #expect(step.to == next.from) }
        let approaches = graph.approaches(to: [end])
        #expect(approaches.contains(node))
        #expect(approaches.path(from: node).count == path.count)
      }
    }
  }
}
