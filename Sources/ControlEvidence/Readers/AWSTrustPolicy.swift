import ControlModel

/// Who may become a role, as its trust policy says: one relation for each trusted principal.
///
/// Statements that deny are left out, since a relation cannot say them: a role may seem easier to
/// take than it is, never harder.
struct AWSTrustPolicy {
  private let role: String
  private let tags: AWSTags
  private let maximumSession: Duration?
  private var relations: [TrustRelation] = []

  /// The relations of a role.
  ///
  /// - Parameters:
  ///   - detail: The role's element of the export.
  ///   - arn: The role.
  ///   - tags: The role's tags.
  /// - Returns: The relations in the order of statements and principals.
  /// - Throws: ``Diagnostic`` where the policy is missing or cannot be read.
  static func relations(
    of detail: Cursor,
    arn: String,
    tags: AWSTags
  ) throws(Diagnostic) -> [TrustRelation] {
    guard let document = detail["AssumeRolePolicyDocument"] else {
      throw detail.malformed(found: "no AssumeRolePolicyDocument", needed: "the trust policy")
    }
    // Only list-roles and get-role name the longest session.
    let seconds = try detail.integer("MaxSessionDuration")
    var policy = AWSTrustPolicy(
      role: arn,
      tags: tags,
      maximumSession: seconds.map { .seconds($0) }
    )
    for cursor in try AWSPolicyStatement.cursors(of: document) {
      let statement = try AWSPolicyStatement(cursor)
      guard statement.isAllow, policy.isAboutBecoming(statement) else { continue }
      try policy.add(statement)
    }
    return policy.relations
  }

  private init(role: String, tags: AWSTags, maximumSession: Duration?) {
    self.role = role
    self.tags = tags
    self.maximumSession = maximumSession
  }

  /// Whether the statement lets anyone become the role; tagging a session alone does not.
  private func isAboutBecoming(_ statement: AWSPolicyStatement) -> Bool {
    statement.actions.contains { action in
      let action = action.lowercased()
      return action.hasPrefix("sts:assume") || action.hasPrefix("sts:*") || action.hasPrefix("*")
    }
  }

  private mutating func add(_ statement: AWSPolicyStatement) throws(Diagnostic) {
    let cursor = statement.cursor
    if cursor["NotPrincipal"] != nil {
      add(.anyone, "all but NotPrincipal", statement)
      return
    }
    guard let principal = cursor["Principal"] else {
      throw cursor.malformed(found: "no Principal", needed: "who may become the role")
    }
    if principal.value.string == "*" {
      add(.anyone, "*", statement)
      return
    }
    guard principal.value.members != nil else {
      throw principal.malformed(found: principal.value.typeName, needed: "\"*\" or a map")
    }
    for (name, _) in principal.members {
      for text in try principal.textList(name) ?? [] {
        switch name {
        case "Service": add(.service, text, statement)
        case "Federated": add(.federated, text, statement)
        case "AWS" where text == "*": add(.anyone, text, statement)
        case "AWS": addAWS(text, statement)
        default: add(.identity, text, statement)
        }
      }
    }
  }

  /// Adds an account, written as its number or as its root, or one identity.
  private mutating func addAWS(_ text: String, _ statement: AWSPolicyStatement) {
    let name = AWSResourceName(text)
    if AWSResourceName.isAccountNumber(text) {
      add(.account, text, statement)
    } else if let name, name.resource == "root" {
      add(.account, name.account, statement)
    } else {
      add(.identity, text, statement)
    }
  }

  private mutating func add(
    _ kind: TrustRelation.PrincipalKind,
    _ principal: String,
    _ statement: AWSPolicyStatement
  ) {
    let conditions = statement.conditions
    let isPerson = kind == .identity || kind == .account || kind == .anyone
    let isIdentity =
      kind == .identity
      && AWSResourceName(principal).map {
        $0.service == "iam" && ($0.resource.hasPrefix("user/") || $0.resource.hasPrefix("role/"))
      } == true
    relations.append(
      TrustRelation(
        id: "\(role)#trust#\(relations.count + 1)",
        target: role,
        principalKind: kind,
        principal: principal,
        trustedIdentity: isIdentity ? principal : nil,
        issuer: kind == .federated ? issuer(principal) : nil,
        audiences: values(of: ":aud", in: conditions),
        subjectPattern: values(of: ":sub", in: conditions)?.joined(separator: ", "),
        conditions: conditions.isEmpty ? nil : conditions.map(\.text),
        externalIDRequired: isPerson ? conditions.contains(where: \.demandsExternalID) : nil,
        multiFactorRequired: kind == .service
          ? nil : conditions.contains(where: \.demandsMultiFactor),
        maximumSession: maximumSession,
        vendor: tags.vendor,
        tenant: tags.tenant,
        environment: tags.environment,
        approval: tags.approval,
        reason: tags.grantReason,
        basis: .configured,
        createdAt: tags.grantedAt,
        expiresAt: tags.grantEndsAt,
        locator: statement.cursor.locator
      )
    )
  }

  /// The issuer behind a federated principal: the URL of an OpenID Connect provider, or the name as
  /// written for SAML and for the providers that AWS knows by host.
  private func issuer(_ principal: String) -> String {
    guard let resource = AWSResourceName(principal)?.resource,
      resource.hasPrefix("oidc-provider/")
    else { return principal }
    return "https://" + resource.dropFirst("oidc-provider/".count)
  }

  /// The values that a token's claim must match, or `nil` where no condition demands any.
  private func values(of claim: String, in conditions: [AWSPolicyCondition]) -> [String]? {
    let found = conditions.filter { $0.demandsText && $0.key.lowercased().hasSuffix(claim) }
    return found.isEmpty ? nil : found.flatMap(\.values)
  }
}

extension AWSPolicyCondition {
  /// Whether an external id is demanded, and not just any.
  fileprivate var demandsExternalID: Bool {
    key.lowercased() == "sts:externalid" && demandsText
      && !values.contains { $0.allSatisfy { $0 == "*" } }
  }

  /// Whether a second factor is demanded.
  ///
  /// `BoolIfExists` is met by a request that says nothing of
  /// one, as all requests with an access key do.
  fileprivate var demandsMultiFactor: Bool {
    switch key.lowercased() {
    case "aws:multifactorauthpresent": operation == "Bool" && values == ["true"]
    case "aws:multifactorauthage":
      operation.hasPrefix("NumericLessThan") && !operation.hasSuffix("IfExists")
    default: false
    }
  }
}
