public import ControlModel

/// Reads all users, groups, roles and policies of an AWS account.
///
/// Rights of a group belong to the group; its members hold them by being members. A policy or a
/// group that the export does not hold gives one unresolved right, so that nobody takes what was not
/// exported for no right at all.
public struct AWSAccountAuthorizationReader: EvidenceReader {
  /// The answer of the command line, the pages joined.
  public let format = EvidenceFormat(
    id: "aws-account-authorization-details",
    title: "AWS IAM account authorization details",
    writtenBy: "aws iam get-account-authorization-details",
    kinds: [.nhiInventory, .iamPolicyExport, .federationTrustConfig]
  )

  private static let lists = ["UserDetailList", "GroupDetailList", "RoleDetailList"]

  /// Creates the reader.
  public init() {}

  /// Whether the document has one of the export's lists.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root else { return false }
    return Self.lists.contains { root[$0] != nil }
  }

  /// Reads identities, rights and trust relations.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "none of \(Self.lists.joined(separator: ", "))",
        needed: "the answer of get-account-authorization-details",
        remedy: "export it as JSON"
      )
    }
    if let truncated = root["IsTruncated"], truncated.value.bool == true {
      sink.markPartial(truncated.locator, marker: "IsTruncated")
    }
    let policies = try AWSManagedPolicies(root)
    var groups: [String: String] = [:]
    for group in try root.list("GroupDetailList") {
      if let name = group["GroupName"]?.text { groups[name] = group["Arn"]?.text }
    }
    let holders: [(list: String, kind: Identity.Kind)] = [
      ("UserDetailList", .user), ("GroupDetailList", .group), ("RoleDetailList", .role),
    ]
    for (list, kind) in holders {
      for detail in try root.list(list) {
        do throws(Diagnostic) {
          let holder = try AWSHolder(detail, kind, groups: groups, account: sink.context.account)
          sink.add(try holder.identity())
          holder.addRights(policies, into: &sink)
        } catch {
          sink.reject(error)
        }
      }
    }
  }
}

/// The managed policies that the export holds.
struct AWSManagedPolicies {
  private var documents: [String: Cursor] = [:]

  /// Reads the default version of each policy.
  init(_ root: Cursor) throws(Diagnostic) {
    for policy in try root.list("Policies") {
      let version = try policy.list("PolicyVersionList").first { version in
        version["IsDefaultVersion"]?.value.bool == true
      }
      if let arn = policy["Arn"]?.text, let document = version?["Document"] {
        documents[arn] = document
      }
    }
  }

  /// The document of a policy, or `nil` where the export does not hold it.
  subscript(arn: String) -> Cursor? { documents[arn] }
}

/// A user, group or role of the export.
private struct AWSHolder {
  let detail: Cursor
  let kind: Identity.Kind
  let arn: String
  let name: AWSResourceName
  let account: String
  let tags: AWSTags
  /// The groups of a user, by ARN, and those of them that the export does not hold.
  var memberOf: [String] = []
  var unknownGroups: [String] = []

  init(
    _ detail: Cursor,
    _ kind: Identity.Kind,
    groups: [String: String],
    account: String?
  ) throws(Diagnostic) {
    arn = try detail.required("Arn")
    guard let name = AWSResourceName(arn), let account = name.accountNumber ?? account else {
      throw detail.malformed(found: "Arn without an account", needed: "an ARN with an account")
    }
    self.detail = detail
    self.kind = kind
    self.name = name
    self.account = account
    tags = try AWSTags(detail)
    for group in try detail.textList("GroupList") ?? [] {
      if let known = groups[group] {
        memberOf.append(known)
      } else {
        // The path is not known then, only the name.
        let arn = "arn:\(name.partition):iam::\(account):group/\(group)"
        memberOf.append(arn)
        unknownGroups.append(arn)
      }
    }
  }

  func identity() throws(Diagnostic) -> Identity {
    let used = try detail["RoleLastUsed"]?.instant("LastUsedDate")
    return Identity(
      id: arn,
      kind: kind,
      provider: "aws",
      account: account,
      displayName: displayName,
      owner: tags.owner,
      purpose: tags.purpose,
      memberOf: kind == .user ? memberOf : nil,
      vendor: tags.vendor,
      tenant: tags.tenant,
      environment: tags.environment,
      status: .enabled,
      approval: tags.approval,
      tags: tags.all,
      createdAt: try detail.instant("CreateDate"),
      // No last use of a role means none in the last 400 days, which is not never.
      lastUsedAt: used.map { .at($0) } ?? .notRecorded,
      locator: detail.locator
    )
  }

