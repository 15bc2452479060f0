import ControlTesting

/// CHG-3: detection and policy are tuned on cadence, and each tuning says what led to it, what it
/// changed, who reviewed it and what came of it.
///
/// Holds one instant for each tuning.
struct TuningCadence: Fold {
  private struct Tuning: Codable {
    let at: Instant
    let record: RecordReference
  }

  private var tunings: [Tuning] = []

  /// Every change of detection logic is tuning, others where they say so.
  static func isMember(_ change: Change, _ scope: Scope) -> Bool {
    (change.kind == .detection || change.tuning == true) && change.isLive(at: scope.asOf)
  }

  mutating func observe(_ change: Change, _ scope: Scope) throws {
    guard let live = change.liveAt.instant else {
      throw Deviation("live", expected: "a time", observed: change.liveAt.description)
    }
    tunings.append(Tuning(at: live, record: RecordReference(change)))
    try expect("trigger", change.trigger, .notEqual(.unknown))
    try expect("what triggered it", change.triggeredBy, .notEmpty)
    try expect("rule", change.target, .notEmpty)
    try expect("reviewer", change.reviewer, .notEmpty)
    try expect("result", change.result, .notEmpty)
  }

  mutating func merge(_ later: TuningCadence) { tunings += later.tunings }

  /// The longest stretch from one tuning to the next, and from the last to the as-of time.
  func deviations(_ scope: Scope) -> [Deviation] {
    let limit = scope.policy.tuningInterval
    let inOrder = tunings.sorted { $0.at < $1.at }
    guard let last = inOrder.last else {
      return [
        Deviation("latest tuning", expected: "at most \(limit.words) ago", observed: "none yet")
      ]
    }
    var deviations = zip(inOrder, inOrder.dropFirst()).compactMap { one, next -> Deviation? in
      let length = next.at.duration(since: one.at)
      if length <= limit { return nil }
      var deviation = Deviation(
        "time since the tuning before",
        expected: "at most \(limit.words)",
        observed: "\(length.words), since \(one.at)"
      )
      deviation.record = next.record
      return deviation
    }
    let age = scope.asOf.duration(since: last.at)
    if age > limit {
      var deviation = Deviation(
        "latest tuning",
        expected: "at most \(limit.words) ago",
        observed: "\(age.words) ago"
      )
      deviation.record = last.record
      deviations.append(deviation)
    }
    return deviations
  }
}
