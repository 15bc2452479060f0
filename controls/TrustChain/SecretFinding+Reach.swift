import ControlTesting
import SuiteVocabulary

extension SecretFinding {
  /// Whether the secret may have worked when it was found: a false alarm has to be shown.
  var mayHaveWorked: Bool {
    switch (disposition, liveness) {
    case (.falsePositive, .dead), (.falsePositive, .unknown): false
    case (.revoked, _): true
    case (_, .dead): false
    case (_, .live), (_, .unknown): true
    }
  }

  /// States that it can be worked out what the secret opens, and that it opens nothing any more, or
  /// was found no longer ago than the response limit.
  ///
  /// - Throws: A ``Deviation`` with the way from the secret to what it opens.
  func expectReachClosed(in scope: Scope) throws {
    let graph = scope.trust
    guard let start = node(in: graph) else {
      throw Deviation(
        "reach of the secret",
        expected: "known: a credential or secret on record",
        observed: credential ?? secret ?? "not recorded"
      )
    }
    if isClosed(in: scope) { return }
    let limit = scope.policy.leakResponseLimit
    let age = scope.asOf.duration(since: foundAt)
    if age < .zero {
      throw Deviation("found", expected: "at or before \(scope.asOf)", observed: "\(foundAt)")
    }
    let reach = graph.reach(from: start, following: .open)
    guard let worst = Self.worst(reach, graph) else {
      throw Deviation(
        "reach of the secret",
        expected: "known: an identity with rights behind \(graph.nodes[start].id)",
        observed: "nothing on record that it opens"
      )
    }
    if age <= limit { return }
    let count = reach.nodes.count { graph.nodes[$0].space == .resource }
    throw Deviation(
      "reach of the secret",
      expected: "closed by a rotation at most \(limit.words) after \(foundAt)",
      observed: "open for \(age.words): \(count) resource\(count == 1 ? "" : "s"), one of them "
        + graph.nodes[worst].id,
      path: reach.path(to: worst).map(graph.words)
    )
  }

  private func node(in graph: TrustGraph) -> Int? {
    let names: [(String?, TrustNode.Space)] = [(credential, .credential), (secret, .secret)]
    for (name, space) in names {
      if let name, let node = graph.node(name, in: space), graph.nodes[node].isKnown { return node }
    }
    return nil
  }

  /// The most sensitive thing in reach that is touched, the nearest of several; else who is acted as.
  private static func worst(_ reach: Reach, _ graph: TrustGraph) -> Int? {
    func rank(_ node: TrustNode) -> Int {
      if node.isAdministrator { return 5 }
      guard node.space == .resource else { return node.space == .actor ? 0 : -1 }
      switch node.sensitivity {
      case .restricted: return 4
      case .confidential, nil: return 3
      case .internal: return 2
      case .public: return 1
      }
    }
    var best: (node: Int, rank: Int)?
    for node in reach.nodes {
      let rank = rank(graph.nodes[node])
      if rank > best?.rank ?? -1 { best = (node, rank) }
    }
    return best?.node
  }

  /// Whether the value that leaked opens nothing any more: a rotation ended it after the leak, or the
  /// credential ended.
  private func isClosed(in scope: Scope) -> Bool {
    let rotations =
      scope.all(Rotation.self, where: \.finding, is: fingerprint)
      + scope.all(Rotation.self, where: \.finding, is: recordKey)
      + scope.all(Rotation.self, where: \.credential, is: credential)
    let leakedAt = liveness == .live ? foundAt : committedAt ?? foundAt
    let isRotated = rotations.contains { rotation in
      guard rotation.outcome == .complete, let dead = rotation.oldDeadAt.instant else {
        return false
      }
      return dead >= leakedAt && dead <= scope.asOf
    }
    if isRotated { return true }
    guard let credential = scope.first(Credential.self, credential) else { return false }
    switch credential.status {
    case .revoked, .deleted: return credential.revokedAt.hasPassed(at: scope.asOf)
    case .expired: return credential.expiresAt.hasPassed(at: scope.asOf)
    case .active, .inactive, .unknown: return false
    }
  }
}
