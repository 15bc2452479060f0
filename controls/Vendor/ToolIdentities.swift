import ControlTesting
import SuiteVocabulary

/// PRO-6: what suppliers' tools act as is the buyer's to own, review and end; and no tool or
/// credential points at an identity that the inventory does not have.
struct ToolIdentities: Fold {
  /// An identity whose controller nobody recorded may be a supplier's, and is judged.
  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    guard identity.status != .deleted else { return false }
    switch identity.kind {
    case .person, .group: return false
    default: break
    }
    return identity.vendor != nil || identity.controller != .customer
      || !scope.all(ToolInUse.self, where: \.identities, contains: identity.id).isEmpty
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    do {
      try identity.checkControl(scope)
    } catch let deviation as Deviation {
      if scope.isExcepted(from: "PRO-6", .csf("GV.SC-07"), identity.id) { return }
      throw deviation
    }
  }

  mutating func merge(_ later: ToolIdentities) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    var found = DeviationList()
    func isKnown(_ id: String) -> Bool { scope.identity(called: id) != nil }
    for tool in scope.records(ToolInUse.self) where !tool.disconnectedAt.hasPassed(at: scope.asOf) {
      guard let identities = tool.identities else {
        found.note(
          "identities of the tool",
          expected: "listed",
          observed: "not recorded",
          record: tool
        )
        continue
      }
      for id in identities where !isKnown(id) {
        found.note(
          "identity of the tool",
          expected: "in the identity inventory",
          observed: "\(id), not in the identity inventory",
          record: tool
        )
      }
    }
    for credential in scope.records(Credential.self) where !isKnown(credential.identity) {
      found.note(
        "identity of the credential",
        expected: "in the identity inventory",
        observed: "\(credential.identity), not in the identity inventory",
        record: credential
      )
    }
    return found.all
  }
}

extension Identity {
  /// States that the buyer controls the identity, its credentials and its grants, and owns it.
  fileprivate func checkControl(_ scope: Scope) throws {
    try expect("controller", controller, .equal(.customer))
    try scope.expectActiveOwner("owner", owner)
    try checkAccount(scope)
    for credential in scope.all(Credential.self, where: \.identity, is: id) {
      try expect(
        "management of credential \(credential.id)",
        credential.managedBy,
        .oneOf([.customer, .provider])
      )
    }
    for grant in scope.all(Grant.self, where: \.client, is: id)
    where grant.status != .revoked && grant.status != .expired {
      try scope.expectActiveOwner("owner of grant \(grant.id)", grant.owner)
      try expect("way to revoke grant \(grant.id)", grant.revocationPath?.nonBlank, .present)
    }
  }

  /// An account of the product's own, outside the buyer's identity system, needs a reason.
  private func checkAccount(_ scope: Scope) throws {
    if local == false { return }
    let reasons = scope.all(Authenticator.self, where: \.identity, is: id)
      .compactMap { $0.justification?.nonBlank }
    if local == true, !reasons.isEmpty { return }
    throw Deviation(
      "account",
      expected: "federated, or local with a justification",
      observed: local == nil ? "not recorded" : "local, without a justification"
    )
  }
}
