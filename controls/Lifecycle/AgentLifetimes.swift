import ControlTesting
import SuiteVocabulary

/// JIT-5: whatever is issued to an agent or workload, or stands for an agent, ends within the limit.
struct AgentLifetimes: Fold {
  static var watched: [Watched<Self>] {
    [
      Watched(Credential.self) { _, credential, scope in
        guard credential.mayWork(at: scope.asOf), scope.isOfAgent(credential) else { return }
        try credential.expectShortLife(atMost: scope.policy.maximumAgentTokenLifetime)
      }
    ]
  }

  /// What is issued is a workload's unless the inventory knows that its identity is a person.
  static func isMember(_ issuance: Issuance, _ scope: Scope) -> Bool {
    guard issuance.result == .issued else { return false }
    if issuance.agent != nil || issuance.workloadEntry != nil { return true }
    return scope.first(Identity.self, issuance.identity)?.kind != .person
  }

  mutating func observe(_ issuance: Issuance, _ scope: Scope) throws {
    if case .at(let end) = issuance.expiresAt, end < issuance.issuedAt {
      throw Deviation(
        "expiry",
        expected: "after the issue at \(issuance.issuedAt)",
        observed: "\(end)"
      )
    }
    guard let life = issuance.longestLife else {
      throw Deviation("expiry", expected: "an end", observed: issuance.expiresAt.description)
    }
    try expect("lifetime", life, .atMost(scope.policy.maximumAgentTokenLifetime))
  }

  mutating func merge(_ later: AgentLifetimes) {}

  func deviations(_ scope: Scope) -> [Deviation] { [] }
}

extension Credential {
  /// Whether the credential may work at an instant; one whose state is not known may.
  fileprivate func mayWork(at instant: Instant) -> Bool {
    guard status == .active || status == .unknown else { return false }
    return !expiresAt.hasPassed(at: instant) && !revokedAt.hasPassed(at: instant)
  }

  fileprivate func expectShortLife(atMost limit: Duration) throws {
    guard let end = expiresAt.instant else {
      throw Deviation(
        "expiry of a standing credential",
        expected: "an end",
        observed: expiresAt.description
      )
    }
    let start = [createdAt, rotatedAt.instant].compactMap { $0 }.max()
    try expect("lifetime", start.map { end.duration(since: $0) }, .atMost(limit))
  }
}

extension Scope {
  /// Whether an agent signs in with a credential, by the inventory or the manifest.
  fileprivate func isOfAgent(_ credential: Credential) -> Bool {
    if !all(Agent.self, where: \.credentials, contains: credential.id).isEmpty { return true }
    guard let identity = inventoried(credential.identity) else {
      return first(Agent.self, credential.identity) != nil
    }
    return isAgent(identity)
  }
}