  private var displayName: String? {
    for member in ["UserName", "GroupName", "RoleName"] {
      if let name = detail[member]?.text { return name }
    }
    return nil
  }

  /// Adds the rights of each policy, and for a role who may become it.
  func addRights(_ policies: AWSManagedPolicies, into sink: inout RecordSink) {
    let inline: [Identity.Kind: String] = [
      .user: "UserPolicyList", .group: "GroupPolicyList", .role: "RolePolicyList",
    ]
    do throws(Diagnostic) {
      for policy in try detail.list(inline[kind] ?? "") {
        let name = try policy.required("PolicyName")
        add(policy["PolicyDocument"], name, kind == .group ? .group : .inline, policy, &sink)
      }
      for attached in try detail.list("AttachedManagedPolicies") {
        let policy = try attached.required("PolicyArn")
        add(policies[policy], policy, kind == .group ? .group : .managed, attached, &sink)
      }
      if let boundary = detail["PermissionsBoundary"] {
        let policy = try boundary.required("PermissionsBoundaryArn")
        add(policies[policy], policy, .boundary, boundary, &sink)
      }
    } catch {
      sink.reject(error)
    }
    for group in unknownGroups { add(nil, group, .group, detail, &sink) }
    if kind == .role { addTrust(into: &sink) }
  }

  private func addTrust(into sink: inout RecordSink) {
    do throws(Diagnostic) {
      for relation in try AWSTrustPolicy.relations(of: detail, arn: arn, tags: tags) {
        sink.add(relation)
      }
    } catch {
      sink.reject(error)
    }
  }

  private func add(
    _ document: Cursor?,
    _ policy: String,
    _ via: Entitlement.Via,
    _ source: Cursor,
    _ sink: inout RecordSink
  ) {
    let prefix = via == .boundary ? "\(arn)#boundary:\(policy)" : "\(arn)#\(policy)"
    guard let document else {
      sink.add(right(nil, "\(prefix)#0", policy, via, source))
      return
    }
    do throws(Diagnostic) {
      for (offset, cursor) in try AWSPolicyStatement.cursors(of: document).enumerated() {
        do throws(Diagnostic) {
          let statement = try AWSPolicyStatement(cursor)
          if statement.resources.isEmpty {
            throw cursor.malformed(found: "no Resource", needed: "Resource or NotResource")
          }
          sink.add(right(statement, "\(prefix)#\(offset + 1)", policy, via, cursor))
        } catch {
          sink.reject(error)
        }
      }
    } catch {
      sink.reject(error)
    }
  }

  /// A right by a statement, or an unresolved one where there is none.
  private func right(
    _ statement: AWSPolicyStatement?,
    _ id: String,
    _ policy: String,
    _ via: Entitlement.Via,
    _ source: Cursor
  ) -> Entitlement {
    let conditions = statement?.conditions ?? []
    return Entitlement(
      id: id,
      holder: arn,
      effect: statement?.isAllow == false ? .deny : .allow,
      actions: statement?.actions ?? [],
      exceptActions: statement?.exceptActions,
      resources: statement?.resources ?? [],
      exceptResources: statement?.exceptResources,
      conditions: conditions.isEmpty ? nil : conditions.map(\.text),
      via: via,
      policy: policy,
      boundary: detail["PermissionsBoundary"]?["PermissionsBoundaryArn"]?.text,
      resolved: statement != nil,
      administrative: isAdministrative(statement, policy, via),
      tenant: tags.tenant,
      environment: tags.environment,
      grantedBy: tags.grantedBy,
      approval: tags.approval,
      reason: tags.grantReason,
      basis: .configured,
      grantedAt: tags.grantedAt,
      expiresAt: tags.grantEndsAt,
      locator: source.locator
    )
  }

  /// Whether a right is administrative, or `nil` where its policy is not known.
  ///
  /// A boundary limits and gives nothing. Of the policies that AWS provides, which exports often
  /// leave out, two are administrative by their published content.
  private func isAdministrative(
    _ statement: AWSPolicyStatement?,
    _ policy: String,
    _ via: Entitlement.Via
  ) -> Bool? {
    if via == .boundary { return false }
    if let statement { return statement.isAdministrative }
    let known = AWSResourceName(policy).map { $0.account == "aws" ? $0.resource : "" }
    return ["policy/AdministratorAccess", "policy/IAMFullAccess"].contains(known) ? true : nil
  }
}
