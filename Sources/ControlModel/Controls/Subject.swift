/// What is judged: a supplier's product, an environment, or a system of agents.
public struct Subject: Sendable, Hashable {
  /// What sort of thing a subject is; controls state which they apply to.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case vendor
    case environment
    case agentSystem = "agent-system"
  }

  /// The subject's stable id, the name of its evidence folder.
  public var id: String
  /// The name people use.
  public var name: String
  /// What sort of thing it is.
  public var kind: Kind
  /// The tier whose approval is sought.
  public var tier: Tier
  /// The person or team accountable for it.
  public var owner: String
  /// How much depends on it, in the organisation's own words; `nil`: not recorded.
  public var criticality: String?
  /// The tenants it serves; empty where it serves one.
  public var tenants: [String]

  /// Creates a subject.
  ///
  /// - Parameters:
  ///   - id: The stable id.
  ///   - name: The name people use.
  ///   - kind: What sort of thing it is.
  ///   - tier: The tier whose approval is sought.
  ///   - owner: The person or team accountable.
  ///   - criticality: How much depends on it.
  ///   - tenants: The tenants it serves.
  public init(
    id: String,
    name: String,
    kind: Kind,
    tier: Tier,
    owner: String,
    criticality: String? = nil,
    tenants: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.tier = tier
    self.owner = owner
    self.criticality = criticality
    self.tenants = tenants
  }
}
