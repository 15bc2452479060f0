import ControlTesting

extension MemoryStore {
  /// Holds the store to one place for each tenant, chosen by a key that callers cannot leave out.
  ///
  /// A filter in each query keeps tenants apart only while every query has it. What is only declared
  /// keeps nothing apart.
  func checkPartition() throws {
    try expect("basis", basis, .oneOf([.configured, .observed]))
    try expect("partitioning", partitioning, .oneOf([.tenantStore, .tenantNamespace]))
    guard let tenantKey, !tenantKey.isEmpty else {
      throw Deviation("tenant key", expected: "present", observed: "not recorded")
    }
  }

  /// The agents that use the store, by its own record and by theirs, without retired ones.
  func users(_ scope: Scope) throws -> [Agent] {
    let listed = try (agents ?? []).map { id in
      guard let agent = scope.first(Agent.self, id) else {
        throw Deviation(
          "agents of the store",
          expected: "in the agent manifest",
          observed: "\(id), not in it"
        )
      }
      return agent
    }
    let known = Set(listed.map(\.id))
    let others = scope.all(Agent.self, where: \.memoryStores, contains: id)
    return (listed + others.filter { !known.contains($0.id) })
      .filter { $0.status != .retired }.sorted { $0.id < $1.id }
  }

  /// Holds the store to poisoning tests of the running version of each agent that uses it.
  func checkPoisoningTests(_ scope: Scope) throws {
    let users = try users(scope)
    if users.isEmpty {
      throw Deviation(
        "agents of the store",
        expected: "at least one",
        observed: agents == nil ? "not recorded" : "(none)"
      )
    }
    let evaluations = scope.all(Evaluation.self, where: \.target, is: id)
      .filter { $0.targetKind == .memoryStore }
    for user in users {
      let tests = try TestsInDate(
        on: "memory-poisoning",
        among: evaluations.filter { $0.agent == user.id },
        of: user.id,
        inVersion: user.version,
        scope
      )
      try tests.checkComplete()
      try tests.checkResistance(atLeast: scope.policy.minimumPoisoningResistance)
    }
  }
}
