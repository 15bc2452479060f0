public import ControlTesting

extension Scope {
  /// States that something has happened by the as-of time.
  public func expectHappened(_ attribute: String, _ moment: Moment) throws {
    if moment.hasPassed(at: asOf) { return }
    throw Deviation(attribute, expected: "at or before \(asOf)", observed: "\(moment)")
  }

  /// States that something happened no longer ago than a limit.
  public func expectRecent(_ attribute: String, _ moment: Moment, within limit: Duration) throws {
    try expectHappened(attribute, moment)
    guard let instant = moment.instant else { return }
    try expect(attribute, asOf.duration(since: instant), .atMost(limit))
  }

  /// States that a review on a topic was held in the interval, by people of the own organisation,
  /// decided something and has its next date.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - interval: The longest time from one review to the next.
  /// - Returns: The last one.
  /// - Throws: A ``Deviation`` that names it.
  @discardableResult
  public func expectReview(
    on topic: String,
    within interval: PolicyParameter
  ) throws -> ReviewMeeting {
    let held = all(ReviewMeeting.self, where: \.listedTopics, contains: topic)
      .filter { $0.heldAt <= asOf }.max { ($0.heldAt, $0.id) < ($1.heldAt, $1.id) }
    guard let held else {
      throw Deviation(
        "review on \(topic)",
        expected: "held in the last \(policy.duration(interval).words)",
        observed: "none recorded"
      )
    }
    do {
      try expectRecent("age of \(held.id)", .at(held.heldAt), within: policy.duration(interval))
      try expectAhead("next review after \(held.id)", held.nextDueAt)
      try expect("decisions of \(held.id)", held.decisions, .notEmpty)
      try expect("attendees of \(held.id)", held.attendees, .notEmpty)
      for person in held.attendees where all(RoleHolder.self, where: \.person, is: person).isEmpty {
        throw Deviation(
          "attendees of \(held.id)",
          expected: "people of the role register",
          observed: "\(person), not in it"
        )
      }
    } catch var deviation as Deviation {
      deviation.record = RecordReference(held)
      throw deviation
    }
    return held
  }

  /// States that a document on a topic is in force: approved by somebody who is still there, made
  /// known, and not past its review.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - kinds: What sort of document it may be; any where left out.
  /// - Returns: The document.
  /// - Throws: A ``Deviation`` that names it.
  @discardableResult
  public func expectDocument(
    on topic: String,
    _ kinds: PolicyDocument.Kind...
  ) throws -> PolicyDocument {
    let documents = all(PolicyDocument.self, where: \.listedTopics, contains: topic)
      .filter { kinds.isEmpty || kinds.contains($0.kind) }
    guard let document = documents.first(where: { $0.state == .inForce }) ?? documents.first else {
      throw Deviation(
        "document on \(topic)",
        expected: "in the policy register",
        observed: "none recorded"
      )
    }
    do {
      try expectInForce(document)
    } catch var deviation as Deviation {
      deviation.record = RecordReference(document)
      throw deviation
    }
    return document
  }

  /// States that a document of the policy register is in force.
  public func expectInForce(_ document: PolicyDocument) throws {
    try expect("state", document.state, .equal(.inForce))
    try expectHappened("approval", document.approvedAt)
    try expectActiveOwner("approver", document.approver)
    try expectAhead("next review", document.reviewDueAt)
    try expect("communicated to", document.communicatedTo, .notEmpty)
  }
}

extension Moment {
  /// Whether an end is still ahead, or the source says that there is none; one that is not recorded
  /// may have come.
  public func isAhead(of instant: Instant) -> Bool {
    switch self {
    case .at(let end): end > instant
    case .never: true
    case .notRecorded: false
    }
  }
}

extension ReviewMeeting {
  /// ``topics`` in the shape that a look-up by list wants.
  public var listedTopics: [String]? { topics }

  /// ``risks`` with none where none are recorded.
  public var namedRisks: [String] { risks ?? [] }
}

extension PolicyDocument {
  /// ``topics`` in the shape that a look-up by list wants.
  public var listedTopics: [String]? { topics }
}

extension Risk {
  /// Whether the risk is open and not ruled out.
  public var isStanding: Bool { state != .closed && applicable != .no }
}

extension AISystem {
  /// Whether people depend on the system now.
  public var isLive: Bool { state == .pilot || state == .production || state == .suspended }
}
