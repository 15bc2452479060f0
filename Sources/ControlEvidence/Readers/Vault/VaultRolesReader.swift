import ControlModel

/// Reads the settings of one role of Vault, as reading it answers.
///
/// The answer names neither the server nor the role: the manifest gives the server as the account and
/// says that the file is about a path, as in `auth/approle/role/claims-sync`. A lifetime of 0 is the
/// server's default and then not recorded; a `secret_id_ttl` of 0 means that the id never ends.
struct VaultRolesReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "vault-role",
    title: "Vault role",
    writtenBy: "vault read -format=json auth/approle/role/NAME, database/roles/NAME",
    kinds: [
      .nhiInventory, .authConfig, .iamPolicyExport, .iamCredentialReport, .secretStoreMetadata,
    ]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.firstValues(1).first, root.has("request_id", "lease_id", "data"),
      let data = root["data"]
    else { return false }
    return data.hasAny("token_ttl", "token_policies") || VaultDatabaseRole.claims(data)
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, let data = root["data"] else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no data",
        needed: "the answer of vault read -format=json",
        remedy: "read the role again as JSON"
      )
    }
    let isDatabase = VaultDatabaseRole.claims(data.value)
    sink.kinds =
      isDatabase ? [.secretStoreMetadata] : [.nhiInventory, .authConfig, .iamPolicyExport]
    let server = try sink.context.neededAccount("the server", document)
    let path = try sink.context.neededTopic("the role's path", document)
    if isDatabase {
      sink.add(try VaultDatabaseRole(data, server: server, path: path).item())
    } else {
      try VaultAuthRole(data, server: server, path: path).add(into: &sink)
    }
  }
}

/// A role of the database engine: what it issues, or the account whose password it changes.
struct VaultDatabaseRole {
  private let data: Cursor
  private let server: String
  private let path: String

  init(_ data: Cursor, server: String, path: String) {
    self.data = data
    self.server = server
    self.path = path
  }

  /// Whether the data are those of such a role.
  static func claims(_ data: EvidenceValue) -> Bool {
    data.has("db_name") && data.hasAny("default_ttl", "rotation_period", "rotation_schedule")
  }

  /// The role as an item of the store.
  func item() throws(Diagnostic) -> SecretItem {
    let isStatic = data["default_ttl"] == nil
    let lifetime = try data.lifetime("default_ttl")
    let rotated = try data.instant("last_vault_rotation")
    return SecretItem(
      id: "\(server)/\(path)",
      store: server,
      identity: isStatic ? data["username"]?.text : nil,
      plaintext: false,
      rotationEnabled: true,
      rotationInterval: try data.lifetime("rotation_period"),
      lifetime: lifetime,
      basis: .configured,
      rotatedAt: rotated.map { .at($0) } ?? .notRecorded,
      expiresAt: isStatic ? .never : .notRecorded,
      deletedAt: .never,
      locator: data.locator
    )
  }
}
