import ControlTesting

extension MemoryWrite {
  /// Holds the entry to an origin and an end date, no later than the policy and the store allow.
  func checkOrigin(_ scope: Scope) throws {
    guard let origin, !origin.isEmpty else {
      throw Deviation("origin", expected: "present", observed: "not recorded")
    }
    guard let store = scope.first(MemoryStore.self, self.store) else {
      throw Deviation(
        "store",
        expected: "in the memory store configuration",
        observed: "\(self.store), not in it"
      )
    }
    guard let end = expiresAt.instant else {
      throw Deviation("end date", expected: "a time", observed: "\(expiresAt)")
    }
    if end <= writtenAt {
      throw Deviation("end date", expected: "after the write at \(writtenAt)", observed: "\(end)")
    }
    let policy = scope.policy.maximumMemoryAge
    try expect(
      "life of the entry",
      end.duration(since: writtenAt),
      .atMost(min(policy, store.retention ?? policy))
    )
  }
}
