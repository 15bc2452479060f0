public import ControlModel

/// Something that can act, be acted as, or be acted on.
public struct TrustNode: Sendable, Hashable {
  /// What sort of thing a node is; the words of `trust-chain-graph`.
  public typealias Kind = Node.Kind

  /// Names are unique within a space: an agent and the identity of the same name are one actor, a
  /// tool and an asset of the same name are two things.
  public enum Space: String, Sendable, Hashable, CaseIterable {
    /// Agents, identities, roles, groups, persons, accounts, services and outside issuers.
    case actor
    case tool
    case credential
    case secret
    /// A permission statement, or all power over an account.
    case entitlement
    case resource
  }

  /// The space in which the name is unique.
  public var space: Space
  /// The name that evidence gives it.
  public var id: String
  /// What sort of thing it is.
  public var kind: Kind
  /// Whether a record describes it; otherwise records only refer to it.
  public var isKnown = false
  /// Whether it can act or be used; a disabled identity, a revoked credential and a retired agent
  /// cannot.
  public var isLive = true
  /// Whether it stands for all power over an account: whoever reaches it is an administrator.
  public var isAdministrator = false
  /// Who answers for it; `nil`: not recorded.
  public var owner: String?
  /// The tenant it belongs to; `nil`: not recorded.
  public var tenant: String?
  /// The environment it lives in; `nil`: not recorded.
  public var environment: String?
  /// The account, cluster or tenant of the provider; `nil`: not recorded or not apt.
  public var account: String?
  /// The supplier behind it; `nil`: none, or not recorded.
  public var vendor: String?
  /// How sensitive it is; `nil`: not recorded.
  public var sensitivity: Node.Sensitivity?
  /// The record that describes it; `nil` where none does.
  public var locator: Locator?

  /// Creates a node that is known by its name alone.
  ///
  /// - Parameters:
  ///   - space: The space in which the name is unique.
  ///   - id: The name.
  ///   - kind: What sort of thing it is.
  public init(_ space: Space, _ id: String, _ kind: Kind) {
    self.space = space
    self.id = id
    self.kind = kind
  }
}

extension TrustNode: CustomStringConvertible {
  /// The kind and the name.
  public var description: String { "\(kind.rawValue) \(id)" }
}
