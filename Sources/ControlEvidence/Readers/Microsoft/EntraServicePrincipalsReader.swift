import ControlModel

/// Reads the service principals of a tenant: applications as they are present there, managed
/// identities, and the tenant's view of applications of others.
///
/// Grants name a service principal by its object id, which is its id here; `appId` is an alias. One
/// whose application belongs to another tenant is that vendor's.
struct EntraServicePrincipalsReader: GraphReader {
  let format = EvidenceFormat(
    id: "entra-service-principals",
    title: "Microsoft Entra service principals",
    writtenBy: "Microsoft Graph /servicePrincipals, az ad sp list, Get-MgServicePrincipal",
    kinds: [.nhiInventory, .iamCredentialReport]
  )
  let collection = "servicePrincipals"

  /// The tenant of Microsoft's own applications.
  private static let microsoft = "f8cdef31-a31e-4b4a-93e4-5f571e91255a"

  func claims(_ element: EvidenceValue) -> Bool {
    GraphObject.has("appId", in: element)
      && ["servicePrincipalType", "servicePrincipalNames", "appOwnerOrganizationId"]
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
    let principal = GraphObject(element)
    let id = try principal.required("id")
    sink.add(
      Identity(
        id: id,
        kind: principal.text("servicePrincipalType") == "ManagedIdentity"
          ? .managedIdentity : .servicePrincipal,
        provider: "entra",
        account: tenant,
        displayName: principal.text("displayName"),
        aliases: [try principal.required("appId")],
        owner: try principal.firstOwner(),
        purpose: principal.text("description") ?? principal.text("notes"),
        controller: controller(principal.text("appOwnerOrganizationId"), tenant),
        status: try status(principal),
        tags: principal.texts("tags"),
        createdAt: try principal.instant("createdDateTime"),
        locator: element.locator
      )
    )
    if principal.has("keyCredentials") || principal.has("passwordCredentials") {
      sink.kinds.insert(.iamCredentialReport)
      EntraCredentials(identity: id).add(from: principal, into: &sink)
    }
  }

  private func controller(_ owner: String?, _ tenant: String) -> Identity.Controller? {
    guard let owner = owner?.lowercased() else { return nil }
    if owner == tenant.lowercased() { return .customer }
    return owner == Self.microsoft ? .provider : .vendor
  }

  /// Where the export leaves out `accountEnabled`, the principal may act.
  private func status(_ principal: GraphObject) throws(Diagnostic) -> Identity.Status {
    if principal.text("disabledByMicrosoftStatus") != nil { return .disabled }
    return try principal.flag("accountEnabled") == false ? .disabled : .enabled
  }
}
