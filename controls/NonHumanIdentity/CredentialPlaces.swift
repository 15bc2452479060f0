import ControlTesting

/// In which environment classes each credential is held or used.
///
/// An event that does not say which credential was used counts for every credential of the actor.
struct CredentialPlaces: Fold {
  /// What is known of one credential.
  private struct Sighting: Sendable {
    let first: RecordReference
    let identity: String
    /// The first sign of each class, in words.
    var classes: [EnvironmentClass: String] = [:]
    var unplacedUses = 0

    mutating func note(_ place: Place, _ sign: String) {
      guard let found = place.environmentClass, classes[found] == nil else { return }
      classes[found] = "\(sign), \(place.words)"
    }
  }

  private var order: [String] = []
  private var sightings: [String: Sighting] = [:]

  init() {}

  static func isMember(_ credential: Credential, _ scope: Scope) -> Bool {
    credential.isUsable && !scope.isPersonsPassword(credential)
  }

  mutating func observe(_ credential: Credential, _ scope: Scope) throws {
    var sighting =
      sightings[credential.id]
      ?? Sighting(first: RecordReference(credential), identity: credential.identity)
    if sightings[credential.id] == nil { order.append(credential.id) }
    var unknown: Deviation?
    for (attribute, sign, place) in credential.holdings(in: scope) {
      sighting.note(place, sign)
      if case .unknown(let reason) = place, unknown == nil {
        unknown = Deviation(
          attribute,
          expected: "in the environment register",
          observed: reason
        )
      }
    }
    sightings[credential.id] = sighting
    if let unknown { throw unknown }
    try credential.expectHoldingRecorded(in: scope)
  }

  mutating func merge(_ later: CredentialPlaces) {
    for id in later.order {
      guard let other = later.sightings[id] else { continue }
      if sightings[id] == nil {
        order.append(id)
        sightings[id] = other
      } else {
        sightings[id]?.classes.merge(other.classes) { own, _ in own }
      }
    }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var seen = sightings
    let byIdentity = Dictionary(grouping: order) { sightings[$0]?.identity ?? "" }
    for event in scope.records(AuditEvent.self) {
      let used = event.credential.map { [$0] } ?? byIdentity[event.actor] ?? []
      for id in used where seen[id] != nil {
        let places = event.places(in: scope)
        for place in places { seen[id]?.note(place, "used in event \(event.id)") }
        if places.allSatisfy({ $0.environmentClass == nil }) { seen[id]?.unplacedUses += 1 }
      }
    }
    return order.compactMap { id in
      guard let sighting = seen[id] else { return nil }
      return Self.deviation(sighting)
    }
  }

  private static func deviation(_ sighting: Sighting) -> Deviation? {
    var deviation: Deviation
    if sighting.classes.count > 1 {
      let signs = EnvironmentClass.allCases.compactMap { sighting.classes[$0] }
      deviation = Deviation(
        "environment class",
        expected: "one",
        observed: signs.joined(separator: "; ")
      )
    } else if sighting.unplacedUses > 0 {
      deviation = Deviation(
        "environment of use",
        expected: "recorded for every use",
        observed: "not recorded for \(sighting.unplacedUses)"
      )
    } else {
      return nil
    }
    deviation.record = sighting.first
    return deviation
  }
}

extension Credential {
  /// Every place that a register gives the credential: attribute, sign in words, place.
  fileprivate func holdings(in scope: Scope) -> [(String, String, Place)] {
    var holdings = [
      ("environment", "reported", scope.place(environment)),
      ("identity", "proves \(identity)", scope.placeOfIdentity(identity)),
    ]
    for holder in holders ?? [] {
      holdings.append(("holders", "held by \(holder)", scope.placeOfIdentity(holder)))
    }
    var stores = scope.all(SecretItem.self, where: \.credential, is: id)
    if let storedIn {
      if let store = scope.first(SecretItem.self, storedIn) {
        stores.append(store)
      } else {
        holdings.append(("store", "stored", .unknown("\(storedIn), not in the secret stores")))
      }
    }
    for store in stores where !store.deletedAt.hasPassed(at: scope.asOf) {
      holdings.append(("store", "stored in \(store.id)", scope.place(store.environment)))
    }
    return holdings
  }

  /// States that somebody wrote down who holds the credential or where it is stored.
  ///
  /// - Throws: A ``Deviation`` where nobody did. What is made anew for each use needs no store.
  fileprivate func expectHoldingRecorded(in scope: Scope) throws {
    if kind == .federated || kind == .workloadDocument || holders != nil || storedIn != nil {
      return
    }
    if !scope.all(SecretItem.self, where: \.credential, is: id).isEmpty { return }
    throw Deviation("holders", expected: "holders or store recorded", observed: "not recorded")
  }
}
