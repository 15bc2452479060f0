import ControlModel

/// A request to Vault and the answer to it; one of them may be missing.
struct VaultExchange {
  /// The request's id.
  let id: String
  /// The line of the request.
  var request: Cursor?
  /// The line of the answer.
  var response: Cursor?

  /// Paths that are about Vault itself; reads and writes of all others are those of secrets.
  private static let ownPaths = ["sys/", "auth/", "identity/"]

  /// The exchange as one event.
  func event() throws(Diagnostic) -> AuditEvent {
    let (line, asked) = try parts()
    guard let time = try line.instant("time") else {
      throw line.malformed(found: "no time", needed: "when it happened")
    }
    let operation = try asked.required("operation")
    let path = asked["path"]?.text
    let auth = self.auth
    let address = asked["remote_address"]?.text ?? ""
    return AuditEvent(
      id: id,
      kind: kind(asked),
      action: "vault:\(operation)",
      verb: verb(operation),
      actor: auth.flatMap(identity) ?? "vault:anonymous",
      actorKind: auth.map(actorKind) ?? .unknown,
      credential: auth?["accessor"]?.text,
      request: id,
      resource: path.map { (asked["namespace"]?["path"]?.text ?? "") + $0 },
      resourceKind: asked["mount_type"]?.text,
      logSource: "vault",
      sourceAddress: address.isEmpty ? nil : address,
      client: asked["headers"]?["user-agent"]?.texts.first,
      result: result,
      error: error,
      occurredAt: time,
      locator: line.locator
    )
  }

  /// What the answer handed out: the token of a login, and a secret with a lease.
  func issuances(by server: String) throws(Diagnostic) -> [Issuance] {
    let (line, asked) = try parts()
    guard result == .ok, let answer = response?["response"], let time = try line.instant("time")
    else { return [] }
    var found: [Issuance] = []
    if let auth = answer["auth"], let accessor = auth["accessor"]?.text, let holder = identity(auth)
    {
      let seconds = try auth.integer("token_ttl") ?? 0
      found.append(
        issuance(
          "\(id)#token",
          accessor,
          server,
          holder,
          .accessToken,
          scopes: try auth.textList("policies") ?? [],
          lifetime: seconds > 0 ? .seconds(seconds) : nil,
          at: time,
          line
        )
      )
    }
    if let lease = answer["secret"]?["lease_id"]?.text, !lease.isEmpty,
      let holder = auth.flatMap(identity)
    {
      found.append(
        issuance(
          "\(id)#lease",
          "\(server)/\(lease)",
          server,
          holder,
          .dynamicSecret,
          scopes: [asked["path"]?.text].compactMap { $0 },
          lifetime: nil,
          at: time,
          line
        )
      )
    }
    return found
  }

  private func issuance(
    _ id: String,
    _ credential: String,
    _ server: String,
    _ holder: String,
    _ kind: Issuance.Kind,
    scopes: [String],
    lifetime: Duration?,
    at time: Instant,
    _ line: Cursor
  ) -> Issuance {
    Issuance(
      id: id,
      credential: credential,
      issuer: server,
      identity: holder,
      kind: kind,
      request: self.id,
      scopes: scopes,
      lifetime: lifetime,
      result: .issued,
      issuedAt: time,
      expiresAt: lifetime.map { .at(time.advanced(by: $0)) } ?? .notRecorded,
      locator: line.locator
    )
  }

  /// The line that the event counts for, and the request in it.
  private func parts() throws(Diagnostic) -> (line: Cursor, asked: Cursor) {
    // One of the two is always there, and has a request: the reader looked.
    guard let line = request ?? response, let asked = line["request"] else {
      throw Diagnostic(
        .recordMalformed,
        found: "neither request nor response",
        needed: "a line of the audit log",
        remedy: "export the log again"
      )
    }
    return (line, asked)
  }

  /// Who was known: the request's token, or after a login the answer's.
  private var auth: Cursor? {
    let candidates = [request?["auth"], response?["auth"], response?["response"]?["auth"]]
    return candidates.compactMap { $0 }.first { identity($0) != nil }
  }

  private func identity(_ auth: Cursor) -> String? {
    let texts = [auth["entity_id"]?.text, auth["display_name"]?.text]
    return texts.compactMap { $0 }.first { !$0.isEmpty }.map { "vault:\($0)" }
  }

  /// Whether software acted, where the login's own facts say so.
  private func actorKind(_ auth: Cursor) -> AuditEvent.ActorKind {
    let facts = auth["metadata"]
    let machine = ["service_account_name", "role_name", "instance_id", "role_id"]
    return machine.contains { facts?[$0] != nil } ? .workload : .unknown
  }

  private func kind(_ asked: Cursor) -> AuditEvent.Kind {
    let path = asked["path"]?.text ?? ""
    if path.hasPrefix("auth/"), path.split(separator: "/").contains("login") { return .signIn }
    return Self.ownPaths.contains { path.hasPrefix($0) } ? .control : .data
  }

  private func verb(_ operation: String) -> AuditEvent.Verb {
    switch operation {
    case "read": .read
    case "list", "scan": .list
    case "create", "update", "patch": .write
    case "delete", "revoke": .delete
    default: .other
    }
  }

  private var result: AuditEvent.Result {
    guard let error else { return response == nil ? .unknown : .ok }
    let isLogin = (request ?? response)?["request"].map(kind) == .signIn
    return isLogin || error.contains("permission denied") ? .denied : .error
  }

  /// The first line of the error, which may be a list with blanks and stars.
  private var error: String? {
    guard let text = (response?["error"] ?? request?["error"])?.text, !text.isEmpty else {
      return nil
    }
    let lines = text.split(separator: "\n").map { line in
      line.drop { " \t*".contains($0) }
    }
    let telling = lines.first { !$0.isEmpty && !$0.hasSuffix("occurred:") }
    return clipped(String(telling ?? Substring(text)))
  }
}
