import ControlTesting

/// REV-1: access was cut off within the limit, with no success after the order.
enum RevocationRule: ExerciseRule {
  static let scenarios: [Drill.Scenario] = [
    .revocation, .productCompromise, .tenantCompromise, .integrationCompromise,
  ]

  static func check(_ drill: Drill, _ scope: Scope) throws {
    try drill.checkCutOff(within: scope.policy.revocationLimit)
  }
}

/// REV-2: compromise of the product, of a tenant and of an integration were each exercised, and cut
/// off in time; the exercise of a tenant says of which.
enum CompromiseRule: ExerciseRule {
  static let scenarios: [Drill.Scenario] = [
    .productCompromise, .tenantCompromise, .integrationCompromise,
  ]
  static let needsEach = true

  static func check(_ drill: Drill, _ scope: Scope) throws {
    if drill.scenario == .tenantCompromise { try expect("tenant", drill.tenant, .present) }
    try drill.checkCutOff(within: scope.policy.revocationLimit)
  }
}

/// REV-3: each of the places where access may linger was probed after it had been refused, and
/// nothing was left there.
enum ResidualRule: ExerciseRule {
  static let scenarios = RevocationRule.scenarios
  static let places: [Drill.Probed] = [.credential, .session, .cache, .job, .replica]

  static func check(_ drill: Drill, _ scope: Scope) throws {
    let unprobed = places.filter { drill.probed?.contains($0) != true }
    if !unprobed.isEmpty {
      throw Deviation(
        "probed places",
        expected: places.map(\.rawValue).joined(separator: ", "),
        observed: drill.probed == nil
          ? "not recorded" : "without \(unprobed.map(\.rawValue).joined(separator: ", "))"
      )
    }
    try expect("residual access", drill.residuals?.map(\.rawValue), .empty)
    let denied = try drill.instant("first refusal", drill.firstDeniedAt)
    let probed = try drill.instant("time of the probes", drill.effectVerifiedAt)
    if probed < denied || probed > scope.asOf {
      throw Deviation(
        "time of the probes",
        expected: "after the first refusal at \(denied)",
        observed: probed.description
      )
    }
    try drill.checkLastSuccess(atOrBefore: denied, "the first refusal")
  }
}

/// REV-4: the customer gave the order, and nobody had to wait for the supplier or clean up by hand.
enum CustomerRule: ExerciseRule {
  static let scenarios = RevocationRule.scenarios

  static func check(_ drill: Drill, _ scope: Scope) throws {
    try expect("started by", drill.startedBy, .equal(.customer))
    try expect("steps of the supplier's staff", drill.vendorSteps, .equal(0))
    guard let steps = drill.manualSteps, steps >= 0, steps <= scope.policy.maximumManualSteps
    else {
      throw Deviation(
        "manual steps",
        expected: "at most \(scope.policy.maximumManualSteps)",
        observed: drill.manualSteps.map(String.init) ?? "not recorded"
      )
    }
  }
}
