public import ControlModel

extension TrustGraph {
  /// The ways that a report draws: those of findings, to administrators, across tenants, into
  /// production, and what agents touch, each question up to a limit.
  ///
  /// - Parameters:
  ///   - production: The environments that are production.
  ///   - chains: The chains of findings, each step as ``words(of:)`` gives it, with what each is about.
  /// - Returns: The picture, with how many ways of each question are left out.
  /// - Complexity: As the questions that it asks.
  public func picture(
    production: Set<String>,
    chains: [(about: String, steps: [String])]
  ) -> TrustPicture {
    var sketch = PictureSketch(self)
    if !chains.isEmpty {
      let known = Dictionary(
        edges.indices.map { (words(of: edges[$0]), $0) },
        uniquingKeysWith: { first, _ in first }
      )
      let ways = chains.compactMap { about, steps -> PictureSketch.Candidate? in
        let found = steps.compactMap { known[$0] }.map { edges[$0] }
        return found.isEmpty || found.count < steps.count ? nil : .init(about: about, path: found)
      }
      sketch.draw(.finding, ways)
    }
    sketch.draw(.administrator, waysToAdministrator().map { .init(path: $0.path) })
    sketch.draw(.tenant, tenantCrossings().map { .init(path: $0.path) })
    sketch.draw(.production, productionCrossings(into: production).map { .init(path: $0.path) })
    sketch.draw(.agent, nodes.indices.flatMap(touches))
    return sketch.picture()
  }

  /// What an agent can touch, the most sensitive first.
  private func touches(_ agent: Int) -> [PictureSketch.Candidate] {
    guard nodes[agent].kind == .agent, nodes[agent].isLive else { return [] }
    let reach = reach(from: agent)
    let ends = reach.nodes.filter { nodes[$0].kind == .resource }
    let places = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, $0) })
    let ranked = ends.sorted { left, right in
      let (one, two) = (nodes[left].rank, nodes[right].rank)
      return one == two ? places[left, default: 0] < places[right, default: 0] : one > two
    }
    return ranked.prefix(3).map { .init(path: reach.path(to: $0)) }
  }
}

extension TrustNode {
  /// How sensitive it is as a number; what is not recorded stands lowest.
  fileprivate var rank: Int {
    sensitivity.flatMap { Node.Sensitivity.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
  }
}

/// Collects ways for a picture until it is full.
private struct PictureSketch {
  /// A way that may be drawn.
  struct Candidate {
    var about = ""
    var path: [TrustEdge]
  }

  /// How many ways of a question are drawn.
  private static let wayLimit = 12
  /// How many things are drawn.
  private static let thingLimit = 72

  private let graph: TrustGraph
  private var things: Set<Int> = []
  private var steps: [TrustEdge] = []
  private var known: [TrustEdge: Int] = [:]
  private var ways: [TrustPicture.Way] = []
  private var tallies: [TrustPicture.Tally] = []

  init(_ graph: TrustGraph) { self.graph = graph }

  /// Draws the ways of a question that agents take, then the shortest of the others.
  mutating func draw(_ question: TrustPicture.Question, _ candidates: [Candidate]) {
    let usable = candidates.filter { !$0.path.isEmpty }
    if usable.isEmpty { return }
    let ordered = usable.enumerated().sorted { left, right in
      let (one, two) = (rank(left.element), rank(right.element))
      return one == two ? left.offset < right.offset : one < two
    }
    var drawn = 0
    for (_, candidate) in ordered {
      if drawn == Self.wayLimit { break }
      let ends = Set(candidate.path.flatMap { [$0.from, $0.to] })
      guard things.union(ends).count <= Self.thingLimit else { continue }
      things.formUnion(ends)
      let indices = candidate.path.map { step -> Int in
        if let index = known[step] { return index }
        known[step] = steps.count
        steps.append(step)
        return steps.count - 1
      }
      ways.append(TrustPicture.Way(question, about: candidate.about, steps: indices))
      drawn += 1
    }
    tallies.append(TrustPicture.Tally(question, found: usable.count, drawn: drawn))
  }

  private func rank(_ candidate: Candidate) -> Int {
    let isAgent = candidate.path.first.map { graph.nodes[$0.from].kind == .agent } ?? false
    return candidate.path.count + (isAgent ? 0 : 1000)
  }

  func picture() -> TrustPicture {
    var picture = TrustPicture(thingCount: graph.nodes.count, stepCount: graph.edges.count)
    let shown = things.sorted()
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    picture.things = shown.map { TrustAnswer.Thing(graph.nodes[$0]) }
    picture.steps = steps.map {
      TrustAnswer.Step($0, from: places[$0.from, default: 0], to: places[$0.to, default: 0])
    }
    picture.ways = ways
    picture.tallies = tallies
    return picture
  }
}
