import ControlTesting

extension MemoryStore {
  /// Holds the store to its latest exercise of a restore: it went well, in the period.
  ///
  /// The latest counts: an earlier one that went well does not make good one that failed.
  func checkRestore(_ scope: Scope) throws {
    try expect("snapshot interval", snapshotInterval, .present)
    let limit = scope.policy.rollbackDrillInterval
    let exercises = scope.all(Drill.self, where: \.listedTargets, contains: id).filter { drill in
      drill.scenario == .restore && drill.targetKind == .store && drill.startedAt <= scope.asOf
    }
    guard let latest = exercises.max(by: { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }) else {
      throw Deviation(
        "latest restore exercise",
        expected: "at most \(limit.words) ago",
        observed: "none on record"
      )
    }
    try expect(
      "age of the restore exercise \(latest.id)",
      scope.asOf.duration(since: latest.startedAt),
      .atMost(limit)
    )
    try expect("result of \(latest.id)", latest.result, .equal(.passed))
    guard let restored = latest.restoredAt.instant, restored >= latest.startedAt,
      restored <= scope.asOf
    else {
      throw Deviation(
        "restore in \(latest.id)",
        expected: "a time after the start",
        observed: "\(latest.restoredAt)"
      )
    }
    guard let verified = latest.effectVerifiedAt.instant, verified >= restored else {
      throw Deviation(
        "check of what was restored in \(latest.id)",
        expected: "a time at or after \(restored)",
        observed: "\(latest.effectVerifiedAt)"
      )
    }
  }
}

extension Drill {
  /// ``targets`` in the shape that a look-up by list wants.
  var listedTargets: [String]? { targets }
}
