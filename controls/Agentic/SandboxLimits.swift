import ControlTesting

/// ASI05-2: each sandbox has limits on what it may use up, and each agent runs in one.
///
/// Holds nothing of the sandboxes.
struct SandboxLimits: Fold {
  mutating func observe(_ sandbox: Sandbox, _ scope: Scope) throws {
    try sandbox.checkTimeLimit(scope)
    try sandbox.check("memory limit", sandbox.memoryLimitInBytes, "bytes")
    try sandbox.check("process limit", sandbox.processLimit, "processes")
    try sandbox.check("disk limit", sandbox.diskLimitInBytes, "bytes")
  }

  mutating func merge(_ later: SandboxLimits) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    let agents = scope.records(Agent.self).filter { $0.status == .enabled }
    if agents.isEmpty {
      return [
        Deviation(
          "agents",
          expected: "at least one enabled in the agent manifest",
          observed: "none"
        )
      ]
    }
    return agents.compactMap { agent in
      if scope.first(Sandbox.self, agent.sandbox) != nil { return nil }
      return Deviation(
        "sandbox of the workload",
        expected: "in the sandbox configuration",
        observed: agent.sandbox.map { "\($0), not in it" } ?? "not recorded",
        record: agent
      )
    }
  }
}

extension Sandbox {
  /// A limit on time may also stand in the limit configuration, for the workload.
  fileprivate func checkTimeLimit(_ scope: Scope) throws {
    if let timeLimit, timeLimit > .zero { return }
    let enforced = scope.all(Limit.self, where: \.scope, is: workload).contains { limit in
      limit.scopeKind == .workload && limit.kind == .time && limit.isEnforced && limit.value > 0
    }
    if enforced { return }
    throw Deviation(
      "time limit",
      expected: "more than none, in the sandbox or the limit configuration",
      observed: timeLimit?.words ?? "not recorded"
    )
  }

  fileprivate func check(_ attribute: String, _ value: Int?, _ unit: String) throws {
    if let value, value > 0 { return }
    throw Deviation(
      attribute,
      expected: "more than 0 \(unit)",
      observed: value.map { "\($0) \(unit)" } ?? "not recorded"
    )
  }
}
