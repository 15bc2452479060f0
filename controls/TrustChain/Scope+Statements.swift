import ControlTesting
import SuiteVocabulary

extension Scope {
  /// That an agent acts under an identity which no inventory describes, and so states no scope.
  func unknownIdentity(of agent: Agent) -> Deviation? {
    guard let name = agent.runsAs, identity(called: name) == nil else { return nil }
    return Deviation(
      "identity of \(agent.id)",
      expected: "in the identity inventory, with a statement of its scope",
      observed: "\(name), not in the identity inventory"
    )
  }

  /// The identities of the product whose rights go beyond their own statement of scope.
  ///
  /// An identity is the product's where an agent acts under it, or a supplier runs it.
  func scopeExcesses() -> [Deviation] {
    records(Identity.self).filter { identity in
      identity.status == .enabled && !identity.endsAt.hasPassed(at: asOf)
        && (identity.vendor != nil || !(identity.agents ?? []).isEmpty
          || !all(Agent.self, where: \.runsAs, is: identity.id).isEmpty)
    }.compactMap { identity in
      guard let stated = identity.scopeStatement else {
        return Deviation(
          "scope statement",
          expected: "present",
          observed: "not recorded",
          record: identity,
          path: chain(to: identity.id, in: .actor)
        )
      }
      let patterns = stated.map(PermissionPattern.init)
      let rights = all(Entitlement.self, where: \.holder, is: identity.id)
        .filter { $0.givesRights(at: asOf) }
      for right in rights {
        let actions = right.exceptActions == nil ? right.actions : ["*"]
        let excess = actions.first { action in
          !patterns.contains { $0.covers(PermissionPattern(action)) }
        }
        guard let excess else { continue }
        return Deviation(
          "scope statement",
          expected: "covering what its rights allow",
          observed: "\(excess) by \(right.id), which it does not state",
          record: identity,
          path: chain(to: right.id, in: .entitlement)
        )
      }
      return nil
    }
  }
}
