import ControlTesting

/// ASI10-1: the agents and tools that acted are those of the registries: a reconciliation of every
/// log that names an agent with the agent manifest, and of tool calls with the tool registry.
///
/// Calls, runs, messages, memory writes, decisions and audit events are each read once. Held is one
/// entry for each name that no registry explains, however often it acted.
struct UnknownActors: Fold {
  /// What acted and why no registry explains it.
  private struct Actor: Hashable, Codable {
    let sort: Sort
    let name: String
    let doubt: String
  }

  private enum Sort: String, Codable {
    case agent
    case tool
  }

  /// What it did.
  private struct Acts: Codable {
    let record: RecordReference
    var count: Int
    var first: Instant
    var last: Instant

    mutating func merge(_ later: Acts) {
      count += later.count
      first = min(first, later.first)
      last = max(last, later.last)
    }
  }

  private var actors = Sightings<Actor, Acts>()

  static var watched: [Watched<Self>] {
    [
      Watched(AgentRun.self) { state, run, scope in
        state.look(run.agent, at: run.startedAt, run, scope)
      },
      Watched(AgentMessage.self) { state, message, scope in
        state.look(message.from, at: message.sentAt, message, scope)
        state.look(message.to, at: message.sentAt, message, scope)
      },
      Watched(MemoryWrite.self) { state, write, scope in
        state.look(write.agent, at: write.writtenAt, write, scope)
      },
      Watched(PolicyDecision.self) { state, decision, scope in
        guard let agent = decision.agent else { return }
        state.look(agent, at: decision.decidedAt, decision, scope)
      },
      Watched(AuditEvent.self) { state, event, scope in
        if let agent = event.agent {
          state.look(agent, at: event.occurredAt, event, scope)
        } else if event.actorKind == .agent {
          let agent = scope.agent(behind: event.actor) ?? event.actor
          state.look(agent, at: event.occurredAt, event, scope)
        }
      },
    ]
  }

  mutating func observe(_ call: ToolCall, _ scope: Scope) {
    look(call.agent, at: call.startedAt, call, scope)
    if scope.knowsTool(call.tool) { return }
    note(.tool, call.tool, "in no tool registry or inventory", at: call.startedAt, call)
  }

  private mutating func look(
    _ agent: String,
    at instant: Instant,
    _ record: any EvidenceRecord,
    _ scope: Scope
  ) {
    guard let doubt = scope.doubt(aboutAgent: agent, at: instant) else { return }
    note(.agent, agent, doubt, at: instant, record)
  }

  private mutating func note(
    _ sort: Sort,
    _ name: String,
    _ doubt: String,
    at instant: Instant,
    _ record: any EvidenceRecord
  ) {
    actors.note(
      Actor(sort: sort, name: name, doubt: doubt),
      Acts(record: RecordReference(record), count: 1, first: instant, last: instant)
    ) { acts in
      acts.count += 1
      acts.first = min(acts.first, instant)
      acts.last = max(acts.last, instant)
    }
  }

  mutating func merge(_ later: UnknownActors) { actors.merge(later.actors) { $0.merge($1) } }

  func deviations(_ scope: Scope) -> [Deviation] {
    actors.all.map { actor, acts in
      let times = acts.count == 1 ? "once" : "\(acts.count) times"
      let period = acts.first == acts.last ? "at \(acts.first)" : "\(acts.first) to \(acts.last)"
      var deviation = Deviation(
        "\(actor.sort.rawValue) \(actor.name)",
        expected: actor.sort == .agent
          ? "registered and in use when it acted" : "in the tool registry or the tool inventory",
        observed: "\(actor.doubt); seen \(times), \(period)"
      )
      deviation.record = acts.record
      return deviation
    }
  }
}

extension Scope {
  /// Whether a tool is registered, or known to be in use.
  fileprivate func knowsTool(_ id: String) -> Bool {
    first(Tool.self, id) != nil || first(ToolInUse.self, id) != nil
      || !all(ToolInUse.self, where: \.tool, is: id).isEmpty
  }

  /// The agent that acts under an identity, by the manifest; `nil` where none does.
  fileprivate func agent(behind actor: String) -> String? {
    if let agent = first(Agent.self, actor) { return agent.id }
    return all(Agent.self, where: \.runsAs, is: actor).first?.id
      ?? all(Agent.self, where: \.workloadEntry, is: actor).first?.id
  }
}
