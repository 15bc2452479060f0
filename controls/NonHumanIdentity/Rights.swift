import ControlTesting

/// What one or several identities may do together.
struct Rights {
  /// The statements that give rights.
  let statements: [Entitlement]
  private let plain: [(actions: [ActionPattern], resources: [ActionPattern])]
  private let denied: [ActionPattern]

  init(of holders: Set<String>, in scope: Scope) {
    let all = holders.sorted().flatMap { scope.all(Entitlement.self, where: \.holder, is: $0) }
    statements = all.filter(\.gives)
    // A statement with exceptions or conditions gives less than it says: it covers nothing here.
    plain = statements.filter {
      $0.resolved && $0.exceptActions == nil && $0.exceptResources == nil && $0.conditions == nil
    }.map { ($0.actions.map(ActionPattern.init), $0.resources.map(ActionPattern.init)) }
    denied = all.filter { $0.effect == .deny }.flatMap(\.actions).map(ActionPattern.init)
  }

  /// The first permission of a statement that these rights do not hold, in words.
  func uncovered(by statement: Entitlement) -> String? {
    for action in statement.actions {
      let pattern = ActionPattern(action)
      let isDenied = denied.contains { $0.covers(pattern) || pattern.covers($0) }
      for resource in statement.resources
      where isDenied || !allows(pattern, ActionPattern(resource)) {
        return "\(action) on \(resource)"
      }
    }
    return statement.actions.isEmpty || statement.resources.isEmpty
      ? "actions or resources not recorded" : nil
  }

  private func allows(_ action: ActionPattern, _ resource: ActionPattern) -> Bool {
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
    while let current = frontier.popLast() {
      for hop in trust.hops(from: current) where hop.kind == .memberOf || hop.kind == .runsAs {
        if selves.insert(hop.to).inserted { frontier.append(hop.to) }
      }
    }
    return selves
  }

  /// The identities that a node is trusted to become, in words, and why that is not approved.
  ///
  /// Trust in a whole account is trust in each identity of it, and trust in anyone in all.
  func assumptions(from node: String) -> [(target: String, words: String, fault: String?)] {
    var relations = all(TrustRelation.self, where: \.trustedIdentity, is: node)
    relations += all(TrustRelation.self, where: \.principal, is: node).filter {
      $0.trustedIdentity != node
    }
    let account = first(Identity.self, node)?.account
    relations += all(TrustRelation.self, where: \.principal, is: account).filter {
      $0.principalKind == .account
    }
    relations += all(TrustRelation.self, where: \.anyone, is: "anyone")
    return relations.filter { !$0.expiresAt.hasPassed(at: asOf) && $0.target != node }.map {
      ($0.target, words(of: $0, from: node), approvalFault(of: $0))
    }
  }

  private func words(of relation: TrustRelation, from node: String) -> String {
    let hop = trust.hops(from: node).first {
      $0.kind == .mayAssume && $0.locator == relation.locator
    }
    return hop?.words
      ?? "\(node) mayAssume \(relation.target), as \(relation.principal) [\(relation.locator)]"
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

extension TrustRelation {
  /// `anyone` where whoever asks is trusted, else `nil`: the form that a look-up takes.
  fileprivate var anyone: String? { principalKind == .anyone ? "anyone" : nil }
}
