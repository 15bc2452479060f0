import ControlModel

/// The policy of one resource of Google Cloud.
struct GCPPolicy {
  /// The resource, such as `projects/larkspur-prod`.
  let resource: String

  /// Roles of Google that give power over rights themselves, by their published content.
  private static let administrative: Set = [
    "roles/owner", "roles/iam.admin", "roles/iam.securityAdmin", "roles/iam.roleAdmin",
    "roles/iam.organizationRoleAdmin", "roles/iam.serviceAccountAdmin",
    "roles/resourcemanager.organizationAdmin", "roles/resourcemanager.folderAdmin",
    "roles/resourcemanager.folderIamAdmin", "roles/resourcemanager.projectIamAdmin",
  ]

  /// Roles on a service account that let their holder act as it.
  private static let impersonating: Set = [
    "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountUser",
    "roles/iam.serviceAccountKeyAdmin", "roles/iam.serviceAccountOpenIdTokenCreator",
    "roles/iam.workloadIdentityUser", "roles/owner", "roles/editor",
  ]

  /// The id of the service account that the policy is on, or `nil` for another resource.
  var serviceAccount: String? {
    GoogleNames.part(of: resource, after: "serviceAccounts").map(GoogleNames.serviceAccount)
  }

  /// Reads the members of one role.
  func read(_ binding: Cursor, into sink: inout RecordSink) throws(Diagnostic) {
    let role = try binding.required("role")
    let condition = try GCPCondition(binding["condition"])
    guard let members = try binding.textList("members") else {
      throw binding.malformed(found: "no members", needed: "members of the role")
    }
    for member in members {
      sink.add(right(role, member, condition, binding))
      if let serviceAccount, Self.impersonating.contains(role) {
        sink.add(trust(in: serviceAccount, role, member, condition, binding))
      }
    }
  }

  private func right(
    _ role: String,
    _ member: String,
    _ condition: GCPCondition?,
    _ binding: Cursor
  ) -> Entitlement {
    // Policies of version 1 hide conditions behind a suffix of the role.
    let isHidden = role.contains("_withcond_")
    let isKnown = role.hasPrefix("roles/") && !isHidden
    return Entitlement(
      id: id(role, member, condition),
      holder: member,
      effect: .allow,
      actions: [role],
      resources: [resource],
      conditions: isHidden ? ["a condition that version 1 of the policy hides"] : condition?.texts,
      via: .binding,
      policy: role,
      resolved: isKnown,
      administrative: isKnown ? Self.administrative.contains(role) : nil,
      basis: .configured,
      expiresAt: isHidden ? .notRecorded : condition?.end ?? .never,
      locator: binding.locator
    )
  }

  private func trust(
    in target: String,
    _ role: String,
    _ member: String,
    _ condition: GCPCondition?,
    _ binding: Cursor
  ) -> TrustRelation {
    let isAnyone = member == "allUsers" || member == "allAuthenticatedUsers"
    let isPool = member.hasPrefix("principal://") || member.hasPrefix("principalSet://")
    // A cluster's workloads are members named `serviceAccount:PROJECT.svc.id.goog[NAMESPACE/NAME]`.
    let isWorkload = member.contains(".svc.id.goog[")
    let isFederated = isPool || isWorkload
    return TrustRelation(
      id: id(role, member, condition) + "#trust",
      target: target,
      principalKind: isAnyone ? .anyone : isFederated ? .federated : .identity,
      principal: member,
      trustedIdentity: isAnyone || isFederated ? nil : member,
      issuer: isFederated ? issuer(member, isWorkload) : nil,
      subjectPattern: isFederated ? subject(member, isWorkload) : nil,
      conditions: conditions(of: role, condition),
      basis: .configured,
      expiresAt: condition?.end ?? .never,
      locator: binding.locator
    )
  }

  /// What must hold for a member to act as the account: some roles let it only start something under
  /// the account, or prove itself as the account to others.
  private func conditions(of role: String, _ condition: GCPCondition?) -> [String]? {
    let own: [String]
    switch role {
    case "roles/iam.serviceAccountUser": own = ["it may start something under the account"]
    case "roles/iam.serviceAccountOpenIdTokenCreator": own = ["what it calls takes identity tokens"]
    default: own = []
    }
    let all = (condition?.texts ?? []) + own
    return all.isEmpty ? nil : all
  }

  private func id(_ role: String, _ member: String, _ condition: GCPCondition?) -> String {
    "\(resource)#\(role)#\(member)" + (condition.map { "#\($0.title)" } ?? "")
  }

  /// The pool that a federated member comes from.
  private func issuer(_ member: String, _ isWorkload: Bool) -> String {
    if isWorkload {
      return String(member.dropFirst("serviceAccount:".count).prefix { $0 != "[" })
    }
    let name = member.split(separator: "/").dropFirst().joined(separator: "/")
    for part in ["/subject/", "/group/", "/attribute.", "/*"] {
      if let range = name.ranges(of: part).first { return String(name[..<range.lowerBound]) }
    }
    return name
  }

  /// What a federated member demands of its token, such as `subject/…` or `attribute.repository/…`.
  private func subject(_ member: String, _ isWorkload: Bool) -> String {
    if isWorkload { return String(member.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }) }
    for part in ["/subject/", "/group/", "/attribute."] {
      if let range = member.ranges(of: part).first {
        return String(member[range.lowerBound...].dropFirst())
      }
    }
    return "*"
  }
}

/// The condition of a binding.
struct GCPCondition {
  /// The condition's title; empty where it has none.
  let title: String
  /// The condition in one text.
  let texts: [String]
  /// When it ends by itself; not recorded where the expression says something else.
  let end: Moment

  /// Reads a condition; `nil` for none.
  init?(_ condition: Cursor?) throws(Diagnostic) {
    guard let condition else { return nil }
    let expression = try condition.required("expression")
    title = condition["title"]?.text ?? ""
    texts = [title.isEmpty ? expression : "\(title): \(expression)"]
    end = Self.end(of: expression)
  }

  /// The end in an expression that is nothing but `request.time < timestamp("…")`.
  private static func end(of expression: String) -> Moment {
    let text = expression.filter { $0 != " " }
    let start = "request.time<timestamp("
    guard text.hasPrefix(start), text.hasSuffix(")") else { return .notRecorded }
    let time = text.dropFirst(start.count).dropLast().filter { $0 != "\"" && $0 != "'" }
    return Instant(rfc3339: String(time)).map { .at($0) } ?? .notRecorded
  }
}
