import ControlModel

/// Who made a call, as `userIdentity` says.
struct AWSCaller {
  /// The identity: for a session the role or user it stands for, else its own ARN or name.
  let id: String
  /// What the event itself shows of it; unknown where it does not show whether a person acted.
  let kind: AuditEvent.ActorKind
  /// The session's own ARN.
  var session: String?
  /// The name that the session's first caller gave for itself and no later role can change.
  var sourceIdentity: String?
  /// The access key, which joins a session to the event that issued it.
  var accessKey: String?
  /// Whether the call came from the console; `nil` where the event does not say.
  var isInteractive: Bool?

  /// Reads the caller of an event.
  init(_ event: Cursor) throws(Diagnostic) {
    guard let user = event["userIdentity"] else {
      throw event.malformed(found: "no userIdentity", needed: "who made the call")
    }
    let issuer = user["sessionContext"]?["sessionIssuer"]?["arn"]?.text
    let own = user["arn"]?.text
    let service = user["invokedBy"]?.text
    let named = user["userName"]?.text ?? user["principalId"]?.text ?? user["accountId"]?.text
    let principal = [issuer, own, service, named].lazy.compactMap { $0 }.first { !$0.isEmpty }
    guard let principal else {
      throw user.malformed(found: "nobody", needed: "an arn, invokedBy, userName or principalId")
    }
    id = principal
    session = issuer == nil || own == issuer ? nil : own
    sourceIdentity = user["sessionContext"]?["sourceIdentity"]?.text
    accessKey = user["accessKeyId"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    let isConsole =
      event["sessionCredentialFromConsole"]?.text == "true"
      || event["sessionCredentialFromConsole"]?.value.bool == true
      || event["eventType"]?.text == "AwsConsoleSignIn"
    isInteractive = isConsole ? true : nil
    kind = Self.kind(user, isConsole, issuer ?? own ?? "")
  }

  private static func kind(
    _ user: Cursor,
    _ isConsole: Bool,
    _ arn: String
  ) -> AuditEvent.ActorKind {
    let session = user["sessionContext"]
    let hasSecondFactor = session?["attributes"]?["mfaAuthenticated"]?.text == "true"
    switch user["type"]?.text {
    case "AWSService": return .service
    case "Root", "IdentityCenterUser", "SAMLUser": return .person
    default: break
    }
    if isConsole || hasSecondFactor || arn.contains("/AWSReservedSSO_") { return .person }
    if arn.contains("/aws-service-role/") { return .service }
    // A machine's own role, and a token that a pipeline or a cluster got without a person.
    if session?["ec2RoleDelivery"] != nil { return .workload }
    let provider = session?["webIdFederationData"]?["federatedProvider"]?.text ?? ""
    let machines = ["oidc-provider/token.actions.githubusercontent.com", "oidc-provider/oidc.eks."]
    return machines.contains { provider.contains($0) } ? .workload : .unknown
  }
}
