import ControlTesting

extension DataStore {
  /// States that the store is encrypted, closed, watched, and was restored in a test in date.
  func expectProtected(in scope: Scope) throws {
    try expect("encryption at rest", atRest, .oneOf([.customerKey, .providerKey]))
    try expect("encryption in transit", inTransit, .equal(.required))
    try expect("public access", publicAccess, .equal(.no))
    try expect("log of accesses", accessLogged, .equal(.yes))
    let names = [id, asset].compactMap { $0 }
    let backups = names.flatMap { scope.all(Backup.self, where: \.resource, is: $0) }
    guard let latest = backups.max(by: { $0.lastTest < $1.lastTest }) else {
      throw Deviation("backup", expected: "on record", observed: "none on record")
    }
    guard let tested = latest.lastRestoreTestAt.instant, tested <= scope.asOf else {
      throw Deviation(
        "restore test",
        expected: "at most \(scope.policy.restoreTestMaximumAge.words) ago",
        observed: "\(latest.lastRestoreTestAt), \(latest.id)"
      )
    }
    try expect("result of the restore test", latest.restoreResult, .equal(.passed))
    try expect(
      "age of the restore test",
      scope.asOf.duration(since: tested),
      .atMost(scope.policy.restoreTestMaximumAge)
    )
  }
}

extension Backup {
  /// When a restore was last tested; the beginning of time where that is not recorded.
  fileprivate var lastTest: Instant {
    lastRestoreTestAt.instant ?? Instant(nanosecondsSinceEpoch: .min)
  }
}
