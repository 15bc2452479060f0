public import ControlModel

/// Reads which MCP servers a client starts or calls, and how.
///
/// One tool for each server: the configuration names servers, not what they offer. Values of
/// variables, headers and arguments are looked at only to tell references from literal secrets; none
/// is kept. Comments, which some clients allow, are no JSON and are refused.
public struct MCPClientConfigReader: EvidenceReader {
  /// A client's configuration.
  public let format = EvidenceFormat(
    id: "mcp-client-config",
    title: "MCP servers of a client",
    writtenBy: "people: .mcp.json, .vscode/mcp.json, claude_desktop_config.json, settings.json",
    kinds: [.toolRegistry]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document has servers under a name that a client uses.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, let servers = servers(in: root) else { return false }
    return servers.value.members != nil && servers.members.allSatisfy { $0.value.isServer }
  }

  /// Reads a tool for each server.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON object",
        needed: "a client's configuration",
        remedy: "export it as JSON"
      )
    }
    // Plug-ins list their servers without a name above them.
    let servers = servers(in: root) ?? root
    guard servers.value.members != nil else {
      throw servers.malformed(found: servers.value.typeName, needed: "an object of servers")
    }
    for (name, server) in servers.members {
      do throws(Diagnostic) {
        guard server.isServer else {
          throw server.malformed(
            found: server.value.typeName,
            needed: "a server with a command or a URL"
          )
        }
        sink.add(try tool(name, server))
      } catch {
        sink.reject(error)
      }
    }
  }

  private func servers(in root: Cursor) -> Cursor? {
    root["mcpServers"] ?? root["servers"] ?? root["mcp"]?["servers"] ?? root["mcp.servers"]
      ?? root["context_servers"]
  }

  private func tool(_ name: String, _ server: Cursor) throws(Diagnostic) -> Tool {
    // Zed writes the command as an object of path, arguments and environment.
    let program = server["command"]?.value.members == nil ? server : server["command"] ?? server
    let command = (program["command"] ?? program["path"])?.text
    let arguments = try program.textList("args") ?? []
    let address = server.address
    guard command != nil || address != nil else {
      throw server.malformed(found: "a command without a path", needed: "a command or a URL")
    }
    let launch = command.map { MCPLaunch(command: $0, arguments: arguments) }
    var secrets = PlaintextSecrets()
    for holder in [program["env"], server["headers"]] {
      for (name, value) in holder?.members ?? [] {
        secrets.count(name: name, value: value.text ?? "")
      }
    }
    secrets.count(arguments: arguments)
    if let address { secrets.count(address: address) }
    return Tool(
      id: name,
      server: name,
      name: name,
      version: launch?.version,
      digest: launch?.digest,
      pinned: launch?.isPinned ?? false,
      transport: transport(server, address, command),
      endpoint: address.map(ServerAddress.withoutSecrets),
      command: launch?.shown,
      plaintextSecrets: secrets.found,
      destructive: .notStated,
      consent: consent(server),
      status: try status(server),
      basis: .configured,
      locator: server.locator
    )
  }

  private func status(_ server: Cursor) throws(Diagnostic) -> Tool.Status {
    if try server.flag("disabled") == true { return .disabled }
    return try server.flag("enabled") == false ? .disabled : .enabled
  }

  private func transport(_ server: Cursor, _ address: String?, _ command: String?) -> Tool.Transport
  {
    switch (server["type"] ?? server["transport"])?.text?.lowercased() {
    case "stdio": return .stdio
    case "http", "streamable-http", "streamablehttp", "streamable_http": return .http
    case "sse": return .sse
    case "ws", "websocket": return .webSocket
    case .some, nil: break
    }
    guard let address else { return command == nil ? .unknown : .stdio }
    if address.hasPrefix("ws:") || address.hasPrefix("wss:") { return .webSocket }
    return ServerAddress.withoutSecrets(address).hasSuffix("/sse") ? .sse : .http
  }

  /// Whether calls are made without asking.
  ///
  /// Clients name single tools of the server that never ask;
  /// of the server as a whole only its weakest rule can be said. Clients ask where nothing is set.
  private func consent(_ server: Cursor) -> Tool.Consent {
    let rules = ["autoApprove", "alwaysAllow", "trust"].compactMap { server[$0]?.value }
    let isAutomatic = rules.contains { rule in
      rule.bool == true || rule.elements?.isEmpty == false || rule.string?.isEmpty == false
    }
    return isAutomatic ? .automatic : .always
  }
}

extension Cursor {
  /// The address of a remote server; clients disagree on the member's name.
  fileprivate var address: String? {
    (self["url"] ?? self["serverUrl"] ?? self["httpUrl"])?.text
  }

  fileprivate var isServer: Bool { self["command"] != nil || address != nil }
}

/// Counts values that are written out where a reference should stand.
private struct PlaintextSecrets {
  private(set) var found = 0
  private static let words = ["token", "secret", "key", "password", "authorization"]

  mutating func count(name: String, value: String) {
    if Self.looksSecret(name), Self.isLiteral(value) { found += 1 }
  }

  /// Counts `--name=value`, `--name value`, `NAME=value` and `Name: value`.
  mutating func count(arguments: [String]) {
    for (offset, argument) in arguments.enumerated() {
      if let sign = argument.firstIndex(where: { $0 == "=" || $0 == ":" }) {
        let name = argument[..<sign]
        let value = argument[argument.index(after: sign)...]
        let isHeader = argument[sign] == ":" && value.contains(" ")
        // `package==1.0` is a version, `image:tag` a name.
        guard isHeader || (argument[sign] == "=" && !value.hasPrefix("=")), Self.isName(name) else {
          continue
        }
        count(name: String(name), value: String(value))
      } else if argument.hasPrefix("--"), offset + 1 < arguments.count {
        let value = arguments[offset + 1]
        // The next argument counts for itself where it has a name of its own.
        if !value.hasPrefix("-"), !value.contains(": ") { count(name: argument, value: value) }
      }
    }
  }

  mutating func count(address: String) {
    for pair in address.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { count(name: String(parts[0]), value: String(parts[1])) }
    }
    let authority = address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" }
    if let at = authority.lastIndex(of: "@"), Self.isLiteral(String(authority[..<at])) {
      found += 1
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// Names of files that hold a secret are no secrets.
  private static func looksSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    if name.hasSuffix("_file") || name.hasSuffix("_path") { return false }
    return words.contains { name.contains($0) }
  }

  /// Whether a value stands for itself: not empty, no reference, no plain number or Boolean value.
  private static func isLiteral(_ value: String) -> Bool {
    let text = value.drop { $0 == " " }
    if text.isEmpty || text.contains("${") || text.contains("{{") { return false }
    if text.hasPrefix("$"), isName(text.dropFirst()) { return false }
    return Int(text) == nil && Bool(text.lowercased()) == nil
  }
}
