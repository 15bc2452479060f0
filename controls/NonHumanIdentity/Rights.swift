import ControlTesting
import SuiteVocabulary

/// What one or several identities may do together.
struct Rights {
  /// The statements that give rights.
  let statements: [Entitlement]
  private let plain: [(actions: [PermissionPattern], resources: [PermissionPattern])]
  private let denied: [PermissionPattern]

  init(of holders: Set<String>, in scope: Scope) {
    let all = holders.sorted().flatMap { scope.all(Entitlement.self, where: \.holder, is: $0) }
    statements = all.filter(\.gives)
    // A statement with exceptions or conditions gives less than it says: it covers nothing here.
    plain = statements.filter {
      $0.resolved && $0.exceptActions == nil && $0.exceptResources == nil && $0.conditions == nil
    }.map { ($0.actions.map(PermissionPattern.init), $0.resources.map(PermissionPattern.init)) }
    denied = all.filter { $0.effect == .deny }.flatMap(\.actions).map(PermissionPattern.init)
  }

  /// The first permission of a statement that these rights do not hold, in words.
  func uncovered(by statement: Entitlement) -> String? {
    for action in statement.actions {
      let pattern = PermissionPattern(action)
      let isDenied = denied.contains { $0.covers(pattern) || pattern.covers($0) }
      for resource in statement.resources
      where isDenied || !allows(pattern, PermissionPattern(resource)) {
        return "\(action) on \(resource)"
      }
    }
    return statement.actions.isEmpty || statement.resources.isEmpty
      ? "actions or resources not recorded" : nil
  }

  private func allows(_ action: PermissionPattern, _ resource: PermissionPattern) -> Bool {
    plain.contains { own in
      own.actions.contains { $0.covers(action) } && own.resources.contains { $0.covers(resource) }
    }
  }
}

extension Scope {
  /// A node with all whose rights it has by being in them or running as them.
  func selves(of node: String) -> Set<String> {
    var selves: Set<String> = [node]
    var frontier = [node]
    let graph = trust
    while let current = frontier.popLast() {
      guard let index = graph.node(current, in: .actor) else { continue }
      for edge in graph.edges(from: index).map({ graph.edges[$0] })
      where edge.isTraversable && (edge.kind == .memberOf || edge.kind == .runsAs) {
        let name = graph.nodes[edge.to].id
        if name == TrustGraph.anyone { continue }
        if selves.insert(name).inserted { frontier.append(name) }
      }
    }
    return selves
  }

  /// The identities that a node may become, in words, and why that is not approved.
  ///
  /// Disabled ones count: who can become an identity can once it is enabled again.
  func assumptions(from node: String) -> [(target: String, words: String, fault: String?)] {
    let graph = trust
    let starts = [node, TrustGraph.anyone].compactMap { graph.node($0, in: .actor) }
    return starts.flatMap { graph.edges(from: $0) }.compactMap { index in
      let edge = graph.edges[index]
      guard edge.kind == .mayAssume, edge.isTraversable, !edge.isEscalation else { return nil }
      let target = graph.nodes[edge.to].id
      let relation = all(TrustRelation.self, where: \.target, is: target).first {
        $0.locator == edge.locator
      }
      guard let relation, target != node else { return nil }
      return (target, graph.words(of: edge), approvalFault(of: relation))
    }
  }

  private func approvalFault(of relation: TrustRelation) -> String? {
    do {
      try expectApproval(relation.approval, of: [relation.id, relation.target])
      return nil
    } catch let deviation as Deviation {
      return "approval of \(relation.id) \(deviation.observed)"
    } catch {
      return "approval of \(relation.id) \(error)"
    }
  }
}
