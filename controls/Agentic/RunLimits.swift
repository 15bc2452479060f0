import ControlTesting

/// ASI02-4: no run passed the limits on rate, fan-out and depth, and no task the one on cost.
///
/// The stricter of the policy's limit and the enforced one of the agent counts. An agent without an
/// enforced limit of each sort deviates whatever its runs did: nothing would have stopped them.
struct RunLimits: Fold {
  /// A run whose task is recorded, to be held to its calls once the trace is read.
  private struct Run: Codable {
    let record: RecordReference
    let id: String
    let agent: String
    let callCount: Int?
    /// What deviates where the rate does not.
    let other: Deviation?
  }

  /// The calls of one run, by the trace.
  private struct Calls: Codable {
    let first: RecordReference
    var starts: [Instant]
  }

  /// What the runs of a task cost together, in millionths, so that sums do not depend on order.
  private struct TaskCost: Codable {
    var millionths: Int
    var last: RecordReference
  }

  /// The first run of each agent, which stands for the agent in findings.
  private var agents = Sightings<String, RecordReference>()
  private var tasks = Sightings<String, TaskCost>()
  private var runs: [Run] = []
  /// The ids of all runs on record.
  private var known = Sightings<String, Bool>()
  private var calls = Sightings<String, Calls>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, _ in
        let start = call.startedAt
        state.calls.note(call.run, Calls(first: RecordReference(call), starts: [start])) {
          $0.starts.append(start)
        }
      }
    ]
  }

  mutating func observe(_ run: AgentRun, _ scope: Scope) throws {
    let record = RecordReference(run)
    known.note(run.recordKey, true)
    agents.note(run.agent, record)
    if let task = run.task, let cost = run.cost { note(cost, of: task, by: record) }
    try expect("task", run.task, .present)
    var other: Deviation?
    do {
      try run.checkSize(scope)
    } catch let deviation as Deviation {
      other = deviation
    }
    runs.append(
      Run(record: record, id: run.id, agent: run.agent, callCount: run.callCount, other: other)
    )
  }

  private mutating func note(_ cost: Double, of task: String, by run: RecordReference) {
    let millionths = Int(min(max(cost, 0), 1_000_000_000) * 1_000_000)
    tasks.note(task, TaskCost(millionths: millionths, last: run)) { total in
      total.millionths = Self.sum(total.millionths, millionths)
      total.last = run
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (total, overflow) = left.addingReportingOverflow(right)
    return overflow ? Int.max : total
  }

  mutating func merge(_ later: RunLimits) {
    agents.merge(later.agents)
    tasks.merge(later.tasks) { total, other in
      total.millionths = Self.sum(total.millionths, other.millionths)
      total.last = other.last
    }
    runs += later.runs
    known.merge(later.known)
    calls.merge(later.calls) { $0.starts += $1.starts }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    singleRuns(scope) + costs(scope) + missingLimits(scope) + unknownRuns()
  }

  private func singleRuns(_ scope: Scope) -> [Deviation] {
    runs.compactMap { run in
      let rate = CallRate(starts: calls[run.id]?.starts ?? [], counted: run.callCount)
      var deviation = rate.deviation(of: run.agent, scope) ?? run.other
      deviation?.record = run.record
      return deviation
    }
  }

  /// Calls whose run is not on record, one deviation for each run: no limit was seen to hold there.
  private func unknownRuns() -> [Deviation] {
    calls.all.filter { known[$0.key] == nil }.map { run, calls in
      var deviation = Deviation(
        "run of the call",
        expected: "a run on record",
        observed: "\(run), not in the trace"
      )
      deviation.record = calls.first
      return deviation
    }
  }

  private func costs(_ scope: Scope) -> [Deviation] {
    let limit = scope.policy.maximumCostPerTask
    return tasks.all.sorted { $0.key < $1.key }.compactMap { task, total in
      let cost = Double(total.millionths) / 1_000_000
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
    agents.all.sorted { $0.key < $1.key }.flatMap { agent, run in
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
