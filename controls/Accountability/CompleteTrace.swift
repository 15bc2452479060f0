import ControlTesting
import SuiteVocabulary

/// AUD-5: the trace has each call that a run says it made, in its time, and a call for each access
/// and change that a log puts down to an agent.
///
/// Holds one entry for each run and for each request of an agent that no call explains so far, and
/// one for each request of a call.
struct CompleteTrace: Fold {
  /// The calls of one run.
  private struct Calls: Sendable, Codable {
    var count = 0
    var first: Instant
    var last: Instant
    let record: RecordReference
  }

  /// What a run says of itself.
  private struct Run: Sendable, Codable {
    let callCount: Int?
    let isRunning: Bool
    let startedAt: Instant
    let endedAt: Instant?
    let record: RecordReference
  }

  /// What a log puts down to an agent.
  private struct Act: Sendable, Codable {
    let agent: String
    var count = 1
    let record: RecordReference
  }

  private var calls = Sightings<String, Calls>()
  private var runs = Sightings<String, Run>()
  private var requests = Sightings<String, Bool>()
  /// By request; those without one by the agent alone.
  private var acts = Sightings<[String], Act>()

  static var watched: [Watched<Self>] {
    [
      Watched(AgentRun.self) { state, run, _ in
        state.runs.note(
          run.id,
          Run(
            callCount: run.callCount,
            isRunning: run.outcome == .running,
            startedAt: run.startedAt,
            endedAt: run.endedAt.instant,
            record: RecordReference(run)
          )
        )
      },
      Watched(AuditEvent.self) { state, event, _ in
        guard event.kind == .data, event.result != .denied,
          event.agent != nil || event.actorKind == .agent
        else { return }
        state.noteAct(event.agent ?? event.actor, event.request, event)
      },
      Watched(AdminChange.self) { state, change, _ in
        guard change.result != .denied, change.agent != nil || change.actorKind == .agent else {
          return
        }
        state.noteAct(change.agent ?? change.actor, change.request, change)
      },
    ]
  }

  mutating func observe(_ call: ToolCall, _ scope: Scope) throws {
    if calls[call.run] == nil {
      let new = Calls(first: call.startedAt, last: call.startedAt, record: RecordReference(call))
      calls.note(call.run, new)
    }
    calls.change(call.run) { calls in
      calls.count += 1
      calls.first = min(calls.first, call.startedAt)
      calls.last = max(calls.last, call.startedAt)
    }
    if let request = call.request { requests.note(request, true) }
    try call.checkContent()
  }

  mutating func merge(_ later: CompleteTrace) {
    calls.merge(later.calls) { own, other in
      own.count += other.count
      own.first = min(own.first, other.first)
      own.last = max(own.last, other.last)
    }
    runs.merge(later.runs)
    requests.merge(later.requests)
    acts.merge(later.acts) { $0.count += $1.count }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    runs.all.flatMap { deviations(ofRun: $0.key, $0.value) } + strays() + unexplained()
  }

  private func deviations(ofRun id: String, _ run: Run) -> [Deviation] {
    var found: [Deviation] = []
    func note(_ attribute: String, _ expected: String, _ observed: String) {
      var deviation = Deviation(attribute, expected: expected, observed: observed)
      deviation.record = run.record
      found.append(deviation)
    }
    let calls = calls[id]
    if !run.isRunning {
      guard let stated = run.callCount else {
        note("number of calls", "stated by the run", "not recorded")
        return found
      }
      let seen = calls?.count ?? 0
      if seen != stated { note("calls in the trace", "\(stated), as the run states", "\(seen)") }
    }
    guard let calls else { return found }
    if calls.first < run.startedAt {
      note("first call", "at or after the start at \(run.startedAt)", "\(calls.first)")
    }
    if let end = run.endedAt, calls.last > end {
      note("last call", "at or before the end at \(end)", "\(calls.last)")
    }
    return found
  }

  /// Calls of runs that the trace does not have.
  private func strays() -> [Deviation] {
    calls.all.filter { runs[$0.key] == nil }.map { id, calls in
      var deviation = Deviation(
        "run",
        expected: "in the trace",
        observed: "\(id), not in the trace, \(calls.count) call\(calls.count == 1 ? "" : "s")"
      )
      deviation.record = calls.record
      return deviation
    }
  }

  /// Acts of agents to which no call leads, by agent.
  private func unexplained() -> [Deviation] {
    var agents = Sightings<String, Act>()
    for (key, act) in acts.all where key.count < 2 || requests[key[1]] == nil {
      agents.note(act.agent, act) { $0.count += act.count }
    }
    return agents.all.map { agent, act in
      var deviation = Deviation(
        "acts of \(agent) in the logs",
        expected: "each with a call in the trace, by its request",
        observed: "\(act.count) without"
      )
      deviation.record = act.record
      return deviation
    }
  }

  private mutating func noteAct(_ agent: String, _ request: String?, _ record: some EvidenceRecord)
  {
    if let request, requests[request] != nil { return }
    let key = [agent, request].compactMap { $0 }
    if acts[key] == nil {
      acts.note(key, Act(agent: agent, record: RecordReference(record)))
    } else {
      acts.change(key) { $0.count += 1 }
    }
  }
}

extension ToolCall {
  /// States that the call says whether it read or wrote, what, and with which version of the tool.
  fileprivate func checkContent() throws {
    try expect("impact", impact, .noneOf([.unknown]))
    try expect("resource", resource?.nonBlank, .present)
    try expect("digest of the tool", toolDigest?.nonBlank, .present)
    if let endedAt, endedAt < startedAt {
      throw Deviation(
        "end of the call",
        expected: "at or after its start at \(startedAt)",
        observed: "\(endedAt)"
      )
    }
  }
}
