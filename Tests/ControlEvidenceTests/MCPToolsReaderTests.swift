import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading lists of MCP tools")
struct MCPToolsReaderTests {
  @Test func readsTheSessionOfAServer() throws {
    let sink = try read(fixture("mcp/tools-list.jsonl"), path: "mcp/tools.jsonl")
    #expect(sink.problems == [])
    #expect(!sink.isPartial)
    let tools = sink.all(Tool.self)
    try #require(
      tools.map(\.id) == ["get_claim", "set_claim_note", "close_claim", "list_open_claims"]
    )
    #expect(Set(tools.map(\.server)) == ["claims-core"])
    #expect(Set(tools.map(\.version)) == ["2.4.1"])
    #expect(tools.map(\.destructive) == [.no, .no, .yes, .notStated])
    #expect(tools.map(\.effects) == [[.read], nil, nil, nil])
    #expect(tools.allSatisfy { !$0.pinned && $0.basis == .observed && $0.consent == .notStated })
    #expect(Set(tools.map(\.digest)).count == 4)
    // Counted with sha256sum over "Returns one claim by its number." without a line feed.
    #expect(
      tools[0].descriptionDigest
        == "be1af2cde1a74d8d7002bc05bd24eb98929a5b11deb4b0a3521c0822befe40c3"
    )
    #expect(tools[0].locator.description == "mcp/tools.jsonl:2 #/result/tools/0")
  }

  /// A list with one tool, by its description and what stands beside the list.
  private static func list(
    _ description: String,
    schema: String = #"{"type": "object", "properties": {}}"#,
    beside: String = ""
  ) -> String {
    #"{"tools": [{"name": "a", "description": "\#(description)", "inputSchema": \#(schema)}]\#(beside)}"#
  }

  @Test func aChangeOfDescriptionOrSchemaChangesTheDigest() throws {
    let digests = try [
      Self.list("Reads."), Self.list("Reads. "),
      Self.list("Reads.", schema: #"{"type": "object", "properties": {"x": {}}}"#),
      Self.list("Reads.", schema: #"{ "properties":{},  "type":"object" }"#),
    ].map { try read($0, path: "t.json").all(Tool.self).map(\.digest) }
    #expect(digests[0] == digests[3])
    #expect(Set(digests).count == 3)
  }

  @Test(arguments: [
    (#"{"jsonrpc": "2.0", "id": 1, "result": %}"#), "%",
  ])
  func readsAnswersHoweverTheyAreWrapped(wrapper: String) throws {
    let answer = wrapper.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.list("x"))
    let context = EvidenceContext(account: "claims-core")
    let sink = try read(answer, path: "mcp/tools.json", context: context)
    #expect(sink.all(Tool.self).map(\.server) == ["claims-core"])
  }

  @Test func readsABareArrayAndOneToolAlone() throws {
    let tool = #"{"name": "a", "inputSchema": {"type": "object"}}"#
    for text in ["[\(tool)]", tool] {
      let sink = try read(text, path: "mcp/claims-core.json")
      #expect(sink.all(Tool.self).map(\.server) == ["claims-core"])
      #expect(sink.all(Tool.self).map(\.descriptionDigest) == [nil])
    }
  }

  @Test func aCursorSaysThatThereAreMore() throws {
    let first = Self.list("x", beside: #", "nextCursor": "p2""#)
    let sink = try read(first, path: "t.json")
    #expect(sink.isPartial)
    #expect(sink.problems == [#"1 /nextCursor: nextCursor, so more pages exist"#])
    // The second page follows in the same file.
    let both = try read("\(first)\n\(Self.list("y"))\n", path: "t.jsonl")
    #expect(!both.isPartial)
    #expect(both.count == 2)
  }

  @Test func rejectsWhatIsNoTool() throws {
    let text = """
      {"tools": [{"name": "a", "inputSchema": {}},
        {"name": "b"}, {"inputSchema": {}},
        {"name": "d", "inputSchema": {}, "annotations": {"readOnlyHint": "yes"}}]}
      """
    let sink = try read(text, path: "t.json", format: "mcp-tools-list")
    #expect(sink.all(Tool.self).map(\.id) == ["a"])
    #expect(
      sink.problems == [
        "2 /tools/1: no inputSchema", "2 /tools/2: no name",
        "3 /tools/3/annotations/readOnlyHint: text",
      ]
    )
  }

  @Test func anErrorIsNoEmptyList() throws {
    let text = #"{"jsonrpc": "2.0", "id": 1, "error": {"code": -32601, "message": "no"}}"#
    let found = problem { () throws(Diagnostic) in
      _ = try read(text, path: "t.json", format: "mcp-tools-list")
    }
    #expect(found?.found == "no list of tools")
  }

  // MARK: Registry

  @Test func readsAServersOwnEntry() throws {
    let sink = try read(fixture("mcp/server.json"), path: "mcp/server.json")
    #expect(sink.problems == [])
    let tool = try #require(sink.all(Tool.self).first)
    #expect(tool.id == "example.larkspur/claims-core")
    #expect(tool.name == "Claims core")
    #expect(tool.publisher == "example.larkspur")
    #expect(tool.version == "2.4.1")
    #expect(tool.pinned)
    #expect(tool.transport == .stdio)
    #expect(tool.command == "uvx larkspur-claims-core-mcp@2.4.1")
    #expect(tool.plaintextSecrets == 0)
    #expect(tool.basis == .declared)
    #expect(tool.status == .enabled)
  }

  @Test func readsAPageOfTheRegistry() throws {
    let sink = try read(fixture("mcp/registry-list.json"), path: "r.json")
    #expect(sink.isPartial)
    let tools = sink.all(Tool.self)
    try #require(tools.map(\.id) == ["example.pinewick/letters", "example.pinewick/archive"])
    #expect(tools.map(\.pinned) == [true, false])
    #expect(tools.map(\.status) == [.enabled, .retired])
    #expect(tools.map(\.transport) == [.stdio, .http])
    #expect(tools.map(\.endpoint) == [nil, "https://archive.pinewick.example/mcp"])
    #expect(tools.map(\.plaintextSecrets) == [1, 0])
    #expect(tools[0].changedAt == (try instant("2026-05-04T10:00:00.5Z")))
    #expect(tools[1].changedAt == (try instant("2026-06-01T08:00:00Z")))
    #expect(!"\(tools)".contains("written-out-here"))
    #expect(
      sink.problems == [
        "45 /metadata/nextCursor: nextCursor, so more pages exist",
        "43 /servers/2/server: a template's name",
      ]
    )
  }

  @Test func readsTheEarlierSpelling() throws {
    let sink = try read(fixture("mcp/registry-seed.json"), path: "r.json")
    #expect(sink.problems == [])
    let tool = try #require(sink.all(Tool.self).first)
    #expect(tool.version == nil)
    #expect(!tool.pinned)
    #expect(tool.command == "npm @stillwater/print-mcp")
    #expect(tool.changedAt == nil)
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(MCPToolsListReader().format.kinds == Tool.kinds)
    #expect(MCPRegistryReader().format.kinds == Tool.kinds)
  }
}
