import ControlTesting

extension Agent {
  /// Holds the agent to its owner's statement on disclosure, and to no concern that was left lying.
  func checkDisclosure(_ scope: Scope) throws {
    let limit = scope.policy.concernAcknowledgementLimit
    for concern in scope.all(Feedback.self, where: \.agent, is: id) where concern.isConcern {
      let answered = concern.acknowledgedAt.instant ?? scope.asOf
      let time = min(answered, scope.asOf).duration(since: concern.openedAt)
      if time <= limit { continue }
      throw Deviation(
        "answer to \(concern.id)",
        expected: "at most \(limit.words) after it was opened",
        observed: concern.acknowledgedAt.hasPassed(at: scope.asOf)
          ? "\(time.words) after" : "none for \(time.words)"
      )
    }
    try scope.expectOwnerStatement(.agentDisclosure, about: id, by: owner)
  }
}

extension Feedback {
  /// Whether somebody raised something that wants an answer.
  fileprivate var isConcern: Bool {
    switch kind {
    case .report, .appeal, .complaint: true
    case .override, .question: false
    }
  }
}
