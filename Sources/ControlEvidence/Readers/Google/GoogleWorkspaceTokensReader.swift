import ControlModel

/// Reads which third-party applications users let into their Google Workspace accounts.
///
/// The list has no dates at all; when a token was used is in the activity report of `token`.
struct GoogleWorkspaceTokensReader: ListReader {
  let format = EvidenceFormat(
    id: "google-workspace-tokens",
    title: "Google Workspace tokens of third-party applications",
    writtenBy: "Directory API tokens.list, for each user",
    kinds: [.oauthGrantList]
  )
  let shape = ListShape(members: ["items"], pageMarkers: ["nextPageToken"])

  func claims(_ element: EvidenceValue) -> Bool {
    element["kind"]?.string == "admin#directory#token"
      || element.has("clientId", "userKey", "scopes") && element.hasAny("displayText", "nativeApp")
  }

  func claimsEmpty(_ root: EvidenceValue) -> Bool {
    root["kind"]?.string == "admin#directory#tokenList"
  }

  func take(_ element: Cursor, _: Void, into sink: inout RecordSink) throws(Diagnostic) {
    // A user without tokens has a list without items.
    if element.value["kind"]?.string == "admin#directory#tokenList" { return }
    let client = try element.required("clientId")
    let user = try element.required("userKey")
    guard let scopes = try element.textList("scopes") else {
      throw element.malformed(found: "no scopes", needed: "what the application may do")
    }
    sink.add(
      Grant(
        id: "\(client)#\(user)",
        client: client,
        clientName: element["displayText"]?.text,
        // An anonymous application is not registered with Google.
        publisherVerified: try element.flag("anonymous") == true ? false : nil,
        kind: .delegated,
        resource: "google-workspace",
        scopes: scopes,
        tenantWide: false,
        onBehalfOf: user,
        tenant: sink.context.account,
        status: .active,
        revocationPath: "DELETE /admin/directory/v1/users/\(user)/tokens/\(client)",
        basis: .configured,
        revokedAt: .never,
        locator: element.locator
      )
    )
  }
}
