import ControlTesting

extension AssuranceFinding {
  /// Holds the finding to a review decision within the limit that changed or confirmed an
  /// entitlement, and to its execution.
  func checkReview(_ scope: Scope) throws {
    let limit = scope.policy.findingReviewLimit
    guard let decision = decision(scope), let decided = decision.decidedAt.instant,
      decided <= scope.asOf
    else {
      let age = scope.asOf.duration(since: foundAt)
      if age <= limit && age >= .zero { return }
      throw Deviation(
        "review decision",
        expected: "one within \(limit.words) of the finding",
        observed: reviewDecision.map { "\($0), not decided" } ?? "none"
      )
    }
    if decided < foundAt {
      throw Deviation(
        "review decision",
        expected: "after the finding at \(foundAt)",
        observed: "\(decision.id), of \(decided)"
      )
    }
    try expect("time to the review decision", decided.duration(since: foundAt), .atMost(limit))
    let reviewed =
      decision.entitlement ?? (decision.targetKind == .entitlement ? decision.target : nil)
    guard let reviewed else {
      throw Deviation(
        "entitlement of the decision",
        expected: "the entitlement that it changed or confirmed",
        observed: "not recorded"
      )
    }
    if let entitlement, reviewed != entitlement {
      throw Deviation("entitlement of the decision", expected: entitlement, observed: reviewed)
    }
    if decision.decision != .keep { try decision.checkExecution(scope) }
  }

  /// The first decision on the finding that changes or confirms something.
  private func decision(_ scope: Scope) -> ReviewDecision? {
    let named =
      [scope.first(ReviewDecision.self, reviewDecision)].compactMap { $0 }
      + scope.all(ReviewDecision.self, where: \.finding, is: id)
    return named.filter(\.decision.isMade)
      .min { ($0.decidedAt.instant ?? scope.asOf) < ($1.decidedAt.instant ?? scope.asOf) }
  }
}
