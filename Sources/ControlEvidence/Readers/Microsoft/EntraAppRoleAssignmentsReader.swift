import ControlModel

/// Reads application permissions, which have no user behind them, and the roles of applications that
/// users and groups hold.
///
/// An assignment names a role by its GUID, which only the resource's own list of roles explains: the
/// scope is that GUID.
struct EntraAppRoleAssignmentsReader: GraphReader {
  let format = EvidenceFormat(
    id: "entra-app-role-assignments",
    title: "Microsoft Entra app role assignments",
    writtenBy: "Microsoft Graph …/appRoleAssignments and …/appRoleAssignedTo",
    kinds: [.oauthGrantList, .iamPolicyExport]
  )
  let collection = "appRoleAssignments"

  func claims(_ element: EvidenceValue) -> Bool {
    ["appRoleId", "principalId", "resourceId"].allSatisfy { GraphObject.has($0, in: element) }
  }

  func known(of document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    sink.kinds = [.oauthGrantList]
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let assignment = GraphObject(element)
    let id = try assignment.required("id")
    let principal = try assignment.required("principalId")
    let resource = try assignment.required("resourceId")
    let role = try assignment.required("appRoleId")
    let grantedAt = try assignment.instant("createdDateTime")
    if let type = assignment.text("principalType"), type != "ServicePrincipal" {
      sink.kinds.insert(.iamPolicyExport)
      sink.add(
        Entitlement(
          id: id,
          holder: principal,
          effect: .allow,
          actions: [role],
          resources: [resource],
          via: type == "Group" ? .group : .binding,
          policy: role,
          resolved: false,
          tenant: sink.context.account,
          basis: .configured,
          grantedAt: grantedAt,
          expiresAt: .never,
          locator: element.locator
        )
      )
      return
    }
    sink.add(
      Grant(
        id: id,
        client: principal,
        clientName: assignment.text("principalDisplayName"),
        kind: .application,
        resource: resource,
        scopes: [role],
        tenantWide: true,
        tenant: sink.context.account,
        status: .active,
        revocationPath: "DELETE /servicePrincipals/\(principal)/appRoleAssignments/\(id)",
        basis: .configured,
        grantedAt: grantedAt,
        expiresAt: .never,
        revokedAt: .never,
        locator: element.locator
      )
    )
  }
}
