/// An accepted deviation: for whom, which records, why, who answers for it, and until when.
///
/// A waiver never makes a pass: what it covers reads `waived`. One that has expired, that covers
/// too much, that nobody but its owner approved, or that excuses nothing is itself reported.
public struct Waiver: Sendable, Hashable {
  /// The waiver's id.
  public var id: String
  /// The id of the control it excuses.
  public var control: String
  /// The id of the subject it is for.
  public var subject: String
  /// The keys of the records it covers.
  ///
  /// It covers no other, and there is no way to say "all".
  public var records: [String]
  /// Why the deviation is accepted.
  public var reason: String
  /// Who carries the risk.
  public var owner: String
  /// Who approved it; not the owner.
  public var approver: String
  /// What lessens the risk meanwhile.
  public var compensatingControl: String
  /// From when it excuses, inclusive.
  public var startsAt: Instant
  /// Until when it excuses, exclusive.
  public var expiresAt: Instant

  /// Creates a waiver.
  ///
  /// - Parameters:
  ///   - id: The waiver's id.
  ///   - control: The control it excuses.
  ///   - subject: The subject it is for.
  ///   - records: The keys of the records it covers.
  ///   - reason: Why the deviation is accepted.
  ///   - owner: Who carries the risk.
  ///   - approver: Who approved it.
  ///   - compensatingControl: What lessens the risk meanwhile.
  ///   - startsAt: From when it excuses, inclusive.
  ///   - expiresAt: Until when it excuses, exclusive.
  public init(
    id: String,
    control: String,
    subject: String,
    records: [String],
    reason: String,
    owner: String,
    approver: String,
    compensatingControl: String,
    startsAt: Instant,
    expiresAt: Instant
  ) {
    self.id = id
    self.control = control
    self.subject = subject
    self.records = records
    self.reason = reason
    self.owner = owner
    self.approver = approver
    self.compensatingControl = compensatingControl
    self.startsAt = startsAt
    self.expiresAt = expiresAt
  }

  /// Whether the waiver's own dates let it excuse at an instant.
  ///
  /// - Parameter instant: The as-of time.
  /// - Returns: `true` from the start, inclusive, to the expiry, exclusive.
  public func isActive(at instant: Instant) -> Bool { startsAt <= instant && instant < expiresAt }
}

/// What is wrong with a waiver.
public struct WaiverFinding: Sendable, Hashable {
  /// The ways a waiver can be wrong.
  public enum Problem: String, Sendable, Hashable, CaseIterable {
    /// Its expiry has passed.
    case expired
    /// Its start lies ahead.
    case notStarted
    /// It excuses nothing that deviates.
    case unused
    /// It runs for longer than the policy allows.
    case tooLong
    /// It covers more records than the policy allows, or none.
    case tooBroad
    /// Its owner approved it.
    case selfApproved
    /// Its control is a hard gate, which cannot be waived.
    case hardGate
    /// It names a control or subject that does not exist.
    case unknownTarget
  }

  /// The waiver's id.
  public var waiver: String
  /// What is wrong.
  public var problem: Problem
  /// The problem in words, with dates and counts.
  public var text: String
  /// Whether the waiver excuses nothing because of it.
  public var voids: Bool

  /// Creates a finding about a waiver.
  ///
  /// - Parameters:
  ///   - waiver: The waiver's id.
  ///   - problem: What is wrong.
  ///   - text: The problem in words.
  ///   - voids: Whether the waiver excuses nothing because of it.
  public init(waiver: String, problem: Problem, text: String, voids: Bool) {
    self.waiver = waiver
    self.problem = problem
    self.text = text
    self.voids = voids
  }
}
