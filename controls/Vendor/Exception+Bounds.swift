import ControlTesting
import SuiteVocabulary

extension Exception {
  /// Whether the exception is, or was and nobody has retired it.
  func isOpen(at instant: Instant) -> Bool {
    (state == .active || state == .expired) && !retiredAt.hasPassed(at: instant)
  }

  /// States that the exception is of a kind that may be, ends in time, is somebody's to retire, was
  /// approved by another, and excuses something that there is.
  func checkBounds(_ scope: Scope) throws {
    guard let maximum = maximum(scope.policy) else {
      throw Deviation(
        "kind",
        expected: "one of sandbox, emergency, trial",
        observed: kind.rawValue
      )
    }
    let end = try scope.expectAhead("end", expiresAt)
    try expect("length", end.duration(since: startsAt), .atMost(maximum))
    try scope.expectActiveOwner("owner", owner)
    try expectApprover(scope)
    try scope.expectActiveOwner("who retires it", retiredBy)
    let retirers = scope.all(RoleHolder.self, where: \.person, is: retiredBy)
    if !retirers.contains(where: { $0.kind == .person }) {
      throw Deviation(
        "who retires it",
        expected: "a person",
        observed: "\(retiredBy ?? ""), \(retirers.first?.kind.rawValue ?? "unknown")"
      )
    }
    try expect("reason", reason.nonBlank, .present)
    try expect("compensating control", compensatingControl?.nonBlank, .present)
    try expectObject(scope)
  }

  private func maximum(_ policy: Policy) -> Duration? {
    switch kind {
    case .sandbox: policy.maximumSandboxException
    case .emergency: policy.maximumEmergencyException
    case .trial: policy.maximumTrialException
    case .standing, .legacy, .other: nil
    }
  }

  private func expectApprover(_ scope: Scope) throws {
    try scope.expectActiveOwner("approver", approver)
    if approver == owner || approver == requester || approver == retiredBy {
      throw Deviation(
        "approver",
        expected: "other than who owns, asked for or retires it",
        observed: approver ?? ""
      )
    }
    guard let approved = approvedAt.instant, approved <= startsAt else {
      throw Deviation(
        "approved",
        expected: "at or before its start at \(startsAt)",
        observed: approvedAt.description
      )
    }
  }

  /// What excuses nothing is a door that somebody keeps open for later.
  private func expectObject(_ scope: Scope) throws {
    if control?.nonBlank == nil && requirement?.nonBlank == nil {
      throw Deviation(
        "what it is from",
        expected: "a control or a requirement",
        observed: "not recorded"
      )
    }
    if scope.isOnRecord(target) { return }
    throw Deviation(
      "what it excuses",
      expected: "something on record",
      observed: "\(target), in no register"
    )
  }
}

extension Scope {
  /// Whether some register knows a thing.
  fileprivate func isOnRecord(_ id: String) -> Bool {
    if id == subject.id || identity(called: id) != nil { return true }
    if first(ToolInUse.self, id) != nil || first(Tool.self, id) != nil { return true }
    if first(Agent.self, id) != nil || first(AISystem.self, id) != nil { return true }
    if first(VendorRecord.self, id) != nil || first(Asset.self, id) != nil { return true }
    if first(Entitlement.self, id) != nil || first(Grant.self, id) != nil { return true }
    if first(Credential.self, id) != nil || first(Delegation.self, id) != nil { return true }
    return first(Environment.self, id) != nil
  }
}
