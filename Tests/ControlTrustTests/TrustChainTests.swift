import ControlModel
import ControlTrust
import Testing

struct TrustChainTests {
  static let inventory: Inventory = {
    var tables = RecordTables()
    tables.append([
      Agent(
        id: "agent",
        name: "agent",
        version: "1",
        runsAs: "svc",
        tools: [],
        status: .enabled,
        basis: .configured
      )
    ])
    tables.append([
      Identity(
        id: "svc",
        kind: .role,
        provider: "aws",
        account: "1",
        memberOf: ["group"],
        status: .enabled
      ),
      Identity(id: "admin", kind: .role, provider: "aws", account: "1", status: .enabled),
    ])
    tables.append([
      TrustRelation(
        id: "t",
        target: "admin",
        principalKind: .identity,
        principal: "group",
        basis: .configured,
        locator: Locator(path: "trust.json", line: 4)
      )
    ])
    let subject = Subject(id: "s", name: "s", kind: .agentSystem, tier: .pilot, owner: "o")
    return Inventory(subject: subject, files: [], records: tables)
  }()

  @Test func findsAShortestWayWithAProofAtEachHop() throws {
    let reach = TrustChain(Self.inventory).reach(from: "agent")
    #expect(reach.keys.sorted() == ["admin", "group", "svc"])
    let way = try #require(reach["admin"])
    #expect(way.map(\.kind) == [.runsAs, .memberOf, .mayAssume])
    #expect(way.last?.locator == Locator(path: "trust.json", line: 4))
    #expect(way.last?.words == "group mayAssume admin [trust.json:4]")
  }

  @Test func circlesEnd() {
    var tables = RecordTables()
    for (from, to) in [("a", "b"), ("b", "c"), ("c", "a")] {
      tables.append(
        Delegation(
          id: "\(from)\(to)",
          from: from,
          to: to,
          kind: .onBehalfOf,
          scope: [],
          basis: .observed
        )
      )
    }
    let subject = Subject(id: "s", name: "s", kind: .agentSystem, tier: .pilot, owner: "o")
    let chain = TrustChain(Inventory(subject: subject, files: [], records: tables))
    #expect(chain.reach(from: "a").keys.sorted() == ["b", "c"])
    #expect(chain.reach(from: "nobody").isEmpty)
  }
}
