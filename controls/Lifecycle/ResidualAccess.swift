import ControlTesting

/// REV-3: after an exercise nothing was left that gives access, and no cache keeps data longer than
/// the session that it serves.
struct ResidualAccess: Fold {
  private var exercises = Exercises<ResidualRule>()

  static var watched: [Watched<Self>] {
    [
      Watched(MemoryStore.self) { _, store, scope in
        if store.kind == .cache { try store.checkCache(scope) }
      }
    ]
  }

  static func isMember(_ drill: Drill, _ scope: Scope) -> Bool {
    Exercises<ResidualRule>.isMember(drill, scope)
  }

  mutating func observe(_ drill: Drill, _ scope: Scope) { exercises.observe(drill, scope) }

  mutating func merge(_ later: ResidualAccess) { exercises.merge(later.exercises) }

  func deviations(_ scope: Scope) -> [Deviation] { exercises.deviations(scope) }
}

extension MemoryStore {
  /// Holds a cache to the sessions of the agents that use it: it is emptied with the session, or
  /// keeps nothing longer than the shortest of them may last.
  fileprivate func checkCache(_ scope: Scope) throws {
    if sessionBound == true { return }
    let users =
      (agents ?? []).compactMap { scope.first(Agent.self, $0) }
      + scope.all(Agent.self, where: \.memoryStores, contains: id)
    let sessions = users.map(\.sessionLifetime)
    guard let retention else {
      throw Deviation(
        "retention of the cache",
        expected: "bound to the session, or a time",
        observed: "not recorded"
      )
    }
    guard !sessions.isEmpty, !sessions.contains(nil),
      let shortest = sessions.compactMap({ $0 }).min()
    else {
      throw Deviation(
        "sessions of the cache",
        expected: "a session lifetime of each agent that uses it",
        observed: sessions.isEmpty ? "no agent of the manifest" : "not recorded"
      )
    }
    try expect("retention of the cache", retention, .atMost(shortest))
  }
}
