import ControlTesting

/// REV-5: each connector, a consent to an application or a tool that runs elsewhere, has a way to
/// revoke it that was exercised, and a log that shows its use.
///
/// Of the logs it holds the connectors that were seen, whatever the number of events.
struct ConnectorAccess: Fold {
  /// A connector in order so far, to be held to the logs once they are read.
  private struct Used: Codable {
    /// The names under which a log may know it.
    let names: [String]
    let lastUsed: Instant
    let record: RecordReference
  }

  private var used: [Used] = []
  /// The connectors seen, each with its latest event.
  private var seen = Sightings<String, Instant>()

  static var watched: [Watched<Self>] {
    [
      Watched(Tool.self) { _, tool, scope in
        if tool.isConnector { try tool.checkRevocation(scope) }
      },
      Watched(AuditEvent.self) { state, event, scope in
        if scope.all(Grant.self, where: \.client, is: event.actor).isEmpty { return }
        state.note(event.actor, event.occurredAt)
      },
      Watched(ToolCall.self) { state, call, scope in
        guard let actor = call.actor,
          !scope.all(Grant.self, where: \.client, is: actor).isEmpty
        else { return }
        state.note(actor, call.startedAt)
      },
    ]
  }

  static func isMember(_ grant: Grant, _ scope: Scope) -> Bool {
    switch grant.status {
    case .active, .suspended, .unknown: true
    case .revoked, .expired: false
    }
  }

  mutating func observe(_ grant: Grant, _ scope: Scope) throws {
    try expect("way to revoke", grant.revocationPath, .notEmpty)
    try scope.expectExercise(of: [grant.id, grant.client])
    switch grant.lastUsedAt {
    case .never: return
    case .notRecorded:
      throw Deviation("last use", expected: "a time or never", observed: "not recorded")
    case .at(let instant):
      used.append(Used(names: [grant.client], lastUsed: instant, record: RecordReference(grant)))
    }
  }

  private mutating func note(_ name: String, _ instant: Instant) {
    seen.note(name, instant) { $0 = max($0, instant) }
  }

  mutating func merge(_ later: ConnectorAccess) {
    used += later.used
    seen.merge(later.seen) { $0 = max($0, $1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    used.compactMap { connector in
      if connector.names.contains(where: { seen[$0] != nil }) { return nil }
      var deviation = Deviation(
        "use in the logs",
        expected: "events of \(connector.names.joined(separator: " or "))",
        observed: "none, though last used at \(connector.lastUsed)"
      )
      deviation.record = connector.record
      return deviation
    }
  }
}

extension Tool {
  /// Whether the tool connects with something outside: it is in use, is no part of the product, and
  /// does not run where the agent does.
  fileprivate var isConnector: Bool {
    guard status != .retired else { return false }
    switch transport {
    case .builtIn, .stdio: return vendor != nil
    case .http, .sse, .webSocket, .queue, .unknown: return true
    }
  }

  /// Holds the connector to a way to revoke it that was exercised in the period.
  fileprivate func checkRevocation(_ scope: Scope) throws {
    try expect("way to revoke", revocationPath, .notEmpty)
    try scope.expectExercise(of: [id, server] + (runsAs.map { [$0] } ?? []))
  }
}

extension Scope {
  /// States that an exercise in the period cut off access to a thing, under one of its names.
  ///
  /// - Throws: A ``Deviation`` where none did.
  func expectExercise(of names: [String]) throws {
    if names.contains(where: { hasExercisedCutOff(of: $0, within: policy.revocationLimit) }) {
      return
    }
    throw Deviation(
      "exercise of the revocation",
      expected: "one that cut it off, at most \(policy.drillMaximumAge.words) ago",
      observed: names.contains { !drills(naming: $0).isEmpty }
        ? "none in date that succeeded" : "none"
    )
  }
}
