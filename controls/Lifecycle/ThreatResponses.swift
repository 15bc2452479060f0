import ControlTesting

/// CHG-4: each real incident, and each change that a threat or a telemetry change led to, was
/// answered by a control that went live in time; the time is measured, not stated.
struct ThreatResponses: Fold {
  static var watched: [Watched<Self>] {
    [
      Watched(Change.self) { _, change, scope in
        switch change.trigger {
        case .threat, .telemetry, .incident: try change.checkResponse(scope)
        case .workflow, .review, .vendor, .schedule, .request, .unknown: break
        }
      }
    ]
  }

  /// An exercise is no threat.
  static func isMember(_ incident: Incident, _ scope: Scope) -> Bool {
    !incident.exercise && incident.declaredAt <= scope.asOf
  }

  mutating func observe(_ incident: Incident, _ scope: Scope) throws {
    let limit = scope.policy.threatResponseLimit
    let named = (incident.changes ?? []).compactMap { scope.first(Change.self, $0) }
    let answering = named + scope.all(Change.self, where: \.triggeredBy, is: incident.id)
    let live = answering.filter { $0.isLive(at: scope.asOf) && !$0.isReverted(at: scope.asOf) }
      .compactMap(\.liveAt.instant).filter { $0 >= incident.declaredAt }
    if let first = live.min() {
      try expect(
        "time to the control change",
        first.duration(since: incident.declaredAt),
        .atMost(limit)
      )
      return
    }
    let age = scope.asOf.duration(since: incident.declaredAt)
    if age <= limit { return }
    throw Deviation(
      "control change",
      expected: "one live within \(limit.words)",
      observed: answering.isEmpty
        ? "none after \(age.words)" : "none live after it, after \(age.words)"
    )
  }

  mutating func merge(_ later: ThreatResponses) {}

  func deviations(_ scope: Scope) -> [Deviation] { [] }
}

extension Change {
  /// Whether the change was taken back by an instant.
  fileprivate func isReverted(at instant: Instant) -> Bool { revertedAt.hasPassed(at: instant) }

  /// Holds the change to the time from its trigger until it went live.
  fileprivate func checkResponse(_ scope: Scope) throws {
    guard let triggeredAt else {
      throw Deviation("time of the trigger", expected: "present", observed: "not recorded")
    }
    let limit = scope.policy.threatResponseLimit
    if let live = liveAt.instant, live <= scope.asOf {
      if live < triggeredAt {
        throw Deviation(
          "time of the trigger",
          expected: "before it went live at \(live)",
          observed: triggeredAt.description
        )
      }
      return try expect(
        "time from trigger to live",
        live.duration(since: triggeredAt),
        .atMost(limit)
      )
    }
    let age = scope.asOf.duration(since: triggeredAt)
    if age <= limit && liveAt != .notRecorded { return }
    throw Deviation(
      "live",
      expected: "within \(limit.words) of the trigger at \(triggeredAt)",
      observed: liveAt.description
    )
  }
}
