import ControlTesting
import SuiteVocabulary

/// The actors and credentials that can be reached from one node over trust that is in force, and
/// what an imported graph states as reached, with one shortest way to each.
struct WaysInForce {
  /// The names of the nodes reached, nearest first, the start among them.
  let nodes: [String]
  private let paths: [String: [String]]

  fileprivate init(start: String, in scope: Scope) {
    let graph = scope.trust
    var nodes = [start]
    var paths: [String: [String]] = [:]
    for space in [TrustNode.Space.actor, .credential] {
      guard let index = graph.node(start, in: space) else { continue }
      let reach = graph.reach(from: index, following: .standing)
      for end in reach.nodes {
        let node = graph.nodes[end]
        // What a statement touches is judged by the statement.
        let counts =
          node.space == .actor || node.space == .credential
          || scope.first(Node.self, node.id) != nil
        guard counts, node.id != TrustGraph.anyone, paths[node.id] == nil else { continue }
        nodes.append(node.id)
        paths[node.id] = reach.path(to: end).map(graph.words)
      }
    }
    self.nodes = nodes
    self.paths = paths
  }

  /// The steps that lead to a node, in words; empty for the start.
  func path(to node: String) -> [String] { paths[node] ?? [] }
}

extension Scope {
  /// Everything that can be reached from an agent, identity or credential by what is in force now.
  ///
  /// Ways that first change rights are left out: NHI5-3 judges those.
  ///
  /// - Parameter start: The id of the node to start at.
  /// - Returns: The nodes reached, with the way to each.
  func waysInForce(from start: String) -> WaysInForce {
    WaysInForce(start: start, in: self)
  }
}

extension Delegation {
  /// Whether the delegation was over at an instant.
  func hasEnded(at instant: Instant) -> Bool {
    expiresAt.hasPassed(at: instant) || revokedAt.hasPassed(at: instant)
  }
}
