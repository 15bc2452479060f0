import ControlTesting
import SuiteVocabulary

/// TEN-2: the tenants in which each identity acts, and each session that several share.
///
/// A refused act is none: it shows that the boundary holds. Names that the inventory joins are one
/// identity, and a role that was taken on counts as well as who took it. Holds one entry for each
/// identity or session and tenant, whatever the length of the logs.
struct TenantUse: Fold {
  private var identities = Sightings<String, Acts>()
  private var sessions = Sightings<String, Acts>()

  static var watched: [Watched<Self>] {
    [
      Watched(AdminChange.self) { state, change, scope in
        if change.result == .denied { return }
        state.note(
          [change.actor],
          session: change.supportSession,
          [change.resourceTenant, change.tenant],
          change,
          scope
        )
      },
      Watched(SupportSession.self) { state, session, scope in
        state.note(
          [session.identity],
          session: session.id,
          [session.tenant] + (session.tenantsTouched ?? []).map(Optional.some),
          session,
          scope
        )
        if session.tenantsTouched == nil {
          throw Deviation("tenants touched", expected: "present", observed: "not recorded")
        }
      },
    ]
  }

  static func isMember(_ event: AuditEvent, _ scope: Scope) -> Bool { event.result != .denied }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) {
    note(
      [event.actor, event.actedAs].compactMap { $0 },
      session: event.session,
      [event.resourceTenant, event.tenant],
      event,
      scope
    )
  }

  mutating func merge(_ later: TenantUse) {
    identities.merge(later.identities) { $0.merge($1) }
    sessions.merge(later.sessions) { $0.merge($1) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    identities.all.flatMap { Self.deviations(of: $0.key, $0.value) }
      + sessions.all.compactMap { Self.deviation(ofSession: $0.key, $0.value) }
      + Self.inventory(scope)
  }

  private mutating func note(
    _ names: [String],
    session: String?,
    _ tenants: [String?],
    _ record: some EvidenceRecord,
    _ scope: Scope
  ) {
    let tenants = tenants.compactMap { $0?.nonBlank }
    for name in names {
      let actor = scope.identity(called: name)?.id ?? name
      identities.note(actor, Acts())
      identities.change(actor) { $0.note(tenants, by: actor, record) }
      guard let session else { continue }
      sessions.note(session, Acts())
      sessions.change(session) { $0.note(tenants, by: actor, record) }
    }
  }

  private static func deviations(of id: String, _ acts: Acts) -> [Deviation] {
    var found: [Deviation] = []
    if let second = acts.second {
      var deviation = Deviation("tenants of \(id)", expected: "one", observed: acts.tenantWords)
      deviation.record = second
      found.append(deviation)
    }
    if let bare = acts.bare {
      var deviation = Deviation(
        "tenant of acts of \(id)",
        expected: "present on each",
        observed: "not recorded on \(acts.bareCount) of \(acts.count)"
      )
      deviation.record = bare
      found.append(deviation)
    }
    return found
  }

  /// A session of one identity is that identity's affair; one that several share is its own.
  private static func deviation(ofSession id: String, _ acts: Acts) -> Deviation? {
    guard let second = acts.second, acts.actors.count > 1 else { return nil }
    var deviation = Deviation(
      "tenants of session \(id)",
      expected: "one",
      observed: "\(acts.tenantWords), shared by \(acts.actors.joined(separator: ", "))"
    )
    deviation.record = second
    return deviation
  }

  /// Identities that the inventory lists under two tenants.
  private static func inventory(_ scope: Scope) -> [Deviation] {
    var tenants: [String: String] = [:]
    return scope.records(Identity.self).compactMap { identity in
      guard identity.status != .deleted, let tenant = identity.tenant else { return nil }
      let known = tenants[identity.id] ?? tenant
      tenants[identity.id] = known
      if known == tenant { return nil }
      return Deviation(
        "tenants of \(identity.id)",
        expected: "one",
        observed: "\(known), \(tenant) in the identity inventory",
        record: identity
      )
    }
  }
}

/// What one identity did, or what was done in one session.
private struct Acts: Sendable, Codable {
  /// The first act in each tenant.
  private var tenants = Sightings<String, RecordReference>()
  /// Who acted, at most two: more show nothing more.
  private(set) var actors: [String] = []
  private(set) var count = 0
  /// The first act whose tenant is not recorded, and how many there are.
  private(set) var bare: RecordReference?
  private(set) var bareCount = 0

  /// The act by which a second tenant was entered.
  var second: RecordReference? { tenants.count > 1 ? tenants.all[1].value : nil }

  var tenantWords: String {
    let named = tenants.keys.prefix(5).joined(separator: ", ")
    return tenants.count > 5 ? "\(named) and \(tenants.count - 5) more" : named
  }

  mutating func note(_ entered: [String], by actor: String, _ record: some EvidenceRecord) {
    count += 1
    note(actor)
    if entered.isEmpty {
      bareCount += 1
      if bare == nil { bare = RecordReference(record) }
    }
    for tenant in entered where tenants[tenant] == nil {
      tenants.note(tenant, RecordReference(record))
    }
  }

  mutating func merge(_ later: Acts) {
    count += later.count
    bareCount += later.bareCount
    bare = bare ?? later.bare
    tenants.merge(later.tenants)
    for actor in later.actors { note(actor) }
  }

  private mutating func note(_ actor: String) {
    if actors.count < 2, !actors.contains(actor) { actors.append(actor) }
  }
}
