import ControlModel

/// Reads consents to scopes in Okta: of an application for itself, or of users for an application.
///
/// A grant is for one scope. Grants end only by being revoked.
struct OktaGrantsReader: ListReader {
  let format = EvidenceFormat(
    id: "okta-grants",
    title: "Okta scope consent grants",
    writtenBy: "GET /api/v1/apps/APP/grants, /api/v1/users/USER/grants",
    kinds: [.oauthGrantList]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("id", "scopeId", "clientId", "issuer")
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let user = element["userId"]?.text
    let isRevoked: Bool
    switch element["status"]?.text {
    case "ACTIVE", nil: isRevoked = false
    case "REVOKED": isRevoked = true
    default: throw element.malformed(found: "another status", needed: "ACTIVE or REVOKED")
    }
    let changed = try element.instant("lastUpdated")
    let isByAdministrator = element["source"]?.text == "ADMIN"
    sink.add(
      Grant(
        id: try element.required("id"),
        client: try element.required("clientId"),
        clientName: element["_embedded"]?["app"]?["label"]?.text,
        kind: user != nil ? .delegated : isByAdministrator ? .administrator : .application,
        resource: try element.required("issuer"),
        scopes: [try element.required("scopeId")],
        tenantWide: user == nil,
        onBehalfOf: user,
        consentedBy: element["createdBy"]?["id"]?.text,
        tenant: sink.context.account,
        status: isRevoked ? .revoked : .active,
        basis: .configured,
        grantedAt: try element.instant("created"),
        expiresAt: .never,
        revokedAt: isRevoked ? changed.map { .at($0) } ?? .notRecorded : .never,
        locator: element.locator
      )
    )
  }
}
