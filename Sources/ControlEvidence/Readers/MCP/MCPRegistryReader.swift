public import ControlModel

/// Reads what a registry says of MCP servers: `server.json`, alone or as a registry lists it.
///
/// One tool for each server, since the registry names servers, not what they offer. The earlier form
/// of the registry, in snake case, is read too. A version left as `<<Version>>` by a template is none.
public struct MCPRegistryReader: EvidenceReader {
  /// `server.json`, or a registry's list of them.
  public let format = EvidenceFormat(
    id: "mcp-registry",
    title: "MCP registry entry (server.json)",
    writtenBy: "publishers of MCP servers; the registry's /v0/servers",
    kinds: [.toolRegistry]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document holds entries with a name and packages or remote addresses.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, let entries = Self.entries(in: root), !entries.isEmpty else {
      return false
    }
    return entries.allSatisfy { MCPRegistryEntry($0).isEntry }
  }

  /// Reads a tool for each server.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, let entries = Self.entries(in: root) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no entry of a registry",
        needed: "server.json, or a list of servers",
        remedy: "export it as JSON"
      )
    }
    let metadata = root["metadata"]
    if let next = metadata?["nextCursor"] ?? metadata?["next_cursor"], next.text?.isEmpty == false {
      sink.markPartial(next.locator, marker: "nextCursor")
    }
    for entry in entries {
      sink.attempt { (sink) throws(Diagnostic) in sink.add(try MCPRegistryEntry(entry).tool()) }
    }
  }

  private static func entries(in root: Cursor) -> [Cursor]? {
    if let servers = root["servers"] { return servers.value.elements.map { _ in servers.elements } }
    return root.value.elements != nil || root["name"] != nil ? root.elements : nil
  }
}
