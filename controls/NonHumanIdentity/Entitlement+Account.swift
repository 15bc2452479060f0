import ControlTesting
import SuiteVocabulary

extension Entitlement {
  /// States who gave the permission, on which approval, why and until when.
  ///
  /// - Throws: A ``Deviation`` for the first that is missing or does not hold.
  func expectAccountedFor(in scope: Scope) throws {
    try expectGiver(in: scope)
    try scope.expectApproval(
      approval,
      of: [id, holder, policy] + [role].compactMap { $0 }
    )
    try expect("reason", reason?.nonBlank, .present)
    let start = try expectStart(in: scope)
    guard let end = end(in: scope) else {
      throw Deviation(
        "end",
        expected: "an expiry, or the planned end of its holder or task",
        observed: "\(expiresAt)"
      )
    }
    if end <= scope.asOf {
      throw Deviation(
        "end",
        expected: "after \(scope.asOf), as the permission is still given",
        observed: "\(end)"
      )
    }
    try expect(
      "duration",
      end.duration(since: start),
      .atMost(scope.policy.maximumGrantDuration)
    )
  }

  private func expectGiver(in scope: Scope) throws {
    try expect("given by", grantedBy, .present)
    guard let grantedBy else { return }
    if grantedBy == holder {
      throw Deviation("given by", expected: "somebody else than its holder", observed: grantedBy)
    }
    if scope.all(RoleHolder.self, where: \.person, is: grantedBy).isEmpty {
      throw Deviation(
        "given by",
        expected: "in the role register",
        observed: "\(grantedBy), not in the role register"
      )
    }
  }

  private func expectStart(in scope: Scope) throws -> Instant {
    guard let grantedAt else {
      throw Deviation("given at", expected: "a recorded time", observed: "not recorded")
    }
    try scope.expectPast("given at", grantedAt)
    return grantedAt
  }

  /// When the permission ends: by itself, with its holder, or with the last token of its task.
  private func end(in scope: Scope) -> Instant? {
    if let own = expiresAt.instant { return own }
    if let holders = scope.identity(called: holder)?.endsAt.instant { return holders }
    let planned = scope.lifecycle(of: holder, [.identity]).filter {
      $0.endsItsTarget && $0.effectiveAt > scope.asOf
    }
    if let first = planned.map(\.effectiveAt).min() { return first }
    let tokens = scope.all(Issuance.self, where: \.task, is: task)
    let ends = tokens.compactMap(\.expiresAt.instant)
    return ends.count == tokens.count ? ends.max() : nil
  }
}
