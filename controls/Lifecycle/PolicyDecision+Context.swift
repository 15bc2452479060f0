import ControlTesting

extension PolicyDecision {
  /// Holds the decision to context: it was given each input that the policy requires, and the bundle
  /// that decided uses them all and denies by default.
  ///
  /// What a decision was given but its bundle does not use has decided nothing.
  func checkContext(_ scope: Scope) throws {
    let required = scope.policy.requiredDecisionInputs
    for input in required where !has(input) {
      throw Deviation(input, expected: "an input of the decision", observed: "not recorded")
    }
    guard let bundle = scope.first(PolicyBundle.self, self.bundle) else {
      throw Deviation(
        "policy of the decision",
        expected: "a policy bundle on record",
        observed: self.bundle.map { "\($0), not among the policy bundles" } ?? "not recorded"
      )
    }
    guard let used = bundle.inputsUsed else {
      throw Deviation(
        "inputs that the policy uses",
        expected: required.joined(separator: ", "),
        observed: "not recorded"
      )
    }
    let unused = required.filter { !used.contains($0) }
    if !unused.isEmpty {
      throw Deviation(
        "inputs that the policy uses",
        expected: required.joined(separator: ", "),
        observed: "without \(unused.joined(separator: ", "))"
      )
    }
    try expect("default of the policy", bundle.defaultEffect, .equal(.deny))
  }

  /// Whether an input stands in the decision's record.
  private func has(_ input: String) -> Bool {
    switch input {
    case "task": task != nil
    case "dataSensitivity": dataSensitivity != nil
    case "environment": environment != nil
    case "destination": destination != nil
    default: inputs?.contains(input) == true
    }
  }
}
