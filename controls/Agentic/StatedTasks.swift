import ControlTesting

/// ASI01-4: each decision was made with the task before it, and a call was let through only for the
/// task that its decision was about.
///
/// Holds nothing of decisions or calls.
struct StatedTasks: Fold {
  static var watched: [Watched<Self>] {
    [Watched(ToolCall.self) { _, call, scope in try call.checkTask(scope) }]
  }

  /// What was refused let nothing through, whatever its input lacked.
  static func isMember(_ decision: PolicyDecision, _ scope: Scope) -> Bool {
    decision.effect != .deny
  }

  mutating func observe(_ decision: PolicyDecision, _ scope: Scope) throws {
    try expect("task", decision.task, .present)
    let names = scope.policy.taskInputNames
    guard let inputs = decision.inputs else {
      throw Deviation(
        "inputs",
        expected: "one of \(names.joined(separator: ", "))",
        observed: "not recorded"
      )
    }
    if inputs.contains(where: names.contains) { return }
    throw Deviation(
      "inputs",
      expected: "one of \(names.joined(separator: ", "))",
      observed: inputs.isEmpty ? "(none)" : inputs.joined(separator: ", ")
    )
  }

  mutating func merge(_ later: StatedTasks) {}

  func deviations(_ scope: Scope) -> [Deviation] { [] }
}

extension ToolCall {
  /// Holds a call that was let through to the task that its decision was about.
  ///
  /// A call without a decision is the concern of ASI02-2.
  fileprivate func checkTask(_ scope: Scope) throws {
    guard wasLetThrough, let decision = scope.first(PolicyDecision.self, self.decision) else {
      return
    }
    guard let decided = decision.task else {
      // A decision that refused nothing deviates itself.
      if decision.effect != .deny { return }
      throw Deviation("task of \(decision.id)", expected: "present", observed: "not recorded")
    }
    guard let task else {
      throw Deviation("task of the call", expected: decided, observed: "not recorded")
    }
    if task != decided {
      throw Deviation(
        "task of the call",
        expected: "\(decided), which \(decision.id) was about",
        observed: task
      )
    }
  }
}
