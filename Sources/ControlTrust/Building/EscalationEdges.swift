import ControlModel

extension TrustGraphBuilder {
  /// How actors of an AWS account could gain rights by changing them.
  mutating func addEscalationEdges(of inventory: Inventory, _ authority: AuthorityIndex) {
    let identities = inventory.records(Identity.self).filter { $0.id.hasPrefix("arn:aws") }
    if identities.isEmpty { return }
    let places = EscalationTargets(inventory, identities)
    for identity in identities where identity.kind == .user || identity.kind == .role {
      let own = authority.authority(of: identity.id)
      guard own.touches(EscalationPath.deciding) else { continue }
      let start = node(.actor, identity.id, identity.nodeKind)
      // An administrator needs no detour; the step from its right is there already.
      if case .allowed = own.decide("*", on: "*") { continue }
      for path in EscalationPath.all {
        add(path, start, identity, own, authority, places)
      }
    }
    addPowers(of: identities)
  }

  private mutating func add(
    _ path: EscalationPath,
    _ start: Int,
    _ identity: Identity,
    _ own: Authority,
    _ index: AuthorityIndex,
    _ places: EscalationTargets
  ) {
    var conditions: [String] = []
    for action in path.actions.dropFirst() {
      let verdict = own.decide(action, on: "*")
      guard verdict.isOpen else { return }
      conditions += verdict.conditions
    }
    func step(_ end: Int, _ verdict: Verdict, also: [String] = []) {
      guard verdict.isOpen else { return }
      let locator = places.locator(of: verdict) ?? identity.locator
      add(start, .mayAssume, end, locator) { edge in
        edge.isEscalation = true
        edge.conditions = (conditions + verdict.conditions + also).unique
        edge.reason = "\(path.title) (\(path.actions.joined(separator: ", ")))"
      }
    }
    let action = PermissionPattern(path.actions[0])
    switch path.gain {
    case .ownRights(let what):
      let power = administrator(of: identity.account, identity.locator)
      let ownNames = places.ownRights(what, identity, index)
      for name in ownNames {
        let verdict = own.decide(action, on: PermissionPattern(name))
        if verdict.isOpen { return step(power, verdict) }
      }
      // On another's rights it helps where that other is within reach.
      let anywhere = PermissionPattern("arn:aws:iam::\(identity.account):\(what.folder)/*")
      step(
        power,
        own.decide(action, on: anywhere),
        also: ["the \(what.folder) is within its reach"]
      )
    case .identity(let kinds):
      for target in places.identities(kinds, identity.account) where target.id != identity.id {
        let verdict = own.decide(action, on: PermissionPattern(target.id))
        step(node(.actor, target.id, target.nodeKind), verdict)
        guard target.kind == .group, verdict.isOpen else { continue }
        // A group acts through its members: whoever joins has its rights.
        for right in places.rights(of: target.id) {
          step(node(.entitlement, right.id, .entitlement), verdict, also: right.conditions ?? [])
          if right.administrative == true {
            let power = administrator(of: identity.account, identity.locator)
            step(power, verdict, also: right.conditions ?? [])
          }
        }
      }
    case .runningRole(let service, let thing):
      let verdict = own.decide(action, on: .everything)
      for role in places.roles(trusting: service, identity.account) where role != identity.id {
        step(node(.actor, role, .role), verdict, also: ["\(thing) runs as it"])
      }
    case .role(let service):
      for role in places.roles(trusting: service, identity.account) where role != identity.id {
        let end = node(.actor, role, .role)
        step(end, own.decide(action, on: PermissionPattern(role)))
      }
    }
  }

  /// An administrator may become each identity of the account.
  private mutating func addPowers(of identities: [Identity]) {
    for identity in identities {
      let name = "administrator of \(identity.account)"
      guard let power = existing(.entitlement, name) else { continue }
      let end = node(.actor, identity.id, identity.nodeKind)
      add(power, .mayAssume, end, identity.locator) { edge in
        edge.isEscalation = true
        edge.reason = "an administrator may give itself any credential"
      }
    }
  }
}

/// What the ways to gain rights lead to, indexed once.
private struct EscalationTargets {
  private let byAccount: [String: [Identity]]
  private let trusting: [String: [String]]
  private let locators: [String: Locator]
  private let rightsByHolder: [String: [Entitlement]]

  init(_ inventory: Inventory, _ identities: [Identity]) {
    byAccount = Dictionary(grouping: identities, by: \.account)
    var trusting: [String: [String]] = [:]
    for relation in inventory.records(TrustRelation.self) where relation.principalKind == .service {
      trusting[relation.principal, default: []].append(relation.target)
    }
    self.trusting = trusting
    rightsByHolder = Dictionary(
      grouping: inventory.records(Entitlement.self).filter { $0.givesRights && $0.resolved },
      by: \.holder
    )
    locators = Dictionary(
      inventory.records(Entitlement.self).map { ($0.id, $0.locator) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The statement that the verdict rests on.
  func locator(of verdict: Verdict) -> Locator? {
    switch verdict {
    case .allowed(let id), .conditional(let id, _): locators[id]
    case .denied, .notGranted, .unknown: nil
    }
  }

  /// The rights of a group that its policies state.
  func rights(of group: String) -> [Entitlement] { rightsByHolder[group] ?? [] }

  func identities(_ kinds: [String], _ account: String) -> [Identity] {
    (byAccount[account] ?? []).filter { kinds.contains($0.kind.rawValue) }
  }

  func roles(trusting service: String, _ account: String) -> [String] {
    (trusting[service] ?? []).filter { $0.contains(":\(account):") }
  }

  /// The names of what gives an actor its own rights.
  func ownRights(
    _ what: EscalationPath.OwnRights,
    _ identity: Identity,
    _ index: AuthorityIndex
  ) -> [String] {
    switch what {
    case .user: identity.kind == .user ? [identity.id] : []
    case .role: identity.kind == .role ? [identity.id] : []
    case .group: index.groups(of: identity.id)
    case .policy:
      // What AWS provides cannot be rewritten.
      index.statements(of: identity.id).map(\.policy).unique.filter {
        $0.hasPrefix("arn:") && !$0.contains("::aws:")
      }
    }
  }
}

extension EscalationPath.OwnRights {
  /// The first part of the name of such a thing in an ARN.
  var folder: String {
    switch self {
    case .user: "user"
    case .group: "group"
    case .role: "role"
    case .policy: "policy"
    }
  }
}

extension EscalationPath {
  /// The actions whose resource decides, each once.
  static let deciding: [PermissionPattern] = all.map(\.actions[0]).unique.map(
    PermissionPattern.init
  )
}

extension Authority {
  /// Whether some statement gives one of the actions, on whatever.
  fileprivate func touches(_ wanted: [PermissionPattern]) -> Bool {
    allows.contains { statement in
      statement.actions.contains { action in wanted.contains { action.overlaps($0) } }
    }
  }
}
