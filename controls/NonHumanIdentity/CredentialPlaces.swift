import ControlTesting
import SuiteVocabulary

/// In which environment classes each credential is held or used.
///
/// An event that does not say which credential was used counts for every credential of the actor.
struct CredentialPlaces: Fold {
  /// What is known of one credential.
  private struct Sighting: Sendable, Codable {
    let first: RecordReference
    let identity: String
    /// The first sign of each class, in words.
    var classes: [EnvironmentClass: String] = [:]
    var unplacedUses = 0

    mutating func note(_ place: Place, _ sign: String) {
      guard let found = place.environmentClass else { return }
      note(found, "\(sign), \(place.words)")
    }

    mutating func note(_ found: EnvironmentClass, _ sign: String) {
      if classes[found] == nil { classes[found] = sign }
    }
  }

  /// What events show: a credential, or an actor whose credential is not recorded, in a class.
  private struct Use: Hashable, Sendable, Codable {
    let credential: String?
    let actor: String
    /// `nil`: nobody can say where it was.
    let environmentClass: EnvironmentClass?
  }

  /// The first sign of a use, in words, and how many events show it.
  private struct Signs: Sendable, Codable {
    let first: String
    var count = 1
  }

  private var sightings = Sightings<String, Sighting>()
  private var uses = Sightings<Use, Signs>()

  init() {}

  static var watched: [Watched<Self>] {
    [Watched(AuditEvent.self) { state, event, scope in state.note(event, scope) }]
  }

  private mutating func note(_ event: AuditEvent, _ scope: Scope) {
    let places = event.places(in: scope)
    var isPlaced = false
    for place in places {
      guard let found = place.environmentClass else { continue }
      isPlaced = true
      note(event, found, "used in event \(event.id), \(place.words)")
    }
    if !isPlaced { note(event, nil, "") }
  }

  private mutating func note(_ event: AuditEvent, _ found: EnvironmentClass?, _ sign: String) {
    let credential = event.credential
    let actor = credential == nil ? event.actor : ""
    let use = Use(credential: credential, actor: actor, environmentClass: found)
    uses.note(use, Signs(first: sign)) { $0.count += 1 }
  }

  static func isMember(_ credential: Credential, _ scope: Scope) -> Bool {
    credential.isUsable && !scope.isPersonsPassword(credential)
  }

  mutating func observe(_ credential: Credential, _ scope: Scope) throws {
    var sighting =
      sightings[credential.id]
      ?? Sighting(first: RecordReference(credential), identity: credential.identity)
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
    sightings.note(credential.id, sighting) { $0 = sighting }
    if let unknown { throw unknown }
    try credential.expectHoldingRecorded(in: scope)
  }

  mutating func merge(_ later: CredentialPlaces) {
    sightings.merge(later.sightings) { own, other in
      own.classes.merge(other.classes) { own, _ in own }
    }
    uses.merge(later.uses) { $0.count += $1.count }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    var seen = sightings
    let byIdentity = Dictionary(grouping: sightings.keys) { sightings[$0]?.identity ?? "" }
    for (use, signs) in uses.all {
      let used = use.credential.map { [$0] } ?? byIdentity[use.actor] ?? []
      for id in used {
        seen.change(id) { sighting in
          if let found = use.environmentClass {
            sighting.note(found, signs.first)
          } else {
            sighting.unplacedUses += signs.count
          }
        }
      }
    }
    return seen.all.compactMap { id, sighting in
      var deviation = Self.deviation(sighting)
      deviation?.path = scope.chain(to: id, in: .credential)
      return deviation
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
