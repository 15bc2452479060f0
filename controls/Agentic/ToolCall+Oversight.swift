import ControlTesting

extension ToolCall {
  /// Holds the call to an approval by a person who did not ask for it and is trained to judge it.
  ///
  /// Neither who filed the request nor the person behind the call may approve it.
  func checkOversight(_ scope: Scope) throws {
    let approval = try givenApproval(scope)
    if approval.decidedAt > startedAt {
      throw Deviation(
        "time of the approval",
        expected: "before the call at \(startedAt)",
        observed: "\(approval.decidedAt)"
      )
    }
    let approver = approval.approver
    try scope.expectPerson("approver", approver)
    guard let requester = approval.requester else {
      throw Deviation("requester", expected: "present", observed: "not recorded")
    }
    let names = scope.names(of: approver)
    for (role, other) in [("requester", requester), ("person behind the call", onBehalfOf)] {
      guard let other, names.contains(other) else { continue }
      throw Deviation(
        "approver",
        expected: "a person other than the \(role)",
        observed: other == approver ? approver : "\(approver), who is \(other)"
      )
    }
    try approval.checkTraining(scope)
  }
}

extension Approval {
  /// Holds the approver to a course on overseeing agents, passed before the decision and in date
  /// at it.
  fileprivate func checkTraining(_ scope: Scope) throws {
    let courses = scope.policy.approverCourses
    let passed = scope.all(Training.self, where: \.person, is: approver).filter { training in
      training.passed && courses.contains(training.course) && training.completedAt <= decidedAt
    }
    guard let last = passed.max(by: { ($0.completedAt, $0.id) < ($1.completedAt, $1.id) }) else {
      throw Deviation(
        "training of \(approver)",
        expected: "\(courses.joined(separator: " or ")), passed before the decision",
        observed: "none on record"
      )
    }
    try expect(
      "age of the training at the decision",
      decidedAt.duration(since: last.completedAt),
      .atMost(scope.policy.trainingMaximumAge)
    )
    if last.expiresAt.hasPassed(at: decidedAt) {
      throw Deviation(
        "end of the training",
        expected: "after the decision at \(decidedAt)",
        observed: "\(last.expiresAt)"
      )
    }
  }

  /// Holds the approval to a summary that was shown before the decision and that no model wrote.
  func checkSummary() throws {
    guard let summaryBy else {
      throw Deviation(
        "author of the summary",
        expected: "system or person",
        observed: "not recorded"
      )
    }
    try expect("author of the summary", summaryBy, .oneOf([.system, .person]))
    try expect("digest of what was shown", shownDigest, .present)
    guard let shownAt else {
      throw Deviation("time shown", expected: "before the decision", observed: "not recorded")
    }
    if shownAt > decidedAt {
      throw Deviation(
        "time shown",
        expected: "before the decision at \(decidedAt)",
        observed: "\(shownAt)"
      )
    }
  }
}
