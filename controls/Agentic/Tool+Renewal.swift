import ControlTesting

extension Tool {
  /// Whether the tool needs an approval of its own: it is in use, and is no server whose tools are
  /// registered, and approved, one by one.
  func needsRenewal(_ scope: Scope) -> Bool {
    if status == .retired { return false }
    return id != server || scope.all(Tool.self, where: \.server, is: id).allSatisfy { $0.id == id }
  }

  /// Holds the tool to an approval that is in date and not older than its last change.
  ///
  /// The registry's own review date counts only with a decision in the review register behind it,
  /// and the latest decision counts: a tool that was to be revoked is not renewed.
  func checkRenewal(_ scope: Scope) throws {
    try expect("version", version, .present)
    if !pinned {
      throw Deviation(
        "pinning",
        expected: "a fixed version, so that no change goes unseen",
        observed: "not fixed"
      )
    }
    guard let approved = approvedAt.instant, approved <= scope.asOf else {
      throw Deviation(
        "approval",
        expected: "at or before \(scope.asOf)",
        observed: approvedAt.description
      )
    }
    let renewed = max(approved, try latestReview(scope) ?? approved)
    guard let changedAt else {
      throw Deviation("last change", expected: "present", observed: "not recorded")
    }
    guard changedAt <= renewed else {
      throw Deviation(
        "latest approval",
        expected: "at or after the change at \(changedAt)",
        observed: renewed.description
      )
    }
    try expect(
      "time since the latest approval",
      scope.asOf.duration(since: renewed),
      .atMost(scope.policy.toolReviewInterval)
    )
  }

  /// When the tool was last reviewed and kept; `nil` where it was never reviewed.
  private func latestReview(_ scope: Scope) throws -> Instant? {
    let latest = scope.all(ReviewDecision.self, where: \.target, is: id)
      .filter { $0.targetKind == .tool && $0.decidedAt.hasPassed(at: scope.asOf) }
      .max { ($0.decidedAt.instant ?? .epoch) < ($1.decidedAt.instant ?? .epoch) }
    let decided = latest?.decidedAt.instant
    switch reviewedAt {
    case .never: break
    case .notRecorded:
      throw Deviation("review", expected: "a date or never", observed: "not recorded")
    case .at(let claimed):
      if let decided, decided >= claimed { break }
      throw Deviation(
        "review",
        expected: "a decision in the review register at or after \(claimed)",
        observed: decided.map { "the latest at \($0)" } ?? "none"
      )
    }
    guard let latest else { return nil }
    try expect("decision of the review", latest.decision, .equal(.keep))
    return decided
  }
}
