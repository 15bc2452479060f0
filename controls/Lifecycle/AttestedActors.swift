import ControlTesting
import SuiteVocabulary

/// WID-4: whoever acts in the logs, persons and the provider's own services apart, resolves to an
/// attested workload of that tenant and environment which was running at the time.
///
/// Holds one entry for each identity and place it acted in, whatever the number of events.
struct AttestedActors: Fold {
  private struct Actor: Hashable, Codable {
    let name: String
    let tenant: String?
    let environment: String?
  }

  private struct Events: Codable {
    var first: RecordReference
    var firstAt: Instant
    var lastAt: Instant
    var count: Int

    mutating func merge(_ other: Events) {
      if other.firstAt < firstAt {
        first = other.first
        firstAt = other.firstAt
      }
      lastAt = max(lastAt, other.lastAt)
      count += other.count
    }
  }

  /// When documents for a workload entry were good.
  private struct Running: Codable {
    var from: Instant
    var until: Instant

    mutating func merge(_ other: Running) {
      from = min(from, other.from)
      until = max(until, other.until)
    }
  }

  private var actors = Sightings<Actor, Events>()
  private var running = Sightings<String, Running>()

  static var watched: [Watched<Self>] {
    [
      Watched(ToolCall.self) { state, call, _ in
        guard call.result != .denied else { return }
        let actor = Actor(
          name: call.actor ?? call.agent,
          tenant: call.tenant,
          environment: call.environment
        )
        state.note(actor, call.startedAt) { RecordReference(call) }
      },
      Watched(Issuance.self) { state, issuance, _ in
        guard issuance.result == .issued, let entry = issuance.workloadEntry else { return }
        let ends = [issuance.expiresAt.instant, issuance.revokedAt.instant].compactMap { $0 }
        let span = Running(from: issuance.issuedAt, until: ends.min() ?? issuance.issuedAt)
        state.running.note(entry, span) { $0.merge(span) }
      },
    ]
  }

  /// A refused event shows that somebody was kept out.
  static func isMember(_ event: AuditEvent, _ scope: Scope) -> Bool {
    event.result != .denied && event.actorKind != .person && event.actorKind != .service
  }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) {
    let actor = Actor(name: event.actor, tenant: event.tenant, environment: event.environment)
    note(actor, event.occurredAt) { RecordReference(event) }
  }

  private mutating func note(
    _ actor: Actor,
    _ instant: Instant,
    _ record: () -> RecordReference
  ) {
    actors.note(
      actor,
      Events(first: record(), firstAt: instant, lastAt: instant, count: 1)
    ) { events in
      events.count += 1
      events.lastAt = max(events.lastAt, instant)
      if instant < events.firstAt {
        events.firstAt = instant
        events.first = record()
      }
    }
  }

  mutating func merge(_ later: AttestedActors) {
    actors.merge(later.actors) { $0.merge($1) }
    running.merge(later.running) { $0.merge($1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    actors.all.compactMap { actor, events in
      do {
        try check(actor, events, scope)
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        if events.count > 1 { deviation.observed += "; in \(events.count) events" }
        deviation.record = events.first
        return deviation
      }
    }
  }

  private func check(_ actor: Actor, _ events: Events, _ scope: Scope) throws {
    if scope.inventoried(actor.name) == nil {
      throw Deviation(
        "identity",
        expected: "an identity of the inventory",
        observed: "\(actor.name), not in the identity inventory"
      )
    }
    let entries = scope.workloadEntries(of: actor.name).filter { entry in
      entry.workloadAttestation?.isEmpty == false && !entry.selectors.isEmpty
    }
    if entries.isEmpty {
      throw Deviation(
        "workload",
        expected: "an attested workload",
        observed: "none of \(actor.name)"
      )
    }
    try expect("tenant", actor.tenant, .present)
    try scope.expectKnown(actor.environment)
    let there = entries.filter { entry in
      entry.tenant == actor.tenant && entry.environment == actor.environment
    }
    if there.isEmpty {
      let places = entries.map { entry in
        "\(entry.tenant ?? "no recorded tenant") in \(entry.environment ?? "no recorded environment")"
      }
      throw Deviation(
        "place of the workload",
        expected: "\(actor.tenant ?? "") in \(actor.environment ?? ""), where it acted",
        observed: Set(places).sorted().joined(separator: ", ")
      )
    }
    let isRunning = there.contains { entry in
      guard let span = running[entry.name] else { return false }
      return span.from <= events.firstAt && events.lastAt <= span.until
    }
    if isRunning { return }
    throw Deviation(
      "running workload",
      expected: "with documents good from \(events.firstAt) to \(events.lastAt)",
      observed: there.compactMap { running[$0.name] }.first
        .map { "good from \($0.from) to \($0.until)" } ?? "no document on record as issued"
    )
  }
}

extension Scope {
  /// The workload entries of what a name stands for.
  fileprivate func workloadEntries(of name: String) -> [WorkloadEntry] {
    var names = [name]
    if let identity = inventoried(name) { names += [identity.id] + (identity.aliases ?? []) }
    return Set(names).sorted().flatMap { name in
      all(WorkloadEntry.self, where: \.identity, is: name)
        + all(WorkloadEntry.self, where: \.name, is: name)
    }
  }

  /// States that an environment is registered.
  fileprivate func expectKnown(_ environment: String?) throws {
    try SuiteVocabulary.expectKnown("environment", place(environment))
  }
}
