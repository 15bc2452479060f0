import ControlTesting

extension Scope {
  /// The record that proves a step, found by the names at its ends.
  ///
  /// - Parameter step: A step of this scope's graph.
  /// - Returns: The record; `nil` where it names its ends otherwise than the graph does.
  func record(proving step: TrustEdge) -> (any EvidenceRecord)? {
    let from = trust.nodes[step.from].id
    let to = trust.nodes[step.to].id
    return candidates(step.kind, from, to).first { $0.locator == step.locator }
      ?? all(Edge.self, where: \.from, is: from).first { $0.locator == step.locator }
  }

  private func candidates(
    _ kind: TrustEdge.Kind,
    _ from: String,
    _ to: String
  ) -> [any EvidenceRecord] {
    switch kind {
    case .uses: return records([first(Agent.self, from)])
    case .holds:
      return records([
        first(Agent.self, from), first(Tool.self, from), first(Credential.self, to),
        first(SecretItem.self, to), first(SecretItem.self, from),
      ])
    case .authenticatesAs:
      return records([first(Credential.self, from), first(SecretItem.self, from)])
        + all(WorkloadEntry.self, where: \.name, is: from)
        + all(Certificate.self, where: \.credential, is: from)
    case .runsAs:
      return records([
        first(Agent.self, from), first(Tool.self, from), first(Identity.self, from),
        first(Identity.self, to),
      ]) + all(WorkloadEntry.self, where: \.name, is: to)
    case .delegatesTo:
      return records([first(Agent.self, from)]) + all(Delegation.self, where: \.from, is: from)
    case .mayAssume:
      return all(TrustRelation.self, where: \.target, is: to)
        + all(Delegation.self, where: \.from, is: to)
        + all(Delegation.self, where: \.from, is: from) + all(Grant.self, where: \.client, is: from)
        + all(WorkloadEntry.self, where: \.name, is: to)
    case .memberOf: return records([first(Identity.self, from)])
    case .grants, .consentsTo: return records([first(Entitlement.self, to), first(Grant.self, to)])
    case .reaches:
      return records([
        first(Entitlement.self, from), first(Grant.self, from), first(Tool.self, from),
      ])
    case .owns: return []
    }
  }

  /// The record that describes a node.
  func record(describing node: TrustNode) -> (any EvidenceRecord)? {
    let known: [(any EvidenceRecord)?]
    switch node.space {
    case .actor:
      known = [
        first(Agent.self, node.id), first(Identity.self, node.id),
        all(WorkloadEntry.self, where: \.name, is: node.id).first,
        first(VendorRecord.self, node.id), all(RoleHolder.self, where: \.person, is: node.id).first,
      ]
    case .credential: known = [first(Credential.self, node.id)]
    case .secret: known = [first(SecretItem.self, node.id)]
    case .tool: known = [first(Tool.self, node.id)]
    case .entitlement: known = [first(Entitlement.self, node.id), first(Grant.self, node.id)]
    case .resource: known = [first(Asset.self, node.id)]
    }
    return records(known).first ?? first(Node.self, node.id)
  }

  private func records(_ found: [(any EvidenceRecord)?]) -> [any EvidenceRecord] {
    found.compactMap { $0 }
  }
}
