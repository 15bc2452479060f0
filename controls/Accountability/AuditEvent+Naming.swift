import ControlTesting

extension AuditEvent {
  /// Holds the event to naming who did it, as what, to what of which kind, and when.
  func checkNaming(_ scope: Scope) throws {
    try expect("kind of the actor", actorKind, .noneOf([.unknown]))
    try checkActor(scope)
    try expect("target", resource, .present)
    try expect("kind of the target", resourceKind, .present)
    if occurredAt > scope.asOf {
      throw Deviation(
        "time",
        expected: "at or before \(scope.asOf)",
        observed: occurredAt.description
      )
    }
  }

  /// Compares what the log calls the actor with what the inventory knows it to be.
  ///
  /// A service of the platform, such as a cloud's own scheduler, stands in no inventory of ours.
  private func checkActor(_ scope: Scope) throws {
    guard let identity = scope.first(Identity.self, actor) else {
      if actorKind == .service { return }
      throw Deviation(
        "actor",
        expected: "an identity of the inventory",
        observed: "\(actor), not in the identity inventory"
      )
    }
    let allowed = identity.kind.actorKinds
    if allowed.contains(actorKind) { return }
    throw Deviation(
      "kind of the actor",
      expected: allowed.isEmpty
        ? "an actor that acts by itself"
        : "one of \(allowed.map(\.rawValue).joined(separator: ", "))",
      observed: "\(actorKind.rawValue), and \(identity.kind.rawValue) in the identity inventory"
    )
  }
}

extension Identity.Kind {
  /// What a log may call an actor of this kind; empty where nothing of the kind acts by itself.
  fileprivate var actorKinds: [AuditEvent.ActorKind] {
    switch self {
    case .person: [.person]
    case .user, .role, .root: [.person, .workload, .agent, .service]
    case .agent: [.agent, .workload]
    case .serviceAccount, .servicePrincipal, .managedIdentity, .app, .oauthClient, .workload, .bot:
      [.workload, .agent, .service]
    case .group: []
    }
  }
}
