public import ControlModel

/// One way from a node to another, with the record that proves it.
public struct TrustEdge: Sendable, Hashable {
  /// How the step is taken; the words of `trust-chain-graph`.
  public typealias Kind = Edge.Kind

  /// The node the step starts at, as an index of the graph.
  public internal(set) var from: Int
  /// The node it leads to, as an index of the graph.
  public internal(set) var to: Int
  /// How it is taken.
  public var kind: Kind
  /// Whether taking it gives the start what the end may do.
  ///
  /// Ownership does not, and neither do the rights of a group by themselves: its members have them.
  public var isTraversable = true
  /// Whether both ends can act or be used; a disabled identity and a revoked credential cannot.
  public internal(set) var isLive = true
  /// What must hold for the step and cannot be decided from files; empty where nothing must.
  public var conditions: [String] = []
  /// Whether the step changes rights instead of using them, as attaching a policy does.
  public var isEscalation = false
  /// Why the step can be taken, in words; empty where the kind says it all.
  public var reason = ""
  /// From when it holds; `nil`: not recorded, so it always held.
  public var since: Instant?
  /// From when it no longer holds; `nil`: no end is recorded.
  public var until: Instant?
  /// Whether evidence declares, configures or observed it.
  public var basis: Edge.Basis = .configured
  /// The record that proves it.
  public var locator: Locator

  /// Creates an edge that is in force whatever the time.
  ///
  /// - Parameters:
  ///   - from: The index of the node it starts at.
  ///   - to: The index of the node it leads to.
  ///   - kind: How it is taken.
  ///   - locator: The record that proves it.
  public init(from: Int, to: Int, kind: Kind, locator: Locator) {
    self.from = from
    self.to = to
    self.kind = kind
    self.locator = locator
  }

  /// Whether something must hold that files cannot decide.
  public var isConditional: Bool { !conditions.isEmpty }
}
