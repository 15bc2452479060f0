import ControlTesting
import SuiteVocabulary

extension Scope {
  /// States that something was used within a limit, or is too new to have been.
  ///
  /// - Parameters:
  ///   - lastUse: The last use. Where nobody recorded it, it may have been long ago.
  ///   - start: Since when it could be used.
  ///   - limit: How long it may stay unused.
  /// - Throws: A ``Deviation`` where it was unused for longer, or nobody knows.
  func expectUse(_ lastUse: Moment, since start: Instant?, within limit: Duration) throws {
    switch lastUse {
    case .at(let instant):
      try expectPast("last use", instant)
      try expect(
        "time since last use",
        asOf.duration(since: instant),
        .atMost(limit)
      )
    case .never:
      if let start { try expectPast("creation", start) }
      try expect(
        "time without any use",
        start.map { asOf.duration(since: $0) },
        .atMost(limit)
      )
    case .notRecorded:
      throw Deviation(
        "last use",
        expected: "at most \(limit.words) ago",
        observed: "not recorded"
      )
    }
  }

  /// The last use of an identity that its own record or the usage report knows.
  func lastUse(of identity: Identity) -> Moment {
    let reported = all(Usage.self, where: \.identity, is: identity.id)
    return latest([identity.lastUsedAt] + reported.map(\.lastUsedAt))
  }

  /// The last use of a grant that its own record or, where that is too long ago, a log knows.
  ///
  /// - Parameters:
  ///   - grant: The grant.
  ///   - limit: How long ago is too long; a log is large, and is only asked then.
  /// - Returns: The last use, never, or not recorded.
  func lastUse(of grant: Grant, orSeenWithin limit: Duration) -> Moment {
    if let instant = grant.lastUsedAt.instant, asOf.duration(since: instant) <= limit {
      return grant.lastUsedAt
    }
    let seen = all(AuditEvent.self, where: \.actor, is: grant.client).filter { $0.result == .ok }
    return latest([grant.lastUsedAt] + seen.map { .at($0.occurredAt) })
  }

  /// The latest instant; else never, where that is all that was said; else not recorded.
  private func latest(_ moments: [Moment]) -> Moment {
    if let latest = moments.compactMap(\.instant).max() { return .at(latest) }
    return moments.contains(.never) ? .never : .notRecorded
  }
}
