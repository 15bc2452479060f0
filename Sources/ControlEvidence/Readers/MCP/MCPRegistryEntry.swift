import ControlModel

/// One server of a registry, in the present or the earlier spelling.
struct MCPRegistryEntry {
  private let cursor: Cursor
  private let server: Cursor

  /// Takes an entry; the registry's own answers wrap it as `server` beside `_meta`.
  init(_ cursor: Cursor) {
    self.cursor = cursor
    server = cursor["server"] ?? cursor
  }

  /// Whether the value has what makes it an entry of a registry.
  var isEntry: Bool {
    guard server["name"]?.text?.contains("/") == true || isBySchema else { return false }
    return server["packages"]?.value.elements != nil || server["remotes"]?.value.elements != nil
      || isBySchema || server["version_detail"] != nil
  }

  private var isBySchema: Bool {
    server["$schema"]?.text?.contains("modelcontextprotocol") == true
  }

  /// The server as a tool.
  ///
  /// - Throws: ``Diagnostic`` where it has no name, or is a template that nobody filled in.
  func tool() throws(Diagnostic) -> Tool {
    let name = try server.required("name")
    if name.contains("<<") {
      throw server.malformed(found: "a template's name", needed: "the name of a server")
    }
    let packages = try server.list("packages")
    let remotes = try server.list("remotes")
    let version = exact(server["version"] ?? server["version_detail"]?["version"])
    let secrets = packages.flatMap(Self.variables) + remotes.flatMap(Self.headers)
    let official = (cursor["_meta"] ?? server["_meta"])?.members.first?.value
    return Tool(
      id: name,
      server: name,
      name: server["title"]?.text ?? name,
      version: version,
      digest: packages.lazy.compactMap { $0["fileSha256"]?.text?.lowercased() }.first,
      pinned: packages.isEmpty ? false : packages.allSatisfy(isPinned),
      publisher: publisher(of: name),
      transport: transport(packages, remotes),
      endpoint: remotes.lazy.compactMap { $0["url"]?.text }.first.map(ServerAddress.withoutSecrets),
      command: packages.first.flatMap(command),
      plaintextSecrets: secrets.filter(Self.isLiteralSecret).count,
      destructive: .notStated,
      consent: .notStated,
      status: status(official),
      basis: .declared,
      approvedAt: .notRecorded,
      reviewedAt: .notRecorded,
      changedAt: changedAt(official),
      locator: cursor.locator
    )
  }

  /// `io.github.larkspur/claims` is published by `io.github.larkspur`.
  private func publisher(of name: String) -> String? {
    guard let slash = name.firstIndex(of: "/") else { return nil }
    return String(name[..<slash])
  }

  private func transport(_ packages: [Cursor], _ remotes: [Cursor]) -> Tool.Transport {
    let types =
      remotes.map { $0["type"] ?? $0["transport_type"] } + packages.map { $0["transport"]?["type"] }
    switch types.lazy.compactMap({ $0?.text }).first {
    case "stdio": return .stdio
    case "sse": return .sse
    case "streamable-http", "streamable", "http": return .http
    default: return packages.isEmpty ? .unknown : .stdio
    }
  }

  private func command(_ package: Cursor) -> String? {
    guard let identifier = (package["identifier"] ?? package["name"])?.text else { return nil }
    let runner = (package["runtimeHint"] ?? package["runtime_hint"] ?? Self.registry(package))?.text
    let version = exact(package["version"]).map { "@\($0)" } ?? ""
    return [runner, "\(identifier)\(version)"].compactMap { $0 }.joined(separator: " ")
  }

  private static func registry(_ package: Cursor) -> Cursor? {
    package["registryType"] ?? package["registry_type"] ?? package["registry_name"]
  }

  /// A package is fixed by the digest of its file, by an exact version, or by an image's digest.
  private func isPinned(_ package: Cursor) -> Bool {
    if package["fileSha256"] != nil || exact(package["version"]) != nil { return true }
    guard Self.registry(package)?.text == "oci", let image = package["identifier"]?.text else {
      return false
    }
    return image.contains("@sha256:")
  }

  /// A version that names one release: no range, no `latest`, no template.
  private func exact(_ version: Cursor?) -> String? {
    guard let text = version?.text, let first = text.first, first.isNumber || first == "v" else {
      return nil
    }
    let isRange = text.contains { "^~*<> |".contains($0) } || text.contains(".x")
    return isRange || text == "latest" ? nil : text
  }

  private static func variables(_ package: Cursor) -> [Cursor] {
    (package["environmentVariables"] ?? package["environment_variables"])?.elements ?? []
  }

  private static func headers(_ remote: Cursor) -> [Cursor] { remote["headers"]?.elements ?? [] }

  /// Whether a variable that is marked as a secret has its value written out.
  private static func isLiteralSecret(_ variable: Cursor) -> Bool {
    guard (variable["isSecret"] ?? variable["is_secret"])?.value.bool == true,
      let value = (variable["value"] ?? variable["default"])?.text
    else { return false }
    return !value.isEmpty && !value.contains("{")
  }

  private func status(_ official: Cursor?) -> Tool.Status {
    switch (official?["status"] ?? server["status"])?.text {
    case "deleted": .retired
    case "deprecated": .disabled
    default: .enabled
    }
  }

  private func changedAt(_ official: Cursor?) -> Instant? {
    let text =
      official?["updatedAt"] ?? official?["publishedAt"]
      ?? server["version_detail"]?["release_date"]
    return text?.text.flatMap(Instant.init(rfc3339:))
  }
}
