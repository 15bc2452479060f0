import ControlTesting
import SuiteVocabulary

/// Who uses each credential, by the logs, the traces, the delegations and the registers.
///
/// The user is the agent where an event names one, else the actor. An event that does not say which
/// credential was used counts for every credential of its actor, so that silence hides nobody.
struct CredentialUsers: Fold {
  /// The distinct users of one credential, and the first record that named it.
  private struct Users: Sendable, Codable {
    let first: RecordReference
    private var users = Sightings<String, Bool>()

    init(_ name: String, _ first: RecordReference) {
      self.first = first
      users.note(name, true)
    }

    /// How many there are.
    var count: Int { users.count }

    mutating func note(_ name: String) { users.note(name, true) }

    /// The first few names.
    var words: String {
      users.keys.prefix(3).joined(separator: ", ") + (count > 3 ? " and others" : "")
    }

    mutating func merge(_ later: Users) { users.merge(later.users) }
  }

  private var users = Sightings<String, Users>()

  init() {}

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        let credential = call.credential ?? scope.first(Issuance.self, call.issuance)?.credential
        if let credential { state.note(credential, usedBy: call.agent, call) }
      }
    ]
  }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    let name = event.agent ?? event.actor
    if let credential = event.credential {
      note(credential, usedBy: name, event)
    } else if let issued = scope.first(Issuance.self, event.issuance) {
      note(issued.credential, usedBy: name, event)
    } else {
      for credential in scope.all(Credential.self, where: \.identity, is: event.actor)
      where credential.isUsable {
        note(credential.id, usedBy: name, event)
      }
    }
  }

  private mutating func note(
    _ credential: String,
    usedBy name: String,
    _ record: any EvidenceRecord
  ) {
    users.note(credential, Users(name, RecordReference(record))) { $0.note(name) }
  }

  mutating func merge(_ later: CredentialUsers) { users.merge(later.users) { $0.merge($1) } }

  func deviations(_ scope: Scope) -> [Deviation] {
    var all = self
    all.addRegisters(scope)
    return all.users.all.compactMap { id, users in
      var deviation: Deviation
      if scope.first(Credential.self, id) == nil
        && scope.all(Issuance.self, where: \.credential, is: id).isEmpty
      {
        deviation = Deviation(
          "credential",
          expected: "in the credential report or issued on request",
          observed: "\(id), in neither"
        )
      } else if users.count > 1 {
        deviation = Deviation(
          "users",
          expected: "one workload or agent",
          observed: "\(users.count) of \(id): \(users.words)"
        )
      } else {
        return nil
      }
      deviation.record = users.first
      deviation.path = scope.chain(to: id, in: .credential)
      return deviation
    }
  }

  /// Adds what is not in the logs: declared credentials, delegations, and several holders.
  private mutating func addRegisters(_ scope: Scope) {
    for agent in scope.records(Agent.self) where agent.status == .enabled {
      for credential in agent.credentials ?? [] {
        note(credential, usedBy: agent.id, agent)
      }
    }
    let agentOf = agentsByIdentity(scope)
    for delegation in scope.records(Delegation.self) {
      guard let credential = delegation.credential else { continue }
      let name = delegation.toAgent ?? agentOf[delegation.to] ?? delegation.to
      note(credential, usedBy: name, delegation)
    }
    for credential in scope.records(Credential.self) where credential.isUsable {
      let holders = credential.holders ?? []
      if holders.count < 2 { continue }
      for holder in holders {
        note(credential.id, usedBy: agentOf[holder] ?? holder, credential)
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
