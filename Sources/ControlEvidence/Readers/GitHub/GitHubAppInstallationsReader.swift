import ControlModel

/// Reads the GitHub apps that are installed in an organisation: an identity for each app, and the
/// grant that its installation is.
///
/// The saved body of a page does not say that more pages exist; a `total_count` above the number of
/// installations does.
struct GitHubAppInstallationsReader: ListReader {
  let format = EvidenceFormat(
    id: "github-app-installations",
    title: "GitHub app installations of an organisation",
    writtenBy: "gh api /orgs/ORG/installations",
    kinds: [.nhiInventory, .oauthGrantList]
  )
  let shape = ListShape(members: ["installations"], totalMember: "total_count")

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("app_id", "app_slug", "permissions") && element.hasAny("target_type", "account")
  }

  func claimsEmpty(_ root: EvidenceValue) -> Bool {
    root["installations"]?.elements != nil && root.has("total_count")
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    let app = "github-app:\(try element.required("app_id"))"
    let id = try element.required("id")
    guard let account = element["account"]?["login"]?.text ?? sink.context.account else {
      throw element.malformed(
        found: "no account",
        needed: "the organisation, in the export or as account in manifest.json"
      )
    }
    let isSuspended = element["suspended_at"] != nil
    let created = try element.textOrSeconds("created_at")
    let permissions = GitHubPermissions(element["permissions"])
    let isEverywhere = element["repository_selection"]?.text == "all"
    sink.add(
      Identity(
        id: app,
        kind: .app,
        provider: "github",
        account: account,
        displayName: element["app_slug"]?.text,
        aliases: [element["client_id"]?.text, "github-installation:\(id)"].compactMap { $0 },
        privileged: permissions.isAdministrative,
        status: isSuspended ? .suspended : .enabled,
        createdAt: created,
        locator: element.locator
      )
    )
    sink.add(
      Grant(
        id: "github-installation:\(id)",
        client: app,
        clientName: element["app_slug"]?.text,
        kind: .installation,
        resource: account,
        scopes: permissions.scopes,
        tenantWide: isEverywhere,
        status: isSuspended ? .suspended : .active,
        revocationPath: "DELETE /app/installations/\(id)",
        basis: .configured,
        grantedAt: created,
        expiresAt: .never,
        revokedAt: .never,
        locator: element.locator
      )
    )
  }
}
