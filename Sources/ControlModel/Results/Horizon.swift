/// How long a decision lasts with nothing else changing: the instants at which time alone turns it.
///
/// Evidence ages, credentials reach their limits and waivers end without anybody's doing. What is
/// listed here was found by judging anew at those instants, not by estimate.
public struct Horizon: Sendable, Hashable {
  /// Why a search ended.
  public enum End: String, Sendable, Hashable, CaseIterable {
    /// As many turns as asked for were found.
    case found
    /// Nothing is left that time could change: the last decision stands for ever.
    case settled
    /// The time up to which was to be searched is reached.
    case reached
    /// The bound on work is reached; later turns may exist.
    case exhausted
  }

  /// The instants at which the decision turns, in order.
  public var turns: [DecisionTurn]
  /// Up to when, exclusive, every turn is listed.
  public var searchedUntil: Instant
  /// Why the search ended there.
  public var end: End

  /// Creates a horizon.
  ///
  /// - Parameters:
  ///   - turns: The instants at which the decision turns, in order.
  ///   - searchedUntil: Up to when every turn is listed.
  ///   - end: Why the search ended there.
  public init(turns: [DecisionTurn], searchedUntil: Instant, end: End) {
    self.turns = turns
    self.searchedUntil = searchedUntil
    self.end = end
  }
}

/// One instant at which a decision turns with nothing but time passing.
public struct DecisionTurn: Sendable, Hashable {
  /// The first instant with the new decision; a nanosecond before it the old one stands.
  public var at: Instant
  /// The decision before.
  public var from: GateDecision
  /// The decision from then on.
  public var to: GateDecision
  /// What turns it: the reasons that come, or that go where the decision gets better.
  public var causes: [TurnCause]

  /// Creates a turn.
  ///
  /// - Parameters:
  ///   - at: The first instant with the new decision.
  ///   - from: The decision before.
  ///   - to: The decision from then on.
  ///   - causes: What turns it.
  public init(at: Instant, from: GateDecision, to: GateDecision, causes: [TurnCause]) {
    self.at = at
    self.from = from
    self.to = to
    self.causes = causes
  }
}

/// A reason of the gate that comes or goes at a turn, with what changed in the control behind it.
public struct TurnCause: Sendable, Hashable {
  /// The gate's reason.
  public var reason: GateReason
  /// Whether it comes; `false`: it goes.
  public var comes: Bool
  /// What changed, in words: the file that became too old, the record that reached its limit, the
  /// waiver that started or ended.
  public var text: String

  /// Creates a cause.
  ///
  /// - Parameters:
  ///   - reason: The gate's reason.
  ///   - comes: Whether it comes.
  ///   - text: What changed.
  public init(reason: GateReason, comes: Bool, text: String) {
    self.reason = reason
    self.comes = comes
    self.text = text
  }
}
