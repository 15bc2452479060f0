import ControlModel
import ControlTrust
import Testing

struct TrustGraphTests {
  static func hour(_ hour: Int) -> Instant { Estate.day.advanced(by: .seconds(hour * 3600)) }

  static let chain: Estate = {
    var estate = Estate()
    estate.add(
      Agent(
        id: "triage",
        name: "triage",
        version: "1",
        owner: "team",
        credentials: ["key"],
        tools: ["crm"],
        askTools: ["pay"],
        deniedTools: ["shell"],
        status: .enabled,
        basis: .configured,
        approvedAt: .notRecorded,
        retiredAt: .notRecorded,
        locator: Locator(path: "agents.yaml", line: 2)
      )
    )
    estate.add(
      Credential(
        id: "key",
        identity: "svc-client",
        kind: .clientSecret,
        status: .revoked,
        basis: .configured,
        createdAt: hour(-48),
        expiresAt: .never,
        revokedAt: .at(hour(-1)),
        locator: Locator(path: "keys.csv", line: 3)
      )
    )
    estate.add(
      Identity(
        id: "svc",
        kind: .servicePrincipal,
        provider: "entra",
        account: "tenant",
        aliases: ["svc-client"],
        status: .enabled,
        locator: Locator(path: "entra.json", line: 4)
      )
    )
    estate.add(
      Entitlement(
        id: "right",
        holder: "svc",
        effect: .allow,
        actions: ["claims.read"],
        resources: ["claims-db"],
        via: .binding,
        policy: "grants",
        resolved: true,
        sensitivity: .restricted,
        basis: .configured,
        locator: Locator(path: "grants.yaml", line: 5)
      )
    )
    return estate
  }()

  @Test func leadsFromAgentToResourceWithAProofAtEachStep() throws {
    let graph = Self.chain.graph(at: Self.hour(-2))
    let start = try #require(graph.node("triage"))
    let end = try #require(graph.node("claims-db", in: .resource))
    let path = graph.reach(from: start).path(to: end)
    #expect(path.map(\.kind) == [.holds, .authenticatesAs, .grants, .reaches])
    #expect(
      path.map { graph.words(of: $0) } == [
        "triage holds key [agents.yaml:2]",
        "key authenticatesAs svc [keys.csv:3]",
        "svc grants right, claims.read [grants.yaml:5]",
        "right reaches claims-db, claims.read [grants.yaml:5]",
      ]
    )
    #expect(graph.brokenInvariants() == [])
  }

  @Test func aRevokedCredentialLeadsNowhereOnceItIsRevoked() throws {
    for (time, isThere) in [(-49, false), (-48, true), (-2, true), (-1, false), (0, false)] {
      let graph = Self.chain.graph(at: Self.hour(time))
      let start = try #require(graph.node("triage"))
      let end = try #require(graph.node("claims-db", in: .resource))
      #expect(graph.reach(from: start).contains(end) == isThere, "at hour \(time)")
    }
  }

  @Test func aMergeSaysWhy() throws {
    let graph = Self.chain.graph()
    #expect(graph.node("svc-client") == graph.node("svc"))
    let merge = try #require(graph.merges.first)
    #expect(merge.id == "svc" && merge.alias == "svc-client")
    #expect(merge.reason == "an alias in the identity's record")
  }

  @Test func aNameThatTwoThingsClaimIsADoubtAndNoMerge() throws {
    var estate = Self.chain
    estate.add(
      Identity(
        id: "other",
        kind: .servicePrincipal,
        provider: "entra",
        account: "tenant",
        aliases: ["svc-client", "svc"],
        status: .enabled
      )
    )
    let graph = estate.graph()
    #expect(graph.doubts.map(\.alias) == ["svc", "svc-client"])
    #expect(graph.doubts.map(\.claimants) == [["svc", "other"], ["svc", "other"]])
    #expect(graph.node("svc-client") == graph.node("svc"))
    #expect(graph.brokenInvariants() == [])
  }

  @Test func askedToolsAreConditionalAndDeniedOnesAbsent() throws {
    let graph = Self.chain.graph()
    let start = try #require(graph.node("triage"))
    let tools = graph.edges(from: start).map { graph.edges[$0] }.filter { $0.kind == .uses }
    #expect(
      tools.map { "\(graph.nodes[$0.to].id) \($0.isConditional)" }.sorted()
        == ["crm false", "pay true"]
    )
  }

  @Test func referencesToNothingAreLooseEnds() {
    let ends = Self.chain.graph().looseEnds()
    let graph = Self.chain.graph()
    #expect(
      Set(ends.map { graph.nodes[$0.node].id }).isSuperset(of: ["crm", "pay", "claims-db"])
    )
  }

  @Test func circlesEnd() {
    var estate = Estate()
    for (from, to) in [("a", "b"), ("b", "c"), ("c", "a")] {
      estate.add(
        Delegation(
          id: "\(from)\(to)",
          from: from,
          to: to,
          kind: .agentHandOff,
          scope: ["x"],
          basis: .configured
        )
      )
    }
    #expect(estate.graph().actors(from: "a") == ["b", "c"])
  }

  @Test func onBehalfOfGivesTheReceiverTheGiversAuthority() {
    var estate = Estate()
    estate.add(
      Delegation(
        id: "d",
        from: "person",
        to: "agent",
        kind: .onBehalfOf,
        scope: ["claims.read"],
        basis: .observed,
        createdAt: Self.hour(-1),
        expiresAt: .at(Self.hour(1))
      )
    )
    #expect(estate.graph().actors(from: "agent") == ["person"])
    #expect(estate.graph(at: Self.hour(1)).actors(from: "agent") == [])
  }

  @Test func sharedCredentialsNameTheirHolders() throws {
    var estate = Self.chain
    estate.add(
      Agent(
        id: "second",
        name: "second",
        version: "1",
        credentials: ["key"],
        tools: [],
        status: .enabled,
        basis: .configured
      )
    )
    let graph = estate.graph(at: Self.hour(-2))
    let shared = try #require(graph.sharedCredentials().first)
    #expect(shared.holders.map { graph.nodes[$0].id } == ["second", "triage"])
    #expect(Self.chain.graph(at: Self.hour(-2)).sharedCredentials().isEmpty)
  }

  @Test func driftNamesWhatIsNewWithTheWay() throws {
    let old = Self.chain.graph(at: Self.hour(-2))
    var estate = Self.chain
    estate.add(
      Tool(
        id: "crm",
        server: "crm",
        name: "crm",
        pinned: true,
        transport: .http,
        resources: ["customers"],
        destructive: .no,
        consent: .always,
        status: .enabled,
        basis: .configured,
        locator: Locator(path: "tools.yaml", line: 9)
      )
    )
    let drift = GraphDifference(from: old, to: estate.graph(at: Self.hour(-2)))
    #expect(drift.newNodes == ["resource customers"])
    #expect(drift.newReach.map(\.target) == ["resource customers"])
    #expect(
      drift.newReach.first?.path == [
        "triage uses crm [agents.yaml:2]", "crm reaches customers [tools.yaml:9]",
      ]
    )
    #expect(GraphDifference(from: old, to: old).isEmpty)
  }
}
