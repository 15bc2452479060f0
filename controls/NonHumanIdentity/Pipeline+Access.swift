import ControlTesting

extension Pipeline {
  /// States that the pipeline signs in to no cloud with a stored key.
  ///
  /// - Throws: A ``Deviation`` for the first sign of one, or where nobody listed what it holds.
  func expectNoStaticAccess(in scope: Scope) throws {
    try expect("cloud access", cloudAccess.rawValue, .oneOf(["federated", "noAccess"]))
    try expect("credentials", credentials, .present)
    for id in credentials ?? [] {
      guard let credential = scope.first(Credential.self, id) else {
        throw Deviation(
          "credentials",
          expected: "in the credential report",
          observed: "\(id), not in the credential report"
        )
      }
      if credential.isUsable && credential.isStatic(in: scope) {
        throw Deviation(
          "credentials",
          expected: "none that is static",
          observed: "\(id), static \(credential.kind.rawValue)"
        )
      }
    }
  }

  /// States that the repository was scanned for secrets and that every secret found is dead.
  ///
  /// The run's own count is compared with the findings read, so that a finding cannot be left out.
  ///
  /// - Throws: A ``Deviation`` where the scan is missing, failed, short of findings, or found one.
  func expectCleanScan(in scope: Scope) throws {
    let runs = scope.all(ScanRun.self, where: \.target, is: repository)
    guard let run = runs.max(by: { $0.startedAt < $1.startedAt }) else {
      throw Deviation(
        "secret scan",
        expected: "a run over \(repository)",
        observed: "none recorded"
      )
    }
    if !run.succeeded {
      throw Deviation("secret scan", expected: "succeeded", observed: "run \(run.id) failed")
    }
    let findings = scope.all(SecretFinding.self, where: \.target, is: repository)
    let ofRun = findings.filter { $0.run == run.id }.count
    try expect("findings counted by run \(run.id)", run.findingCount, .equal(ofRun))
    if let open = findings.first(where: { $0.mayStillWork }) {
      throw Deviation(
        "secret in the repository",
        expected: "dead, revoked or a false positive",
        observed: "\(open.rule), \(open.liveness.rawValue), \(open.disposition.rawValue)"
      )
    }
  }
}

extension SecretFinding {
  /// Whether the secret may still open something; accepting or suppressing it does not kill it.
  fileprivate var mayStillWork: Bool {
    liveness != .dead && disposition != .revoked && disposition != .falsePositive
  }
}
