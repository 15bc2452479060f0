import ControlModel

extension TrustGraphBuilder {
  /// How applications and owners of Microsoft Entra could gain rights that are not theirs.
  mutating func addEntraGains(of inventory: Inventory) {
    let identities = inventory.records(Identity.self).filter { $0.provider == "entra" }
    let tenants = Dictionary(grouping: identities, by: \.account)
    for identity in identities { addOwner(of: identity) }
    for grant in inventory.records(Grant.self) where grant.works(at: asOf) {
      let client = node(.actor, grant.client, .identity)
      let tenant = nodes[client].account ?? grant.tenant ?? grant.resource
      let theirs = tenants[tenant] ?? []
      for scope in grant.scopes {
        guard let permission = EntraPermission.named(scope) else { continue }
        take(permission, client, grant, tenant, theirs)
      }
      if grant.kind == .delegated, grant.tenantWide == true { addAnyUser(client, grant, tenant) }
    }
    for (tenant, theirs) in tenants.sorted(by: { $0.key < $1.key }) {
      addUsers(of: tenant, theirs)
      if let power = existing(.entitlement, "administrator of \(tenant)") {
        gainAll(power, theirs.map { (id: $0.id, locator: $0.locator) })
      }
    }
    addHomes(of: identities)
  }

  private mutating func take(
    _ permission: EntraPermission,
    _ client: Int,
    _ grant: Grant,
    _ tenant: String,
    _ identities: [Identity]
  ) {
    var conditions: [String] = []
    if grant.kind == .delegated {
      conditions.append("a user who may do so is signed in to it")
    }
    let title = "\(permission.title) (\(permission.name))"
    switch permission.gain {
    case .power:
      let power = administrator(of: tenant, grant.locator)
      gain(client, power, title, if: conditions, grant.locator)
    case .applications:
      var known: Set<Int> = []
      for other in identities where other.takesCredentials {
        // An application and its service principal are one actor.
        guard known.insert(node(.actor, other.id, .identity)).inserted else { continue }
        var conditions = conditions
        if other.controller == .vendor || other.controller == .provider {
          conditions.append("its publisher does not lock its credentials")
        }
        gain(client, node(.actor, other.id, .identity), title, if: conditions, grant.locator)
      }
    case .ownApplications:
      for other in identities where other.takesCredentials {
        guard let owner = other.owner, node(.actor, owner, .identity) == client else { continue }
        gain(client, node(.actor, other.id, .identity), title, if: conditions, grant.locator)
      }
    case .groups:
      for group in identities where group.kind == .group {
        let all = conditions + ["the group holds no role of the directory"]
        gain(client, node(.actor, group.id, .role), title, if: all, grant.locator)
      }
    case .users:
      for user in identities where user.kind == .user || user.kind == .person {
        gain(client, node(.actor, user.id, user.nodeKind), title, if: conditions, grant.locator)
      }
    }
  }

  /// An owner of an application may add a credential to it; whom a register calls an owner may answer
  /// for it alone, so only users and applications of the directory count.
  private mutating func addOwner(of identity: Identity) {
    guard identity.takesCredentials, let owner = identity.owner else { return }
    let isOfDirectory = owner.contains("@") || owner.isUUID
    guard isOfDirectory else { return }
    let start = node(.actor, owner, .person)
    let end = node(.actor, identity.id, .identity)
    gain(start, end, "an owner may add a credential to it", identity.locator)
  }

  /// What was granted for all users of a tenant works as each of them that signs in.
  private mutating func addAnyUser(_ client: Int, _ grant: Grant, _ tenant: String) {
    let anyone = node(.actor, "any user of \(tenant)", .role)
    describe(anyone, grant.locator) { $0.account = tenant }
    add(client, .mayAssume, anyone, grant.locator) { edge in
      edge.since = grant.grantedAt
      edge.until = [grant.expiresAt.instant, grant.revokedAt.instant].compactMap { $0 }.min()
      edge.reason = "on behalf of whoever signs in, for \(grant.scopes.joined(separator: ", "))"
      edge.conditions = ["a user is signed in to it"]
    }
  }

  private mutating func addUsers(of tenant: String, _ identities: [Identity]) {
    guard let anyone = existing(.actor, "any user of \(tenant)") else { return }
    for user in identities where user.kind == .user || user.kind == .person {
      add(anyone, .mayAssume, node(.actor, user.id, user.nodeKind), user.locator) { edge in
        edge.reason = "a user of the tenant"
      }
    }
  }

  /// The credentials of an application work wherever it is present: those of another tenant's are
  /// another's.
  private mutating func addHomes(of identities: [Identity]) {
    let applications = Dictionary(
      identities.filter { $0.kind == .app }.map { ($0.id, $0.account) },
      uniquingKeysWith: { first, _ in first }
    )
    for principal in identities where principal.kind == .servicePrincipal {
      for alias in principal.aliases ?? [] {
        guard let home = applications[alias], home != principal.account else { continue }
        let end = node(.actor, principal.id, .identity)
        add(node(.actor, alias, .identity), .runsAs, end, principal.locator) { edge in
          edge.reason = "an application of \(home) that is present in \(principal.account)"
        }
      }
    }
  }
}

extension Identity {
  /// Whether credentials can be added to it: applications and their service principals, not managed
  /// identities.
  fileprivate var takesCredentials: Bool {
    provider == "entra" && (kind == .app || kind == .servicePrincipal)
  }
}

extension String {
  /// Whether it has the form of a UUID, as ids of a directory have.
  fileprivate var isUUID: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(\.isHexDigit)
  }
}
