import ControlModel

extension OCSFEvent {
  /// An event of identity and access, or a call of an interface, as an audit event.
  ///
  /// - Throws: ``Diagnostic`` where it names nobody who acted.
  func auditEvent() throws(Diagnostic) -> AuditEvent {
    let actor = cursor["actor"]
    // A sign-in may name only whom it is about.
    let user = actor?["user"] ?? (classID == 3002 ? cursor["user"] : nil)
    let name = user?["uid"] ?? user?["name"] ?? actor?["invoked_by"] ?? actor?["app_uid"]
    guard let name = name?.text, !name.isEmpty else {
      throw cursor.malformed(found: "nobody who acted", needed: "actor.user with uid or name")
    }
    let api = cursor["api"]
    let session = actor?["session"]
    return AuditEvent(
      id: cursor["metadata"]?["uid"]?.text ?? cursor.locator.description,
      kind: kind,
      action: (api?["operation"] ?? cursor["activity_name"] ?? cursor["type_name"])?.text
        ?? "\(classID)",
      verb: verb,
      actor: name,
      actorKind: actorKind(user),
      actedAs: session?["issuer"]?.text,
      credential: (user?["credential_uid"] ?? session?["credential_uid"])?.text,
      session: session?["uid"]?.text,
      request: api?["request"]?["uid"]?.text,
      resource: resources.first ?? (classID == 3002 ? nil : cursor["user"]?["uid"]?.text),
      tenant: nil,
      logSource: cursor["metadata"]?["log_name"]?.text ?? product,
      sourceAddress: cursor["src_endpoint"]?["ip"]?.text,
      client: cursor["http_request"]?["user_agent"]?.text,
      result: result,
      error: api?["response"]?["error"]?.text ?? cursor["status_code"]?.text,
      occurredAt: time,
      locator: cursor.locator
    )
  }

  private var kind: AuditEvent.Kind {
    switch classID {
    case 3002, 3003: .signIn
    default: .control
    }
  }

  /// By the class's own numbers, of which 6003 has create 1, read 2, update 3, delete 4.
  private var verb: AuditEvent.Verb? {
    guard classID == 6003 else { return nil }
    switch cursor["activity_id"]?.value.integer {
    case 1, 3: return .write
    case 2: return .read
    case 4: return .delete
    default: return .other
    }
  }

  private func actorKind(_ user: Cursor?) -> AuditEvent.ActorKind {
    switch user?["type"]?.text?.lowercased() {
    case "user", "admin", "iamuser", "root": .person
    case "system", "service", "awsservice": .service
    case "assumedrole", "role", "workload": .workload
    default: user == nil && cursor["actor"]?["invoked_by"] != nil ? .service : .unknown
    }
  }

  private var result: AuditEvent.Result {
    let error = cursor["api"]?["response"]?["error"]?.text?.lowercased() ?? ""
    if ["denied", "unauthorized", "forbidden"].contains(where: error.contains) { return .denied }
    switch cursor["status_id"]?.value.integer {
    case 1: return .ok
    // A sign-in that failed was refused.
    case 2: return classID == 3002 ? .denied : .error
    default: return .unknown
    }
  }
}
