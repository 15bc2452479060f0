import ControlTesting

extension Entitlement {
  /// Whether the statement is an access that a review speaks about: it allows something and has not
  /// ended.
  func needsReview(_ scope: Scope) -> Bool {
    effect == .allow && !expiresAt.hasPassed(at: scope.asOf)
  }

  /// Holds the access to its reviews: no stretch of the window without one was longer than the
  /// interval, and what was decided was carried out in time.
  func checkReviews(_ scope: Scope) throws {
    guard let grantedAt else {
      throw Deviation("time of the grant", expected: "present", observed: "not recorded")
    }
    let decisions = reviews(scope)
    let interval = scope.policy.accessReviewInterval
    let windowStart = scope.asOf.advanced(by: .zero - scope.policy.accessReviewWindow)
    var last = grantedAt
    var longest = (length: Duration.zero, from: grantedAt, to: grantedAt)
    for end in decisions.compactMap(\.decidedAt.instant) + [scope.asOf] {
      let length = end.duration(since: last)
      if end > windowStart && length > longest.length { longest = (length, last, end) }
      last = max(last, end)
    }
    if longest.length > interval {
      throw Deviation(
        "time without a review",
        expected: "at most \(interval.words)",
        observed: "\(longest.length.words), from \(longest.from) to \(longest.to)"
      )
    }
    for decision in decisions where decision.decidedAt.instant.map({ $0 > windowStart }) ?? false {
      try checkExecution(of: decision, scope)
    }
  }

  /// The decisions on the access, by the time they were made: what is pending or was handed on
  /// decides nothing.
  private func reviews(_ scope: Scope) -> [ReviewDecision] {
    let named =
      scope.all(ReviewDecision.self, where: \.entitlement, is: id)
      + scope.all(ReviewDecision.self, where: \.target, is: id).filter {
        $0.targetKind == .entitlement && $0.entitlement != id
      }
    return named.filter { $0.decision.isMade && $0.decidedAt.hasPassed(at: scope.asOf) }
      .sorted { ($0.decidedAt.instant ?? .epoch) < ($1.decidedAt.instant ?? .epoch) }
  }

  private func checkExecution(of decision: ReviewDecision, _ scope: Scope) throws {
    guard decision.decision != .keep else { return }
    try decision.checkExecution(scope)
    guard decision.decision == .revoke, decision.executedAt.hasPassed(at: scope.asOf) else {
      return
    }
    throw Deviation(
      "access that \(decision.id) revoked",
      expected: "gone from the policy export",
      observed: "still there, though carried out at \(decision.executedAt)"
    )
  }
}

extension ReviewDecision {
  /// Holds a decision to change or revoke to its execution within the limit.
  func checkExecution(_ scope: Scope) throws {
    guard let decided = decidedAt.instant else { return }
    let limit = scope.policy.decisionExecutionLimit
    if let executed = executedAt.instant, executed <= scope.asOf {
      try expect("time to carry out \(id)", executed.duration(since: decided), .atMost(limit))
      return
    }
    let age = scope.asOf.duration(since: decided)
    if age <= limit { return }
    throw Deviation(
      "execution of \(id)",
      expected: "within \(limit.words) of the decision",
      observed: "none \(age.words) after it"
    )
  }
}

extension ReviewDecision.Decision {
  /// Whether it changes or confirms something.
  var isMade: Bool {
    switch self {
    case .keep, .change, .revoke: true
    case .escalate, .pending: false
    }
  }
}
