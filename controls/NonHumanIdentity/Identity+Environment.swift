import ControlTesting
import SuiteVocabulary

extension Identity {
  /// States that everything the registers tie to the identity is of its own environment class: the
  /// account it lives in, and the agents that act under it.
  ///
  /// - Throws: A ``Deviation`` for the first thing that is not, or that nobody recorded.
  func expectOneEnvironmentClass(in scope: Scope) throws {
    let own = scope.place(environment)
    try expectKnown("environment", own)
    guard let ownClass = own.environmentClass else { return }

    let ofAccount = scope.all(Environment.self, where: \.listedAccounts, contains: account)
    if ofAccount.isEmpty {
      throw Deviation(
        "account",
        expected: "in the environment register",
        observed: "\(account), not in the environment register"
      )
    }
    if let other = ofAccount.first(where: { $0.environmentClass != ownClass }) {
      throw Deviation(
        "account",
        expected: "\(ownClass.rawValue), as \(own.words)",
        observed: "\(account), an account of \(scope.place(other.id).words)"
      )
    }

    let acting = scope.all(Agent.self, where: \.runsAs, is: id).map(\.id)
    let served = (agents ?? []) + acting
    if kind == .agent && served.isEmpty {
      throw Deviation(
        "agents",
        expected: "recorded for an agent's identity",
        observed: "not recorded"
      )
    }
    for id in served {
      guard let agent = scope.first(Agent.self, id) else {
        throw Deviation(
          "agents",
          expected: "in the agent manifest",
          observed: "\(id), not in the agent manifest"
        )
      }
      if agent.status == .retired { continue }
      let place = scope.place(agent.environment)
      if place.environmentClass != ownClass {
        throw Deviation(
          "agents",
          expected: "\(ownClass.rawValue), as \(own.words)",
          observed: "\(id), \(place.words)"
        )
      }
    }
  }

  /// States that nothing the identity can reach, alone or as another, is in production.
  ///
  /// - Throws: A ``Deviation`` with the way, for the first that is or that nobody can place.
  func expectNoWayToProduction(in scope: Scope) throws {
    let ways = scope.waysInForce(from: id)
    var hasAllowance = false
    for node in ways.nodes {
      if node != id, let place = scope.placeOfNode(node) {
        try expectOutsideProduction(node, place, ways.path(to: node))
      }
      for allowance in scope.allowances(of: node) {
        hasAllowance = true
        for place in allowance.places(in: scope) {
          try expectOutsideProduction(allowance.id, place, ways.path(to: node))
        }
      }
    }
    if !hasAllowance {
      throw Deviation(
        "entitlements",
        expected: "recorded, to know what it reaches",
        observed: "none recorded"
      )
    }
  }

  private func expectOutsideProduction(_ what: String, _ place: Place, _ path: [String]) throws {
    if place.environmentClass == .nonProduction { return }
    throw Deviation(
      "reach",
      expected: "outside production",
      observed: "\(what), \(place.words)",
      path: path
    )
  }

  /// States that nobody outside production is trusted to become this production identity.
  ///
  /// - Throws: A ``Deviation`` for the first trust or delegation that lets one in.
  func expectTrustFromProductionOnly(in scope: Scope) throws {
    for relation in scope.all(TrustRelation.self, where: \.target, is: id)
    where !relation.expiresAt.hasPassed(at: scope.asOf) && relation.principalKind != .service {
      let place = relation.placeOfPrincipal(in: scope)
      if place.environmentClass != .production {
        throw Deviation(
          "trusted principal",
          expected: "in production",
          observed: "\(relation.principal), \(place.words)",
          path: ["\(relation.id) trusts it"]
        )
      }
    }
    for delegation in scope.all(Delegation.self, where: \.to, is: id)
    where !delegation.hasEnded(at: scope.asOf) && !scope.isPerson(delegation.from) {
      let place = scope.placeOfIdentity(delegation.from)
      if place.environmentClass != .production {
        throw Deviation(
          "delegating identity",
          expected: "in production",
          observed: "\(delegation.from), \(place.words)",
          path: ["\(delegation.id) delegates"]
        )
      }
    }
  }
}

extension TrustRelation {
  /// Where the one who is trusted belongs; both what the trust states and what the inventory knows
  /// must agree on production for it to count as such.
  fileprivate func placeOfPrincipal(in scope: Scope) -> Place {
    switch principalKind {
    case .anyone: return .unknown("anyone at all")
    case .identity: return scope.placeOfIdentity(trustedIdentity ?? principal)
    case .account:
      let environments = scope.all(Environment.self, where: \.listedAccounts, contains: principal)
      let places = environments.map { scope.place($0.id) }
      return places.first { $0.environmentClass != .production } ?? places.first
        ?? .unknown("account not in the environment register")
    case .federated:
      return principalEnvironment == nil
        ? placeOfSubjects(in: scope) : scope.place(principalEnvironment)
    case .service: return scope.place(principalEnvironment)
    }
  }

  /// Where the subjects belong that a federated trust names, by the identities that the inventory
  /// knows under those names; a cloud's export has no other word on it.
  private func placeOfSubjects(in scope: Scope) -> Place {
    let subjects = (subjectPattern ?? "").split(separator: ", ").map(String.init)
    let places = subjects.map { subject in
      scope.identity(called: subject).map { scope.placeOfIdentity($0.id) }
        ?? .unknown("\(subject), not in the identity inventory")
    }
    return places.first { $0.environmentClass != .production } ?? places.first
      ?? .unknown("not recorded")
  }
}

extension Scope {
  /// Where a node of the trust chain belongs, or `nil` for a credential, which has no place of its
  /// own on a way: what it proves has.
  fileprivate func placeOfNode(_ node: String) -> Place? {
    if let identity = first(Identity.self, node) {
      return identity.kind == .group ? nil : placeOfIdentity(identity.id)
    }
    if let agent = first(Agent.self, node) { return place(agent.environment) }
    if first(Credential.self, node) != nil { return nil }
    if let known = first(Node.self, node) {
      // What has no environment of its own is judged by what it leads to.
      if known.environment == nil && known.kind != .resource && known.kind != .identity {
        return nil
      }
      return place(known.environment)
    }
    if let asset = first(Asset.self, node) { return place(asset.environment) }
    return .unknown("in no inventory")
  }
}
