import ControlTesting

/// REV-1: the latest exercise in the period, of each sort that was run, cut off access in time.
///
/// An earlier exercise that went wrong is made good by a later one of its sort. That none was run
/// deviates, even where the record of exercises is complete: here an empty population is no proof.
/// Holds one exercise for each sort.
struct RevocationExercises: Fold {
  private static let scenarios: [Drill.Scenario] = [
    .revocation, .productCompromise, .tenantCompromise, .integrationCompromise,
  ]

  /// One exercise: when it was, and what of it deviates first, if anything.
  private struct Exercise: Codable {
    let startedAt: Instant
    let record: RecordReference
    let deviation: Deviation?
  }

  private var latest = Sightings<String, Exercise>()

  static func isMember(_ drill: Drill, _ scope: Scope) -> Bool {
    scenarios.contains(drill.scenario)
  }

  mutating func observe(_ drill: Drill, _ scope: Scope) {
    if drill.startedAt > scope.asOf { return }
    note(
      drill.scenario.rawValue,
      Exercise(
        startedAt: drill.startedAt,
        record: RecordReference(drill),
        deviation: drill.deviation(scope)
      )
    )
  }

  private mutating func note(_ scenario: String, _ exercise: Exercise) {
    latest.note(scenario, exercise) { known in
      if known.startedAt <= exercise.startedAt { known = exercise }
    }
  }

  mutating func merge(_ later: RevocationExercises) {
    for (scenario, exercise) in later.latest.all { note(scenario, exercise) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let drills = Self.scenarios.compactMap { latest[$0.rawValue] }
    let limit = scope.policy.drillMaximumAge
    let inPeriod = drills.filter { scope.asOf.duration(since: $0.startedAt) <= limit }
    if !inPeriod.isEmpty { return inPeriod.compactMap(\.deviation) }
    let newest = drills.max { $0.startedAt < $1.startedAt }
    let age = newest.map { scope.asOf.duration(since: $0.startedAt).words }
    var deviation = Deviation(
      "latest exercise",
      expected: "at most \(limit.words) ago",
      observed: age.map { "\($0) ago" } ?? "none run yet"
    )
    deviation.record = newest?.record
    return [deviation]
  }
}

extension Drill {
  /// What of the exercise deviates first, if anything.
  fileprivate func deviation(_ scope: Scope) -> Deviation? {
    do {
      try checkCutOff(scope.policy.revocationLimit)
      return nil
    } catch {
      guard var deviation = error as? Deviation else { return nil }
      deviation.record = RecordReference(self)
      return deviation
    }
  }

  /// Holds the exercise to its own times: access ended in time after the order and because of it.
  private func checkCutOff(_ limit: Duration) throws {
    guard let ordered = orderedAt.instant else {
      throw Deviation("order", expected: "a time", observed: orderedAt.description)
    }
    guard let denied = firstDeniedAt.instant else {
      throw Deviation("first refusal", expected: "a time", observed: firstDeniedAt.description)
    }
    let elapsed = denied.duration(since: ordered)
    if elapsed < .zero {
      throw Deviation(
        "first refusal",
        expected: "after the order at \(ordered)",
        observed: denied.description
      )
    }
    try expect("time from order to first refusal", elapsed, .atMost(limit))
    try checkLastSuccess(before: ordered)
    try expect("residual access", residuals?.map(\.rawValue), .empty)
    try expect("manual steps", manualSteps, .present)
    guard let measured, absolute(measured - elapsed) < .seconds(1) else {
      throw Deviation(
        "measured time",
        expected: "\(elapsed.words), as the times say",
        observed: measured?.words ?? "not recorded"
      )
    }
    guard let objective else {
      throw Deviation("objective", expected: "present", observed: "not recorded")
    }
    try expect("measured time", measured, .atMost(objective))
    try expect("result", result, .equal(.passed))
  }

  /// An access that succeeded after the order had not been revoked; that none ever did is an answer.
  private func checkLastSuccess(before ordered: Instant) throws {
    switch lastSuccessAt {
    case .never: return
    case .at(let last) where last <= ordered: return
    default:
      throw Deviation(
        "last success",
        expected: "at or before the order at \(ordered)",
        observed: lastSuccessAt.description
      )
    }
  }

  private func absolute(_ duration: Duration) -> Duration {
    duration < .zero ? .zero - duration : duration
  }
}
