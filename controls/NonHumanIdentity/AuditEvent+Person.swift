import ControlTesting

extension AuditEvent {
  /// A machine identity that the event shows in a person's hands.
  struct PersonalUse: Sendable, Hashable, Codable {
    /// The person, or `nil` where the event does not say.
    let person: String?
    /// The machine identity, or one that no inventory knows.
    let machine: String
  }

  /// The machine identity that a person used here, or `nil` where none did.
  ///
  /// An actor that the inventory does not know counts as a machine where the log says that a person
  /// acted, and an actor of unknown kind as a person unless the log says that nobody sat there.
  func personalUse(in scope: Scope) -> PersonalUse? {
    if scope.isPerson(actor) {
      guard let actedAs, actedAs != actor, scope.isMachine(actedAs) else { return nil }
      return PersonalUse(person: actor, machine: actedAs)
    }
    switch actorKind {
    case .person: return PersonalUse(person: onBehalfOf, machine: actor)
    case .unknown:
      return interactive == false ? nil : PersonalUse(person: onBehalfOf, machine: actor)
    case .workload, .agent, .service:
      return interactive == true ? PersonalUse(person: onBehalfOf, machine: actor) : nil
    }
  }

  /// States that whoever signed in did so as themselves.
  ///
  /// - Throws: A ``Deviation`` where a person may have signed in as a machine.
  func expectOwnSignIn(in scope: Scope) throws {
    guard let identity = scope.first(Identity.self, actor) else {
      throw Deviation(
        "actor",
        expected: "in the identity inventory",
        observed: "\(actor), not in the identity inventory"
      )
    }
    if let use = personalUse(in: scope) {
      throw Deviation(
        "sign-in",
        expected: "by software, or by a person as themselves",
        observed: "a person as \(use.machine), actor kind \(actorKind.rawValue)"
      )
    }
    if identity.kind == .person { return }
    try expect("interactive", interactive, .equal(false))
  }
}

extension Scope {
  /// Whether an identity is meant for software.
  ///
  /// People also take on roles, so a role counts only where it serves a workload or agent. An
  /// identity that no inventory knows counts.
  func isMachine(_ id: String) -> Bool {
    guard let identity = first(Identity.self, id) else { return true }
    if identity.kind != .role { return identity.standsForSoftware }
    return !(identity.workloads ?? []).isEmpty || !(identity.agents ?? []).isEmpty
      || !all(Agent.self, where: \.runsAs, is: id).isEmpty
  }
}
