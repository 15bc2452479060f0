/// What an access reviewer decides on, found behind the record of a finding.
///
/// The words are those of `access-review-record`, so that the decision can come back as evidence.
public struct ReviewTarget: Sendable, Hashable {
  /// What is decided on.
  public var kind: ReviewDecision.TargetKind
  /// Its id.
  public var id: String
  /// The identity that has the access; `nil`: the record names none.
  public var identity: String?
  /// The entitlement; `nil` where another thing than one entitlement is decided on.
  public var entitlement: String?

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - kind: What is decided on.
  ///   - id: Its id.
  ///   - identity: The identity that has the access.
  ///   - entitlement: The entitlement.
  public init(
    _ kind: ReviewDecision.TargetKind,
    _ id: String,
    identity: String? = nil,
    entitlement: String? = nil
  ) {
    self.kind = kind
    self.id = id
    self.identity = identity
    self.entitlement = entitlement
  }
}
