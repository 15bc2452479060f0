import ControlTesting

/// MAE5-2: each agent is traced by a pipeline that has no gap, keeps what it got, and is out of the
/// agent's reach.
///
/// Of the trace it holds one reference for each agent that was seen.
struct TraceStores: Fold {
  private var acted = Sightings<String, RecordReference>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, _ in
        state.acted.note(call.agent, RecordReference(call))
      }
    ]
  }

  static func isMember(_ pipeline: LogPipeline, _ scope: Scope) -> Bool {
    pipeline.kind == .trace
  }

  mutating func observe(_ pipeline: LogPipeline, _ scope: Scope) throws {
    try pipeline.expectWholeAndFixed(at: scope.asOf)
  }

  mutating func merge(_ later: TraceStores) { acted.merge(later.acted) }

  func deviations(_ scope: Scope) -> [Deviation] {
    let pipelines = scope.records(LogPipeline.self).filter { $0.kind == .trace && $0.enabled }
    let agents = scope.records(Agent.self).filter { $0.status == .enabled }
    let untraced = agents.filter { agent in
      !pipelines.contains { $0.agents?.contains(agent.id) ?? false }
    }
    var found = untraced.map { agent in
      Deviation(
        "trace",
        expected: "sent to a pipeline that names the agent",
        observed: "none on record",
        record: agent
      )
    }
    for (agent, record) in acted.all where scope.first(Agent.self, agent) == nil {
      var deviation = Deviation(
        "agent",
        expected: "in the agent manifest",
        observed: "\(agent), not in the agent manifest"
      )
      deviation.record = record
      found.append(deviation)
    }
    return found + agents.flatMap { agent in Self.holds(of: agent, on: pipelines, scope) }
  }

  /// The rights in an agent's reach by which it could change what was traced.
  private static func holds(
    of agent: Agent,
    on pipelines: [LogPipeline],
    _ scope: Scope
  ) -> [Deviation] {
    let graph = scope.trust
    guard let start = graph.node(agent.id, in: .actor) else { return [] }
    let reach = graph.reach(from: start, following: .standing)
    let harmless = (scope.policy.readOnlyActions + scope.policy.appendOnlyActions)
      .map(PermissionPattern.init)
    return reach.nodes.compactMap { end in
      guard graph.nodes[end].space == .entitlement,
        let right = scope.first(Entitlement.self, graph.nodes[end].id),
        let store = pipelines.first(where: { right.touches($0) })
      else { return nil }
      let changing = right.actions.first { action in
        !harmless.contains { $0.covers(PermissionPattern(action)) }
      }
      guard let changing else { return nil }
      return Deviation(
        "right of \(agent.id) on the trace",
        expected: "to add and to read at most",
        observed: "\(changing) on \(store.id), by \(right.id)",
        record: right,
        path: reach.path(to: end).map(graph.words)
      )
    }
  }
}

extension Entitlement {
  /// Whether the statement speaks about the place that a pipeline writes to.
  fileprivate func touches(_ pipeline: LogPipeline) -> Bool {
    let names = [pipeline.id, pipeline.recipient, pipeline.logSource].compactMap { $0 }
    return resources.contains { resource in
      let pattern = PermissionPattern(resource)
      return names.contains { pattern.covers(PermissionPattern($0)) }
    }
  }
}

extension LogPipeline {
  /// States that the pipeline is on, has no gap beyond its interval, and keeps what it got.
  fileprivate func expectWholeAndFixed(at asOf: Instant) throws {
    try expect("enabled", enabled, .equal(true))
    try expect("agents", agents, .notEmpty)
    try expect("write-once", immutable, .equal(.yes))
    try expect("proof of integrity", integrity, .oneOf([.chained, .signed]))
    guard let interval = expectedInterval else {
      throw Deviation("expected interval", expected: "present", observed: "not recorded")
    }
    try expect("longest gap", longestGap, .atMost(interval))
    guard let last = lastEventAt.instant, last <= asOf else {
      throw Deviation(
        "last event",
        expected: "at or before \(asOf)",
        observed: lastEventAt.description
      )
    }
    // The gap that is still open counts too, up to when somebody looked.
    try expect(
      "time without an event",
      max(.zero, checkedAt.duration(since: last)),
      .atMost(interval)
    )
  }
}
