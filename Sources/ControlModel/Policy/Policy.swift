/// What an organisation asks for: limits, what each tier needs, how old evidence may be.
public struct Policy: Sendable, Hashable {
  /// The values that the policy file sets, by parameter name.
  public var values: [String: PolicyValue]
  /// Where each value comes from in the organisation's own rules, by parameter name.
  public var sources: [String: String]
  /// What must be assessed and must not block before a tier opens, by tier, without the lower tiers'.
  public var mandatory: [Tier: [RequirementID]]
  /// How old evidence of a kind may be.
  public var maximumEvidenceAges: [EvidenceKind: Duration]
  /// How old evidence may be whose kind has no limit of its own.
  public var defaultMaximumEvidenceAge: Duration
  /// The longest time from start to expiry of a waiver.
  public var maximumWaiverDuration: Duration
  /// The most records that one waiver may cover.
  public var maximumWaiverRecords: Int
  /// How many findings of one control are kept as examples; all are counted.
  public var keptFindings: Int
  /// The public keys whose signatures on attestations count.
  public var trustedKeys: [TrustedKey]
  /// Where evidence must be sealed, and whose seals count.
  public var seal: SealRule

  /// The policy of a file that sets nothing: defaults everywhere, nothing mandatory.
  public init() {
    values = [:]
    sources = [:]
    mandatory = [:]
    maximumEvidenceAges = [:]
    defaultMaximumEvidenceAge = .days(35)
    maximumWaiverDuration = .days(90)
    maximumWaiverRecords = 25
    keptFindings = 100
    trustedKeys = []
    seal = SealRule()
  }

  /// A parameter's value: the file's, else its default.
  ///
  /// - Parameter parameter: The parameter.
  /// - Returns: The value in force.
  public func value(of parameter: PolicyParameter) -> PolicyValue {
    values[parameter.name] ?? parameter.defaultValue
  }

  /// The value of a parameter that is a duration; zero, the strictest limit, for any other.
  public func duration(_ parameter: PolicyParameter) -> Duration {
    if case .duration(let value) = value(of: parameter) { return value }
    return .zero
  }

  /// The value of a parameter that is a whole number; zero for any other.
  public func integer(_ parameter: PolicyParameter) -> Int {
    if case .integer(let value) = value(of: parameter) { return value }
    return 0
  }

  /// The value of a parameter that is a number; zero for any other.
  public func decimal(_ parameter: PolicyParameter) -> Double {
    switch value(of: parameter) {
    case .decimal(let value): return value
    case .integer(let value): return Double(value)
    default: return 0
    }
  }

  /// The value of a parameter that is a list; empty for any other.
  public func list(_ parameter: PolicyParameter) -> [String] {
    if case .list(let value) = value(of: parameter) { return value }
    return []
  }

  /// How old evidence of a kind may be at the as-of time.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The kind's limit, else the default one.
  public func maximumEvidenceAge(of kind: EvidenceKind) -> Duration {
    maximumEvidenceAges[kind] ?? defaultMaximumEvidenceAge
  }

  /// All that must be assessed and must not block before a tier opens, lower tiers included.
  ///
  /// - Parameter tier: The tier sought.
  /// - Returns: The requirements in order, each once.
  public func mandatoryRequirements(for tier: Tier) -> [RequirementID] {
    var all: Set<RequirementID> = []
    for lower in Tier.allCases where lower <= tier { all.formUnion(mandatory[lower] ?? []) }
    return all.sorted()
  }
}

/// A public key whose signatures count, and whose they are.
public struct TrustedKey: Sendable, Hashable {
  /// The key's id, as envelopes name it.
  public var id: String
  /// The person or team who signs with it.
  public var owner: String
  /// The public key in PEM form (SubjectPublicKeyInfo).
  public var pem: String

  /// Creates a trusted key.
  ///
  /// - Parameters:
  ///   - id: The key's id.
  ///   - owner: Who signs with it.
  ///   - pem: The public key.
  public init(id: String, owner: String, pem: String) {
    self.id = id
    self.owner = owner
    self.pem = pem
  }
}
