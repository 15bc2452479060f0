import ControlTesting
import SuiteVocabulary

/// Something by which a retired identity or agent could still act.
struct Leftover: Sendable {
  /// What it is, in words.
  var words: String
  /// The id of the credential, where it is one.
  var credential: String?
}

extension Identity {
  /// The identity's agents that are retired, or of which the manifest knows nothing, with the end.
  func retiredAgents(in scope: Scope) -> [(id: String, end: Moment)] {
    let running = scope.all(Agent.self, where: \.runsAs, is: id).map(\.id)
    let listed = agents ?? []
    return (listed + running.filter { !listed.contains($0) }).compactMap { agent in
      switch scope.standing(ofAgent: agent) {
      case .present: nil
      case .ended(let end, _): (agent, end)
      case .unregistered: (agent, .notRecorded)
      }
    }
  }

  /// States that nothing is left by which the identity, if it is retired, or a retired agent of it
  /// could act, once the grace period is over.
  ///
  /// - Throws: A ``Deviation`` with all that is left.
  func expectNothingLeft(in scope: Scope) throws {
    if let end = retirement(in: scope) {
      try scope.expectNone(scope.leftovers(ofIdentity: id), of: "identity \(id)", after: end)
    }
    for agent in retiredAgents(in: scope) {
      try scope.expectNone(
        scope.leftovers(ofAgent: agent.id),
        of: "agent \(agent.id)",
        after: agent.end
      )
    }
  }
}

extension Scope {
  fileprivate func expectNone(_ left: [Leftover], of owner: String, after end: Moment) throws {
    if left.isEmpty { return }
    let grace = policy.offboardingGracePeriod
    if let instant = end.instant, asOf.duration(since: instant) <= grace { return }
    let ended = end.instant.map { "retired \($0)" } ?? "retired, when is not recorded"
    throw Deviation(
      "left of \(owner)",
      expected: "nothing, \(grace.words) after its end",
      observed: "\(left.count) left: \(left.map(\.words).joined(separator: "; ")) (\(ended))",
      path: left.compactMap(\.credential).flatMap(proofs)
    )
  }

  /// Whom a credential proves, in words.
  private func proofs(of credential: String) -> [String] {
    let graph = trust
    guard let start = graph.node(credential, in: .credential) else { return [] }
    return graph.edges(from: start).map { graph.edges[$0] }
      .filter { $0.kind == .authenticatesAs }.map(graph.words)
  }

  fileprivate func leftovers(ofIdentity id: String) -> [Leftover] {
    let credentials = all(Credential.self, where: \.identity, is: id)
    let grants =
      all(Grant.self, where: \.client, is: id)
      + all(Grant.self, where: \.onBehalfOf, is: id).filter { $0.client != id }
    let sessions = all(Issuance.self, where: \.identity, is: id)
    return credentials.compactMap(leftover) + grants.compactMap(leftover)
      + sessions.compactMap(leftover)
  }

  fileprivate func leftovers(ofAgent id: String) -> [Leftover] {
    let listed = (first(Agent.self, id)?.credentials ?? []).compactMap { reference in
      guard let credential = first(Credential.self, reference) else {
        return Leftover(words: "credential \(reference), not in the credential report")
      }
      return leftover(credential)
    }
    return listed + all(Issuance.self, where: \.agent, is: id).compactMap(leftover)
  }

  private func leftover(_ credential: Credential) -> Leftover? {
    guard credential.isUsable, !credential.revokedAt.hasPassed(at: asOf),
      !credential.expiresAt.hasPassed(at: asOf)
    else { return nil }
    return Leftover(
      words: "credential \(credential.id) \(credential.status.rawValue)",
      credential: credential.id
    )
  }

  private func leftover(_ grant: Grant) -> Leftover? {
    switch grant.status {
    case .revoked, .expired: return nil
    case .active, .suspended, .unknown: break
    }
    if grant.revokedAt.hasPassed(at: asOf) || grant.expiresAt.hasPassed(at: asOf) { return nil }
    return Leftover(words: "grant \(grant.id) \(grant.status.rawValue)")
  }

  /// A token whose end is recorded nowhere lives on.
  private func leftover(_ session: Issuance) -> Leftover? {
    let end =
      session.expiresAt.instant ?? session.lifetime.map { session.issuedAt.advanced(by: $0) }
    guard session.result == .issued, !session.revokedAt.hasPassed(at: asOf),
      end.map({ $0 > asOf }) ?? true
    else { return nil }
    return Leftover(
      words: "session \(session.id) until \(end?.description ?? "no recorded end")"
    )
  }
}

extension Grant {
  /// Whether the consent works: one of unknown status may.
  var isInUse: Bool { status == .active || status == .unknown }
}
