import ControlModel
import ControlTestingSupport
import Foundation
import Testing

@testable import ControlEvidence
@testable import ControlTrust

/// The compact graph of a file against the graph of the same records.
struct CompactGraphTests {
  /// A random graph with circles, tenants, aliases, ended and conditional edges.
  private static func records(_ seed: Int) -> (nodes: [Node], edges: [Edge]) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...150, using: &generator)
    let kinds: [Node.Kind] = [.agent, .tool, .credential, .secret, .identity, .role, .resource]
    let nodes = (0..<count).map { number in
      let tenant = Int.random(in: 0..<5, using: &generator)
      return Node(
        id: "n\(number)",
        kind: number == 0 ? .entitlement : kinds[Int.random(in: 0..<7, using: &generator)],
        sourceKind: "test",
        aliases: Int.random(in: 0..<8, using: &generator) == 0 ? ["alias \(number)"] : nil,
        owner: Bool.random(using: &generator) ? "team" : nil,
        tenant: tenant == 0 ? nil : "t\(tenant)",
        administrator: number == 0 || Int.random(in: 0..<40, using: &generator) == 0
      )
    }
    let edges = (0..<Int.random(in: 0...count * 2, using: &generator)).map { number in
      let to = Int.random(in: 0..<count, using: &generator)
      let ended = Int.random(in: 0..<6, using: &generator) == 0
      return Edge(
        id: "e\(number)",
        from: "n\(Int.random(in: 0..<count, using: &generator))",
        to: nodes[to].aliases?.first ?? "n\(to)",
        kind: .mayAssume,
        basis: .configured,
        traversable: Int.random(in: 0..<8, using: &generator) > 0,
        conditional: Bool.random(using: &generator),
        evidence: [],
        untilAt: ended ? .at(Estate.day) : .never
      )
    }
    return (nodes, edges)
  }

  private static func lines(_ nodes: [Node], _ edges: [Edge]) -> [String] {
    nodes.map { node in
      var line = #"{"record": "Node", "id": "\#(node.id)", "kind": "\#(node.kind.rawValue)", "#
      line += #""sourceKind": "test""#
      if let alias = node.aliases?.first { line += #", "aliases": ["\#(alias)"]"# }
      if let owner = node.owner { line += #", "owner": "\#(owner)""# }
      if let tenant = node.tenant { line += #", "tenant": "\#(tenant)""# }
      return line + #", "administrator": \#(node.administrator == true)}"#
    }
      + edges.map { edge in
        let until = edge.untilAt == .never ? "never" : Estate.day.description
        return #"{"id": "\#(edge.id)", "from": "\#(edge.from)", "to": "\#(edge.to)", "#
          + #""kind": "mayAssume", "basis": "configured", "traversable": \#(edge.traversable), "#
          + #""conditional": \#(edge.conditional), "evidence": [], "untilAt": "\#(until)"}"#
      }
  }

  private static func read(
    _ lines: [String],
    certain: Bool,
    threads: Int
  ) throws -> CompactGraph {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("graph.jsonl").path
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    var stream = try #require(try GraphFile.stream(at: path) as? CanonicalStream)
    // Small windows, so that both threads have work.
    stream.windowSize = 4096
    let (graph, summary) = try CompactGraph.read(
      stream,
      asOf: Estate.day,
      certain: certain,
      threads: threads
    )
    #expect(summary.rejectedCount == 0)
    return graph
  }

  @Test(arguments: 1...30)
  func answersAsTheGraphOfTheSameRecords(_ seed: Int) throws {
    print("seed \(seed)")
    let (nodes, edges) = Self.records(seed)
    var estate = Estate()
    for node in nodes { estate.add(node) }
    for edge in edges { estate.add(edge) }
    let graph = estate.graph()
    let isShuffled = seed.isMultiple(of: 2)
    var generator = SeededGenerator(seed: UInt64(seed))
    var lines = Self.lines(nodes, edges)
    if isShuffled { lines.shuffle(using: &generator) }
    for certain in [false, true] {
      let following = certain ? Following(conditional: false) : .open
      let census = TrustCensus(
        try Self.read(lines, certain: certain, threads: 2),
        threads: 2
      )
      let agents = graph.nodes.filter { $0.kind == .agent }
      #expect(Set(census.agents.map { census.graph.name($0.node) }) == Set(agents.map(\.id)))
      let powers = graph.nodes.indices.filter { graph.nodes[$0].isAdministrator }
      let approaches = graph.approaches(to: powers, following: following)
      for agent in census.agents {
        let start = try #require(graph.node(census.graph.name(agent.node), in: .actor))
        let reach = graph.reach(from: start, following: following)
        #expect(agent.reach == reach.nodes.count)
        let own = graph.nodes[start].tenant
        let others = Set(reach.nodes.compactMap { graph.nodes[$0].tenant }).subtracting([own ?? ""])
        #expect(agent.otherTenants == (own == nil ? 0 : others.count))
        let isPower = graph.nodes[start].isAdministrator
        let steps =
          isPower ? 0 : approaches.contains(start) ? approaches.path(from: start).count : nil
        #expect(agent.stepsToAdministrator == steps)
        #expect(census.wayToAdministrator(of: agent.node).count == steps ?? 0)
      }
      for credential in census.credentials {
        let start = try #require(graph.node(census.graph.name(credential.node), in: .credential))
        #expect(credential.reach == graph.reach(from: start, following: following).nodes.count)
      }
      #expect(
        Set(census.orphans.map(census.graph.name))
          == Set(graph.orphans().map { graph.nodes[$0].id })
      )
    }
  }

  @Test func threadsLeaveNoTrace() throws {
    let (nodes, edges) = Self.records(7)
    let lines = Self.lines(nodes, edges)
    let one = try Self.read(lines, certain: false, threads: 1)
    for _ in 0..<4 {
      let other = try Self.read(lines, certain: false, threads: 3)
      #expect(one.targets == other.targets)
      #expect(one.lines == other.lines)
      #expect((0..<one.nodeCount).map(one.name) == (0..<other.nodeCount).map(other.name))
      #expect((0..<one.nodeCount).map(one.tenant) == (0..<other.nodeCount).map(other.tenant))
    }
  }

  @Test func aNameThatARecordHasIsNoAlias() throws {
    let lines = [
      #"{"record": "Node", "id": "a", "kind": "agent", "sourceKind": "t", "aliases": ["b"]}"#,
      #"{"record": "Node", "id": "b", "kind": "agent", "sourceKind": "t", "aliases": ["c"]}"#,
      #"{"record": "Node", "id": "d", "kind": "agent", "sourceKind": "t", "aliases": ["c"]}"#,
    ]
    let graph = try Self.read(lines, certain: false, threads: 1)
    #expect(graph.nodeCount == 3)
    #expect(graph.doubtCount == 2)
    #expect(graph.node("c") == graph.node("b"))
  }

  @Test func aWayNamesTheLineOfEachStep() throws {
    let lines = [
      #"{"record": "Node", "id": "power", "kind": "entitlement", "sourceKind": "t", "administrator": true}"#,
      #"{"record": "Node", "id": "triage", "kind": "agent", "sourceKind": "t"}"#,
      #"{"id": "1", "from": "triage", "to": "key", "kind": "holds", "basis": "configured", "traversable": true, "conditional": false, "evidence": []}"#,
      #"{"id": "2", "from": "key", "to": "power", "kind": "grants", "basis": "configured", "traversable": true, "conditional": true, "evidence": []}"#,
    ]
    let census = TrustCensus(try Self.read(lines, certain: false, threads: 1), threads: 1)
    let agent = try #require(census.agents.first)
    #expect(agent.stepsToAdministrator == 2)
    let way = census.wayToAdministrator(of: agent.node)
      .map { $0.replacing(census.graph.path, with: "graph.jsonl") }
    #expect(
      way == [
        "triage holds key [graph.jsonl:3]", "key grants power, on a condition [graph.jsonl:4]",
      ]
    )
  }
}
