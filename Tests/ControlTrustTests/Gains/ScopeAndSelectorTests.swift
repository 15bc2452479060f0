import ControlModel
import ControlTrust
import Testing

/// Scopes that mean administration, SPIFFE selectors, and what tool servers come to hold.
struct ScopeAndSelectorTests {
  private static func grant(_ scopes: [String], _ kind: Grant.Kind = .application) -> Grant {
    Grant(
      id: "g",
      client: "app",
      kind: kind,
      resource: "mail",
      scopes: scopes,
      status: .active,
      basis: .configured,
      expiresAt: .never,
      revokedAt: .never,
      locator: Locator(path: "grants.yaml", line: 1)
    )
  }

  @Test(
    arguments: [
      ("mail.send", false), ("admin.read", false), ("admin", true), ("admin:org", true),
      ("admin:read", false), ("okta.users.manage", true), ("okta.users.read", false),
      ("https://www.googleapis.com/auth/admin.directory.user", true),
      ("https://www.googleapis.com/auth/admin.directory.user.readonly", false),
      ("administration:write", true), ("administration:read", false), ("*", true),
      ("administrators.list", false),
    ] as [(String, Bool)]
  )
  func aScopeIsAdministrationOrNot(_ scope: String, _ isPower: Bool) {
    var estate = Estate()
    estate.add(Self.grant(["openid", scope]))
    let graph = estate.graph()
    #expect(graph.waysToAdministrator().isEmpty != isPower, "\(scope)")
    #expect((graph.node("administrator of mail") != nil) == isPower)
  }

  @Test func delegatedAdministrationNeedsAnAdministrator() throws {
    var estate = Estate()
    estate.add(Self.grant(["admin"], .delegated))
    let graph = estate.graph()
    #expect(graph.waysToAdministrator().count == 1)
    #expect(graph.waysToAdministrator(following: .certain).isEmpty)
  }

  private static func spire(
    _ selectors: [(String, String)],
    clusters: [String]
  ) throws -> TrustGraph {
    var exports = Exports()
    let list = selectors.map { #"{"type": "\#($0.0)", "value": "\#($0.1)"}"# }
    try exports.read(
      """
      {"entries": [{"id": "1", "spiffe_id": {"trust_domain": "larkspur.example", "path": "/copy"},
       "parent_id": {"trust_domain": "larkspur.example", "path": "/node"},
       "selectors": [\(list.joined(separator: ","))], "expires_at": "0"}],
       "next_page_token": ""}
      """,
      "spire.json"
    )
    for cluster in clusters {
      for (namespace, name) in [("letters", "copy"), ("letters", "other"), ("vault", "copy")] {
        exports.add(
          Identity(
            id: "\(cluster)/system:serviceaccount:\(namespace):\(name)",
            kind: .serviceAccount,
            provider: "kubernetes",
            account: cluster,
            status: .enabled
          )
        )
      }
    }
    return exports.graph()
  }

  /// The accounts that get the id, with a question mark where something else must hold.
  private static func holders(_ graph: TrustGraph) throws -> [String] {
    let end = try #require(graph.node("spiffe://larkspur.example/copy"))
    return graph.edges(to: end).map { graph.edges[$0] }.filter { $0.kind == .authenticatesAs }
      .map {
        graph.nodes[$0.from].id.replacing("system:serviceaccount:", with: "")
          + ($0.isConditional ? "?" : "")
      }
      .sorted()
  }

  @Test func selectorsNameTheAccountsThatGetTheId() throws {
    let both = [("k8s", "ns:letters"), ("k8s", "sa:copy")]
    #expect(try Self.holders(Self.spire(both, clusters: ["one"])) == ["one/letters:copy"])
    #expect(
      try Self.holders(Self.spire([("k8s", "ns:letters")], clusters: ["one"]))
        == ["one/letters:copy", "one/letters:other"]
    )
    #expect(try Self.holders(Self.spire([("unix", "uid:1")], clusters: ["one"])) == [])
    #expect(
      try Self.holders(Self.spire(both + [("k8s", "container-name:c")], clusters: ["one"]))
        == ["one/letters:copy?"]
    )
    // Which cluster the parent is of, the entry does not say.
    #expect(
      try Self.holders(Self.spire(both, clusters: ["one", "two"]))
        == ["one/letters:copy?", "two/letters:copy?"]
    )
  }

  private static func server(_ forwarding: Tool.TokenForwarding?, secrets: Int?) -> Tool {
    Tool(
      id: "crm",
      server: "crm",
      name: "crm",
      pinned: true,
      transport: .http,
      plaintextSecrets: secrets,
      tokenForwarding: forwarding,
      destructive: .no,
      consent: .always,
      status: .enabled,
      basis: .configured,
      locator: Locator(path: "mcp.json", line: 2)
    )
  }

  @Test(
    arguments: [
      (Tool.TokenForwarding.passThrough, ["triage"]), (.unknown, ["triage?"]), (.exchange, []),
      (.notForwarded, []), (nil, []),
    ] as [(Tool.TokenForwarding?, [String])]
  )
  func aServerThatGetsItsCallersTokenCanActAsThem(
    _ forwarding: Tool.TokenForwarding?,
    _ gains: [String]
  ) {
    var estate = TrustGraphTests.chain
    estate.add(Self.server(forwarding, secrets: nil))
    #expect(estate.graph().gains(of: "crm") == gains)
  }

  @Test func secretsInAConfigurationAreHeldByTheServer() throws {
    var estate = TrustGraphTests.chain
    estate.add(Self.server(nil, secrets: 2))
    let graph = estate.graph()
    let agent = try #require(graph.node("triage"))
    let secret = try #require(graph.node("written out in the configuration of crm", in: .secret))
    #expect(
      graph.reach(from: agent).path(to: secret).map { graph.words(of: $0) } == [
        "triage uses crm [agents.yaml:2]",
        "crm holds written out in the configuration of crm, 2 secrets [mcp.json:2]",
      ]
    )
  }
}
