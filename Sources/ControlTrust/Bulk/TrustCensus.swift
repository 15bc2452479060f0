import ControlModel
import Dispatch
import Synchronization

/// What a whole graph says, asked of every agent and every credential at once.
public struct TrustCensus: Sendable {
  /// An agent.
  public struct AgentEntry: Sendable {
    /// The node.
    public let node: Int
    /// How many nodes it reaches.
    public let reach: Int
    /// How many tenants other than its own it reaches.
    public let otherTenants: Int
    /// How many steps it is from the nearest administrator; `nil`: it reaches none.
    public let stepsToAdministrator: Int?
  }

  /// A credential.
  public struct CredentialEntry: Sendable {
    /// The node.
    public let node: Int
    /// How many nodes whoever has it reaches.
    public let reach: Int
  }

  /// The graph.
  public let graph: CompactGraph
  /// Every agent, in the order of the file.
  public let agents: [AgentEntry]
  /// Every credential, in the order of the file.
  public let credentials: [CredentialEntry]
  /// The agents, tools, credentials, secrets and identities without an owner.
  public let orphans: [Int]
  /// How many administrators there are.
  public let administratorCount: Int
  private let ways: AdministratorWays

  /// Asks everything.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - threads: At most so many threads work.
  public init(_ graph: CompactGraph, threads: Int) {
    self.graph = graph
    let (components, ways) = Self.prepared(graph, threads: threads)
    self.ways = ways
    let agentNodes = graph.nodes(of: .agent)
    let credentialNodes = graph.nodes(of: .credential)
    let extents = BitClosure.extents(
      of: agentNodes + credentialNodes,
      graph,
      components,
      threads: threads
    )
    agents = zip(agentNodes, extents).map { node, extent in
      AgentEntry(
        node: node,
        reach: extent.nodeCount,
        otherTenants: extent.otherTenants,
        stepsToAdministrator: ways.steps[node] == .max ? nil : Int(ways.steps[node])
      )
    }
    credentials = zip(credentialNodes, extents.dropFirst(agentNodes.count)).map {
      CredentialEntry(node: $0, reach: $1.nodeCount)
    }
    let kinds: [Node.Kind] = [.agent, .tool, .credential, .secret, .identity]
    let owned = Set(kinds.compactMap { Node.Kind.allCases.firstIndex(of: $0).map { UInt8($0) } })
    orphans = graph.kinds.indices.filter { !graph.hasOwner[$0] && owned.contains(graph.kinds[$0]) }
    administratorCount = graph.isAdministrator.count { $0 }
  }

  /// Components and ways back from administrators need nothing of each other.
  private static func prepared(
    _ graph: CompactGraph,
    threads: Int
  ) -> (Components, AdministratorWays) {
    let found = Mutex<(components: Components?, ways: AdministratorWays?)>((nil, nil))
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: 2) { part in
        if part == 0 {
          let components = Components(graph)
          found.withLock { $0.components = components }
        } else {
          let ways = AdministratorWays(graph)
          found.withLock { $0.ways = ways }
        }
      }
    }
    let both = found.withLock { $0 }
    return (both.components ?? Components(graph), both.ways ?? AdministratorWays(graph))
  }

  /// An agent's shortest way to an administrator.
  ///
  /// - Parameter node: The agent.
  /// - Returns: Each step in words, with the line that proves it; empty where it reaches none.
  public func wayToAdministrator(of node: Int) -> [String] {
    ways.way(from: node, graph).map { edge in
      let kind = Edge.Kind.allCases[Int(graph.edgeKinds[edge])]
      let condition = graph.isConditional[edge] ? ", on a condition" : ""
      return "\(graph.name(Int(graph.sources[edge]))) \(kind.rawValue) "
        + "\(graph.name(Int(graph.targets[edge])))\(condition) [\(graph.path):\(graph.lines[edge])]"
    }
  }
}
