public import ControlModel

/// Who can become whom, who holds what, and what each may do, by the evidence alone.
public struct TrustChain: Sendable {
  /// One way from a node to another, with the record that proves it.
  public struct Hop: Sendable, Hashable {
    /// How the step is taken.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// An agent or workload acts under an identity.
      case runsAs
      /// An agent or identity has a credential at hand.
      case holds
      /// A credential proves an identity.
      case authenticatesAs
      /// An identity is trusted to become another.
      case mayAssume
      /// An identity hands authority to another.
      case delegatesTo
      /// An identity has what a group or role has.
      case memberOf
    }

    /// The node the step starts at.
    public let from: String
    /// The node it leads to.
    public let to: String
    /// How it is taken.
    public let kind: Kind
    /// The record that proves it.
    public let locator: Locator

    /// Creates a hop.
    ///
    /// - Parameters:
    ///   - from: The node the step starts at.
    ///   - to: The node it leads to.
    ///   - kind: How it is taken.
    ///   - locator: The record that proves it.
    public init(from: String, to: String, kind: Kind, locator: Locator) {
      self.from = from
      self.to = to
      self.kind = kind
      self.locator = locator
    }

    /// The hop as a finding prints it.
    public var words: String { "\(from) \(kind.rawValue) \(to) [\(locator)]" }
  }

  private let hops: [String: [Hop]]

  /// Builds the chain from the records of one subject.
  ///
  /// Only what the records state is an edge: nothing is inferred from names.
  ///
  /// - Parameter inventory: The subject's evidence.
  /// - Complexity: O(*n*) in the number of records.
  public init(_ inventory: Inventory) {
    var hops: [String: [Hop]] = [:]
    func add(_ from: String, _ to: String?, _ kind: Hop.Kind, _ locator: Locator) {
      guard let to, from != to else { return }
      hops[from, default: []].append(Hop(from: from, to: to, kind: kind, locator: locator))
    }
    for agent in inventory.records(Agent.self) {
      add(agent.id, agent.runsAs, .runsAs, agent.locator)
      for credential in agent.credentials ?? [] { add(agent.id, credential, .holds, agent.locator) }
      for other in agent.delegatesTo ?? [] { add(agent.id, other, .delegatesTo, agent.locator) }
    }
    for identity in inventory.records(Identity.self) {
      add(identity.id, identity.runsAs, .runsAs, identity.locator)
      for group in identity.memberOf ?? [] { add(identity.id, group, .memberOf, identity.locator) }
    }
    for credential in inventory.records(Credential.self) {
      add(credential.id, credential.identity, .authenticatesAs, credential.locator)
      for holder in credential.holders ?? [] {
        add(holder, credential.id, .holds, credential.locator)
      }
    }
    for relation in inventory.records(TrustRelation.self) {
      add(
        relation.trustedIdentity ?? relation.principal,
        relation.target,
        .mayAssume,
        relation.locator
      )
    }
    for delegation in inventory.records(Delegation.self) {
      add(delegation.from, delegation.to, .delegatesTo, delegation.locator)
    }
    self.hops = hops
  }

  /// The hops that start at a node, in the order of the evidence.
  ///
  /// - Parameter node: The id of an agent, identity or credential.
  /// - Returns: The hops; empty where the node is unknown or leads nowhere.
  public func hops(from node: String) -> [Hop] { hops[node] ?? [] }

  /// Every node that can be reached from a node, each with one shortest way to it.
  ///
  /// - Parameter node: Where to start; not part of the result.
  /// - Returns: The ways by the node they lead to.
  /// - Complexity: O(*v* + *e*) in the nodes and hops reached.
  public func reach(from node: String) -> [String: [Hop]] {
    var ways: [String: [Hop]] = [node: []]
    var frontier = [node]
    while !frontier.isEmpty {
      var next: [String] = []
      for current in frontier {
        let way = ways[current] ?? []
        for hop in hops[current] ?? [] where ways[hop.to] == nil {
          ways[hop.to] = way + [hop]
          next.append(hop.to)
        }
      }
      frontier = next
    }
    ways[node] = nil
    return ways
  }
}
