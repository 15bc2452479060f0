import ControlModel

extension TrustGraphBuilder {
  /// What each holder may do, as its policies leave it, and what that touches.
  ///
  /// A group's rights start at the group and are shown, and start again at each member, less what is
  /// denied to the member: authority is an actor's, and a group is none.
  mutating func addEntitlementEdges(of inventory: Inventory, _ authority: AuthorityIndex) {
    var rights: [String: Entitlement] = [:]
    for entitlement in inventory.records(Entitlement.self)
    where entitlement.isInForce(at: asOf) && entitlement.givesRights {
      rights[entitlement.id] = entitlement
      describe(entitlement)
    }
    if rights.isEmpty { return }
    var targets = ResourceTargets(inventory)
    for right in rights.values.sorted(by: { $0.id < $1.id }) { reach(right, &targets) }
    addGroupRights(rights, inventory)
    for holder in Set(rights.values.map(\.holder)).union(members(of: inventory)).sorted() {
      if isGroup(holder) { continue }
      let own = authority.authority(of: holder)
      for statement in authority.statements(of: holder) {
        guard let right = rights[statement.id] else { continue }
        grant(holder, right, own)
      }
    }
  }

  private func members(of inventory: Inventory) -> Set<String> {
    Set(inventory.records(Identity.self).filter { $0.memberOf?.isEmpty == false }.map(\.id))
  }

  private func isGroup(_ holder: String) -> Bool { groups.contains(holder) }

  private mutating func describe(_ right: Entitlement) {
    describe(node(.entitlement, right.id, .entitlement), right.locator) { node in
      node.tenant = right.resourceTenant ?? right.tenant
      node.environment = right.environment
      node.sensitivity = right.sensitivity.flatMap { Node.Sensitivity(rawValue: $0.rawValue) }
    }
  }

  private mutating func addGroupRights(_ rights: [String: Entitlement], _ inventory: Inventory) {
    groups = Set(inventory.records(Identity.self).filter { $0.kind == .group }.map(\.id))
    for right in rights.values.sorted(by: { $0.id < $1.id }) where groups.contains(right.holder) {
      let group = node(.actor, right.holder, .role)
      add(group, .grants, node(.entitlement, right.id, .entitlement), right.locator) { edge in
        edge.describe(right)
        edge.isTraversable = false
      }
    }
  }

  private mutating func grant(_ holder: String, _ right: Entitlement, _ own: Authority) {
    guard let conditions = own.conditions(of: right) else { return }
    let start = node(.actor, holder, .identity)
    add(start, .grants, node(.entitlement, right.id, .entitlement), right.locator) { edge in
      edge.describe(right)
      edge.conditions = conditions
      if right.holder != holder { edge.reason += " (through \(right.holder))" }
    }
    addPower(start, right, own, conditions)
  }

  /// Leads from a holder of an administrative right to all power over its account, where what is
  /// denied and bounded leaves it.
  private mutating func addPower(
    _ start: Int,
    _ right: Entitlement,
    _ own: Authority,
    _ conditions: [String]
  ) {
    // What a right on Google Cloud gives power over, its scope says (`GoogleGains`).
    if right.administrative != true || right.isOnGoogleCloud { return }
    if let cluster = right.cluster {
      addPower(start, right, over: cluster, conditions)
      return
    }
    var conditions = conditions
    if right.resolved, right.holder.hasPrefix("arn:aws") {
      // Whoever may change rights as it likes has all of them.
      let verdict = own.decide(.everyIAMAction, on: .everything, by: right.id)
      guard verdict.isOpen else { return }
      conditions = verdict.conditions
    }
    let power = administrator(of: nodes[start].account ?? right.holder, right.locator)
    add(start, .grants, power, right.locator) { edge in
      edge.describe(right)
      edge.conditions = conditions
      edge.reason += ", by \(right.policy)"
    }
  }

  /// Leads from a holder of everything in a cluster or namespace to all power over it; rights to
  /// change rights are ways to gain (`KubernetesGains`).
  private mutating func addPower(
    _ start: Int,
    _ right: Entitlement,
    over cluster: String,
    _ conditions: [String]
  ) {
    if right.resolved, !right.actions.contains("*:*") { return }
    for place in right.resources.compactMap({ KubernetesPlace($0, in: cluster) }) {
      if case .object = place { continue }
      let scope = place.namespace.map { "\(cluster)/\($0)" } ?? cluster
      add(start, .grants, administrator(of: scope, right.locator), right.locator) { edge in
        edge.describe(right)
        edge.conditions = conditions
        edge.reason += ", by \(right.policy)"
      }
    }
  }

  /// What the right touches.
  private mutating func reach(_ right: Entitlement, _ targets: inout ResourceTargets) {
    let start = node(.entitlement, right.id, .entitlement)
    let account = targets.account(of: right.holder)
    for resource in right.resources {
      let end = targets.node(of: resource, account, right.locator, &self)
      add(start, .reaches, end, right.locator) { $0.describe(right) }
    }
  }
}

extension TrustEdge {
  /// Takes over what a right says and when it holds.
  fileprivate mutating func describe(_ right: Entitlement) {
    basis = Edge.Basis(rawValue: right.basis.rawValue) ?? .declared
    since = right.grantedAt
    until = right.expiresAt.instant
    guard right.resolved else {
      reason = "rights not in evidence"
      return
    }
    let names = (right.exceptActions ?? right.actions).joined(separator: ", ")
    reason = right.exceptActions == nil ? names : "all but \(names)"
  }
}

extension Entitlement {
  /// Whether the statement gives rights, rather than taking or bounding them.
  var givesRights: Bool { effect == .allow && via != .boundary && via != .organization }

  /// Whether the right is a role on a part of Google Cloud that holds identities.
  var isOnGoogleCloud: Bool {
    actions.contains { $0.hasPrefix("roles/") } && resources.contains { GoogleScope($0) != nil }
  }
}

extension Authority {
  /// What must hold for an actor to use a right; `nil` where all of it is denied.
  ///
  /// A right that stands for several actions is open where one of them is.
  func conditions(of right: Entitlement) -> [String]? {
    if !right.resolved { return ["policy \(right.policy) is not in the evidence"] }
    var best: [String]?
    let actions = right.actions.map(PermissionPattern.init)
    let resources = right.resources.map(PermissionPattern.init)
    for action in actions {
      for resource in resources {
        let verdict = decide(action, on: resource, by: right.id)
        guard verdict.isOpen else { continue }
        if verdict.conditions.isEmpty { return [] }
        if best.map({ verdict.conditions.count < $0.count }) ?? true { best = verdict.conditions }
      }
    }
    return best
  }
}
