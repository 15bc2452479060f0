import ControlTesting

extension Identity {
  /// Whether software acts under the identity, rather than a person or a group that lends rights.
  var standsForSoftware: Bool { kind != .person && kind != .group }

  /// Whether the identity could still be used: a suspended or disabled one is a switch away from it.
  var couldAct: Bool { status != .deleted }
}

extension Scope {
  /// Whether the inventory says that an identity is a person's; one it does not know is not.
  func isPerson(_ identity: String?) -> Bool { first(Identity.self, identity)?.kind == .person }

  /// Whether a credential is the password that a person types.
  ///
  /// Such passwords are judged by the controls on people's sign-in: SP 800-63B-4 forbids replacing
  /// them on a schedule.
  func isPersonsPassword(_ credential: Credential) -> Bool {
    credential.kind == .password && isPerson(credential.identity)
  }
}
