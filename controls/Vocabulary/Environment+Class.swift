public import ControlTesting

/// The two sides between which no identity, credential or trust may cross.
public enum EnvironmentClass: String, Sendable, Hashable, CaseIterable, Codable,
  CodingKeyRepresentable
{
  case production
  case nonProduction = "non-production"
}

extension Environment {
  /// Production, and what stands in for it after a disaster, against everything else.
  public var environmentClass: EnvironmentClass {
    switch kind {
    case .production, .disasterRecovery: .production
    case .preProduction, .staging, .development, .test, .sandbox: .nonProduction
    }
  }

  /// ``accounts`` in the shape that a look-up by list wants.
  public var listedAccounts: [String]? { accounts }
}

/// Where something is, by the environment register.
public enum Place: Sendable, Hashable {
  /// In an environment of the register.
  case within(EnvironmentClass, environment: String)
  /// Nobody can say, and why.
  case unknown(String)

  /// The class, or `nil` where the place is unknown.
  public var environmentClass: EnvironmentClass? {
    if case .within(let environmentClass, _) = self { return environmentClass }
    return nil
  }

  /// The environment's id, or `nil` where the place is unknown.
  public var environment: String? {
    if case .within(_, let environment) = self { return environment }
    return nil
  }

  /// The place as a finding prints it.
  public var words: String {
    switch self {
    case .within(let environmentClass, let environment):
      "\(environment) (\(environmentClass.rawValue))"
    case .unknown(let reason): reason
    }
  }
}

extension Scope {
  /// The place of what names an environment; one outside the register is unknown.
  public func place(_ environment: String?) -> Place {
    guard let environment else { return .unknown("not recorded") }
    guard let known = first(Environment.self, environment) else {
      return .unknown("\(environment), not in the environment register")
    }
    return .within(known.environmentClass, environment: environment)
  }

  /// The place of an identity of the inventory.
  public func placeOfIdentity(_ id: String) -> Place {
    guard let identity = first(Identity.self, id) else {
      return .unknown("\(id), not in the identity inventory")
    }
    let place = place(identity.environment)
    if case .unknown(let reason) = place { return .unknown("environment of \(id) \(reason)") }
    return place
  }
}

/// States that a place is known.
///
/// - Throws: A ``Deviation`` where the environment is not recorded or not registered.
public func expectKnown(_ attribute: String, _ place: Place) throws {
  if case .unknown(let reason) = place {
    throw Deviation(attribute, expected: "in the environment register", observed: reason)
  }
}
