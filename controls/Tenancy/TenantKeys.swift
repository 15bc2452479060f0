import ControlTesting
import SuiteVocabulary

/// TEN-4: whether identities, permissions and log events each name the tenant that they are of.
///
/// Holds one entry for each log source, whatever the length of the logs.
struct TenantKeys: Gathering {
  private struct Source: Sendable, Codable {
    var count = 0
    var bareCount = 0
    var bare: RecordReference?

    mutating func merge(_ later: Source) {
      count += later.count
      bareCount += later.bareCount
      bare = bare ?? later.bare
    }
  }

  private var sources = Sightings<String, Source>()

  static var watched: [Watched<Self>] {
    [
      Watched(AuditEvent.self) { state, event, _ in
        let isBare = !(isTenant(event.tenant) || isTenant(event.resourceTenant))
        state.sources.note(event.logSource, Source())
        state.sources.change(event.logSource) { source in
          source.count += 1
          guard isBare else { return }
          source.bareCount += 1
          if source.bare == nil { source.bare = RecordReference(event) }
        }
      }
    ]
  }

  mutating func merge(_ later: TenantKeys) { sources.merge(later.sources) { $0.merge($1) } }

  func deviations(_ scope: Scope) -> [Deviation] {
    Self.identities(scope) + Self.permissions(scope) + logs()
  }

  /// A word for all tenants is no tenant: by it nothing can be taken apart.
  private static func isTenant(_ text: String?) -> Bool { text?.nonBlank != nil && text != "*" }

  private static func identities(_ scope: Scope) -> [Deviation] {
    let identities = scope.records(Identity.self).filter { $0.status != .deleted }
    if identities.isEmpty { return [none("identities")] }
    return identities.filter { !isTenant($0.tenant) }.map {
      Deviation(
        "tenant of the identity",
        expected: "present",
        observed: $0.tenant ?? "not recorded",
        record: $0
      )
    }
  }

  private static func permissions(_ scope: Scope) -> [Deviation] {
    let rights = scope.records(Entitlement.self).filter { $0.effect == .allow }
    if rights.isEmpty { return [none("permissions")] }
    return rights.filter { right in
      // Most providers keep no tenant with a right: then its holder's tells it apart.
      let holder = scope.identity(called: right.holder)?.tenant
      return ![right.tenant, right.resourceTenant, holder].contains(where: isTenant)
    }.map {
      Deviation(
        "tenant of the permission",
        expected: "present",
        observed: $0.tenant ?? $0.resourceTenant ?? "not recorded",
        record: $0
      )
    }
  }

  private func logs() -> [Deviation] {
    if sources.count == 0 { return [Self.none("log events")] }
    return sources.all.filter { $0.value.bareCount > 0 }.map { name, source in
      var deviation = Deviation(
        "tenant of events of \(name)",
        expected: "present on each",
        observed: "not recorded on \(source.bareCount) of \(source.count)"
      )
      deviation.record = source.bare
      return deviation
    }
  }

  private static func none(_ what: String) -> Deviation {
    Deviation(what, expected: "on record", observed: "none on record")
  }
}
