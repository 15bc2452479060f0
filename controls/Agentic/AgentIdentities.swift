import ControlTesting

/// ASI03-1: each agent has an identity that serves it alone, by the manifest, by the inventory and
/// by what the trace shows.
///
/// Of the trace it holds one count for each agent and identity that were seen together.
struct AgentIdentities: Fold {
  /// Who acted as whom in a call.
  private struct Acting: Hashable, Codable {
    let agent: String
    let actor: String?
  }

  /// An agent in order so far, to be held to the trace once that is read.
  private struct Sound: Codable {
    let agent: String
    let identity: String
    let record: RecordReference
  }

  private var identities = SingleUse()
  private var sound: [Sound] = []
  private var acts = Sightings<Acting, Int>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, _ in
        state.acts.note(Acting(agent: call.agent, actor: call.actor), 1) { $0 += 1 }
      }
    ]
  }

  static func isMember(_ agent: Agent, _ scope: Scope) -> Bool { agent.status != .retired }

  mutating func observe(_ agent: Agent, _ scope: Scope) throws {
    guard let runsAs = agent.runsAs else {
      throw Deviation("identity", expected: "present", observed: "not recorded")
    }
    identities.note(runsAs, usedBy: agent)
    guard let identity = scope.first(Identity.self, runsAs) else {
      throw Deviation(
        "identity",
        expected: "an identity of the inventory",
        observed: "\(runsAs), not in the identity inventory"
      )
    }
    try expect("kind of the identity", identity.kind, .noneOf([.person, .group, .root]))
    try expect("agents of the identity", identity.agents, .equal([agent.id]))
    sound.append(Sound(agent: agent.id, identity: runsAs, record: RecordReference(agent)))
  }

  mutating func merge(_ later: AgentIdentities) {
    identities.merge(later.identities)
    sound += later.sound
    acts.merge(later.acts) { $0 += $1 }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let byAgent = Dictionary(grouping: acts.all) { $0.key.agent }
    let byActor = Dictionary(grouping: acts.all) { $0.key.actor }
    let strays = sound.compactMap { agent -> Deviation? in
      var deviation =
        Self.strayed(byAgent[agent.agent] ?? [], from: agent.identity)
        ?? Self.shared(byActor[agent.identity] ?? [], beside: agent.agent)
      deviation?.record = agent.record
      deviation?.path = scope.chain(to: agent.identity, in: .actor)
      return deviation
    }
    return identities.sharings(of: "identity") + strays
  }

  /// Calls of the agent under an identity that is not its own.
  private static func strayed(
    _ acts: [(key: Acting, value: Int)],
    from identity: String
  ) -> Deviation? {
    let strays = acts.filter { $0.key.actor != identity }
    if strays.isEmpty { return nil }
    let names = Set(strays.map { $0.key.actor ?? "no recorded identity" }).sorted()
    let count = strays.reduce(0) { $0 + $1.value }
    let total = acts.reduce(0) { $0 + $1.value }
    return Deviation(
      "identity in the trace",
      expected: "\(identity) in every call",
      observed: "\(count) of \(total) calls as \(names.joined(separator: ", "))"
    )
  }

  /// Calls of others under the agent's identity.
  private static func shared(
    _ acts: [(key: Acting, value: Int)],
    beside agent: String
  ) -> Deviation? {
    let others = acts.filter { $0.key.agent != agent }
    if others.isEmpty { return nil }
    let names = Set(others.map(\.key.agent)).sorted().joined(separator: ", ")
    return Deviation(
      "calls under the identity",
      expected: "by \(agent) alone",
      observed: "\(others.reduce(0) { $0 + $1.value }) by \(names)"
    )
  }
}
