import ControlModel

/// Reads leases and tokens that were looked up, one in each file or line.
///
/// A lease's id begins with the path of the role that issued it. A token is known by its accessor;
/// the token itself is never read. A token without an end, as root has, never expires.
struct VaultLeasesReader: ListReader {
  let format = EvidenceFormat(
    id: "vault-lease",
    title: "Vault lease or token, looked up",
    writtenBy: "vault lease lookup -format=json ID, vault token lookup -format=json -accessor ID",
    kinds: [.iamCredentialReport]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    guard element.has("request_id", "lease_id", "data"), let data = element["data"] else {
      return false
    }
    return data.has("id", "issue_time", "expire_time") && data.has("ttl")
  }

  func known(
    of document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> String { try sink.context.neededAccount("the server", document) }

  func take(_ element: Cursor, _ server: String, into sink: inout RecordSink) throws(Diagnostic) {
    guard let data = element["data"] else {
      throw element.malformed(found: "no data", needed: "the lease or token")
    }
    sink.add(
      data.value.has("accessor") ? try token(data, server) : try lease(data, server)
    )
  }

  private func lease(_ data: Cursor, _ server: String) throws(Diagnostic) -> Credential {
    let id = try data.required("id")
    let role = id.split(separator: "/").dropLast().joined(separator: "/")
    return Credential(
      id: "\(server)/\(id)",
      identity: "\(server)/\(role)",
      kind: id.hasPrefix("auth/") ? .token : .password,
      status: .active,
      lifetimeClass: .shortLived,
      managedBy: .customer,
      boundTo: .unbound,
      basis: .observed,
      createdAt: try data.instant("issue_time"),
      expiresAt: try data.moment("expire_time", null: .never, absent: .notRecorded),
      locator: data.locator
    )
  }

  private func token(_ data: Cursor, _ server: String) throws(Diagnostic) -> Credential {
    let entity = data["entity_id"]?.text ?? ""
    let seconds = try data.integer("creation_time").flatMap {
      Instant(secondsSinceEpoch: Int64($0))
    }
    let end = try data.moment("expire_time", null: .never, absent: .notRecorded)
    return Credential(
      id: try data.required("accessor"),
      identity: "vault:\(entity.isEmpty ? try data.required("display_name") : entity)",
      kind: .token,
      status: .active,
      lifetimeClass: end == .never ? .static : .shortLived,
      managedBy: .customer,
      boundTo: .unbound,
      scopes: try data.textList("policies"),
      hint: data["path"]?.text,
      basis: .observed,
      createdAt: try data.instant("issue_time") ?? seconds,
      expiresAt: end,
      locator: data.locator
    )
  }
}
