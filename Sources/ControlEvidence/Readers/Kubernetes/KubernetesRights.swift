import ControlModel

/// What the roles of a cluster allow to those who are bound to them.
struct KubernetesRights {
  private let cluster: KubernetesCluster
  private let bindings: [KubernetesObject]
  private var roles: [String: KubernetesObject] = [:]

  /// Collects the roles by name.
  init(_ objects: [KubernetesObject], _ cluster: KubernetesCluster) {
    self.cluster = cluster
    bindings = objects.filter { $0.kind == .roleBinding || $0.kind == .clusterRoleBinding }
    for object in objects where object.kind == .role || object.kind == .clusterRole {
      roles[Self.key(object.kind.rawValue, object.name, object.namespace)] = object
    }
  }

  private static func key(_ kind: String, _ name: String, _ namespace: String?) -> String {
    "\(namespace ?? "")/\(kind)/\(name)"
  }

  /// Adds a right for each subject and rule.
  func add(into sink: inout RecordSink) {
    for binding in bindings {
      sink.attempt { (sink) throws(Diagnostic) in try add(binding, into: &sink) }
    }
  }

  private func add(
    _ binding: KubernetesObject,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    guard let reference = binding.cursor["roleRef"] else {
      throw binding.cursor.malformed(found: "no roleRef", needed: "the role that is bound")
    }
    let kind = try reference.required("kind")
    let name = try reference.required("name")
    let namespace = kind == "Role" ? binding.namespace : nil
    let role = roles[Self.key(kind, name, namespace)]
    let rules =
      try role.map { (role) throws(Diagnostic) in try KubernetesRule.all(of: role) } ?? nil
    let created = try binding.createdAt()
    // A binding whose subjects are gone binds nobody.
    for subject in try binding.cursor.list("subjects") {
      sink.attempt { (sink) throws(Diagnostic) in
        let holder = try self.holder(subject, binding)
        let prefix = "\(cluster.object(binding.kind.rawValue, binding.name, in: binding.namespace))"
        func right(_ rule: KubernetesRule?, _ number: Int) -> Entitlement {
          Entitlement(
            id: "\(prefix)#\(holder)#\(number)",
            holder: holder,
            effect: .allow,
            actions: rule?.actions ?? [],
            resources: rule?.resources(in: cluster.name, binding.namespace)
              ?? [KubernetesRule.place(in: cluster.name, binding.namespace)],
            via: .binding,
            policy: "\(kind)/\(name)",
            resolved: rule != nil,
            administrative: rule?.isAdministrative
              ?? (kind == "ClusterRole" && name == "cluster-admin" ? true : nil),
            tenant: binding.mark("tenant"),
            environment: binding.mark("environment"),
            basis: .configured,
            grantedAt: created,
            expiresAt: .never,
            locator: binding.cursor.locator
          )
        }
        guard let rules else {
          sink.add(right(nil, 0))
          return
        }
        for (offset, rule) in rules.enumerated() { sink.add(right(rule, offset + 1)) }
      }
    }
  }

  private func holder(
    _ subject: Cursor,
    _ binding: KubernetesObject
  ) throws(Diagnostic) -> String {
    let name = try subject.required("name")
    switch try subject.required("kind") {
    case "ServiceAccount":
      guard let namespace = subject["namespace"]?.text ?? binding.namespace else {
        throw subject.malformed(found: "no namespace", needed: "that of the service account")
      }
      return cluster.serviceAccount(name, in: namespace)
    case "User":
      // The user name of a service account is the account itself.
      return name.hasPrefix("system:") ? "\(cluster.name)/\(name)" : "\(cluster.name)/user:\(name)"
    case "Group": return cluster.group(name)
    case let other:
      throw subject.malformed(
        found: "a subject of kind \"\(clipped(other))\"",
        needed: "ServiceAccount, User or Group"
      )
    }
  }
}

/// One rule of a role.
struct KubernetesRule {
  private let verbs: [String]
  private let groups: [String]
  private let kinds: [String]
  private let names: [String]
  private let paths: [String]

  /// The rules of a role; `nil` for a role that the cluster itself fills from others and that stands
  /// here unfilled.
  static func all(of role: KubernetesObject) throws(Diagnostic) -> [KubernetesRule]? {
    if role.cursor["rules"] == nil, role.cursor["aggregationRule"] != nil { return nil }
    var rules: [KubernetesRule] = []
    for rule in try role.cursor.list("rules") {
      guard let verbs = try rule.textList("verbs") else {
        throw rule.malformed(found: "no verbs", needed: "what the rule allows")
      }
      rules.append(
        KubernetesRule(
          verbs: verbs,
          groups: try rule.textList("apiGroups") ?? [],
          kinds: try rule.textList("resources") ?? [],
          names: try rule.textList("resourceNames") ?? [],
          paths: try rule.textList("nonResourceURLs") ?? []
        )
      )
    }
    return rules
  }

  /// What may be done, as `resource:verb`, with the group before a resource that is not of the core:
  /// `secrets:get`, `apps/deployments:*`, `*:*`.
  var actions: [String] {
    var actions: [String] = []
    for verb in verbs {
      for kind in kinds {
        for group in groups.isEmpty ? [""] : groups {
          let isAll = group == "*" && kind == "*"
          actions.append(group.isEmpty || isAll ? "\(kind):\(verb)" : "\(group)/\(kind):\(verb)")
        }
      }
      if !paths.isEmpty { actions.append("url:\(verb)") }
    }
    return actions
  }

  /// On what: the whole cluster, one namespace, or named objects in either.
  func resources(in cluster: String, _ namespace: String?) -> [String] {
    if kinds.isEmpty, !paths.isEmpty {
      return paths.map { $0.hasPrefix("/") ? "\(cluster)\($0)" : "\(cluster)/\($0)" }
    }
    let place = Self.place(in: cluster, namespace)
    return names.isEmpty ? [place] : names.map { "\(place)/\($0)" }
  }

  /// All of a namespace, or of the cluster where there is none.
  static func place(in cluster: String, _ namespace: String?) -> String {
    "\(cluster)/\(namespace ?? "*")"
  }

  /// Whether the rule gives power over rights themselves: everything, writing bindings, or the verbs
  /// `escalate`, `bind` and `impersonate`.
  var isAdministrative: Bool {
    let writing: Set = ["*", "create", "update", "patch"]
    let isAny = { (list: [String], name: String) in list.contains(name) || list.contains("*") }
    if [kinds, groups, verbs].allSatisfy({ $0.contains("*") }) { return true }
    if verbs.contains("impersonate") { return true }
    guard isAny(groups, "rbac.authorization.k8s.io"), names.isEmpty else { return false }
    if verbs.contains(where: { ["escalate", "bind"].contains($0) }) { return true }
    return ["rolebindings", "clusterrolebindings"].contains { isAny(kinds, $0) }
      && verbs.contains(where: writing.contains)
  }
}
