import ControlTesting
import SuiteVocabulary

/// LIF-1: each identity was onboarded before anything used it, and each later step of its life has
/// taken place or has a date.
///
/// Of the logs it holds the first event of each actor, whatever the number of events.
struct IdentityLives: Fold {
  /// An identity in order so far, to be held to the logs once they are read.
  private struct Onboarded: Codable {
    let names: [String]
    let agents: [String]
    let at: Instant
    let record: RecordReference
  }

  private struct Use: Codable {
    let at: Instant
    let record: RecordReference
  }

  private var onboarded: [Onboarded] = []
  private var actors = Sightings<String, Use>()
  private var agents = Sightings<String, Use>()

  static var watched: [Watched<Self>] {
    [
      Watched(AuditEvent.self) { state, event, _ in
        guard event.result != .denied else { return }
        Self.note(event.actor, event.occurredAt, event, in: &state.actors)
        if let actedAs = event.actedAs {
          Self.note(actedAs, event.occurredAt, event, in: &state.actors)
        }
      },
      Watched(ToolCall.self) { state, call, _ in
        guard call.result != .denied else { return }
        if let actor = call.actor { Self.note(actor, call.startedAt, call, in: &state.actors) }
        Self.note(call.agent, call.startedAt, call, in: &state.agents)
      },
    ]
  }

  private static func note(
    _ name: String,
    _ instant: Instant,
    _ record: any EvidenceRecord,
    in uses: inout Sightings<String, Use>
  ) {
    uses.note(name, Use(at: instant, record: RecordReference(record))) { known in
      if instant < known.at { known = Use(at: instant, record: RecordReference(record)) }
    }
  }

  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    identity.isSoftware && identity.status != .deleted
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    let life = IdentityLife(of: identity, scope)
    let start = try life.onboarding()
    if let last = identity.lastUsedAt.instant, last < start {
      throw Deviation(
        "onboarding",
        expected: "before the use at \(last)",
        observed: "at \(start)"
      )
    }
    try life.expectStep("rotation", [.rotate], orDone: life.isRotated)
    try life.expectStep("review", [.review], orDone: false)
    try life.expectStep("offboarding", [.offboard, .retire, .end], orDone: false)
    onboarded.append(
      Onboarded(
        names: [identity.id] + (identity.aliases ?? []),
        agents: identity.agents ?? [],
        at: start,
        record: RecordReference(identity)
      )
    )
  }

  mutating func merge(_ later: IdentityLives) {
    onboarded += later.onboarded
    actors.merge(later.actors) { if $1.at < $0.at { $0 = $1 } }
    agents.merge(later.agents) { if $1.at < $0.at { $0 = $1 } }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    onboarded.compactMap { identity in
      let uses =
        identity.names.compactMap { actors[$0] } + identity.agents.compactMap { agents[$0] }
      guard let first = uses.min(by: { $0.at < $1.at }), first.at < identity.at else { return nil }
      var deviation = Deviation(
        "first use",
        expected: "at or after the onboarding at \(identity.at)",
        observed: "\(first.at), in \(first.record.key)"
      )
      deviation.record = identity.record
      return deviation
    }
  }
}

/// What the lifecycle events say of one identity.
private struct IdentityLife {
  let identity: Identity
  let scope: Scope
  let events: [LifecycleEvent]

  init(of identity: Identity, _ scope: Scope) {
    self.identity = identity
    self.scope = scope
    let names = [identity.id] + (identity.aliases ?? [])
    let own = names.flatMap { scope.lifecycle(of: $0, [.identity]) }
    let agents = (identity.agents ?? []).flatMap { scope.lifecycle(of: $0, [.agent]) }
    events = own + agents
  }

  /// When the identity was taken on.
  func onboarding() throws -> Instant {
    let done = events.filter { $0.event == .onboard && $0.state == .done }
    guard let first = done.map(\.effectiveAt).min(), first <= scope.asOf else {
      throw Deviation(
        "onboarding",
        expected: "an event that took place",
        observed: events.contains { $0.event == .onboard } ? "planned, not done" : "none"
      )
    }
    return first
  }

  /// Whether a rotation of the identity, or of a credential of it, is on record.
  var isRotated: Bool {
    let own = scope.all(Rotation.self, where: \.identity, is: identity.id)
    let held = scope.all(Credential.self, where: \.identity, is: identity.id)
      .flatMap { scope.all(Rotation.self, where: \.credential, is: $0.id) }
    return (own + held).contains {
      $0.outcome == .complete && $0.newLiveAt.hasPassed(at: scope.asOf)
    }
  }

  /// States that a step took place, or is planned for a day that has not come.
  func expectStep(
    _ name: String,
    _ kinds: [LifecycleEvent.Event],
    orDone isDone: Bool
  ) throws {
    if isDone { return }
    let steps = events.filter { kinds.contains($0.event) }
    let isInOrder = steps.contains { step in
      step.state == .done ? step.effectiveAt <= scope.asOf : step.effectiveAt > scope.asOf
    }
    if isInOrder { return }
    let overdue = steps.map(\.effectiveAt).max()
    throw Deviation(
      name,
      expected: "an event that took place, or a plan for a day to come",
      observed: overdue.map { "planned for \($0), not done" } ?? "none"
    )
  }
}
