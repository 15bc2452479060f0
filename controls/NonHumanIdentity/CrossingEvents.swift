import ControlTesting
import SuiteVocabulary

/// Which identities outside production touched production, and which events do not let one say.
///
/// State is one entry for each actor and problem, whatever the length of the log. A refused event
/// touched nothing.
struct CrossingEvents: Fold {
  private struct Crossing: Hashable, Sendable, Codable {
    let attribute: String
    let expected: String
    let observed: String
  }

  private var crossings = SightingTally<Crossing>()

  init() {}

  static func isMember(_ event: AuditEvent, _ scope: Scope) -> Bool {
    event.result != .denied && !scope.isPerson(event.actor)
  }

  mutating func observe(_ event: AuditEvent, _ scope: Scope) throws {
    let actor = scope.placeOfIdentity(event.actor)
    switch actor {
    case .within(.production, _): return
    case .unknown(let reason):
      crossings.note(
        Crossing(
          attribute: "actor",
          expected: "in an environment of the register",
          observed: reason
        ),
        event
      )
    case .within(.nonProduction, _):
      let places = event.places(in: scope)
      let expected = "outside production, as \(event.actor) is in \(actor.words)"
      if let crossed = places.first(where: { $0.environmentClass == .production }) {
        crossings.note(
          Crossing(attribute: "environment", expected: expected, observed: crossed.words),
          event
        )
      } else if places.allSatisfy({ $0.environmentClass == nil }), let place = places.first {
        crossings.note(
          Crossing(attribute: "environment", expected: expected, observed: place.words),
          event
        )
      }
    }
  }

  mutating func merge(_ later: CrossingEvents) { crossings.merge(later.crossings) }

  func deviations(_ scope: Scope) -> [Deviation] {
    crossings.all.map { crossing, sighting in
      var deviation = Deviation(
        crossing.attribute,
        expected: crossing.expected,
        observed: "\(crossing.observed); \(sighting.words)"
      )
      deviation.record = sighting.first
      return deviation
    }
  }
}

extension AuditEvent {
  /// Where the event happened, by its own word and by the asset inventory's on the resource.
  ///
  /// Never empty: where neither says it, the one place is unknown.
  func places(in scope: Scope) -> [Place] {
    var places: [Place] = []
    if let asset = scope.first(Asset.self, resource), asset.environment != nil {
      places.append(scope.place(asset.environment))
    }
    if environment != nil || places.isEmpty { places.append(scope.place(environment)) }
    return places
  }
}
