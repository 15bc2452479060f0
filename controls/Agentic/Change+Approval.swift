import ControlTesting

extension Change {
  /// States that somebody other than its author approved the change before it went live.
  ///
  /// An author who approves under another of its names is still the author. An emergency is no
  /// exception: what an agent is told to do takes effect at once.
  ///
  /// - Parameter scope: The role register and the time.
  /// - Throws: The first ``Deviation``.
  func checkApproval(_ scope: Scope) throws {
    guard let approver else {
      throw Deviation(
        "approver",
        expected: "a person other than \(author), the author",
        observed: "not recorded"
      )
    }
    if scope.names(of: approver).contains(author) {
      throw Deviation(
        "approver",
        expected: "a person other than \(author), the author",
        observed: approver == author ? approver : "\(approver), who is \(author)"
      )
    }
    try scope.expectPerson("approver", approver)
    guard let approved = approvedAt.instant, approved <= scope.asOf else {
      throw Deviation("approval", expected: "a time in the past", observed: "\(approvedAt)")
    }
    guard let live = liveAt.instant else {
      throw Deviation("go-live", expected: "a time", observed: "\(liveAt)")
    }
    if approved > live {
      throw Deviation(
        "approval",
        expected: "at or before the change went live at \(live)",
        observed: "\(approved)"
      )
    }
  }

  /// Whether ``checkApproval(_:)`` holds.
  func isApproved(_ scope: Scope) -> Bool {
    do {
      try checkApproval(scope)
      return true
    } catch {
      return false
    }
  }

  /// Whether the change may be in force: it is live, or nobody wrote down whether it is.
  func mayBeLive(at instant: Instant) -> Bool {
    switch liveAt {
    case .never: false
    case .at(let live): live <= instant
    case .notRecorded: true
    }
  }
}

extension Scope {
  /// The changes that say they are about an agent, as their target or by its name.
  func changes(of agent: String) -> [Change] {
    let targeted = all(Change.self, where: \.target, is: agent)
    let known = Set(targeted.map(\.id))
    return targeted + all(Change.self, where: \.agent, is: agent).filter { !known.contains($0.id) }
  }
}
