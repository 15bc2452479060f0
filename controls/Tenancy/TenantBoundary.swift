import ControlTesting

/// TEN-3: each identity has a tenant, and no access that was let through reached a resource of
/// another one.
///
/// The tenant of the identity counts, by the inventory, and not what the log says of the caller:
/// what a caller claims is no boundary. In a system of agents the tool calls are held to the same.
struct TenantBoundary: Fold {
  private var callCount = 0

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        guard scope.subject.kind == .agentSystem else { return }
        state.callCount += 1
        if call.result == .denied { return }
        guard let actor = call.actor else {
          throw Deviation("actor", expected: "present", observed: "not recorded")
        }
        try scope.checkTenant(of: actor, reaching: call.resourceTenant)
      }
    ]
  }

  static func isMember(_ event: AuditEvent, _ scope: Scope) -> Bool {
    event.kind == .data && event.result != .denied
  }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    try scope.checkTenant(of: event.actor, reaching: event.resourceTenant)
  }

  mutating func merge(_ later: TenantBoundary) { callCount += later.callCount }

  func deviations(_ scope: Scope) -> [Deviation] { identities(scope) + calls(scope) }

  private func identities(_ scope: Scope) -> [Deviation] {
    scope.records(Identity.self)
      .filter { $0.status != .deleted && $0.tenant == nil }
      .map { Deviation("tenant", expected: "present", observed: "not recorded", record: $0) }
  }

  /// Without its trace a system of agents shows only a part of what it reached.
  private func calls(_ scope: Scope) -> [Deviation] {
    guard scope.subject.kind == .agentSystem, callCount == 0 else { return [] }
    return [Deviation("tool calls", expected: "on record", observed: "none on record")]
  }
}

extension Scope {
  /// Holds an access to the tenant of the identity that made it.
  fileprivate func checkTenant(of actor: String, reaching tenant: String?) throws {
    guard let identity = first(Identity.self, actor) else {
      throw Deviation(
        "actor",
        expected: "an identity of the inventory",
        observed: "\(actor), not in the identity inventory"
      )
    }
    guard let own = identity.tenant else {
      throw Deviation("tenant of \(actor)", expected: "present", observed: "not recorded")
    }
    try expect("tenant of the resource", tenant, .equal(own))
  }
}
