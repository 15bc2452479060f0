import ControlTesting

/// What can be reached from one node over trust that is in force, with one shortest way to each.
struct WaysInForce {
  /// The nodes reached, nearest first, the start among them.
  fileprivate(set) var nodes: [String]
  fileprivate var steps: [String: (from: String, words: String)] = [:]

  /// The hops that lead to a node, in words; empty for the start.
  func path(to node: String) -> [String] {
    var words: [String] = []
    var current = node
    while let step = steps[current] {
      words.append(step.words)
      current = step.from
    }
    return words.reversed()
  }
}

extension Scope {
  /// Everything that can be reached from an agent, identity or credential by what is in force now.
  ///
  /// Beside the hops of the trust chain it follows the edges of a graph that another tool made, and
  /// trust in a whole account or in anyone. Ended delegations, expired trust and dead credentials
  /// lead nowhere.
  ///
  /// - Parameter start: The id of the node to start at.
  /// - Returns: The nodes reached, with the way to each.
  func waysInForce(from start: String) -> WaysInForce {
    var ways = WaysInForce(nodes: [start])
    var seen: Set<String> = [start]
    var next = 0
    while next < ways.nodes.count {
      let node = ways.nodes[next]
      next += 1
      for (target, words) in stepsInForce(from: node) where seen.insert(target).inserted {
        ways.nodes.append(target)
        ways.steps[target] = (node, words)
      }
    }
    return ways
  }

  private func stepsInForce(from node: String) -> [(to: String, words: String)] {
    var steps = trust.hops(from: node).filter(isInForce).map { ($0.to, $0.words) }
    if let identity = first(Identity.self, node) {
      steps += trust.hops(from: identity.account).filter(isInForce).map { ($0.to, $0.words) }
      for relation in all(TrustRelation.self, where: \.openness, is: "anyone")
      where !relation.expiresAt.hasPassed(at: asOf) {
        steps.append(
          (relation.target, "\(node) mayAssume \(relation.target) [\(relation.locator)]")
        )
      }
    }
    for edge in all(Edge.self, where: \.from, is: node)
    where edge.traversable && !edge.untilAt.hasPassed(at: asOf) {
      steps.append((edge.to, "\(node) \(edge.kind.rawValue) \(edge.to) [\(edge.locator)]"))
    }
    return steps
  }

  private func isInForce(_ hop: TrustChain.Hop) -> Bool {
    switch hop.kind {
    case .delegatesTo:
      let delegations = all(Delegation.self, where: \.from, is: hop.from).filter {
        $0.to == hop.to && $0.locator == hop.locator
      }
      return delegations.isEmpty || delegations.contains { !$0.hasEnded(at: asOf) }
    case .mayAssume:
      let relations = all(TrustRelation.self, where: \.target, is: hop.to).filter {
        $0.locator == hop.locator
      }
      return relations.isEmpty || relations.contains { !$0.expiresAt.hasPassed(at: asOf) }
    case .authenticatesAs:
      return first(Credential.self, hop.from)?.isUsable ?? true
    case .runsAs, .holds, .memberOf:
      return true
    }
  }
}

extension Delegation {
  /// Whether the delegation was over at an instant.
  func hasEnded(at instant: Instant) -> Bool {
    expiresAt.hasPassed(at: instant) || revokedAt.hasPassed(at: instant)
  }
}

extension TrustRelation {
  /// `anyone` where whoever asks is trusted, else `nil`; the shape that a look-up wants.
  fileprivate var openness: String? { principalKind == .anyone ? "anyone" : nil }
}
