import ControlModel
import ControlTrust

/// A small inventory that tests put together record by record.
struct Estate {
  static let account = "111122223333"
  static let day = Instant(rfc3339: "2026-11-18T06:00:00Z") ?? .epoch

  private var records = RecordTables()

  static func arn(_ name: String) -> String { "arn:aws:iam::\(account):\(name)" }

  /// The graph of the records at a time.
  func graph(at instant: Instant = Estate.day) -> TrustGraph {
    let subject = Subject(id: "s", name: "s", kind: .environment, tier: .pilot, owner: "o")
    return TrustGraph(
      Inventory(subject: subject, files: [], records: records),
      asOf: instant
    )
  }

  mutating func add(_ record: some EvidenceRecord) { records.append(record) }

  /// Adds a user, role or group by the name in its ARN, such as `user/ann`.
  mutating func identity(_ name: String, memberOf: [String]? = nil) {
    let kind: Identity.Kind =
      name.hasPrefix("user/") ? .user : name.hasPrefix("group/") ? .group : .role
    add(
      Identity(
        id: Self.arn(name),
        kind: kind,
        provider: "aws",
        account: Self.account,
        owner: "team",
        memberOf: memberOf?.map(Self.arn),
        status: .enabled,
        locator: Locator(path: "iam.json")
      )
    )
  }

  /// Adds a statement as a policy says it.
  mutating func policy(
    _ holder: String,
    _ actions: [String],
    _ effect: Entitlement.Effect = .allow,
    on resources: [String] = ["*"],
    notActions: [String]? = nil,
    if conditions: [String]? = nil,
    via: Entitlement.Via = .inline,
    policy: String = "p",
    resolved: Bool = true,
    administrative: Bool = false
  ) {
    count += 1
    add(
      Entitlement(
        id: "\(holder)#\(count)",
        holder: Self.arn(holder),
        effect: effect,
        actions: actions,
        exceptActions: notActions,
        resources: resources,
        conditions: conditions,
        via: via,
        policy: policy,
        resolved: resolved,
        administrative: administrative,
        basis: .configured,
        locator: Locator(path: "iam.json", line: count)
      )
    )
  }

  /// Adds who may become a role.
  mutating func trust(
    _ role: String,
    _ kind: TrustRelation.PrincipalKind,
    _ principal: String,
    if conditions: [String]? = nil
  ) {
    count += 1
    add(
      TrustRelation(
        id: "\(role)#trust#\(count)",
        target: Self.arn(role),
        principalKind: kind,
        principal: principal,
        trustedIdentity: kind == .identity ? principal : nil,
        conditions: conditions,
        basis: .configured,
        locator: Locator(path: "iam.json", line: count)
      )
    )
  }

  private var count = 0
}

extension TrustGraph {
  /// The names reached from a node of the account, without the rights and resources.
  func actors(from name: String, _ following: Following = .open) -> [String] {
    guard let start = node(Estate.arn(name)) ?? node(name) else { return [] }
    return reach(from: start, following: following).nodes.map { nodes[$0] }
      .filter { $0.space == .actor || $0.isAdministrator }
      .map { $0.id.replacing("arn:aws:iam::\(Estate.account):", with: "") }.sorted()
  }
}
