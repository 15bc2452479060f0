import ControlTesting

extension Identity {
  /// States that at most one workload, one agent and one workload entry use the identity, and that
  /// somebody wrote down which.
  ///
  /// Each register is counted by itself, as the names of workloads differ between registers: an
  /// agent and the workload it runs in are one user.
  ///
  /// - Throws: A ``Deviation`` where there are more, or nobody knows.
  func expectOneServed(in scope: Scope) throws {
    let entries = scope.all(WorkloadEntry.self, where: \.identity, is: id)
    let running = scope.all(Agent.self, where: \.runsAs, is: id).filter { $0.status != .retired }
    for agent in agents ?? [] where scope.first(Agent.self, agent) == nil {
      throw Deviation(
        "agents",
        expected: "in the agent manifest",
        observed: "\(agent), not in the agent manifest"
      )
    }
    let listed = (agents ?? []).filter { scope.first(Agent.self, $0)?.status != .retired }
    try expectOne("workloads", workloads ?? [])
    try expectOne("agents", listed + running.map(\.id) + entries.compactMap(\.agent))
    try expectOne("workload entries", entries.map(\.name))
    if (workloads ?? []).isEmpty && listed.isEmpty && running.isEmpty && entries.isEmpty {
      throw Deviation(
        "workloads",
        expected: "one workload or agent recorded",
        observed: "not recorded"
      )
    }
  }

  private func expectOne(_ attribute: String, _ names: [String]) throws {
    let distinct = Set(names).sorted()
    if distinct.count > 1 {
      throw Deviation(
        attribute,
        expected: "one",
        observed: "\(distinct.count): \(distinct.joined(separator: ", "))"
      )
    }
  }

  /// What the identity may do by statements of its own and of the groups it is in.
  func allowances(in scope: Scope) -> [Entitlement] {
    ([id] + (memberOf ?? [])).flatMap { scope.allowances(of: $0) }
  }

  /// States that identity and resources are of one tenant.
  ///
  /// Where the subject serves several tenants, or one of the records names a tenant, all must. Some
  /// exports, AWS's among them, never say whose a resource is: then the asset inventory does.
  ///
  /// - Throws: A ``Deviation`` where a tenant is not recorded or another's.
  func expectOneTenant(_ allowances: [Entitlement], in scope: Scope) throws {
    let isShared =
      scope.subject.tenants.count > 1 || tenant != nil
      || allowances.contains { $0.resourceTenant != nil }
    if !isShared { return }
    try expect("tenant", tenant, .present)
    for allowance in allowances {
      for found in allowance.resourceTenants(in: scope) where found != tenant {
        throw Deviation(
          "tenant of resources",
          expected: tenant ?? "recorded",
          observed: "\(found ?? "not recorded"), by \(allowance.id)"
        )
      }
    }
  }
}

extension Entitlement {
  /// Whose the resources are: as the statement says, or of each resource as the inventory of assets
  /// says; `nil` for one of which nobody says it.
  fileprivate func resourceTenants(in scope: Scope) -> [String?] {
    if resourceTenant != nil || resources.isEmpty { return [resourceTenant] }
    return resources.map { scope.asset(holding: $0)?.tenant }
  }

  /// A resource without a bound in this statement, in words, or `nil` where each is bounded.
  ///
  /// `*` alone, or as all that names the resource within a service (`arn:aws:s3:::*`), has none; a
  /// pattern below a named resource (`arn:aws:s3:::claims/*`) has.
  var unboundedResource: String? {
    if !resolved { return "policy \(policy), not in the policy export" }
    if exceptResources != nil { return "everything but a list" }
    if resources.isEmpty { return "resources not recorded" }
    return resources.first { $0.split(separator: ":").last.map { $0 == "*" } ?? true }
  }
}

extension Scope {
  /// The asset that a resource of a statement is or lies in: `arn:aws:s3:::claims/in/*` lies in
  /// `arn:aws:s3:::claims`.
  fileprivate func asset(holding resource: String) -> Asset? {
    var name = resource[...]
    while true {
      if let asset = first(Asset.self, String(name)) { return asset }
      guard let slash = name.lastIndex(of: "/") else { return nil }
      name = name[..<slash]
    }
  }
}
