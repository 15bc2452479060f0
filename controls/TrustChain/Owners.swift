import ControlTesting
import SuiteVocabulary

/// TRU-4: somebody answers for each thing on the chain, and so for each step that starts at it.
///
/// Who answers for an identity answers for its credentials, its secrets and its rights; a step belongs
/// to who owns its start.
struct Owners {
  private let scope: Scope
  private let graph: TrustGraph

  init(_ scope: Scope) {
    self.scope = scope
    graph = scope.trust
  }

  func deviations() -> [Deviation] {
    let found = graph.nodes.indices.filter(isOwnable).compactMap { index -> Deviation? in
      let node = graph.nodes[index]
      do {
        try scope.expectActiveOwner("owner of \(node)", owner(of: index))
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = scope.record(describing: node).map { RecordReference($0) }
        deviation.path = scope.chain(to: node.id, in: node.space)
        return deviation
      }
    }
    if found.isEmpty && !graph.nodes.indices.contains(where: isOwnable) {
      return [Deviation("graph", expected: "of things with owners", observed: "empty")]
    }
    return found + unownedSteps()
  }

  private func isOwnable(_ index: Int) -> Bool {
    let node = graph.nodes[index]
    guard node.isKnown, node.isLive else { return false }
    switch node.kind {
    case .agent, .tool, .credential, .secret, .identity: return true
    // A role or a resource is ownable where a register describes it, not where a policy names it.
    case .role: return scope.first(Identity.self, node.id) != nil
    case .resource: return scope.first(Asset.self, node.id) != nil
    case .vendor: return scope.first(VendorRecord.self, node.id) != nil
    case .entitlement, .tenant, .environment, .person: return false
    }
  }

  /// The owner that the thing's record names, else that of the identity behind it.
  private func owner(of index: Int) -> String? {
    let node = graph.nodes[index]
    if let owner = node.owner { return owner }
    switch node.kind {
    case .credential:
      return identityOwner(scope.first(Credential.self, node.id)?.identity)
    case .secret:
      guard let secret = scope.first(SecretItem.self, node.id) else { return nil }
      let credential = scope.first(Credential.self, secret.credential)
      return credential?.owner ?? identityOwner(secret.identity ?? credential?.identity)
    case .identity:
      // A workload's registration speaks for the identity that it proves.
      let entry = scope.all(WorkloadEntry.self, where: \.name, is: node.id).first
      return identityOwner(entry?.identity)
        ?? entry?.agent.flatMap { scope.first(Agent.self, $0)?.owner }
    default: return nil
    }
  }

  private func identityOwner(_ id: String?) -> String? {
    guard let id, let node = graph.node(id, in: .actor) else { return nil }
    return graph.nodes[node].owner
  }

  /// Steps that start at something which no record describes, and that nobody answers for.
  private func unownedSteps() -> [Deviation] {
    graph.edges.compactMap { step in
      let start = graph.nodes[step.from]
      guard Following.open.takes(step), !start.isKnown, start.space != .entitlement else {
        return nil
      }
      let proof = scope.record(proving: step)
      do {
        try scope.expectActiveOwner("owner of the step from \(start)", owner(of: step, proof))
        return nil
      } catch {
        var deviation = Deviation(thrown: error)
        deviation.record = proof.map { RecordReference($0) }
        deviation.path = [graph.words(of: step)]
        return deviation
      }
    }
  }

  /// Who answers for a step whose start no record describes: who registered what it leads to, or gave
  /// the delegation.
  private func owner(of step: TrustEdge, _ proof: (any EvidenceRecord)?) -> String? {
    switch proof {
    case let entry as WorkloadEntry: entry.owner ?? owner(of: step.to)
    case let delegation as Delegation: delegation.fromOwner
    default: nil
    }
  }
}
