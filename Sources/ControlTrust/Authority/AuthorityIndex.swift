import ControlModel

/// The statements of an inventory by holder, and the groups of each actor.
struct AuthorityIndex: Sendable {
  private let statements: [String: [PermissionStatement]]
  private let groups: [String: [String]]
  /// The files that state rights: of an identity in one of them, no statement is no right.
  private let exports: Set<String>
  private let files: [String: String]

  /// Indexes what is in force.
  ///
  /// - Complexity: O(*n*) in the statements and identities.
  init(_ inventory: Inventory, asOf: Instant) {
    var statements: [String: [PermissionStatement]] = [:]
    for entitlement in inventory.records(Entitlement.self) where entitlement.isInForce(at: asOf) {
      statements[entitlement.holder, default: []].append(PermissionStatement(entitlement))
    }
    self.statements = statements
    exports = Set(inventory.records(Entitlement.self).map(\.locator.path))
    files = Dictionary(
      inventory.records(Identity.self).map { ($0.id, $0.locator.path) },
      uniquingKeysWith: { first, _ in first }
    )
    var groups: [String: [String]] = [:]
    for identity in inventory.records(Identity.self) {
      if let memberOf = identity.memberOf, !memberOf.isEmpty { groups[identity.id] = memberOf }
    }
    self.groups = groups
  }

  /// The actor's groups and their groups, nearest first.
  func groups(of actor: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [actor]
    var frontier = groups[actor] ?? []
    while !frontier.isEmpty {
      let fresh = frontier.filter { seen.insert($0).inserted }
      found += fresh
      frontier = fresh.flatMap { groups[$0] ?? [] }
    }
    return found
  }

  /// The actor's own statements and those of its groups; the bounds of a group bind nobody.
  func statements(of actor: String) -> [PermissionStatement] {
    (statements[actor] ?? [])
      + groups(of: actor).flatMap { (statements[$0] ?? []).filter { $0.via != .boundary } }
  }

  /// The statements that a holder has by itself.
  func ownStatements(of holder: String) -> [PermissionStatement] { statements[holder] ?? [] }

  /// What the actor may do.
  ///
  /// Of an actor without any statement, whose identity no export of rights describes, nobody knows.
  func authority(of actor: String) -> Authority {
    let own = statements(of: actor)
    let isExported = files[actor].map(exports.contains) ?? false
    return Authority(own, isKnown: !own.isEmpty || isExported)
  }
}

extension Entitlement {
  /// Whether the statement had been given and had not ended at an instant.
  func isInForce(at instant: Instant) -> Bool {
    if let grantedAt, instant < grantedAt { return false }
    return !expiresAt.hasPassed(at: instant)
  }
}
