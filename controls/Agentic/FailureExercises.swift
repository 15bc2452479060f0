import ControlTesting
import SuiteVocabulary

extension Scope {
  /// ASI08-3: what deviates of the latest exercise in which something failed or was replayed.
  ///
  /// The latest counts, whichever went best. That none was run deviates.
  func failureExerciseDeviations() -> [Deviation] {
    let exercises = records(Drill.self).filter { drill in
      (drill.scenario == .failure || drill.scenario == .replay) && drill.startedAt <= asOf
    }
    let limit = policy.failureDrillInterval
    guard let latest = exercises.max(by: { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }) else {
      return [
        Deviation(
          "latest failure or replay exercise",
          expected: "at most \(limit.words) ago",
          observed: "none on record"
        )
      ]
    }
    do {
      try latest.checkContained(self)
      try expectStatement(.failureExerciseContained, about: latest.id)
      return []
    } catch {
      var deviation = Deviation(thrown: error)
      deviation.record = RecordReference(latest)
      return [deviation]
    }
  }
}

extension Drill {
  /// Holds the exercise to its period, its result and the cap on what it took with it.
  fileprivate func checkContained(_ scope: Scope) throws {
    try expect(
      "age of the exercise",
      scope.asOf.duration(since: startedAt),
      .atMost(scope.policy.failureDrillInterval)
    )
    try expect("result", result, .equal(.passed))
    guard let ended = endedAt.instant, ended >= startedAt, ended <= scope.asOf else {
      throw Deviation("end", expected: "a time after the start", observed: "\(endedAt)")
    }
    let cap = scope.policy.maximumReach
    guard let resourcesAffected, (0...cap).contains(resourcesAffected) else {
      throw Deviation(
        "resources affected",
        expected: "at most \(cap)",
        observed: resourcesAffected.map(String.init) ?? "not recorded"
      )
    }
  }
}
