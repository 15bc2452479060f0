import ControlTesting
import SuiteVocabulary

/// CHG-6: what was added to the product since it was approved was reviewed before it was used.
struct ReopenedReviews: Fold {
  static var watched: [Watched<Self>] {
    [
      Watched(Tool.self) { _, tool, scope in
        guard tool.status == .enabled else { return }
        try scope.expectReview(of: [tool.id, tool.server], tool.approval, before: scope.asOf)
      },
      Watched(Delegation.self) { _, delegation, scope in
        guard let partner = delegation.toAgent, scope.isOutside(partner) else { return }
        try scope.expectReview(
          of: [partner],
          delegation.approval,
          before: delegation.createdAt ?? .epoch
        )
      },
    ]
  }

  static func isMember(_ change: Change, _ scope: Scope) -> Bool {
    guard change.isLive(at: scope.asOf) else { return false }
    return change.kind == .tool || change.kind == .capability
  }

  mutating func observe(_ change: Change, _ scope: Scope) throws {
    guard let live = change.liveAt.instant else {
      throw Deviation("live", expected: "a time", observed: change.liveAt.description)
    }
    // What stood there when the product was approved was part of what was approved.
    if let approved = scope.approvalOfSubject, live <= approved { return }
    try scope.expectReview(of: [change.target, change.tool].compactMap { $0 }, nil, before: live)
  }

  mutating func merge(_ later: ReopenedReviews) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    if scope.approvalOfSubject != nil { return [] }
    return [
      Deviation(
        "approval of the product",
        expected: "one for its security or to go live, in the approval register",
        observed: "none"
      )
    ]
  }
}

extension Scope {
  /// When the subject was first approved.
  fileprivate var approvalOfSubject: Instant? {
    all(ProcurementApproval.self, where: \.target, is: subject.id)
      .filter { $0.isReview && $0.isGrantedAnyTime }
      .compactMap(\.decidedAt.instant).filter { $0 <= asOf }.min()
  }

  /// Whether an agent is somebody else's, or nobody's that the manifest knows.
  fileprivate func isOutside(_ agent: String) -> Bool {
    guard let known = first(Agent.self, agent) else { return true }
    return known.vendor != nil
  }

  /// States that a thing was reviewed, under one of its names, by an instant: by an approval of its
  /// own, by the approval of a product that lists it, or by a decision of an access review to keep it.
  fileprivate func expectReview(
    of names: [String],
    _ approval: String?,
    before instant: Instant
  ) throws {
    let own =
      names.flatMap { all(ProcurementApproval.self, where: \.target, is: $0) }
      + names.flatMap { all(ProcurementApproval.self, where: \.approvedTools, contains: $0) }
      + [first(ProcurementApproval.self, approval)].compactMap { $0 }
    let isApproved = own.contains { review in
      review.isReview && review.isGrantedAnyTime && review.decidedAt.hasPassed(at: instant)
        && !review.withdrawnAt.hasPassed(at: asOf)
        && (names.contains(review.target)
          || !Set(review.approvedTools ?? []).isDisjoint(with: names))
    }
    if isApproved { return }
    let decisions = names.flatMap { all(ReviewDecision.self, where: \.target, is: $0) }
    let isKept = decisions.contains { decision in
      (decision.targetKind == .tool || decision.targetKind == .agent) && decision.decision == .keep
        && decision.decidedAt.hasPassed(at: instant)
    }
    if isKept { return }
    let late = (own.map(\.decidedAt) + decisions.map(\.decidedAt)).compactMap(\.instant).min()
    throw Deviation(
      "review of \(names.first ?? "")",
      expected: "one at or before its use at \(instant)",
      observed: late.map { "first \($0)" } ?? "none"
    )
  }
}

extension ProcurementApproval {
  /// Whether it is a decision on security or on going live: that somebody may buy is none.
  fileprivate var isReview: Bool {
    switch kind {
    case .security, .architecture, .goLive, .access: true
    case .commercial, .privacy, .legal: false
    }
  }

  /// Whether it was ever granted, with its conditions met where it has any.
  fileprivate var isGrantedAnyTime: Bool {
    decision == .approved || decision == .conditional && conditionsMet == true
  }
}
