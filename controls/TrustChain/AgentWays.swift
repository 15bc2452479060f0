import ControlTesting

/// What one agent of the graph can act as and touch, for the checks that judge it agent by agent.
struct AgentWays {
  /// The agent's record.
  let agent: Agent
  /// The graph at the as-of time.
  let graph: TrustGraph
  /// What it reaches by rights as they stand, with one way to each.
  let reach: Reach

  /// The ways of an agent; `nil` where the graph does not know it.
  init?(of agent: Agent, _ scope: Scope, following: Following = .standing) {
    graph = scope.trust
    guard let start = graph.node(agent.id, in: .actor) else { return nil }
    self.agent = agent
    reach = graph.reach(from: start, following: following)
  }

  /// The node with an index.
  func node(_ index: Int) -> TrustNode { graph.nodes[index] }

  /// The hops to a node, in words.
  func path(to node: Int) -> [String] { reach.path(to: node).map(graph.words) }

  /// The steps that start at the agent or at anything that it reaches, in order of the graph.
  var steps: [TrustEdge] {
    ([reach.start] + reach.nodes).sorted().flatMap { graph.edges(from: $0) }
      .map { graph.edges[$0] }.filter(Following.standing.takes)
  }

  /// The hops to the start of a step and the step itself, in words.
  func path(along step: TrustEdge) -> [String] { path(to: step.from) + [graph.words(of: step)] }
}

/// The state of a check that judges agent by agent once the graph can be asked: the agents' keys.
struct AgentList: Sendable, Codable {
  private var keys: [String] = []

  /// Notes an agent.
  mutating func note(_ agent: Agent) { keys.append(agent.id) }

  /// Takes in the agents noted after this one's.
  mutating func merge(_ later: AgentList) { keys += later.keys }

  /// What a check finds of each agent; where it names no record, the agent's.
  func deviations(
    _ scope: Scope,
    following: Following = .standing,
    _ judge: (AgentWays) -> [Deviation]
  ) -> [Deviation] {
    keys.flatMap { key -> [Deviation] in
      guard let agent = scope.first(Agent.self, key) else { return [] }
      guard let ways = AgentWays(of: agent, scope, following: following) else { return [] }
      return judge(ways).map { deviation in
        var deviation = deviation
        if deviation.record == nil { deviation.record = RecordReference(agent) }
        return deviation
      }
    }
  }
}
