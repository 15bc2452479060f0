import ControlTesting
import SuiteVocabulary

extension SupportSession {
  /// States that the session was approved by somebody of the buyer's before it began, kept to the
  /// approved time and tenant, was recorded, and ended.
  func checkBounds(_ scope: Scope) throws {
    try expectApprover(scope)
    guard let approved = approvedAt.instant, approved <= startedAt else {
      throw Deviation(
        "approval",
        expected: "at or before the start at \(startedAt)",
        observed: approvedAt.description
      )
    }
    guard let limit = approvalEndsAt.instant else {
      throw Deviation(
        "end of the approval",
        expected: "a time",
        observed: approvalEndsAt.description
      )
    }
    guard let ended = endedAt.instant, ended <= scope.asOf else {
      throw Deviation("end of the session", expected: "a time", observed: endedAt.description)
    }
    if ended < startedAt || ended > limit {
      throw Deviation(
        "end of the session",
        expected: "from \(startedAt) to \(limit), as approved",
        observed: "\(ended)"
      )
    }
    let length = ended.duration(since: startedAt)
    try expect("length of the session", length, .atMost(scope.policy.maximumSupportSession))
    if let approvedDuration {
      try expect("length of the session", length, .atMost(approvedDuration))
    }
    try expectTenant()
    try expect("recorded", recorded, .equal(true))
  }

  private func expectApprover(_ scope: Scope) throws {
    let expected = "somebody of the customer's, other than who was let in"
    guard let approver else {
      throw Deviation("approver", expected: expected, observed: "not recorded")
    }
    let roles = scope.all(RoleHolder.self, where: \.person, is: approver)
    guard roles.contains(where: { $0.party == .customer }) else {
      throw Deviation(
        "approver",
        expected: expected,
        observed:
          "\(approver), \(roles.first.map { "of the \($0.party.rawValue)" } ?? "not in the role register")"
      )
    }
    if approver == person || approver == identity {
      throw Deviation("approver", expected: expected, observed: approver)
    }
  }

  private func expectTenant() throws {
    guard let tenant else {
      throw Deviation("tenant", expected: "the one approved", observed: "not recorded")
    }
    try expect("tenants touched", tenantsTouched, .subset(of: [tenant]))
  }
}
