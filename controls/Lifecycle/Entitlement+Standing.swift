import ControlTesting
import SuiteVocabulary

extension Entitlement {
  /// Whether an agent may hold the statement's rights: it gives some, has not ended, and its holder
  /// is an agent's identity, a group of one, or nobody that the inventory knows.
  func mayBeAnAgents(_ scope: Scope) -> Bool {
    guard effect == .allow, !expiresAt.hasPassed(at: scope.asOf) else { return false }
    switch via {
    case .boundary, .organization: return false
    case .inline, .managed, .group, .role, .binding, .resourcePolicy: break
    }
    guard let identity = scope.inventoried(holder) else { return true }
    if scope.isAgent(identity) { return true }
    return scope.all(Identity.self, where: \.memberOf, contains: identity.id)
      .contains { scope.isAgent($0) }
  }

  /// States that the access ends soon after it was given, or that an exception stands for it.
  ///
  /// - Throws: A ``Deviation`` where it stands, or nobody knows for how long it does.
  func expectNotStanding(_ scope: Scope) throws {
    let limit = scope.policy.maximumAgentGrantDuration
    var life: Duration?
    if let end = expiresAt.instant, let grantedAt { life = end.duration(since: grantedAt) }
    if let life, life <= limit, life >= .zero { return }
    if scope.isExcepted(from: "JIT-4", .asi(3), id) { return }
    let expected = "an end within \(limit.words) of the grant, or an exception"
    if expiresAt.instant != nil && grantedAt == nil {
      throw Deviation("time of the grant", expected: "present", observed: "not recorded")
    }
    throw Deviation(
      "end of the access",
      expected: expected,
      observed: life.map { "\($0.words) after the grant" } ?? expiresAt.description
    )
  }
}
