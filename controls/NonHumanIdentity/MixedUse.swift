import ControlTesting

/// Whether people and software use the same identity.
///
/// Who acts for whom may be recorded (`onBehalfOf`), and is then no mixture: what counts is under
/// whose identity the act was done. An approved emergency use counts for no side.
struct MixedUse: Fold {
  /// The sides seen at one identity, each by its first sign.
  private struct Sides: Codable {
    var person: String?
    var software: String?
    var unknown: String?

    mutating func notePerson(_ sign: String) { person = person ?? sign }
    mutating func noteSoftware(_ sign: String) { software = software ?? sign }

    mutating func merge(_ later: Sides) {
      person = person ?? later.person
      software = software ?? later.software
      unknown = unknown ?? later.unknown
    }
  }

  /// An identity of the population.
  private struct Member: Codable {
    let id: String
    let isPerson: Bool
    let record: RecordReference
  }

  private var members: [Member] = []
  private var sides = Sightings<String, Sides>()

  init() {}

  static var watched: [Watched<Self>] {
    [
      Watched(AuditEvent.self) { state, event, scope in
        if event.result == .denied || event.isApprovedEmergency(in: scope) { return }
        let sides = state.sides(of: event, scope)
        state.sides.note(event.actor, sides) { $0.merge(sides) }
        guard let other = event.actedAs, other != event.actor else { return }
        state.sides.note(other, sides) { $0.merge(sides) }
      }
    ]
  }

  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    identity.kind != .group && identity.couldAct
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    members.append(
      Member(
        id: identity.id,
        isPerson: identity.kind == .person,
        record: RecordReference(identity)
      )
    )
  }

  mutating func merge(_ later: MixedUse) {
    members += later.members
    sides.merge(later.sides) { $0.merge($1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    let posing = posing(scope)
    return members.compactMap { member in
      var seen = sides[member.id] ?? Sides()
      if let posing = posing[member.id] { seen.merge(posing) }
      if member.isPerson { seen.notePerson("a person's by the inventory") }
      guard var deviation = Self.deviation(seen) else { return nil }
      deviation.record = member.record
      return deviation
    }
  }

  private static func deviation(_ seen: Sides) -> Deviation? {
    if let person = seen.person, let software = seen.software {
      return Deviation(
        "users",
        expected: "a person or software",
        observed: "both: \(person); \(software)"
      )
    }
    if let unknown = seen.unknown {
      return Deviation("users", expected: "a person or software", observed: "not known: \(unknown)")
    }
    return nil
  }

  /// Who may pose as each identity, by the delegations.
  private func posing(_ scope: Scope) -> [String: Sides] {
    var sides: [String: Sides] = [:]
    for delegation in scope.records(Delegation.self)
    where delegation.kind == .impersonation && !delegation.hasEnded(at: scope.asOf) {
      let sign = "delegation \(delegation.id) lets \(delegation.to) pose as it"
      if scope.isPerson(delegation.to) {
        sides[delegation.from, default: Sides()].notePerson(sign)
      } else {
        sides[delegation.from, default: Sides()].noteSoftware(sign)
      }
    }
    return sides
  }

  /// What an event shows of who uses the identities in it.
  private func sides(of event: AuditEvent, _ scope: Scope) -> Sides {
    // The inventory's word on the actor stands above the log's, except that software in a person's
    // hands is what this control looks for.
    let kind = event.actorKind
    let isPersonsSession =
      kind == .person || event.interactive == true
      || (kind == .unknown && scope.isPerson(event.actor))
    if isPersonsSession { return Sides(person: "a person in event \(event.id)") }
    if kind == .unknown { return Sides(unknown: "event \(event.id)") }
    return Sides(software: "software in event \(event.id)")
  }
}
