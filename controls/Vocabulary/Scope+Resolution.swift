public import ControlTesting

extension Scope {
  /// The identity of the inventory that a name stands for, however a source spells it.
  ///
  /// A log may know one thing by its ARN, its client id, an e-mail address, the id of its key, the
  /// name of its workload entry or of its agent. Only what records state joins names; nothing is
  /// guessed from their spelling.
  ///
  /// - Parameter name: The name in a log, a credential or a grant.
  /// - Returns: The identity, or `nil` where no record connects the name with one.
  /// - Complexity: O(1) for a name that the inventory knows.
  public func inventoried(_ name: String) -> Identity? {
    if let known = identity(called: name) { return known }
    if let credential = first(Credential.self, name), credential.identity != name,
      let holder = identity(called: credential.identity)
    {
      return holder
    }
    let entries = all(WorkloadEntry.self, where: \.name, is: name)
    if let identity = entries.compactMap({ $0.identity.flatMap(identity(called:)) }).first {
      return identity
    }
    if let agent = first(Agent.self, name), let runsAs = agent.runsAs {
      return identity(called: runsAs)
    }
    return mergedName(name).flatMap(identity(called:))
  }

  /// Whether two names stand for one thing.
  ///
  /// - Parameters:
  ///   - one: A name; `nil`, not recorded, stands for nothing.
  ///   - other: Another.
  /// - Returns: `false` where a name is not recorded, or stands for nothing that is known.
  public func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    if one == other { return true }
    guard let left = inventoried(one), let right = inventoried(other) else { return false }
    return left.id == right.id
  }

  /// The name that the trust graph keeps for a thing that evidence calls so.
  private func mergedName(_ name: String) -> String? {
    guard let node = trust.node(name, in: .actor) else { return nil }
    let kept = trust.nodes[node].id
    return kept == name ? nil : kept
  }
}

extension Identity {
  /// Whether the identity is software's own: persons, groups and an account's root are not.
  public var isSoftware: Bool {
    switch kind {
    case .person, .group, .root: false
    case .user, .role, .serviceAccount, .servicePrincipal, .managedIdentity, .app, .oauthClient,
      .workload, .agent, .bot:
      true
    }
  }
}

extension Scope {
  /// Whether an agent acts under an identity, by the inventory, the manifest or a workload entry.
  public func isAgent(_ identity: Identity) -> Bool {
    if identity.kind == .agent || identity.agents?.isEmpty == false { return true }
    let names = [identity.id] + (identity.aliases ?? [])
    return names.contains { name in
      first(Agent.self, name) != nil || !all(Agent.self, where: \.runsAs, is: name).isEmpty
        || all(WorkloadEntry.self, where: \.identity, is: name).contains { $0.agent != nil }
    }
  }
}
