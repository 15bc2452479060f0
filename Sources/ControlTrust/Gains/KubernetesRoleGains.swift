import ControlModel

/// The ways that need several rules together.
extension TrustGraphBuilder {
  private static let rbac = "rbac.authorization.k8s.io"

  /// Acting as users and groups.
  ///
  /// Impersonation of a group needs that of a user or service account beside it.
  mutating func addImpersonation(
    _ start: Int,
    _ rules: KubernetesRules,
    _ actors: KubernetesActors
  ) {
    let users = rules.rules(["impersonate"], ["users"]).filter(\.place.isOfCluster)
    for rule in users {
      let title = "acts as it by a header of its requests (\(rule.right.policy))"
      for user in actors.users where rule.place.holds(user.name, in: nil) {
        gain(start, node(.actor, user.id, .identity), title, rule.right.locator)
      }
      guard rule.place == .cluster else { continue }
      let power = administrator(of: actors.cluster, rule.right.locator)
      let conditions = ["a user of the cluster may change rights"]
      gain(
        start,
        power,
        "acts as any user (\(rule.right.policy))",
        if: conditions,
        rule.right.locator
      )
    }
    if users.isEmpty, rules.rules(["impersonate"], ["serviceaccounts"]).isEmpty { return }
    for rule in rules.rules(["impersonate"], ["groups"])
    where rule.place.isOfCluster && rule.place.holds("system:masters", in: nil) {
      let power = administrator(of: actors.cluster, rule.right.locator)
      gain(start, power, "acts as system:masters (\(rule.right.policy))", rule.right.locator)
    }
  }

  /// Binding roles that one does not hold: the verb `bind`, and a binding that one may write.
  mutating func addBinding(
    _ start: Int,
    _ rules: KubernetesRules,
    _ actors: KubernetesActors
  ) {
    let writing = ["create", "update", "patch"]
    let whole = rules.rules(writing, ["\(Self.rbac)/clusterrolebindings"])
      .contains { $0.place.isOfCluster }
    let bindings = rules.rules(writing, ["\(Self.rbac)/rolebindings"])
    for kind in ["ClusterRole", "Role"] {
      for rule in rules.rules(["bind"], ["\(Self.rbac)/\(kind.lowercased())s"]) {
        if whole, kind == "ClusterRole", rule.place.isOfCluster {
          bind(kind, rule, start, actors.cluster, actors)
        }
        for binding in bindings {
          // The narrower of the two places is where the role can be bound.
          let places = [rule.place, binding.place].compactMap(\.namespace)
          if Set(places).count > 1 { continue }
          let scope = places.first.map { "\(actors.cluster)/\($0)" }
          if let scope {
            bind(kind, rule, start, scope, actors)
          } else if !whole || kind == "Role" {
            for namespace in Set(actors.accounts.map(\.namespace)).sorted() {
              bind(kind, rule, start, "\(actors.cluster)/\(namespace)", actors)
            }
          }
        }
      }
    }
  }

  private mutating func bind(
    _ kind: String,
    _ rule: KubernetesRules.Rule,
    _ start: Int,
    _ scope: String,
    _ actors: KubernetesActors
  ) {
    let title = "binds a role to itself (\(rule.right.policy))"
    let locator = rule.right.locator
    guard case .object(let name, _) = rule.place else {
      // Which roles there are in a namespace nobody knows; of the cluster's there is always one.
      let conditions = kind == "Role" ? ["a role there gives all power over \(scope)"] : []
      gain(start, administrator(of: scope, locator), title, if: conditions, locator)
      return
    }
    if kind == "ClusterRole", name == "cluster-admin" {
      gain(start, administrator(of: scope, locator), title, locator)
      return
    }
    let rights = actors.rightsByRole["\(kind)/\(name)"] ?? []
    if rights.isEmpty {
      let conditions = ["\(kind)/\(name), which is not in evidence, gives all power over \(scope)"]
      gain(start, administrator(of: scope, locator), title, if: conditions, locator)
    }
    for right in rights {
      gain(start, node(.entitlement, right.id, .entitlement), title, locator)
    }
    let allows = KubernetesRules(rights, in: actors.cluster)
    if !allows.everything.isEmpty {
      gain(start, administrator(of: scope, locator), title, locator)
    }
  }

  /// Writing more into a role than one has: the verb `escalate`, and a role that one may change.
  mutating func addRoleChanges(
    _ start: Int,
    _ rules: KubernetesRules,
    _ actors: KubernetesActors
  ) {
    for kind in ["ClusterRole", "Role"] {
      let roles = ["\(Self.rbac)/\(kind.lowercased())s"]
      let changing = rules.rules(["update", "patch"], roles)
      for rule in rules.rules(["escalate"], roles) {
        let title = "writes more into a role (\(rule.right.policy))"
        let locator = rule.right.locator
        var isOwn = false
        for (name, bound) in rules.bound(kind) {
          let namespace = kind == "Role" ? bound.place.namespace : nil
          guard rule.place.holds(name, in: namespace),
            changing.contains(where: { $0.place.holds(name, in: namespace) })
          else { continue }
          isOwn = true
          let scope = bound.place.namespace.map { "\(actors.cluster)/\($0)" } ?? actors.cluster
          gain(start, administrator(of: scope, locator), title, locator)
        }
        if isOwn || changing.isEmpty { continue }
        let scope = rule.place.namespace.map { "\(actors.cluster)/\($0)" } ?? actors.cluster
        let conditions = ["the role is bound to something within its reach"]
        gain(start, administrator(of: scope, locator), title, if: conditions, locator)
      }
    }
  }

  /// Certificates for any user: asking for one, approving it, and the signer that clients trust.
  mutating func addCertificates(
    _ start: Int,
    _ rules: KubernetesRules,
    _ actors: KubernetesActors
  ) {
    let group = "certificates.k8s.io"
    let requests = "\(group)/certificatesigningrequests"
    guard !rules.rules(["create"], [requests]).isEmpty,
      !rules.rules(["approve"], ["\(group)/signers"]).filter({ rule in
        ["kubernetes.io/kube-apiserver-client", "kubernetes.io/*"].contains {
          rule.place.holds($0, in: nil)
        }
      }).isEmpty
    else { return }
    for rule in rules.rules(["update", "patch"], ["\(requests)/approval"])
    where rule.place.isOfCluster {
      let power = administrator(of: actors.cluster, rule.right.locator)
      let title = "approves a certificate for any user (\(rule.right.policy))"
      gain(start, power, title, rule.right.locator)
    }
  }
}

extension KubernetesPlace {
  /// The namespace that it keeps to; `nil` for the whole cluster.
  var namespace: String? {
    switch self {
    case .cluster: nil
    case .namespace(let own): own
    case .object(_, let own): own
    }
  }
}
