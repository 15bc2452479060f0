import ControlTesting
import SuiteVocabulary

extension SecretFinding {
  /// Whether the secret may have worked when it was found.
  ///
  /// A false alarm has to be shown: one that was tried and found to work is none.
  var couldHaveBeenLive: Bool {
    switch (disposition, liveness) {
    case (.falsePositive, .dead), (.falsePositive, .unknown): false
    case (.revoked, _): true
    case (_, .dead): false
    case (_, .live), (_, .unknown): true
    }
  }

  /// States that the finding is closed for a reason that ends the danger.
  ///
  /// - Parameter instant: When to judge.
  /// - Throws: A ``Deviation`` where the secret lives or may live.
  func expectClosed(at instant: Instant) throws {
    if liveness == .dead { return }
    let observed = "\(disposition.rawValue), \(liveness.rawValue)"
    switch disposition {
    case .revoked:
      if closedAt.hasPassed(at: instant) { return }
      throw Deviation(
        "closing",
        expected: "a recorded time of the revocation",
        observed: "\(closedAt)"
      )
    case .falsePositive where liveness == .unknown:
      try expect("person who calls it a false alarm", suppressedBy, .present)
      try expect("reason to call it a false alarm", suppressionReason, .present)
    case .open, .accepted, .suppressed, .falsePositive:
      throw Deviation(
        "disposition",
        expected: "revoked, dead or shown to be a false alarm",
        observed: observed
      )
    }
  }

  /// States that the old value was ended and a new one issued within the response limit.
  ///
  /// A replacement of the same credential before the leak answers nothing. While the limit runs, an
  /// answer is not overdue.
  ///
  /// - Throws: A ``Deviation`` where it was not.
  func expectAnswered(in scope: Scope) throws {
    try scope.expectPast("found", foundAt)
    let limit = scope.policy.leakResponseLimit
    let due = foundAt.advanced(by: limit)
    let leakedAt = liveness == .live ? foundAt : committedAt ?? foundAt
    let answers = rotations(in: scope).filter { $0.endsValue(since: leakedAt) }
    guard let answer = answers.min(by: { $0.deathOfOldValue < $1.deathOfOldValue }) else {
      if scope.asOf <= due { return }
      throw Deviation(
        "revocation",
        expected: "at most \(limit.words) after \(foundAt)",
        observed: "no finished rotation recorded"
      )
    }
    try expect(
      "time to revocation",
      answer.oldDeadAt.instant.map { max(.zero, $0.duration(since: foundAt)) },
      .atMost(limit)
    )
    if answer.trigger == .offboarding && answer.newLiveAt == .never { return }
    guard let live = answer.newLiveAt.instant, live >= leakedAt else {
      throw Deviation(
        "replacement",
        expected: "at or after \(leakedAt), by \(answer.id)",
        observed: "\(answer.newLiveAt)"
      )
    }
    try expect("time to replacement", max(.zero, live.duration(since: foundAt)), .atMost(limit))
  }

  /// The rotations that name this finding, or the credential that was found.
  private func rotations(in scope: Scope) -> [Rotation] {
    scope.all(Rotation.self, where: \.finding, is: fingerprint)
      + scope.all(Rotation.self, where: \.finding, is: recordKey)
      + scope.all(Rotation.self, where: \.credential, is: credential)
  }
}

extension Rotation {
  /// When the old value ended; the end of time where that is not recorded.
  fileprivate var deathOfOldValue: Instant {
    oldDeadAt.instant ?? Instant(nanosecondsSinceEpoch: Int64.max)
  }

  /// Whether the rotation was finished and ended a value that still worked at an instant.
  fileprivate func endsValue(since instant: Instant) -> Bool {
    outcome == .complete && oldDeadAt.instant.map { $0 >= instant } ?? false
  }
}
