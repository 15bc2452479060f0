import ControlTesting

extension ToolCall {
  /// States that each step of the call is one that records explain: agent, tool, credential, identity
  /// and delegation, in this order.
  ///
  /// A call that was refused took its steps only as far as the refusal.
  ///
  /// - Throws: A ``StrayStep``, for the first that none does.
  func expectPlaced(_ placing: inout Placing) throws {
    let scope = placing.scope
    guard let agent = scope.first(Agent.self, agent) else {
      throw StrayStep("call", from: self.agent, to: tool, "by an agent that nobody declared")
    }
    if result == .denied { return }
    try placeTool(of: agent, scope)
    try placeIdentity(of: agent, &placing)
    try placeCredential(of: agent, &placing)
    try placeDelegation(scope)
  }

  private func placeTool(of agent: Agent, _ scope: Scope) throws {
    let known = agent.tools + (agent.askTools ?? [])
    if agent.deniedTools?.contains(tool) ?? false || !known.contains(tool) {
      throw StrayStep("use", from: agent.id, to: tool, "which is not among its tools")
    }
    if scope.first(Tool.self, tool) == nil {
      throw StrayStep("use", from: agent.id, to: tool, "which no registry describes")
    }
  }

  /// The identity is the agent's or its tool's, or one that either may take on.
  private func placeIdentity(of agent: Agent, _ placing: inout Placing) throws {
    let scope = placing.scope
    guard let actor else {
      throw StrayStep("identity", from: agent.id, to: nil, "of a call")
    }
    if actor == agent.runsAs || actor == agent.workloadEntry { return }
    if scope.first(Tool.self, tool)?.runsAs == actor { return }
    let graph = scope.trust
    if let node = graph.node(actor, in: .actor),
      placing.canAct(agent.id, as: node) || placing.canAct(tool, as: node, in: .tool)
    {
      return
    }
    if wasIssued(scope, to: actor) { return }
    throw StrayStep("identity", from: agent.id, to: actor, "as which it may not act")
  }

  /// The credential proves the identity of the call, and stands in a report or was issued.
  private func placeCredential(of agent: Agent, _ placing: inout Placing) throws {
    let scope = placing.scope
    guard let credential else {
      throw StrayStep("credential", from: agent.id, to: nil, "of a call")
    }
    if let known = scope.first(Credential.self, credential) {
      let graph = scope.trust
      if known.identity == actor { return }
      let proven = graph.node(known.identity, in: .actor)
      if proven != nil, proven == actor.flatMap({ graph.node($0, in: .actor) }) { return }
      // A role is taken on with the credential of whoever takes it on.
      if let actor, let end = graph.node(actor, in: .actor),
        placing.canAct(known.identity, as: end)
      {
        return
      }
      throw StrayStep(
        "credential",
        from: agent.id,
        to: credential,
        "which proves \(known.identity), not \(actor ?? "an identity")"
      )
    }
    if wasIssued(scope, to: actor) { return }
    throw StrayStep("credential", from: agent.id, to: credential, "which is in no report")
  }

  private func wasIssued(_ scope: Scope, to actor: String?) -> Bool {
    let issuances =
      [scope.first(Issuance.self, issuance)].compactMap { $0 }
      + scope.all(Issuance.self, where: \.credential, is: credential)
    return issuances.contains {
      $0.result == .issued && $0.identity == actor && $0.issuedAt <= startedAt
        && !$0.expiresAt.hasPassed(at: startedAt)
    }
  }

  private func placeDelegation(_ scope: Scope) throws {
    guard let delegation else { return }
    guard let known = scope.first(Delegation.self, delegation) else {
      throw StrayStep("delegation", from: agent, to: delegation, "which is not on record")
    }
    let isInForce =
      known.createdAt.map { $0 <= startedAt } ?? true
      && !known.expiresAt.hasPassed(at: startedAt) && !known.revokedAt.hasPassed(at: startedAt)
    if !isInForce {
      throw StrayStep("delegation", from: agent, to: delegation, "outside the time of its force")
    }
  }
}

extension Issuance {
  /// States that the identity and agent that were given the credential are known, and belong together.
  func expectPlaced(_ placing: inout Placing) throws {
    let scope = placing.scope
    if result != .issued { return }
    let graph = scope.trust
    guard let node = graph.node(identity, in: .actor), graph.nodes[node].isKnown else {
      throw StrayStep("issuance", from: issuer, to: identity, "which no inventory describes")
    }
    if let delegation, scope.first(Delegation.self, delegation) == nil {
      throw StrayStep("issuance", from: identity, to: delegation, "a delegation not on record")
    }
    guard let agent else { return }
    if scope.first(Agent.self, agent) == nil {
      throw StrayStep("issuance", from: identity, to: agent, "an agent that nobody declared")
    }
    if !placing.canAct(agent, as: node) {
      throw StrayStep("issuance", from: agent, to: identity, "as which it may not act")
    }
  }
}

extension AuditEvent {
  /// States that the actor is known, and the credential is one of the actor's.
  func expectPlaced(_ placing: inout Placing) throws {
    let scope = placing.scope
    if actorKind == .service || result == .denied { return }
    let graph = scope.trust
    guard let node = graph.node(actor, in: .actor), graph.nodes[node].isKnown else {
      throw StrayStep("event", from: actor, to: logSource, "by nobody that an inventory knows")
    }
    if let actedAs, let end = graph.node(actedAs, in: .actor), !placing.canAct(actor, as: end) {
      throw StrayStep("identity", from: actor, to: actedAs, "as which it may not act")
    }
    if let delegation, scope.first(Delegation.self, delegation) == nil {
      throw StrayStep("delegation", from: actor, to: delegation, "which is not on record")
    }
    guard let credential else { return }
    guard let known = scope.first(Credential.self, credential) else {
      let isIssued = scope.all(Issuance.self, where: \.credential, is: credential)
        .contains { $0.result == .issued && $0.issuedAt <= occurredAt }
      if isIssued { return }
      throw StrayStep("credential", from: actor, to: credential, "which is in no report")
    }
    if graph.node(known.identity, in: .actor) == node { return }
    if placing.canAct(known.identity, as: node) { return }
    throw StrayStep("credential", from: actor, to: credential, "which proves \(known.identity)")
  }
}

extension Credential {
  /// States that the identity that the credential proves is known.
  func expectPlaced(_ placing: inout Placing) throws {
    let scope = placing.scope
    let graph = scope.trust
    if let node = graph.node(identity, in: .actor), graph.nodes[node].isKnown { return }
    throw StrayStep("credential", from: identity, to: id, "of nobody that an inventory knows")
  }
}

extension Delegation {
  /// States that both ends of the delegation are known.
  func expectPlaced(_ placing: inout Placing) throws {
    let scope = placing.scope
    let graph = scope.trust
    for end in [from, to] {
      if let node = graph.node(end, in: .actor), graph.nodes[node].isKnown { continue }
      throw StrayStep("delegation", from: from, to: to, "with \(end), which no record describes")
    }
  }
}
