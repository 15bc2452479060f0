public import ControlModel

/// Reads which tools an MCP server offers: what it answered to `tools/list`.
///
/// The answer may stand alone, within its JSON-RPC message, or among the lines of a recorded session
/// that starts with `initialize`, which names the server and its version. Descriptions and schemas
/// are kept as digests: a change of either is a change of the tool. Hints are what the server claims
/// of itself.
public struct MCPToolsListReader: EvidenceReader {
  /// The answer to `tools/list`.
  public let format = EvidenceFormat(
    id: "mcp-tools-list",
    title: "tools of an MCP server (tools/list)",
    writtenBy: "an MCP server, as in `mcp-inspector --cli … --method tools/list`",
    kinds: [.toolRegistry]
  )

  /// Creates the reader.
  public init() {}

  /// Whether some message or the file itself lists tools with an input schema.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    document.roots.prefix(20).contains { root in
      guard let tools = Self.tools(in: root) else { return false }
      return tools.allSatisfy { $0["name"]?.text != nil && $0["inputSchema"] != nil }
        && (!tools.isEmpty || root["result"]?["tools"] != nil)
    }
  }

  /// Reads a tool for each entry of each list.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    var server = MCPServerName(name: sink.context.account ?? document.stem)
    var nextPage: Cursor?
    var isAnswered = false
    for root in document.roots {
      if let error = root["error"] {
        sink.reject(error.malformed(found: "an error of the server", needed: "a list of tools"))
        continue
      }
      if let info = root["result"]?["serverInfo"] ?? root["serverInfo"] {
        server = MCPServerName(
          name: info["name"]?.text ?? server.name,
          version: info["version"]?.text
        )
      }
      guard let tools = Self.tools(in: root) else { continue }
      isAnswered = true
      nextPage = (root["result"] ?? root)["nextCursor"]
      for tool in tools {
        sink.attempt { (sink) throws(Diagnostic) in sink.add(try record(tool, of: server)) }
      }
    }
    if !isAnswered {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no list of tools",
        needed: "the answer to tools/list",
        remedy: "record the server's answer as JSON"
      )
    }
    if let nextPage, nextPage.text?.isEmpty == false {
      sink.markPartial(nextPage.locator, marker: "nextCursor")
    }
  }

  /// The tools of a message, of its result alone, of a bare list, or one tool alone.
  private static func tools(in root: Cursor) -> [Cursor]? {
    for holder in [root["result"]?["tools"], root["tools"]] {
      if let holder { return holder.value.elements == nil ? nil : holder.elements }
    }
    if root.value.elements != nil { return root.elements.isEmpty ? nil : root.elements }
    return root["inputSchema"] == nil ? nil : [root]
  }

  private func record(_ tool: Cursor, of server: MCPServerName) throws(Diagnostic) -> Tool {
    let name = try tool.required("name")
    guard let schema = tool["inputSchema"] else {
      throw tool.malformed(found: "no inputSchema", needed: "the schema of the tool's input")
    }
    let description = tool["description"]?.text
    let hints = tool["annotations"]
    let isReadOnly = try hints?.flag("readOnlyHint")
    return Tool(
      id: name,
      server: server.name,
      name: name,
      version: server.version,
      digest: digest(name, description, schema),
      descriptionDigest: description.map { Digest.sha256(Array($0.utf8)) },
      schemaDigest: CanonicalJSON.digest(of: schema.value),
      // An answer fixes nothing: the next one may differ.
      pinned: false,
      transport: .unknown,
      effects: isReadOnly == true ? [.read] : nil,
      destructive: destructive(isReadOnly, try hints?.flag("destructiveHint")),
      consent: .notStated,
      status: .enabled,
      basis: .observed,
      approvedAt: .notRecorded,
      reviewedAt: .notRecorded,
      locator: tool.locator
    )
  }

  /// What pins a tool: its name, description and schema (DESIGN: a silent change of any is a change).
  private func digest(_ name: String, _ description: String?, _ schema: Cursor) -> String {
    CanonicalJSON.digest(
      of: EvidenceValue(
        .object([
          .init(name: "name", value: EvidenceValue(.string(name))),
          .init(
            name: "description",
            value: EvidenceValue(description.map { .string($0) } ?? .null)
          ),
          .init(name: "inputSchema", value: schema.value),
        ])
      )
    )
  }

  private func destructive(_ isReadOnly: Bool?, _ isDestructive: Bool?) -> Tool.Destructive {
    if isReadOnly == true { return .no }
    guard let isDestructive else { return .notStated }
    return isDestructive ? .yes : .no
  }
}

/// What a server calls itself.
private struct MCPServerName {
  var name: String
  var version: String?
}
