import ControlModel

/// Reads the fine-grained personal access tokens that may reach an organisation.
///
/// The list knows when access was granted and not when the token was made: the age is not recorded.
/// `token_expires_at` that is null says that the token never ends, `token_last_used_at` that is null
/// that it was never used.
struct GitHubFineGrainedTokensReader: ListReader {
  let format = EvidenceFormat(
    id: "github-fine-grained-tokens",
    title: "GitHub fine-grained tokens with access to an organisation",
    writtenBy: "GET /orgs/ORG/personal-access-tokens, as a GitHub app",
    kinds: [.iamCredentialReport, .iamPolicyExport]
  )
  let shape = ListShape()

  func claims(_ element: EvidenceValue) -> Bool {
    element.has("owner", "permissions", "token_expired")
      && element.hasAny("access_granted_at", "token_id")
  }

  func known(
    of document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> String { try sink.context.neededAccount("the organisation", document) }

  func take(
    _ element: Cursor,
    _ organisation: String,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    guard let owner = element["owner"]?["login"]?.text else {
      throw element.malformed(found: "no owner", needed: "whose token it is")
    }
    // Older answers name the grant alone.
    let number = try element.required(element["token_id"] == nil ? "id" : "token_id")
    let id = "github-token:\(number)"
    let holder = "github-user:\(owner)"
    let permissions = GitHubPermissions(element["permissions"])
    let end = try element.moment("token_expires_at", null: .never, absent: .notRecorded)
    let isExpired = try element.flag("token_expired") ?? false
    sink.add(
      Credential(
        id: id,
        identity: holder,
        kind: .personalAccessToken,
        status: isExpired ? .expired : .active,
        lifetimeClass: .static,
        managedBy: .customer,
        boundTo: .unbound,
        scopes: permissions.scopes,
        hint: element["token_name"]?.text,
        basis: .configured,
        expiresAt: end,
        lastUsedAt: try element.moment(
          "token_last_used_at",
          null: .never,
          absent: .notRecorded
        ),
        locator: element.locator
      )
    )
    let selection = try element.required("repository_selection")
    sink.add(
      Entitlement(
        id: "\(id)#\(organisation)",
        holder: holder,
        effect: .allow,
        actions: permissions.scopes,
        resources: [
          selection == "all"
            ? "\(organisation)/*"
            : selection == "none" ? organisation : "\(organisation)/(\(selection))"
        ],
        via: .binding,
        policy: id,
        resolved: true,
        administrative: permissions.isAdministrative,
        reason: element["reason"]?.text,
        basis: .configured,
        grantedAt: try element.instant("access_granted_at"),
        expiresAt: end,
        locator: element.locator
      )
    )
  }
}
