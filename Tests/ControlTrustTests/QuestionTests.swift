import ControlModel
import ControlTrust
import Testing

/// The questions that need no name.
struct QuestionTests {
  private static func agent(
    _ id: String,
    tools: [String],
    asks: [String]? = nil,
    delegatesTo: [String]? = nil,
    owner: String? = "team"
  ) -> Agent {
    Agent(
      id: id,
      name: id,
      version: "1",
      owner: owner,
      tools: tools,
      askTools: asks,
      delegatesTo: delegatesTo,
      status: .enabled,
      basis: .configured
    )
  }

  private static func tool(_ id: String, server: String, _ effects: [Tool.Effect]) -> Tool {
    Tool(
      id: id,
      server: server,
      name: id,
      pinned: true,
      transport: .http,
      effects: effects,
      destructive: .no,
      consent: .automatic,
      owner: "team",
      status: .enabled,
      basis: .configured
    )
  }

  static let tools = [
    tool("look", server: "crm", [.read]), tool("write", server: "crm", [.write]),
    tool("mail", server: "mail", [.send]), tool("run", server: "shell", [.execute]),
  ]

  @Test(
    arguments: [
      ("reads", ["look"], nil, nil, "assistive"),
      ("writes when asked", ["write"], ["write"], nil, "supervised"),
      ("writes in one system", ["look", "write"], nil, nil, "bounded"),
      ("copies to another", ["look", "mail"], nil, nil, "autonomous"),
      ("runs code", ["run"], nil, nil, "autonomous"),
      ("hands work on", ["look"], nil, ["other"], "autonomous"),
      ("uses what nothing describes", ["unheard-of"], nil, nil, "autonomous"),
    ] as [(String, [String], [String]?, [String]?, String)]
  )
  func autonomyFollowsFromWhatAnAgentCanDo(
    _ id: String,
    _ names: [String],
    _ asks: [String]?,
    _ delegatesTo: [String]?,
    _ expected: String
  ) throws {
    var estate = Estate()
    estate.add(Self.agent(id, tools: names, asks: asks, delegatesTo: delegatesTo))
    for tool in Self.tools { estate.add(tool) }
    let graph = estate.graph()
    let known = Dictionary(uniqueKeysWithValues: Self.tools.map { ($0.id, $0) })
    let (found, reasons) = graph.autonomy(of: try #require(graph.node(id)), tools: known)
    #expect(found.rawValue == expected, "\(reasons)")
    #expect(!reasons.isEmpty)
  }

  @Test func whatNobodyOwnsIsAnOrphanAndSoIsWhatSomebodyGoneOwned() {
    var estate = Estate()
    estate.add(Self.agent("owned", tools: []))
    estate.add(Self.agent("unowned", tools: [], owner: nil))
    estate.add(Self.agent("left", tools: [], owner: "person:gone"))
    estate.add(
      RoleHolder(
        person: "person:gone",
        role: "developer",
        scope: "all",
        kind: .person,
        party: .customer,
        status: .left
      )
    )
    let graph = estate.graph()
    #expect(graph.orphans().map { graph.nodes[$0].id } == ["left", "unowned"])
  }

  @Test func crossingsNameTheBorder() throws {
    var estate = Estate()
    for (name, place) in [("a", "test"), ("b", "production")] {
      estate.add(
        Identity(
          id: name,
          kind: .workload,
          provider: "p",
          account: "1",
          owner: "team",
          runsAs: name == "a" ? "b" : nil,
          tenant: "tenant-\(name)",
          environment: place,
          status: .enabled
        )
      )
    }
    let graph = estate.graph()
    let tenants = graph.tenantCrossings()
    #expect(tenants.map { graph.nodes[$0.from].id } == ["a"])
    #expect(tenants.map { graph.nodes[$0.to].id } == ["b"])
    #expect(graph.productionCrossings(into: ["production"]).map(\.from) == tenants.map(\.from))
    #expect(graph.productionCrossings(into: ["elsewhere"]).isEmpty)
  }
}
