import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading MCP client configurations")
struct MCPClientConfigReaderTests {
  @Test func readsThePinnedSampleOfTheEstate() throws {
    let sink = try read(fixture("mcp/pinned.json"), path: "mcp/client-config.json")
    #expect(sink.problems == [])
    let tools = sink.all(Tool.self)
    #expect(tools.map(\.id) == ["claims-core", "documents", "letters", "rating-engine"])
    #expect(tools.map(\.pinned) == [true, false, true, true])
    #expect(tools.map(\.version) == ["2.4.1", nil, "1.9.3", "5.0.2"])
    #expect(tools.map(\.plaintextSecrets) == [0, 0, 0, 0])
    #expect(tools.map(\.transport) == [.stdio, .http, .stdio, .stdio])
    let engine = try #require(tools.last)
    #expect(
      engine.digest == "dcb04493dbb85e7d0b1549c3216ae5b529e3e5f3cb64938c1f284614cd9cde6b"
    )
    #expect(tools[0].command == "uvx larkspur-claims-core-mcp==2.4.1")
    #expect(tools[1].endpoint == "https://documents.tools.larkspur.example/mcp")
    #expect(tools[1].command == nil)
    #expect(tools[0].consent == .always)
    #expect(tools[0].destructive == .notStated)
    #expect(tools[0].status == .enabled)
    #expect(tools[0].locator.description == "mcp/client-config.json:3 #/mcpServers/claims-core")
  }

  @Test func readsTheUnpinnedSampleOfTheEstate() throws {
    let sink = try read(fixture("mcp/unpinned.json"), path: "c.json")
    #expect(sink.problems == [])
    let tools = sink.all(Tool.self)
    #expect(tools.map(\.pinned) == [true, false, false])
    #expect(tools.map(\.plaintextSecrets) == [0, 0, 1])
    #expect(!"\(tools)".contains("not-a-real-token"))
  }

  @Test(
    arguments: [
      ("npx", ["-y", "a"], nil, "npx a"), ("npx", ["-y", "a@1.2.3"], "1.2.3", "npx a@1.2.3"),
      ("npx", ["@s/a"], nil, "npx @s/a"), ("npx", ["@s/a@latest"], nil, "npx @s/a@latest"),
      ("npx", ["a@^1.2.3"], nil, "npx a@^1.2.3"), ("npx", ["a@1.2"], nil, "npx a@1.2"),
      ("npx", ["--package=a@1.2.3-rc.1", "b"], "1.2.3-rc.1", "npx a@1.2.3-rc.1"),
      ("cmd", ["/c", "npx.cmd", "-y", "a@1.2.3"], "1.2.3", "npx a@1.2.3"),
      ("/usr/bin/bunx", ["a@1.2.3"], "1.2.3", "bunx a@1.2.3"),
      ("pnpm", ["dlx", "a@1.2.3"], "1.2.3", "pnpm a@1.2.3"),
      ("uvx", ["a"], nil, "uvx a"), ("uvx", ["a@latest"], nil, "uvx a@latest"),
      ("uvx", ["--from", "a==2.4", "b"], "2.4", "uvx a==2.4"),
      ("uvx", ["a==2.*"], nil, "uvx a==2.*"),
      ("uv", ["tool", "run", "a@1.2.3"], "1.2.3", "uv a@1.2.3"),
      ("uv", ["run", "server.py"], nil, "uv"),
      ("uvx", ["--from", "git+https://u:p@git.example/a", "b"], nil, "uvx"),
      (
        "docker", ["run", "-i", "--rm", "-e", "A", "r.example:5000/a"], nil,
        "docker r.example:5000/a"
      ),
      ("docker", ["run", "--rm", "a:latest"], nil, "docker a:latest"),
      ("docker", ["run", "-e", "A=b", "a:1.2.3", "--x"], "1.2.3", "docker a:1.2.3"),
      ("docker", ["compose", "up"], nil, "docker"),
      ("python", ["-m", "server"], nil, "python"), ("", [], nil, ""),
    ] as [(String, [String], String?, String)]
  )
  func onlyAnExactVersionIsPinned(
    command: String,
    arguments: [String],
    version: String?,
    shown: String
  ) {
    let launch = MCPLaunch(command: command, arguments: arguments)
    #expect(launch.version == version)
    #expect(launch.isPinned == (version != nil))
    #expect(launch.shown == shown)
  }

  @Test func aDigestPinsAnImage() {
    let digest = String(repeating: "ab", count: 32)
    let launch = MCPLaunch(command: "docker", arguments: ["run", "a@sha256:\(digest)"])
    #expect(launch.isPinned)
    #expect(launch.digest == digest)
    #expect(!MCPLaunch(command: "docker", arguments: ["run", "a@sha256:ab"]).isPinned)
  }

  @Test(arguments: [
    (#""env": {"A_TOKEN": "abc"}"#, 1), (#""env": {"A_TOKEN": "${A}"}"#, 0),
    (#""env": {"A_TOKEN": "${env:A}", "B_SECRET": "{{b}}", "C_KEY": ""}"#, 0),
    (#""env": {"API_KEY": "abc", "Password": "def", "PLAIN": "ghi"}"#, 2),
    (#""env": {"KEY_FILE": "/run/key", "MAX_TOKENS": "4000", "USE_KEY": "true"}"#, 0),
    (#""env": {"A_TOKEN": "$A_TOKEN"}"#, 0),
    (#""headers": {"Authorization": "Bearer ${A}"}"#, 0),
    (#""headers": {"Authorization": "Bearer abc"}"#, 1),
    (#""args": ["--api-key", "abc"]"#, 1), (#""args": ["--api-key=abc"]"#, 1),
    (#""args": ["--api-key", "--verbose"]"#, 0), (#""args": ["--api-key=${A}"]"#, 0),
    (#""args": ["--header", "Authorization: Bearer abc"]"#, 1),
    (#""args": ["-e", "A_TOKEN=abc", "-e", "A_TOKEN"]"#, 1),
    (#""args": ["keycloak-mcp==1.2.3", "key-server:1.2.3"]"#, 0),
  ])
  func countsLiteralSecrets(members: String, count: Int) throws {
    let sink = try read(
      "{\"mcpServers\": {\"a\": {\"command\": \"x\", \(members)}}}",
      path: "c.json"
    )
    #expect(sink.all(Tool.self).map(\.plaintextSecrets) == [count])
  }

  @Test(arguments: [
    ("https://a.example/mcp?api_key=abc&x=1#f", "https://a.example/mcp", 1),
    ("https://u:p@a.example/sse", "https://a.example/sse", 1),
    ("https://a.example/mcp?api_key=${K}", "https://a.example/mcp", 0),
  ])
  func keepsNoSecretOfAnAddress(address: String, shown: String, count: Int) throws {
    let sink = try read("{\"servers\": {\"a\": {\"url\": \"\(address)\"}}}", path: "c.json")
    #expect(sink.all(Tool.self).map(\.endpoint) == [shown])
    #expect(sink.all(Tool.self).map(\.plaintextSecrets) == [count])
  }

  @Test(arguments: [
    "{\"mcpServers\": %}", "{\"servers\": %, \"inputs\": []}", "{\"mcp\": {\"servers\": %}}",
    "{\"mcp.servers\": %}", "{\"context_servers\": %}",
  ])
  func knowsTheRootsOfTheClients(root: String) throws {
    let text = root.split(separator: "%").joined(separator: "{\"a\": {\"command\": \"x\"}}")
    let sink = try read(text, path: "c.json")
    #expect(sink.all(Tool.self).map(\.id) == ["a"])
  }

  @Test func readsAPluginsServersOnlyWhereTheFormatIsNamed() throws {
    let text = "{\"a\": {\"command\": {\"path\": \"npx\", \"args\": [\"b@1.2.3\"]}}}"
    let sink = try read(text, path: "c.json", format: "mcp-client-config")
    #expect(sink.all(Tool.self).map(\.version) == ["1.2.3"])
    let unnamed = problem { () throws(Diagnostic) in _ = try read(text, path: "c.json") }
    #expect(unnamed?.code == .evidenceFormatUnknown)
  }

  @Test(
    arguments: [
      (#""url": "https://a.example/sse""#, .sse), (#""serverUrl": "https://a.example""#, .http),
      (#""url": "https://a.example", "type": "sse""#, .sse),
      (#""url": "wss://a.example""#, .webSocket),
      (#""httpUrl": "https://a.example", "type": "streamable-http""#, .http),
      (#""command": "x", "type": "stdio""#, .stdio),
    ] as [(String, Tool.Transport)]
  )
  func theAddressDecidesWhereTheTypeIsMissing(members: String, transport: Tool.Transport) throws {
    let sink = try read("{\"servers\": {\"a\": {\(members)}}}", path: "c.json")
    #expect(sink.all(Tool.self).map(\.transport) == [transport])
  }

  @Test(
    arguments: [
      (#""autoApprove": ["*"]"#, .automatic, .enabled), (#""alwaysAllow": []"#, .always, .enabled),
      (#""alwaysAllow": ["read"]"#, .automatic, .enabled),
      (#""trust": true"#, .automatic, .enabled), (#""disabled": true"#, .always, .disabled),
      (#""enabled": false"#, .always, .disabled),
    ] as [(String, Tool.Consent, Tool.Status)]
  )
  func saysWhetherCallsAreAsked(
    members: String,
    consent: Tool.Consent,
    status: Tool.Status
  ) throws {
    let sink = try read(
      "{\"mcpServers\": {\"a\": {\"command\": \"x\", \(members)}}}",
      path: "c.json"
    )
    #expect(sink.all(Tool.self).map(\.consent) == [consent])
    #expect(sink.all(Tool.self).map(\.status) == [status])
  }

  @Test func rejectsWhatIsNoServer() throws {
    let text = """
      {"mcpServers": {
        "a": {"command": "x", "args": {"y": 1}},
        "b": {"note": "x"},
        "c": "x",
        "d": {"command": "x", "disabled": "yes"},
        "e": {"command": {"args": []}}
      }}
      """
    let sink = try read(text, path: "c.json", format: "mcp-client-config")
    #expect(sink.count == 0)
    #expect(
      sink.problems == [
        "2 /mcpServers/a/args: an object with 1 members",
        "3 /mcpServers/b: an object with 1 members", "4 /mcpServers/c: text",
        "5 /mcpServers/d/disabled: text", "6 /mcpServers/e: a command without a path",
      ]
    )
  }

  @Test func commentsAreRefusedWithTheirLine() {
    let found = problem { () throws(Diagnostic) in
      _ = try read("{\n// servers\n\"mcpServers\": {}}", path: "c.json")
    }
    #expect(found?.code == .evidenceMalformed)
    #expect(found?.locator?.line == 2)
  }

  @Test func yieldsTheKindsThatItSays() {
    #expect(MCPClientConfigReader().format.kinds == Tool.kinds)
  }
}
