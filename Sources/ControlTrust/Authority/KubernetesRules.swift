import ControlModel

/// What the roles bound to one actor of a cluster allow; roles only ever add.
struct KubernetesRules: Sendable {
  /// One rule at one place.
  struct Rule: Sendable {
    /// The right that it comes from.
    let right: Entitlement
    /// Where it counts.
    let place: KubernetesPlace
    fileprivate let actions: [PermissionPattern]
  }

  private let rules: [Rule]

  /// Reads the rights of an actor and of its groups.
  init(_ rights: [Entitlement], in cluster: String) {
    rules = rights.flatMap { right -> [Rule] in
      let actions = right.actions.map(PermissionPattern.init)
      return right.resources.compactMap { KubernetesPlace($0, in: cluster) }.map {
        Rule(right: right, place: $0, actions: actions)
      }
    }
  }

  /// The rules that allow one of some verbs on one of some kinds.
  ///
  /// - Parameters:
  ///   - verbs: The verbs.
  ///   - kinds: The kinds, with their group before a stroke where it is not the core's, and with the
  ///     part of the object after one.
  /// - Returns: The rules in order. A rule about named objects does not allow to make one, since
  ///   nobody knows the name yet; parts of an object are made under the object's name.
  func rules(_ verbs: [String], _ kinds: [String]) -> [Rule] {
    let asked = verbs.flatMap { verb in
      kinds.flatMap { kind -> [(pattern: PermissionPattern, needsName: Bool)] in
        let isPart = Self.parts.contains(kind)
        let names = kind.contains("/") && !isPart ? [kind] : [kind, "*/\(kind)"]
        return names.map { (PermissionPattern("\($0):\(verb)"), verb == "create" && !isPart) }
      }
    }
    return rules.filter { rule in
      asked.contains { question in
        if question.needsName, case .object = rule.place { return false }
        return rule.actions.contains { $0.covers(question.pattern) }
      }
    }
  }

  /// The rules that allow everything.
  var everything: [Rule] { rules.filter { $0.actions.contains { $0.covers(Self.all) } } }

  /// The roles of a kind that are bound to the actor, with where they are bound.
  func bound(_ kind: String) -> [(name: String, rule: Rule)] {
    rules.compactMap { rule in
      guard rule.right.policy.hasPrefix("\(kind)/") else { return nil }
      return (String(rule.right.policy.dropFirst(kind.count + 1)), rule)
    }
  }

  private static let all = PermissionPattern("*:*")
  /// The kinds of the core that are parts of an object.
  private static let parts: Set = [
    "serviceaccounts/token", "pods/exec", "pods/attach", "pods/ephemeralcontainers", "nodes/proxy",
  ]
}

extension Entitlement {
  /// The cluster whose role the right comes from; `nil` for rights of other systems.
  var cluster: String? {
    guard via == .binding, policy.hasPrefix("ClusterRole/") || policy.hasPrefix("Role/") else {
      return nil
    }
    return KubernetesName(holder)?.cluster
  }
}
