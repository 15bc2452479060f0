import ControlModel

/// Reads the applications that a tenant defines, with their secrets, certificates and, where the
/// query expanded them, federated credentials and owners.
///
/// An application is the definition; what acts in the tenant is its service principal, another object
/// with another id. Both carry one `appId`, which is the application's id here.
struct EntraApplicationsReader: GraphReader {
  let format = EvidenceFormat(
    id: "entra-applications",
    title: "Microsoft Entra applications",
    writtenBy: "Microsoft Graph /applications, az ad app list, Get-MgApplication",
    kinds: [.nhiInventory, .iamCredentialReport, .federationTrustConfig]
  )
  let collection = "applications"

  func claims(_ element: EvidenceValue) -> Bool {
    GraphObject.has("appId", in: element)
      && ["requiredResourceAccess", "identifierUris", "publisherDomain", "signInAudience"]
        .contains { GraphObject.has($0, in: element) }
      && !["servicePrincipalType", "servicePrincipalNames", "appOwnerOrganizationId"]
        .contains { GraphObject.has($0, in: element) }
  }

  func known(
    of document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> String {
    sink.kinds = [.nhiInventory]
    return try sink.context.neededAccount("the tenant's id", document)
  }

  func take(_ element: Cursor, _ tenant: String, into sink: inout RecordSink) throws(Diagnostic) {
    let application = GraphObject(element)
    let id = try application.required("appId")
    let description = application.text("description") ?? application.text("notes")
    sink.add(
      Identity(
        id: id,
        kind: .app,
        provider: "entra",
        account: tenant,
        displayName: application.text("displayName"),
        aliases: application.text("id").map { [$0] },
        owner: try application.firstOwner(),
        purpose: description,
        scopeStatement: try application.requiredAccess(),
        controller: .customer,
        status: application.text("disabledByMicrosoftStatus") == nil ? .enabled : .disabled,
        tags: application.texts("tags"),
        createdAt: try application.instant("createdDateTime"),
        locator: element.locator
      )
    )
    if application.has("keyCredentials") || application.has("passwordCredentials") {
      sink.kinds.insert(.iamCredentialReport)
      EntraCredentials(identity: id).add(from: application, into: &sink)
    }
    if application.has("federatedIdentityCredentials") {
      sink.kinds.insert(.federationTrustConfig)
      for trust in try application.list("federatedIdentityCredentials") {
        sink.attempt { (sink) throws(Diagnostic) in
          sink.add(try relation(trust, target: id))
        }
      }
    }
  }

  private func relation(
    _ trust: GraphObject,
    target: String
  ) throws(Diagnostic) -> TrustRelation {
    let expression = trust["claimsMatchingExpression"].map { GraphObject($0) }?.text("value")
    guard let subject = trust.text("subject") ?? expression else {
      throw trust.cursor.malformed(found: "no subject", needed: "whose tokens are trusted")
    }
    return TrustRelation(
      id: "\(target)#federated#\(try trust.required("name"))",
      target: target,
      principalKind: .federated,
      principal: subject,
      issuer: try trust.required("issuer"),
      audiences: trust.texts("audiences"),
      subjectPattern: subject,
      reason: trust.text("description"),
      basis: .configured,
      locator: trust.cursor.locator
    )
  }
}

extension GraphObject {
  /// The first owner, where the query expanded them: the sign-in name, or else the object's id.
  func firstOwner() throws(Diagnostic) -> String? {
    guard let owner = try list("owners").first else { return nil }
    return owner.text("userPrincipalName") ?? owner.text("id")
  }

  /// What the application asks for, as `resource/permission/type`.
  fileprivate func requiredAccess() throws(Diagnostic) -> [String]? {
    guard has("requiredResourceAccess") else { return nil }
    var asked: [String] = []
    for resource in try list("requiredResourceAccess") {
      let name = resource.text("resourceAppId") ?? ""
      for access in try resource.list("resourceAccess") {
        asked.append("\(name)/\(access.text("id") ?? "")/\(access.text("type") ?? "")")
      }
    }
    return asked
  }
}
