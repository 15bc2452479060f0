import ControlModel

/// Reads the audit log of an organisation or enterprise: a list, or one event on each line.
///
/// Times are milliseconds since 1970. An event by nobody was made by GitHub itself. Events of before
/// 2022 have no id of their own: theirs is the digest of what they say. Events of Git are kept for 7
/// days, all others for 180.
struct GitHubAuditLogReader: ListReader {
  let format = EvidenceFormat(
    id: "github-audit-log",
    title: "GitHub audit log",
    writtenBy: "gh api /orgs/ORG/audit-log, or audit log streaming",
    kinds: [.auditLog, .dataAccessLog]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    guard element["action"]?.string?.contains(".") == true,
      element.hasAny("_document_id", "actor", "org", "business")
    else { return false }
    return element.has("@timestamp")
      || element["created_at"]?.integer != nil && element.has("actor")
  }

  func known(of document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    sink.kinds = [.auditLog]
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let action = try element.required("action")
    let written = try element.milliseconds("created_at")
    guard let time = try element.milliseconds("@timestamp") ?? written else {
      throw element.malformed(found: "no @timestamp", needed: "when it happened")
    }
    // Git is the one data store here; calls of the interface may be either.
    let isData = action.hasPrefix("git.")
    if isData { sink.kinds.insert(.dataAccessLog) }
    let actor = element["actor"]?.text ?? ""
    let token = element["token_id"]?.text
    let resource = element["repo"] ?? element["repository"] ?? element["org"] ?? element["business"]
    sink.add(
      AuditEvent(
        id: element["_document_id"]?.text ?? digest(element),
        kind: isData ? .data : action == "user.login" ? .signIn : .control,
        action: action,
        verb: verb(action, element["operation_type"]?.text),
        actor: actor.isEmpty ? "github" : "github-user:\(actor)",
        actorKind: try kind(element, actor),
        credential: token.map { "github-token:\($0)" },
        session: element["actor_session"]?.text,
        request: element["request_id"]?.text,
        resource: resource?.text ?? resource?.texts.first,
        resourceKind: element["repo"] == nil ? "organization" : "repository",
        tenant: sink.context.account,
        logSource: "github",
        sourceAddress: element["actor_ip"]?.text,
        client: element["user_agent"]?.text,
        result: try result(element, action),
        error: element["status_code"]?.text,
        occurredAt: time,
        locator: element.locator
      )
    )
  }

  private func kind(_ element: Cursor, _ actor: String) throws(Diagnostic) -> AuditEvent.ActorKind {
    if actor.isEmpty { return .service }
    if try element.flag("actor_is_bot") == true || actor.hasSuffix("[bot]") { return .workload }
    guard let access = element["programmatic_access_type"]?.text else {
      // The log says nothing of a token: a person at the web site, or an event that never says it.
      return element["actor_is_bot"] == nil ? .unknown : .person
    }
    return access.contains("server-to-server") ? .workload : .unknown
  }

  private func verb(_ action: String, _ operation: String?) -> AuditEvent.Verb {
    switch action {
    case "git.clone", "git.fetch": return .read
    case "git.push": return .write
    default: break
    }
    return switch operation {
    case "access": .read
    case "create", "modify", "restore", "transfer": .write
    case "remove": .delete
    default: .other
    }
  }

  /// The first half of the digest of what the event says.
  private func digest(_ element: Cursor) -> String {
    "github-event:"
      + String(Digest.sha256(Array(JSONText.write(element.value).utf8)).prefix(32))
  }

  /// The log holds what was done, and pushes that a protected branch refused; only calls of the
  /// interface carry a status.
  private func result(_ element: Cursor, _ action: String) throws(Diagnostic) -> AuditEvent.Result {
    if action.contains(".rejected_") { return .denied }
    return switch try element.integer("status_code") {
    case 401?, 403?, 404?: .denied
    case let status? where status >= 400: .error
    default: .ok
    }
  }
}
