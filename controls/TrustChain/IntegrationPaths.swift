import ControlTesting
import SuiteVocabulary

/// TRU-6: what a compromised integration or third party could reach of what is sensitive, beyond what
/// was approved for it.
///
/// One shortest way counts for each pair of an integration and a thing. A resource whose sensitivity
/// nobody recorded counts as sensitive. What the integration's own approval names is not beyond.
struct IntegrationPaths {
  private let scope: Scope
  private let graph: TrustGraph

  init(_ scope: Scope) {
    self.scope = scope
    graph = scope.trust
  }

  func deviations() -> [Deviation] {
    let limit = scope.policy.maximumIntegrationPaths
    return starts().flatMap { start -> [Deviation] in
      let reach = graph.reach(from: start, following: .open)
      let approved = approvedResources(of: start)
      let ends = reach.nodes.filter { end in
        isSensitive(end)
          && !approved.contains { $0.covers(PermissionPattern(graph.nodes[end].id)) }
      }
      if ends.count <= limit { return [] }
      let node = graph.nodes[start]
      return ends.prefix(Self.shown).map { end in
        var deviation = Deviation(
          "ways from \(node) to sensitive resources",
          expected: "at most \(limit) that nobody approved",
          observed: "\(ends.count), one of them to \(words(of: graph.nodes[end]))",
          path: reach.path(to: end).map(graph.words)
        )
        deviation.record = record(of: start).map { RecordReference($0) }
        return deviation
      }
    }
  }

  /// How many ways of one integration are written out; all are counted.
  private static let shown = 10

  /// The third parties and what is run for them, in order: clients of consents, identities and tools of
  /// suppliers, suppliers, and outside parties that are trusted.
  private func starts() -> [Int] {
    let clients = Set(scope.records(Grant.self).map(\.client))
    // A service of the platform acts for who runs there. An account of one's own is no third party, and
    // neither is a provider of identities that is set up in one.
    let accounts = scope.records(Environment.self).flatMap(\.accounts)
    let own = Set(accounts).union(
      scope.records(TrustRelation.self).filter { relation in
        relation.principalKind == .service
          || accounts.contains { (relation.issuer ?? relation.principal).contains(":\($0):") }
      }.map { $0.issuer ?? $0.principal }
    )
    return graph.nodes.indices.filter { index in
      let node = graph.nodes[index]
      guard node.isLive, node.id != TrustGraph.anyone, !own.contains(node.id),
        node.kind != .vendor || !own.contains(node.account ?? node.id)
      else { return false }
      let isThirdParty =
        node.kind == .vendor || node.vendor != nil || clients.contains(node.id)
      switch node.space {
      case .actor, .tool: return isThirdParty
      case .credential, .secret, .entitlement, .resource: return false
      }
    }
  }

  private func isSensitive(_ end: Int) -> Bool {
    let node = graph.nodes[end]
    if node.isAdministrator { return true }
    guard node.space == .resource else { return false }
    // A pattern is as sensitive as the assets that it covers, where any is known.
    if PermissionPattern(node.id).isWildcard, !graph.edges(from: end).isEmpty { return false }
    switch node.sensitivity {
    case .confidential, .restricted, nil: return true
    case .public, .internal: return false
    }
  }

  private func words(of node: TrustNode) -> String {
    node.isAdministrator
      ? node.id : "\(node.id), \(node.sensitivity?.rawValue ?? "sensitivity not recorded")"
  }

  /// What approvals in force name for the integration or its supplier.
  private func approvedResources(of start: Int) -> [PermissionPattern] {
    let node = graph.nodes[start]
    let grants = scope.all(Grant.self, where: \.client, is: node.id)
    let relations = graph.edges(from: start).compactMap {
      scope.record(proving: graph.edges[$0]) as? TrustRelation
    }
    let named =
      [
        scope.first(Identity.self, node.id)?.approval, scope.first(Tool.self, node.id)?.approval,
        scope.first(VendorRecord.self, node.id)?.approval,
        node.vendor.flatMap { scope.first(VendorRecord.self, $0)?.approval },
      ].compactMap { $0 } + grants.compactMap(\.approval) + relations.compactMap(\.approval)
    let targets = Set(
      [node.id, node.vendor].compactMap { $0 } + grants.map(\.id)
        + relations.flatMap { [$0.id, $0.target] }
    )
    return Set(named).sorted().flatMap { id -> [PermissionPattern] in
      guard let approval = scope.first(ProcurementApproval.self, id),
        targets.contains(approval.target), approval.kind != .commercial,
        approval.doubt(at: scope.asOf) == nil
      else { return [] }
      return (approval.approvedResources ?? []).map(PermissionPattern.init)
    }
  }

  private func record(of start: Int) -> (any EvidenceRecord)? {
    let node = graph.nodes[start]
    return scope.record(describing: node)
      ?? graph.edges(from: start).first.flatMap { scope.record(proving: graph.edges[$0]) }
  }
}
