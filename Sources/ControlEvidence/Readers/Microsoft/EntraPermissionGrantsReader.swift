import ControlModel

/// Reads delegated permissions: what an application may do in the name of users who are signed in.
///
/// A grant for `AllPrincipals` holds for every user of the tenant. Grants end only by being deleted,
/// and carry no dates.
struct EntraPermissionGrantsReader: GraphReader {
  let format = EvidenceFormat(
    id: "entra-permission-grants",
    title: "Microsoft Entra delegated permission grants",
    writtenBy: "Microsoft Graph /oauth2PermissionGrants, Get-MgOauth2PermissionGrant",
    kinds: [.oauthGrantList]
  )
  let collection = "oauth2PermissionGrants"

  func claims(_ element: EvidenceValue) -> Bool {
    ["clientId", "consentType", "resourceId", "scope"]
      .allSatisfy { GraphObject.has($0, in: element) }
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let grant = GraphObject(element)
    let id = try grant.required("id")
    let isTenantWide: Bool
    switch try grant.required("consentType") {
    case "AllPrincipals": isTenantWide = true
    case "Principal": isTenantWide = false
    case let other:
      throw element.malformed(
        found: "consentType \"\(clipped(other))\"",
        needed: "AllPrincipals or Principal"
      )
    }
    let scopes = (grant.text("scope") ?? "").split(separator: " ").map(String.init)
    sink.add(
      Grant(
        id: id,
        client: try grant.required("clientId"),
        kind: .delegated,
        resource: try grant.required("resourceId"),
        scopes: scopes,
        tenantWide: isTenantWide,
        onBehalfOf: isTenantWide ? nil : try grant.required("principalId"),
        tenant: sink.context.account,
        status: .active,
        revocationPath: "DELETE /oauth2PermissionGrants/\(id)",
        basis: .configured,
        expiresAt: .never,
        revokedAt: .never,
        locator: element.locator
      )
    )
  }
}
