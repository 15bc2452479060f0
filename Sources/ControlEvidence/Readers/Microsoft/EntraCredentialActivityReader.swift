import ControlModel

/// Reads when each secret and certificate of applications was last used to sign in.
///
/// The records are joined to those of the applications by the key's id. No sign-in in the time for
/// which they are kept is not recorded, which is not the same as never.
struct EntraCredentialActivityReader: GraphReader {
  let format = EvidenceFormat(
    id: "entra-credential-activity",
    title: "Microsoft Entra credential sign-in activity",
    writtenBy: "Microsoft Graph /beta/reports/appCredentialSignInActivities",
    kinds: [.iamCredentialReport]
  )
  let collection = "appCredentialSignInActivities"

  func claims(_ element: EvidenceValue) -> Bool {
    GraphObject.has("keyId", in: element)
      && (GraphObject.has("signInActivity", in: element)
        || GraphObject.has("credentialOrigin", in: element))
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let activity = GraphObject(element)
    let isPrincipals = activity.text("credentialOrigin") == "servicePrincipal"
    let used =
      try activity["signInActivity"].map { GraphObject($0) }
      .map { (last) throws(Diagnostic) in try last.instant("lastSignInDateTime") } ?? nil
    let kind: Credential.Kind
    // The interface and its libraries differ in the first letter.
    switch try activity.required("keyType").lowercased() {
    case "clientsecret": kind = .clientSecret
    case "certificate": kind = .certificate
    case let other:
      throw element.malformed(
        found: "keyType \"\(clipped(other))\"",
        needed: "clientSecret or certificate"
      )
    }
    sink.add(
      Credential(
        id: try activity.required("keyId"),
        identity: try activity.required(isPrincipals ? "servicePrincipalObjectId" : "appId"),
        kind: kind,
        status: .unknown,
        lifetimeClass: .static,
        managedBy: .customer,
        boundTo: kind == .certificate ? .key : .unbound,
        basis: .configured,
        createdAt: try activity.instant("createdDateTime"),
        expiresAt: try activity.end("expirationDateTime"),
        lastUsedAt: used.map { .at($0) } ?? .notRecorded,
        locator: element.locator
      )
    )
  }
}
