import ControlTesting
import SuiteVocabulary

extension AdminChange {
  /// States that the change says who made it, for whom, through which agent, on which request, and
  /// what was there before and after.
  func checkContext(_ scope: Scope) throws {
    try expect("kind of the actor", actorKind, .noneOf([.unknown]))
    guard let identity = scope.identity(called: actor) else {
      throw Deviation(
        "actor",
        expected: "an identity of the inventory",
        observed: "\(actor), not in the identity inventory"
      )
    }
    // A person may act for themselves; software always acts for somebody.
    if actorKind != .person { try expect("principal acted for", onBehalfOf?.nonBlank, .present) }
    if actorKind == .agent || identity.kind == .agent { try expectAgent(scope) }
    try expect("request", request?.nonBlank, .present)
    try scope.expectPast("time", occurredAt)
    if result == .denied { return }
    try expectStates()
    if privilegeRaised != false { try expectApprover(scope) }
  }

  private func expectAgent(_ scope: Scope) throws {
    try expect("agent", agent?.nonBlank, .present)
    if scope.first(Agent.self, agent) != nil { return }
    throw Deviation(
      "agent",
      expected: "in the agent manifest",
      observed: "\(agent ?? ""), not in the agent manifest"
    )
  }

  private func expectStates() throws {
    try expect("state before", beforeDigest?.nonBlank, .present)
    try expect("state after", afterDigest?.nonBlank, .present)
    if result == .ok, let changedFields, !changedFields.isEmpty, beforeDigest == afterDigest {
      throw Deviation(
        "state after",
        expected: "other than before, since \(changedFields.joined(separator: ", ")) changed",
        observed: "the same digest"
      )
    }
  }

  /// Rights are raised with the word of somebody else; that they were not must be recorded.
  private func expectApprover(_ scope: Scope) throws {
    guard let approver else {
      throw Deviation(
        "approver",
        expected: privilegeRaised == true ? "present" : "present, or a record of no raised right",
        observed: "not recorded"
      )
    }
    if scope.all(RoleHolder.self, where: \.person, is: approver).isEmpty {
      throw Deviation(
        "approver",
        expected: "in the role register",
        observed: "\(approver), not in the role register"
      )
    }
    if approver == actor || approver == onBehalfOf {
      throw Deviation(
        "approver",
        expected: "somebody other than who asked for it",
        observed: approver
      )
    }
  }
}
