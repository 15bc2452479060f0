import ControlTesting

/// Who uses each credential, by the logs, the traces, the delegations and the registers.
///
/// The user is the agent where an event names one, else the actor. An event that does not say which
/// credential was used counts for every credential of its actor, so that silence hides nobody.
struct CredentialUsers: Fold {
  /// The distinct users of one credential, and the first record that named it.
  private struct Users: Sendable {
    let first: RecordReference
    private(set) var names: [String] = []
    private var known: Set<String> = []

    init(_ first: RecordReference) { self.first = first }

    mutating func note(_ name: String) {
      if known.insert(name).inserted { names.append(name) }
    }

    /// The first few names.
    var words: String {
      names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and others" : "")
    }

    mutating func merge(_ later: Users) { for name in later.names { note(name) } }
  }

  private var order: [String] = []
  private var users: [String: Users] = [:]

  init() {}

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    let name = event.agent ?? event.actor
    if let credential = event.credential {
      note(credential, usedBy: name, RecordReference(event))
    } else if let issued = scope.first(Issuance.self, event.issuance) {
      note(issued.credential, usedBy: name, RecordReference(event))
    } else {
      for credential in scope.all(Credential.self, where: \.identity, is: event.actor)
      where credential.isUsable {
        note(credential.id, usedBy: name, RecordReference(event))
      }
    }
  }

  private mutating func note(_ credential: String, usedBy name: String, _ first: RecordReference) {
    if users[credential] == nil {
      order.append(credential)
      users[credential] = Users(first)
    }
    users[credential]?.note(name)
  }

  mutating func merge(_ later: CredentialUsers) {
    for id in later.order {
      guard let other = later.users[id] else { continue }
      if users[id] == nil {
        order.append(id)
        users[id] = other
      } else {
        users[id]?.merge(other)
      }
    }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var all = self
    all.addRegisters(scope)
    return all.order.compactMap { id in
      guard let users = all.users[id] else { return nil }
      var deviation: Deviation
      if scope.first(Credential.self, id) == nil
        && scope.all(Issuance.self, where: \.credential, is: id).isEmpty
      {
        deviation = Deviation(
          "credential",
          expected: "in the credential report or issued on request",
          observed: "\(id), in neither"
        )
      } else if users.names.count > 1 {
        deviation = Deviation(
          "users",
          expected: "one workload or agent",
          observed: "\(users.names.count) of \(id): \(users.words)"
        )
      } else {
        return nil
      }
      deviation.record = users.first
      return deviation
    }
  }

  /// Adds what is not in the logs: calls, declared credentials, delegations, and several holders.
  private mutating func addRegisters(_ scope: Scope) {
    for call in scope.records(ToolCall.self) {
      let credential = call.credential ?? scope.first(Issuance.self, call.issuance)?.credential
      if let credential { note(credential, usedBy: call.agent, RecordReference(call)) }
    }
    for agent in scope.records(Agent.self) where agent.status == .enabled {
      for credential in agent.credentials ?? [] {
        note(credential, usedBy: agent.id, RecordReference(agent))
      }
    }
    let agentOf = agentsByIdentity(scope)
    for delegation in scope.records(Delegation.self) {
      guard let credential = delegation.credential else { continue }
      let name = delegation.toAgent ?? agentOf[delegation.to] ?? delegation.to
      note(credential, usedBy: name, RecordReference(delegation))
    }
    for credential in scope.records(Credential.self) where credential.isUsable {
      let holders = credential.holders ?? []
      if holders.count < 2 { continue }
      for holder in holders {
        note(credential.id, usedBy: agentOf[holder] ?? holder, RecordReference(credential))
      }
    }
  }

  /// The agent that acts under each identity, where it is exactly one.
  private func agentsByIdentity(_ scope: Scope) -> [String: String] {
    var agents: [String: String] = [:]
    for agent in scope.records(Agent.self) {
      guard let identity = agent.runsAs else { continue }
      agents[identity] = agents[identity] == nil ? agent.id : identity
    }
    return agents
  }
}
