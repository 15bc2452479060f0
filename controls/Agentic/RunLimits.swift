import ControlTesting

/// ASI02-4: no run passed the limits on rate, fan-out and depth, and no task the one on cost.
///
/// The stricter of the policy's limit and the enforced one of the agent counts. An agent without an
/// enforced limit of each sort deviates whatever its runs did: nothing would have stopped them.
struct RunLimits: Fold {
  /// The first run of each agent, which stands for the agent in findings.
  private var agents: [String: RecordReference] = [:]
  /// What the runs of each task cost together, in millionths, so that sums do not depend on order.
  private var tasks: [String: (cost: Int, last: RecordReference)] = [:]

  mutating func observe(_ run: AgentRun, _ scope: Scope) throws {
    if agents[run.agent] == nil { agents[run.agent] = RecordReference(run) }
    if let task = run.task, let cost = run.cost { note(cost, of: task, by: RecordReference(run)) }
    try run.checkLimits(scope)
  }

  private mutating func note(_ cost: Double, of task: String, by run: RecordReference) {
    let millionths = Int(min(max(cost, 0), 1_000_000_000) * 1_000_000)
    tasks[task] = (Self.sum(tasks[task]?.cost ?? 0, millionths), run)
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (total, overflow) = left.addingReportingOverflow(right)
    return overflow ? Int.max : total
  }

  mutating func merge(_ later: RunLimits) {
    agents.merge(later.agents) { earlier, _ in earlier }
    tasks.merge(later.tasks) { (Self.sum($0.cost, $1.cost), $1.last) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    costs(scope) + missingLimits(scope) + unknownRuns(scope)
  }

  /// Calls whose run is not on record, one deviation for each run: no limit was seen to hold there.
  private func unknownRuns(_ scope: Scope) -> [Deviation] {
    var seen: Set<String> = []
    return scope.records(ToolCall.self).compactMap { call in
      guard scope.first(AgentRun.self, call.run) == nil, seen.insert(call.run).inserted else {
        return nil
      }
      return Deviation(
        "run of the call",
        expected: "a run on record",
        observed: "\(call.run), not in the trace",
        record: call
      )
    }
  }

  private func costs(_ scope: Scope) -> [Deviation] {
    let limit = scope.policy.maximumCostPerTask
    return tasks.sorted { $0.key < $1.key }.compactMap { task, total in
      let cost = Double(total.cost) / 1_000_000
      if cost <= limit { return nil }
      var deviation = Deviation(
        "cost of \(task)",
        expected: "at most \(limit) units",
        observed: "\(cost) units"
      )
      deviation.record = total.last
      return deviation
    }
  }

  private func missingLimits(_ scope: Scope) -> [Deviation] {
    agents.sorted { $0.key < $1.key }.flatMap { agent, run in
      let enforced = EnforcedLimits(of: agent, scope)
      return enforced.missing.map { kind in
        var deviation = Deviation(
          "\(kind.rawValue) limit of \(agent)",
          expected: "an enabled limit that stops the agent",
          observed: "none in the limit configuration"
        )
        deviation.record = run
        return deviation
      }
    }
  }
}

/// The limits that stop an agent, by the limit configuration.
struct EnforcedLimits {
  /// The sorts of limit that every agent needs.
  static let kinds: [Limit.Kind] = [.rate, .cost, .fanOut, .depth]

  private let limits: [Limit]

  /// Looks up an agent's limits: enabled, and doing more than telling somebody.
  ///
  /// A rate without its window limits nothing.
  init(of agent: String, _ scope: Scope) {
    limits = scope.all(Limit.self, where: \.scope, is: agent).filter { limit in
      limit.scopeKind == .agent && limit.enabled && limit.action.stops
        && (limit.kind != .rate || limit.window != nil)
    }
  }

  /// The sorts of limit that the agent lacks.
  var missing: [Limit.Kind] {
    Self.kinds.filter { kind in !limits.contains { $0.kind == kind } }
  }

  /// The rates.
  var rates: [Limit] { limits.filter { $0.kind == .rate } }

  /// The strictest value of one sort, no more than the policy's.
  func value(_ kind: Limit.Kind, atMost policy: Double) -> Double {
    limits.filter { $0.kind == kind }.map(\.value).reduce(policy, min)
  }
}

extension Limit.Action {
  /// Whether the action holds the agent back, rather than only telling somebody.
  fileprivate var stops: Bool {
    switch self {
    case .block, .throttle, .halt: true
    case .escalate, .alert: false
    }
  }
}
