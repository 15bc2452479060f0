import ControlModel
import ControlTrust
import Testing

/// Which part of a graph a report draws.
struct PictureSketchTests {
  @Test func waysToAdministratorsOfAgentsComeFirst() throws {
    var estate = Estate()
    for number in 0..<40 {
      estate.identity("user/u\(number)")
      estate.policy("user/u\(number)", ["*"], administrative: true)
    }
    estate.add(
      Agent(
        id: "triage",
        name: "triage",
        version: "1",
        runsAs: Estate.arn("user/u7"),
        tools: [],
        status: .enabled,
        basis: .configured
      )
    )
    let graph = estate.graph()
    let picture = graph.picture(production: [], chains: [])
    let tally = try #require(picture.tallies.first { $0.question == .administrator })
    #expect(tally.found == 41)
    #expect(tally.drawn == 12)
    #expect(picture.things.count <= 72)
    let first = try #require(picture.ways.first)
    #expect(picture.things[picture.steps[first.steps[0]].from].name == "triage")
    #expect(picture.thingCount == graph.nodes.count)
    for way in picture.ways {
      for (step, next) in zip(way.steps, way.steps.dropFirst()) {
        #expect(picture.steps[step].to == picture.steps[next].from)
      }
    }
    #expect(graph.picture(production: [], chains: []) == picture)
  }

  @Test func aFindingsChainIsDrawnWhereEveryStepIsOfTheGraph() throws {
    let graph = TrustGraphTests.chain.graph(at: TrustGraphTests.hour(-2))
    let start = try #require(graph.node("triage"))
    let end = try #require(graph.node("claims-db", in: .resource))
    let chain = graph.reach(from: start).path(to: end).map(graph.words)
    let picture = graph.picture(
      production: [],
      chains: [("NHI-1 a", chain), ("NHI-1 b", chain + ["something else"])]
    )
    let ways = picture.ways.filter { $0.question == .finding }
    #expect(ways.map(\.about) == ["NHI-1 a"])
    #expect(ways.first?.steps.count == chain.count)
  }
}
