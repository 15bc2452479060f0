import ControlTesting

extension Drill {
  /// Holds the exercise to its own times: access ended in time after the order and because of it,
  /// nothing was left, and what was measured is what the times say.
  ///
  /// - Parameter limit: The longest time from the order to the first refusal.
  /// - Throws: A ``Deviation`` for the first of it that deviates.
  func checkCutOff(within limit: Duration) throws {
    let ordered = try instant("order", orderedAt)
    let denied = try instant("first refusal", firstDeniedAt)
    let elapsed = denied.duration(since: ordered)
    if elapsed < .zero {
      throw Deviation(
        "first refusal",
        expected: "after the order at \(ordered)",
        observed: denied.description
      )
    }
    try expect("time from order to first refusal", elapsed, .atMost(limit))
    try checkLastSuccess(atOrBefore: ordered, "the order")
    try expect("residual access", residuals?.map(\.rawValue), .empty)
    try expect("manual steps", manualSteps, .present)
    try checkMeasured(elapsed)
    guard let objective else {
      throw Deviation("objective", expected: "present", observed: "not recorded")
    }
    try expect("measured time", measured, .atMost(objective))
    try expect("result", result, .equal(.passed))
  }

  /// An access that succeeded after a moment had not been ended by then; that none ever did is an
  /// answer.
  func checkLastSuccess(atOrBefore end: Instant, _ what: String) throws {
    switch lastSuccessAt {
    case .never: return
    case .at(let last) where last <= end: return
    default:
      throw Deviation(
        "last success",
        expected: "at or before \(what) at \(end)",
        observed: lastSuccessAt.description
      )
    }
  }

  /// The time that the exercise reports must be the one between its own times, to the second.
  func checkMeasured(_ elapsed: Duration) throws {
    guard let measured, absolute(measured - elapsed) < .seconds(1) else {
      throw Deviation(
        "measured time",
        expected: "\(elapsed.words), as the times say",
        observed: measured?.words ?? "not recorded"
      )
    }
  }

  /// The instant of a moment that must have come.
  func instant(_ attribute: String, _ moment: Moment) throws -> Instant {
    guard let instant = moment.instant else {
      throw Deviation(attribute, expected: "a time", observed: moment.description)
    }
    return instant
  }

  /// Whether the exercise, or what it was aimed at, names a thing.
  func names(_ id: String) -> Bool {
    targets.contains(id) || identities?.contains(id) == true || credentials?.contains(id) == true
      || agents?.contains(id) == true || grants?.contains(id) == true
  }

  private func absolute(_ duration: Duration) -> Duration {
    duration < .zero ? .zero - duration : duration
  }
}

extension Scope {
  /// The exercises that name a thing as target, identity, credential, agent or grant.
  func drills(naming id: String) -> [Drill] {
    all(Drill.self, where: \.listedTargets, contains: id)
      + all(Drill.self, where: \.identities, contains: id)
      + all(Drill.self, where: \.credentials, contains: id)
      + all(Drill.self, where: \.agents, contains: id)
      + all(Drill.self, where: \.grants, contains: id)
  }

  /// Whether an exercise in the period cut off access to a thing in time.
  ///
  /// - Parameters:
  ///   - id: The thing, one of the exercise's targets.
  ///   - limit: The longest time from the order to the first refusal.
  /// - Returns: `false` where none did, or none in date.
  func hasExercisedCutOff(of id: String, within limit: Duration) -> Bool {
    drills(naming: id).contains { drill in
      guard RevocationRule.scenarios.contains(drill.scenario), drill.startedAt <= asOf,
        asOf.duration(since: drill.startedAt) <= policy.drillMaximumAge
      else { return false }
      do {
        try drill.checkCutOff(within: limit)
        return true
      } catch {
        return false
      }
    }
  }
}

extension Drill {
  /// ``targets`` in the shape that a look-up by list wants.
  var listedTargets: [String]? { targets }
}
