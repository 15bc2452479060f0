import ControlTesting

extension ToolCall {
  /// Holds the call to saying what set it off, and one that no request did to a policy that knows.
  func checkTrigger(_ scope: Scope) throws {
    switch trigger {
    case nil:
      if request != nil { return }
      throw Deviation("trigger", expected: "present", observed: "not recorded")
    case .request:
      try expect("request", request, .present)
    case .schedule, .event:
      try expect("job", job, .present)
      try checkCoverage(scope)
    case .agent, .untriggered:
      try checkCoverage(scope)
    }
  }

  /// The decision that let the call through was made by a policy on record that was told the trigger.
  private func checkCoverage(_ scope: Scope) throws {
    guard let decision = scope.first(PolicyDecision.self, self.decision) else {
      throw Deviation(
        "policy for self-started calls",
        expected: "a decision on record",
        observed: self.decision.map { "\($0), not in the decision log" } ?? "not recorded"
      )
    }
    try expect("effect of the decision", decision.effect, .equal(.allow))
    let names = scope.policy.triggerInputNames
    let inputs = decision.inputs ?? []
    if !inputs.contains(where: names.contains) {
      throw Deviation(
        "inputs of the decision",
        expected: "one of \(names.joined(separator: ", "))",
        observed: inputs.isEmpty ? "not recorded" : inputs.joined(separator: ", ")
      )
    }
    try decision.checkPoint(isNot: agent, scope)
  }
}
