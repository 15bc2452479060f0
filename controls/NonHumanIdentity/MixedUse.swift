import ControlTesting

/// Whether people and software use the same identity.
///
/// Who acts for whom may be recorded (`onBehalfOf`), and is then no mixture: what counts is under
/// whose identity the act was done. An approved emergency use counts for no side.
struct MixedUse: Fold {
  /// The sides seen at one identity, each by its first sign.
  private struct Sides {
    var person: String?
    var software: String?
    var unknown: String?

    mutating func notePerson(_ sign: String) { person = person ?? sign }
    mutating func noteSoftware(_ sign: String) { software = software ?? sign }
  }

  private var members: [(id: String, isPerson: Bool, record: RecordReference)] = []

  init() {}

  static func isMember(_ identity: Identity, _ scope: Scope) -> Bool {
    identity.kind != .group && identity.couldAct
  }

  mutating func observe(_ identity: Identity, _ scope: Scope) throws {
    members.append((identity.id, identity.kind == .person, RecordReference(identity)))
  }

  mutating func merge(_ later: MixedUse) { members += later.members }

  func deviations(_ scope: Scope) -> [Deviation] {
    let sides = sides(scope)
    return members.compactMap { member in
      var seen = sides[member.id] ?? Sides()
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

  private func sides(_ scope: Scope) -> [String: Sides] {
    var sides: [String: Sides] = [:]
    for event in scope.records(AuditEvent.self)
    where event.result != .denied && !event.isApprovedEmergency(in: scope) {
      for id in Set([event.actor, event.actedAs ?? event.actor]) {
        note(event, scope, in: &sides[id, default: Sides()])
      }
    }
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

  private func note(_ event: AuditEvent, _ scope: Scope, in sides: inout Sides) {
    // The inventory's word on the actor stands above the log's, except that software in a person's
    // hands is what this control looks for.
    let kind = event.actorKind
    let isPersonsSession =
      kind == .person || event.interactive == true
      || (kind == .unknown && scope.isPerson(event.actor))
    if isPersonsSession {
      sides.notePerson("a person in event \(event.id)")
    } else if kind == .unknown {
      sides.unknown = sides.unknown ?? "event \(event.id)"
    } else {
      sides.noteSoftware("software in event \(event.id)")
    }
  }
}
