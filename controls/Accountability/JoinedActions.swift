import ControlTesting
import SuiteVocabulary

/// AUD-1: which share of the actions leads by its ids to identity, request, decision, credential and
/// its end, entitlement and access to data.
///
/// Below the least share, the findings are the share and one for each agent, tool and record that is
/// missing. Holds one entry for each of these and one for each request, and no call.
struct JoinedActions: Fold {
  /// Calls that are alike in what is missing.
  private struct Orphan: Hashable, Codable {
    let part: JoinedPart
    let agent: String
    let tool: String
  }

  private struct Tally: Sendable, Codable {
    var count = 0
    /// The first call, and why it does not join.
    var record: RecordReference?
    var why = ""

    mutating func merge(_ later: Tally) {
      count += later.count
      if record == nil { (record, why) = (later.record, later.why) }
    }
  }

  /// The calls of a request that need an access to data and join in all else.
  private struct Request: Sendable, Codable {
    let agent: String
    let tool: String
    /// The request's first call.
    let first: RecordReference
    var count = 0
    var isAccessed = false
  }

  private var callCount = 0
  private var orphans = Sightings<Orphan, Tally>()
  private var requests = Sightings<String, Request>()
  /// Accesses of requests whose calls were not seen so far.
  private var accesses = Sightings<String, Bool>()

  static var watched: [Watched<Self>] {
    [
      Watched(AuditEvent.self) { state, event, _ in
        guard event.kind == .data, let request = event.request else { return }
        state.noteAccess(request)
      }
    ]
  }

  mutating func observe(_ call: ToolCall, _ scope: Scope) {
    callCount += 1
    if let (part, why) = call.firstGap(scope) {
      note(Orphan(part: part, agent: call.agent, tool: call.tool)) { tally in
        tally.count += 1
        if tally.record == nil { (tally.record, tally.why) = (RecordReference(call), why) }
      }
      return
    }
    guard call.wasLetThrough, let request = call.request else { return }
    if requests[request] == nil {
      requests.note(
        request,
        Request(agent: call.agent, tool: call.tool, first: RecordReference(call))
      )
    }
    requests.change(request) { $0.count += 1 }
  }

  mutating func merge(_ later: JoinedActions) {
    callCount += later.callCount
    for (orphan, tally) in later.orphans.all { note(orphan) { $0.merge(tally) } }
    requests.merge(later.requests) { own, other in
      own.count += other.count
      own.isAccessed = own.isAccessed || other.isAccessed
    }
    for request in accesses.keys + later.accesses.keys { noteAccess(request) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var all = orphans
    for (id, request) in requests.all where !request.isAccessed && accesses[id] == nil {
      let orphan = Orphan(part: .dataAccess, agent: request.agent, tool: request.tool)
      all.note(orphan, Tally())
      all.change(orphan) { tally in
        tally.count += request.count
        if tally.record != nil { return }
        tally.record = request.first
        tally.why = "no access to data of request \(id)"
      }
    }
    let missing = all.all.reduce(0) { $0 + $1.value.count }
    let least = scope.policy.minimumJoinRatio
    // Compared without division: a share that only rounds to the limit does not reach it.
    if Double(callCount - missing) >= least * Double(callCount) { return [] }
    return [share(missing, least)] + all.all.map(Self.deviation)
  }

  private func share(_ missing: Int, _ least: Double) -> Deviation {
    let joined = callCount - missing
    let share = (Double(joined) / Double(callCount) * 10_000).rounded(.down) / 10_000
    return Deviation(
      "share of actions that join",
      expected: "at least \(least)",
      observed: "\(share), \(joined) of \(callCount)"
    )
  }

  private static func deviation(_ orphan: Orphan, _ tally: Tally) -> Deviation {
    var deviation = Deviation(
      "join to \(orphan.part.rawValue)",
      expected: "on record for each action",
      observed: "\(tally.count) call\(tally.count == 1 ? "" : "s") of \(orphan.agent) with "
        + "\(orphan.tool) without, the first: \(tally.why)"
    )
    deviation.record = tally.record
    return deviation
  }

  private mutating func note(_ orphan: Orphan, _ change: (inout Tally) -> Void) {
    orphans.note(orphan, Tally())
    orphans.change(orphan, change)
  }

  private mutating func noteAccess(_ request: String) {
    if requests[request] == nil {
      accesses.note(request, true)
    } else {
      requests.change(request) { $0.isAccessed = true }
    }
  }
}
