import ControlTesting

extension Change {
  /// Whether the change is one of detection logic, policy or model.
  var isGoverned: Bool {
    switch kind {
    case .detection, .policy, .model: true
    case .prompt, .tool, .capability, .infrastructure, .configuration, .code, .workflow, .release:
      false
    }
  }

  /// Whether the change is live by an instant; one that does not say is.
  func isLive(at instant: Instant) -> Bool {
    switch liveAt {
    case .never: false
    case .at(let live): live <= instant
    case .notRecorded: true
    }
  }

  /// Holds the change to a reviewer of the role register other than its author, who approved it
  /// before it went live.
  func checkReview(_ scope: Scope) throws {
    guard let reviewer else {
      throw Deviation(
        "reviewer",
        expected: "somebody other than the author",
        observed: "not recorded"
      )
    }
    let holders = scope.all(RoleHolder.self, where: \.person, is: reviewer)
    if holders.isEmpty {
      throw Deviation(
        "reviewer",
        expected: "somebody of the role register",
        observed: "\(reviewer), not in the role register"
      )
    }
    let isAuthor = reviewer == author || holders.contains { scope.isSame($0.identity, author) }
    if isAuthor {
      throw Deviation(
        "reviewer",
        expected: "somebody other than the author",
        observed: "\(reviewer), the author\(reviewer == author ? "" : " as \(author)")"
      )
    }
    guard let live = liveAt.instant else {
      throw Deviation("live", expected: "a time", observed: liveAt.description)
    }
    guard let approved = approvedAt.instant, approved <= live else {
      throw Deviation(
        "review",
        expected: "at or before it went live at \(live)",
        observed: approvedAt.description
      )
    }
  }
}
