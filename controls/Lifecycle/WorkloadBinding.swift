import ControlTesting
import SuiteVocabulary

/// WID-1: each agent, service and connector proves what it is by a key that only it has.
///
/// The inventory's identities are the population; agents of the manifest and clients of consents are
/// looked at beside, so that one without an identity is listed as unbound.
struct WorkloadBinding: Fold {
  static var watched: [Watched<Self>] {
    [
      Watched(Agent.self) { _, agent, scope in
        if agent.status != .retired { try scope.expectBound(agent) }
      },
      Watched(Grant.self) { _, grant, scope in
        switch grant.status {
        case .active, .suspended, .unknown: try scope.expectBound("connector", grant.client)
        case .revoked, .expired: break
        }
      },
    ]
  }

  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    guard identity.status == .enabled || identity.status == .suspended else { return false }
    switch identity.kind {
    case .serviceAccount, .servicePrincipal, .managedIdentity, .app, .oauthClient, .workload,
      .agent, .bot:
      return true
    case .user, .role, .person, .group, .root: return false
    }
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    try scope.expectBound("workload identity", identity.id)
  }

  mutating func merge(_ later: WorkloadBinding) {}

  func deviations(_ scope: Scope) -> [Deviation] { [] }
}

extension Scope {
  /// States that an agent is bound, by its own entry or by the identity it runs as.
  fileprivate func expectBound(_ agent: Agent) throws {
    let own = all(WorkloadEntry.self, where: \.agent, is: agent.id)
    let named = all(WorkloadEntry.self, where: \.name, is: agent.workloadEntry)
    if (own + named).contains(where: { $0.binds(at: asOf) }) { return }
    guard let runsAs = agent.runsAs else {
      throw Deviation(
        "workload identity",
        expected: "a workload entry, or an identity with one",
        observed: "not recorded"
      )
    }
    try expectBound("workload identity", runsAs)
  }

  /// States that a name stands for something that a key of its own proves.
  fileprivate func expectBound(_ attribute: String, _ name: String) throws {
    var names = [name]
    if let identity = inventoried(name) { names += [identity.id] + (identity.aliases ?? []) }
    for name in names {
      let entries =
        all(WorkloadEntry.self, where: \.identity, is: name)
        + all(WorkloadEntry.self, where: \.name, is: name)
      if entries.contains(where: { $0.binds(at: asOf) }) { return }
      let proofs = all(Authenticator.self, where: \.identity, is: name)
      if proofs.contains(where: { $0.isKeyOfItsOwn(at: asOf) }) { return }
    }
    throw Deviation(
      attribute,
      expected: "a workload entry with selectors, or an authenticator with a key of its own",
      observed: "\(name), with neither"
    )
  }
}

extension WorkloadEntry {
  /// Whether the entry ties a workload to a name now.
  fileprivate func binds(at instant: Instant) -> Bool {
    !selectors.isEmpty && !trustDomain.isEmpty && expiresAt.liesAhead(of: instant)
      && basis != .declared
  }
}

extension Authenticator {
  /// Whether signing in takes a private key or an assertion that the platform signs.
  fileprivate func isKeyOfItsOwn(at instant: Instant) -> Bool {
    guard expiresAt.liesAhead(of: instant) else { return false }
    switch kind {
    case .workloadCertificate, .hardwareKey, .platformKey, .signedAssertion, .federatedToken:
      return true
    case .oneTimeCode, .push, .password, .sharedSecret, .anonymous: return false
    }
  }
}

extension Moment {
  /// Whether the source says that the end has not come by an instant, or never will.
  fileprivate func liesAhead(of instant: Instant) -> Bool {
    switch self {
    case .never: true
    case .at(let end): end > instant
    case .notRecorded: false
    }
  }
}
