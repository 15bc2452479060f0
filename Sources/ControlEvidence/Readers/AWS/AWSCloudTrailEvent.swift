import ControlModel

/// One event of CloudTrail.
struct AWSCloudTrailEvent {
  private let event: Cursor
  private let name: String
  private let source: String
  private let caller: AWSCaller
  private let time: Instant
  private let id: String

  /// Reads what no event can do without.
  init(_ event: Cursor) throws(Diagnostic) {
    self.event = event
    id = try event.required("eventID")
    name = try event.required("eventName")
    source = try event.required("eventSource")
    guard let time = try event.instant("eventTime") else {
      throw event.malformed(found: "no eventTime", needed: "when it happened")
    }
    self.time = time
    caller = try AWSCaller(event)
  }

  /// The event as a record.
  func record() throws(Diagnostic) -> AuditEvent {
    let resource = try AWSEventResource(event)
    return AuditEvent(
      id: id,
      kind: kind,
      action: "\(service):\(name)",
      verb: try verb(),
      actor: caller.id,
      actorKind: caller.kind,
      onBehalfOf: caller.sourceIdentity,
      credential: caller.accessKey,
      session: caller.session,
      request: event["requestID"]?.text,
      resource: resource?.name,
      resourceKind: resource?.kind,
      sizeInBytes: bytesMoved,
      logSource: "cloudtrail",
      sourceAddress: event["sourceIPAddress"]?.text,
      client: event["userAgent"]?.text,
      interactive: caller.isInteractive,
      result: result,
      error: event["errorCode"]?.text,
      occurredAt: time,
      locator: event.locator
    )
  }

  /// The session that the event handed out, where it is an answer of the token service.
  func issuance() throws(Diagnostic) -> Issuance? {
    guard source == "sts.amazonaws.com", result == .ok,
      let key = event["responseElements"]?["credentials"]?["accessKeyId"]?.text
    else { return nil }
    let asked = event["requestParameters"]
    let identity = asked?["roleArn"]?.text ?? caller.id
    let lifetime = try asked?.integer("durationSeconds").map { Duration.seconds($0) }
    return Issuance(
      id: id,
      credential: key,
      issuer: source,
      identity: identity,
      kind: .sessionCredential,
      session: event["responseElements"]?["assumedRoleUser"]?["arn"]?.text,
      request: event["requestID"]?.text,
      onBehalfOf: identity == caller.id ? nil : caller.id,
      scopes: ["\(service):\(name)"],
      boundTo: .unbound,
      lifetime: lifetime,
      result: .issued,
      issuedAt: time,
      expiresAt: lifetime.map { .at(time.advanced(by: $0)) } ?? .notRecorded,
      locator: event.locator
    )
  }

  private var service: String {
    source.hasSuffix(".amazonaws.com") ? String(source.dropLast(14)) : source
  }

  private var kind: AuditEvent.Kind {
    if event["eventType"]?.text == "AwsConsoleSignIn" { return .signIn }
    if service == "bedrock", name.hasPrefix("Invoke") || name.hasPrefix("Converse") {
      return .model
    }
    let isData =
      event["eventCategory"]?.text == "Data" || event["managementEvent"]?.value.bool == false
    return isData ? .data : .control
  }

  private func verb() throws(Diagnostic) -> AuditEvent.Verb {
    if name.hasPrefix("List") || name.hasPrefix("Describe") { return .list }
    if name.hasPrefix("Delete") { return .delete }
    if name.hasPrefix("Invoke") || name.hasPrefix("Run") || name.hasPrefix("Converse") {
      return .execute
    }
    guard kind != .signIn, service != "sts", let reads = try event.flag("readOnly") else {
      return .other
    }
    return reads ? .read : .write
  }

  private var result: AuditEvent.Result {
    if kind == .signIn, event["responseElements"]?[name]?.text == "Failure" { return .denied }
    guard let code = event["errorCode"]?.text else { return .ok }
    let refusals = ["AccessDenied", "Unauthorized", "Forbidden"]
    return refusals.contains { code.contains($0) } ? .denied : .error
  }

  private var bytesMoved: Int? {
    guard let more = event["additionalEventData"] else { return nil }
    let parts = ["bytesTransferredIn", "bytesTransferredOut"].compactMap { member in
      more[member]?.text.flatMap { Double($0) }.flatMap { Int(exactly: $0) }
    }
    return parts.isEmpty ? nil : parts.reduce(0) { $0 &+ $1 }
  }
}

/// What an event is about.
private struct AWSEventResource {
  let name: String
  var kind: String?

  /// The first resource that the event names, or what its parameters ask for.
  init?(_ event: Cursor) throws(Diagnostic) {
    for resource in try event.list("resources") {
      guard let name = (resource["ARN"] ?? resource["arn"])?.text else { continue }
      self.name = name
      kind = resource["type"]?.text
      return
    }
    guard let asked = event["requestParameters"] else { return nil }
    if let bucket = asked["bucketName"]?.text {
      let key = asked["key"]?.text.map { "/\($0)" } ?? ""
      name = "arn:aws:s3:::\(bucket)\(key)"
      return
    }
    let members = [
      "roleArn", "policyArn", "secretId", "functionName", "keyId", "tableName", "modelId",
      "roleName", "userName", "groupName",
    ]
    guard let name = members.lazy.compactMap({ asked[$0]?.text }).first else { return nil }
    self.name = name
  }
}
