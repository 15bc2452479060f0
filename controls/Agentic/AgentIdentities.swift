import ControlTesting

/// ASI03-1: each agent has an identity that serves it alone, by the manifest, by the inventory and
/// by what the trace shows.
struct AgentIdentities: Fold {
  private var identities = SingleUse()

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
    try agent.checkTrace(actsAs: runsAs, scope)
  }

  mutating func merge(_ later: AgentIdentities) { identities.merge(later.identities) }

  func deviations(_ scope: Scope) -> [Deviation] { identities.sharings(of: "identity") }
}

extension Agent {
  /// Holds the trace to the manifest: the agent's calls under its identity, and no other's.
  fileprivate func checkTrace(actsAs identity: String, _ scope: Scope) throws {
    let calls = scope.all(ToolCall.self, where: \.agent, is: id)
    let strays = calls.filter { $0.actor != identity }
    if !strays.isEmpty {
      let names = Set(strays.map { $0.actor ?? "no recorded identity" }).sorted()
      throw Deviation(
        "identity in the trace",
        expected: "\(identity) in every call",
        observed: "\(strays.count) of \(calls.count) calls as \(names.joined(separator: ", "))"
      )
    }
    let others = scope.all(ToolCall.self, where: \.actor, is: identity).filter { $0.agent != id }
    if !others.isEmpty {
      let names = Set(others.map(\.agent)).sorted().joined(separator: ", ")
      throw Deviation(
        "calls under the identity",
        expected: "by \(id) alone",
        observed: "\(others.count) by \(names)"
      )
    }
  }
}
