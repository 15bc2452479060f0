import ControlTesting
import SuiteVocabulary

extension Agent {
  /// States that a reviewer is named, and reviewed the agent's behaviour of late.
  func checkReview(_ scope: Scope) throws {
    try scope.expectActiveOwner("reviewer", reviewer)
    let reviews = scope.all(ReviewDecision.self, where: \.target, is: id).filter {
      $0.targetKind == .agent && $0.isDecided(at: scope.asOf)
    }
    let own = reviews.filter { $0.reviewer == reviewer }
    let latest = own.compactMap(\.decidedAt.instant).max()
    let limit = scope.policy.behaviourReviewInterval
    if let latest {
      try expect("time since the review", scope.asOf.duration(since: latest), .atMost(limit))
      return
    }
    throw Deviation(
      "review",
      expected: "by \(reviewer ?? "its reviewer"), at most \(limit.words) ago",
      observed: reviews.first.map { "by \($0.reviewer) alone" } ?? "none decided"
    )
  }
}

extension ReviewDecision {
  /// Whether the review came to a decision by an instant.
  func isDecided(at instant: Instant) -> Bool {
    decision != .pending && decidedAt.hasPassed(at: instant)
  }
}
