import ControlModel

/// Reads the System Log of an Okta organisation: a list, or one event on each line.
struct OktaSystemLogReader: ListReader {
  let format = EvidenceFormat(
    id: "okta-system-log",
    title: "Okta System Log",
    writtenBy: "GET /api/v1/logs, or log streaming",
    kinds: [.auditLog]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("uuid", "published", "eventType") && element.hasAny("outcome", "actor")
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let action = try element.required("eventType")
    guard let time = try element.instant("published") else {
      throw element.malformed(found: "no published", needed: "when it happened")
    }
    guard let actor = element["actor"] else {
      throw element.malformed(found: "no actor", needed: "who acted")
    }
    let isSignIn =
      action.hasPrefix("user.session.") || action.hasPrefix("user.authentication.")
      || action.hasPrefix("app.oauth2.") || action.hasPrefix("policy.evaluate_sign_on")
    let token = element["transaction"]?["detail"]?["requestApiTokenId"]?.text
    // A call with a user's token shows the token, not whether its user made the call.
    let kind = token == nil ? kind(actor) : .unknown
    let target = try element.list("target").first
    let result = result(element["outcome"], isSignIn)
    sink.add(
      AuditEvent(
        id: try element.required("uuid"),
        kind: isSignIn ? .signIn : .control,
        action: action,
        verb: verb(action),
        actor: try actor.required("id"),
        actorKind: kind,
        credential: token,
        session: element["authenticationContext"]?["externalSessionId"]?.known,
        request: element["transaction"]?["id"]?.known,
        traceID: element["debugContext"]?["debugData"]?["traceId"]?.known,
        resource: target?["id"]?.text,
        resourceKind: target?["type"]?.text,
        tenant: sink.context.account,
        logSource: "okta",
        sourceAddress: element["client"]?["ipAddress"]?.text,
        client: element["client"]?["userAgent"]?["rawUserAgent"]?.text,
        interactive: isSignIn && kind == .person ? true : nil,
        result: result,
        error: result == .ok ? nil : element["outcome"]?["reason"]?.text,
        occurredAt: time,
        locator: element.locator
      )
    )
  }

  private func kind(_ actor: Cursor) -> AuditEvent.ActorKind {
    switch actor["type"]?.text {
    case "User": .person
    case "SystemPrincipal": .service
    case "PublicClientApp", "ConfidentialClientApp", "ServiceClient", "AppInstance": .workload
    default: .unknown
    }
  }

  private func verb(_ action: String) -> AuditEvent.Verb {
    switch action.split(separator: ".").last {
    case "create", "add", "update", "activate", "deactivate", "grant", "enable", "disable": .write
    case "delete", "remove", "revoke": .delete
    default: .other
    }
  }

  /// A sign-in that failed was refused; another failure is an error.
  private func result(_ outcome: Cursor?, _ isSignIn: Bool) -> AuditEvent.Result {
    switch outcome?["result"]?.text {
    case "SUCCESS", "ALLOW": .ok
    case "DENY": .denied
    case "FAILURE": isSignIn ? .denied : .error
    default: .unknown
    }
  }
}

extension Cursor {
  /// The text, or `nil` where the log says that it is not known.
  fileprivate var known: String? { text == "unknown" || text == "" ? nil : text }
}
