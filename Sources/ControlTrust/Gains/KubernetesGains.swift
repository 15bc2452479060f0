import ControlModel

extension TrustGraphBuilder {
  /// How actors of Kubernetes clusters could gain rights that are not theirs.
  ///
  /// A group's ways start at the group, which its members stand behind; an actor with rights of its
  /// own has them together with those of its groups.
  mutating func addKubernetesGains(of inventory: Inventory, _ authority: AuthorityIndex) {
    let rights = inventory.records(Entitlement.self).filter {
      $0.isInForce(at: asOf) && $0.givesRights && $0.resolved && $0.cluster != nil
    }
    let clusters = Dictionary(grouping: rights) { $0.cluster ?? "" }
    for (cluster, rights) in clusters.sorted(by: { $0.key < $1.key }) {
      let actors = KubernetesActors(cluster, rights, inventory)
      for holder in actors.rights.keys.sorted() {
        let all = ([holder] + authority.groups(of: holder)).flatMap { actors.rights[$0] ?? [] }
        addGains(of: holder, KubernetesRules(all, in: cluster), actors)
      }
      addPowers(over: actors)
    }
  }

  private mutating func addGains(
    of holder: String,
    _ rules: KubernetesRules,
    _ actors: KubernetesActors
  ) {
    let start = node(.actor, holder, .identity)
    // Whoever may do everything in the cluster needs no detour.
    if rules.everything.contains(where: { $0.place == .cluster }) { return }
    for way in KubernetesWay.all {
      for rule in rules.rules(way.verbs, way.kinds) { take(way, start, rule, actors) }
    }
    addSecrets(start, rules, actors)
    addImpersonation(start, rules, actors)
    addBinding(start, rules, actors)
    addRoleChanges(start, rules, actors)
    addCertificates(start, rules, actors)
  }

  private mutating func take(
    _ way: KubernetesWay,
    _ start: Int,
    _ rule: KubernetesRules.Rule,
    _ actors: KubernetesActors
  ) {
    let title = "\(way.title) (\(rule.right.policy))"
    let own = rule.right.conditions ?? []
    switch way.gain {
    case .accounts(let conditions):
      let isNamed = way.kinds.contains { $0.hasPrefix("serviceaccounts") }
      for account in actors.accounts {
        let isIn =
          isNamed
          ? rule.place.holds(account.name, in: account.namespace)
          : rule.place.isIn(account.namespace)
        guard isIn else { continue }
        let end = node(.actor, account.id, .identity)
        gain(start, end, title, if: own + conditions, rule.right.locator)
      }
    case .running:
      // Nodes are the cluster's: a right in one namespace is none on them.
      if way.kinds == ["nodes/proxy"], case .namespace = rule.place { return }
      for account in actors.accounts where account.isRunning != false {
        guard way.kinds == ["nodes/proxy"] || rule.place.isIn(account.namespace) else { continue }
        var conditions = own
        if account.isRunning == nil { conditions.append("a pod runs as it") }
        if case .object(let name, _) = rule.place {
          conditions.append("\(name) is what runs as it")
        }
        let end = node(.actor, account.id, .identity)
        gain(start, end, title, if: conditions, rule.right.locator)
      }
    case .power(let conditions):
      if way.kinds.contains(where: { $0 == "persistentvolumes" || $0.contains("webhook") }) {
        // Neither volumes nor webhooks are of a namespace.
        guard rule.place.isOfCluster else { return }
      }
      let power = administrator(of: actors.cluster, rule.right.locator)
      gain(start, power, title, if: own + conditions, rule.right.locator)
    }
  }

  /// Secrets that may be read, as they are, through a pod, or as a token made for the purpose.
  private mutating func addSecrets(
    _ start: Int,
    _ rules: KubernetesRules,
    _ actors: KubernetesActors
  ) {
    let reading = rules.rules(["get", "list", "watch"], ["secrets"])
    for rule in reading {
      let title = "may read it (\(rule.right.policy))"
      for secret in actors.secrets ?? [] where rule.place.holds(secret.name, in: secret.namespace) {
        add(start, .holds, node(.secret, secret.id, .secret), rule.right.locator) { edge in
          edge.reason = title
          edge.conditions = rule.right.conditions ?? []
        }
      }
      guard actors.secrets == nil else { continue }
      for account in actors.accounts where rule.place.isIn(account.namespace) {
        let end = node(.actor, account.id, .identity)
        let conditions = ["a token of it is kept as a secret; none of the cluster is in evidence"]
        gain(start, end, "reads secrets (\(rule.right.policy))", if: conditions, rule.right.locator)
      }
    }
    for rule in rules.rules(KubernetesWay.starting.verbs, KubernetesWay.starting.kinds) {
      for secret in actors.secrets ?? [] where rule.place.holdsAll(of: secret.namespace) {
        add(start, .holds, node(.secret, secret.id, .secret), rule.right.locator) { edge in
          edge.isEscalation = true
          edge.reason = "starts a pod that mounts it (\(rule.right.policy))"
          edge.conditions = rule.right.conditions ?? []
        }
      }
    }
    for rule in rules.rules(["create"], ["secrets"]) {
      for account in actors.accounts where rule.place.holdsAll(of: account.namespace) {
        guard reading.contains(where: { $0.place.holdsAll(of: account.namespace) }) else {
          continue
        }
        let end = node(.actor, account.id, .identity)
        let title = "makes a secret that holds its token, and reads it (\(rule.right.policy))"
        gain(start, end, title, rule.right.locator)
      }
    }
  }

  /// Administrators of a cluster or namespace may become whoever is in it.
  private mutating func addPowers(over actors: KubernetesActors) {
    let accounts = actors.accounts.map { (id: $0.id, locator: $0.locator) }
    if let power = existing(.entitlement, "administrator of \(actors.cluster)") {
      gainAll(power, accounts + actors.users.map { (id: $0.id, locator: $0.locator) })
    }
    let byNamespace = Dictionary(grouping: actors.accounts, by: \.namespace)
    for (namespace, accounts) in byNamespace.sorted(by: { $0.key < $1.key }) {
      let name = "administrator of \(actors.cluster)/\(namespace)"
      guard let power = existing(.entitlement, name) else { continue }
      gainAll(power, accounts.map { (id: $0.id, locator: $0.locator) })
    }
  }
}

extension KubernetesPlace {
  /// Whether something of a namespace may lie in it.
  func isIn(_ namespace: String) -> Bool {
    switch self {
    case .cluster: true
    case .namespace(let own): own == namespace
    case .object(_, let own): own == nil || own == namespace
    }
  }

  /// Whether it counts for things that are of no namespace.
  var isOfCluster: Bool {
    switch self {
    case .cluster: true
    case .namespace: false
    case .object(_, let namespace): namespace == nil
    }
  }
}
