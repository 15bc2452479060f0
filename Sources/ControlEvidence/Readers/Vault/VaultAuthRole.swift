import ControlModel

/// A role of a login method.
struct VaultAuthRole {
  private let data: Cursor
  private let server: String
  private let path: String

  init(_ data: Cursor, server: String, path: String) {
    self.data = data
    self.server = server
    self.path = path
  }

  private var id: String { "\(server)/\(path)" }

  /// The login method: the mount's name, as in `auth/approle/role/x`.
  private var method: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 && parts[0] == "auth" ? String(parts[1]) : String(parts.first ?? "")
  }

  /// Adds the role as an identity, how its tokens live, its policies, and its secret id.
  func add(into sink: inout RecordSink) throws(Diagnostic) {
    let period = try data.lifetime("token_period")
    let longest = try data.lifetime("token_max_ttl")
    sink.add(
      Identity(
        id: id,
        kind: .role,
        provider: "vault",
        account: server,
        displayName: path.split(separator: "/").last.map(String.init),
        status: .enabled,
        locator: data.locator
      )
    )
    sink.add(
      ClientSetting(
        client: id,
        issuer: server,
        methods: [method],
        tokenLifetime: try data.lifetime("token_ttl"),
        // A token with a period can be renewed for ever: no end to name.
        refreshLifetime: period == nil ? longest : nil,
        sessionLifetime: try data.lifetime("token_explicit_max_ttl"),
        algorithms: [],
        boundTo: try bound(),
        audiences: try data.textList("bound_audiences"),
        basis: .configured,
        locator: data.locator
      )
    )
    for policy in try data.textList("token_policies") ?? [] {
      sink.add(
        Entitlement(
          id: "\(id)#\(policy)",
          holder: id,
          effect: .allow,
          actions: [],
          resources: [],
          via: .managed,
          policy: policy,
          resolved: false,
          administrative: policy == "root" ? true : nil,
          basis: .configured,
          expiresAt: .never,
          locator: data.locator
        )
      )
    }
    if let credential = try secretID() {
      sink.kinds.insert(.iamCredentialReport)
      sink.add(credential)
    }
  }

  /// What a token is bound to: addresses, or the instance or service account that logged in.
  private func bound() throws(Diagnostic) -> ClientSetting.BoundTo? {
    let instance = ["bound_service_account_names", "bound_iam_principal_arn", "bound_claims"]
    return instance.contains { data[$0] != nil } ? .instance : .unbound
  }

  /// The secret id of an AppRole, which has an end only where the role gives it one.
  private func secretID() throws(Diagnostic) -> Credential? {
    guard try data.flag("bind_secret_id") == true else { return nil }
    let seconds = try data.integer("secret_id_ttl")
    let addresses =
      (try data.textList("secret_id_bound_cidrs") ?? [])
      + (try data.textList("token_bound_cidrs") ?? [])
    return Credential(
      id: "\(id)/secret-id",
      identity: id,
      kind: .clientSecret,
      status: .active,
      lifetimeClass: seconds == 0 ? .static : nil,
      managedBy: .customer,
      boundTo: addresses.isEmpty ? .unbound : .network,
      basis: .configured,
      expiresAt: seconds == 0 ? .never : .notRecorded,
      locator: data.locator
    )
  }
}

extension Cursor {
  /// A lifetime in seconds; `nil` where it is absent or 0, the server's default.
  func lifetime(_ name: String) throws(Diagnostic) -> Duration? {
    guard let seconds = try integer(name), seconds != 0 else { return nil }
    if seconds < 0 {
      throw malformed(found: "\(name) of \(seconds)", needed: "seconds, or 0 for the default")
    }
    return .seconds(seconds)
  }
}
