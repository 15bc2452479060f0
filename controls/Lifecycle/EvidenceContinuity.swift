import ControlTesting
import SuiteVocabulary

/// CHG-2: across each change of detection, policy or model every log source and field that reported
/// before reports after, the logs' integrity is proven, and no gap hides the change.
///
/// What the logs themselves carry is counted for each stretch between two changes, so the state grows
/// with changes, never with events.
struct EvidenceContinuity: Fold {
  private struct Changed: Codable {
    let at: Instant
    let record: RecordReference
  }

  /// A field of a log in the stretch after so many changes.
  private struct Stretch: Hashable, Codable {
    let log: String
    let changes: Int
  }

  /// How many records a stretch has, and how many of them carry each field.
  private struct Coverage: Codable {
    var total = 0
    var carried: [Int]

    mutating func merge(_ other: Coverage) {
      total += other.total
      for index in carried.indices { carried[index] += other.carried[index] }
    }
  }

  private static let callFields = ["task", "actor", "credential", "decision"]
  private static let decisionFields = ["task", "bundle", "inputs"]

  private var changes: [Changed] = []
  private var coverage = Sightings<Stretch, Coverage>()
  /// When changes went live, in order; read from the register once.
  private var times: [Instant]?

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, scope in
        state.note(
          "agent-trace",
          call.startedAt,
          [
            call.task != nil, call.actor != nil, call.credential != nil || call.issuance != nil,
            call.decision != nil || call.result == .denied,
          ],
          scope
        )
      },
      Watched(PolicyDecision.self) { state, decision, scope in
        state.note(
          "policy-decision-log",
          decision.decidedAt,
          [
            decision.task != nil, decision.bundle != nil,
            decision.inputs != nil || decision.inputsDigest != nil,
          ],
          scope
        )
      },
    ]
  }

  static func isMember(_ change: Change, _ scope: Scope) -> Bool {
    change.isGoverned && change.isLive(at: scope.asOf)
  }

  mutating func observe(_ change: Change, _ scope: Scope) throws {
    guard let live = change.liveAt.instant else {
      throw Deviation("live", expected: "a time", observed: change.liveAt.description)
    }
    try expect("telemetry check", change.telemetryChecked, .equal(.yes))
    changes.append(Changed(at: live, record: RecordReference(change)))
  }

  private mutating func note(_ log: String, _ instant: Instant, _ has: [Bool], _ scope: Scope) {
    let times = self.times ?? Self.times(scope)
    self.times = times
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    let new = Coverage(total: 1, carried: has.map { $0 ? 1 : 0 })
    coverage.note(Stretch(log: log, changes: low), new) { $0.merge(new) }
  }

  private static func times(_ scope: Scope) -> [Instant] {
    let live = scope.records(Change.self).filter { $0.isGoverned && $0.isLive(at: scope.asOf) }
    return Set(live.compactMap(\.liveAt.instant)).sorted()
  }

  mutating func merge(_ later: EvidenceContinuity) {
    changes += later.changes
    coverage.merge(later.coverage) { $0.merge($1) }
    times = times ?? later.times
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let sources = LogSources(scope)
    let times = self.times ?? Self.times(scope)
    return changes.compactMap { change in
      do {
        try sources.check(across: change.at, scope)
        try checkFields(across: change.at, times, scope)
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = change.record
        return deviation
      }
    }
  }

  /// Compares what the logs carry before a change, back to the one before, with what they carry
  /// after it, up to the next.
  private func checkFields(across instant: Instant, _ times: [Instant], _ scope: Scope) throws {
    guard let index = times.firstIndex(of: instant) else { return }
    for (log, fields) in [
      ("agent-trace", Self.callFields), ("policy-decision-log", Self.decisionFields),
    ] {
      guard let before = coverage[Stretch(log: log, changes: index)] else { continue }
      guard let after = coverage[Stretch(log: log, changes: index + 1)] else {
        if scope.asOf.duration(since: instant) <= scope.policy.changeObservationTime { continue }
        if index + 1 < times.count { continue }
        throw Deviation("\(log) after the change", expected: "records", observed: "none")
      }
      for (place, field) in fields.enumerated() {
        let wasWhole = before.carried[place] == before.total
        if !wasWhole || after.carried[place] == after.total { continue }
        throw Deviation(
          "\(field) in \(log)",
          expected: "in each record, as before the change",
          observed: "in \(after.carried[place]) of \(after.total)"
        )
      }
    }
  }
}
