import ControlTesting

extension Tool {
  /// Looks up the sandbox in which the tool runs code.
  ///
  /// - Throws: A ``Deviation`` where none is named, or none of that name is on record.
  func recordedSandbox(_ scope: Scope) throws -> Sandbox {
    guard let id = self.sandbox else {
      throw Deviation("sandbox", expected: "present", observed: "not recorded")
    }
    guard let sandbox = scope.first(Sandbox.self, id) else {
      throw Deviation(
        "sandbox",
        expected: "in the sandbox configuration",
        observed: "\(id), not in it"
      )
    }
    return sandbox
  }
}

extension Sandbox {
  /// Holds the sandbox to isolation that works, without root, host mounts or a free way out.
  ///
  /// What is only declared isolates nothing.
  func checkIsolation(_ scope: Scope) throws {
    try expect("basis of \(id)", basis, .oneOf([.configured, .observed]))
    try expect(
      "isolation of \(id)",
      isolation.rawValue,
      .oneOf(scope.policy.allowedIsolation)
    )
    try expect("root user in \(id)", runsAsRoot, .equal(false))
    try expect("privileged mode of \(id)", privileged, .equal(false))
    try expect("host mounts of \(id)", hostMounts, .empty)
    try checkEgress()
  }

  /// An allow list that lets everything through is an open door.
  private func checkEgress() throws {
    switch egress {
    case .denied: return
    case .open, .unknown:
      throw Deviation(
        "egress of \(id)",
        expected: "denied, or an allow list",
        observed: egress.rawValue
      )
    case .allowList:
      guard let egressDestinations, !egressDestinations.isEmpty else {
        throw Deviation(
          "egress destinations of \(id)",
          expected: "named",
          observed: egressDestinations == nil ? "not recorded" : "(none)"
        )
      }
      let everything: Set = ["*", "0.0.0.0/0", "::/0", "any", "all"]
      guard let open = egressDestinations.first(where: everything.contains) else { return }
      throw Deviation("egress destinations of \(id)", expected: "named", observed: open)
    }
  }
}
