import ControlTesting
import SuiteVocabulary

extension Entitlement {
  /// Whether the statement lets its holder do something at an instant.
  ///
  /// A denial takes nothing away here: whether it covers an allowance depends on conditions that
  /// the export does not evaluate, and the doubt counts against the holder.
  func allows(at instant: Instant) -> Bool {
    effect == .allow && !expiresAt.hasPassed(at: instant)
  }

  /// Where the resources of the statement are: what it states itself, and what the asset inventory
  /// says about each resource that it lists.
  ///
  /// Never empty: a resource whose environment nobody recorded has an unknown place.
  func places(in scope: Scope) -> [Place] {
    if !resolved { return [.unknown("policy \(policy), not in the policy export")] }
    var places: [Place] = []
    if environment != nil { places.append(scope.place(environment)) }
    for resource in resources {
      if let asset = scope.first(Asset.self, resource) {
        let place = scope.place(asset.environment)
        if place.environmentClass != nil || environment == nil { places.append(place) }
      } else if environment == nil {
        places.append(.unknown("environment of \(resource) not recorded"))
      }
    }
    return places.isEmpty ? [.unknown("environment of \(id) not recorded")] : places
  }
}

extension Scope {
  /// The statements that let an identity do something, or that could not be read in full.
  func allowances(of holder: String) -> [Entitlement] {
    all(Entitlement.self, where: \.holder, is: holder).filter {
      $0.allows(at: asOf) || !$0.resolved
    }
  }
}
