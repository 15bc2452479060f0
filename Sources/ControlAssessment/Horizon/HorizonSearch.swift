public import ControlModel

/// Finds the instants at which a decision turns with nothing but time passing.
///
/// A decision is not monotone in time: evidence becomes too old, and a waiver that starts later may
/// open what is closed now. Between two *candidates* nothing can change, so the search goes through
/// the candidates in order and judges anew at each and just after it. The candidates of a control
/// are
///
/// - when each file that it needs was collected, and when that file reaches its maximum age;
/// - the start and end of each waiver for it;
/// - where its check asked for the as-of time: every instant in the record types that it looked at,
///   as it stands and moved by the durations of its policy parameters and of those records.
///
/// A check that never asked for the time cannot be turned by it, and is not judged again. A control
/// that compares the time with anything else, such as the sum of two policy durations, may turn at
/// an instant that is not found.
///
/// - Complexity: O(*c* · *p*) judgements for *c* candidates up to the first turns and populations
///   of *p* records, never more than ``budget`` plus one control's population. Memory grows with the
///   distinct instants of the evidence, not with the candidates.
public struct HorizonSearch: Sendable {
  /// How far ahead is searched where nobody says: a year and a month.
  public static let standardSpan = Duration.days(400)
  /// How many record judgements are spent on one subject where nobody says: some seconds.
  public static let standardBudget = 5_000_000

  /// Up to when is searched, exclusive.
  public var until: Instant
  /// How many turns are looked for.
  public var turnCount: Int
  /// How many record judgements may be spent on one subject.
  ///
  /// A count, not a time, so that the same inputs give the same horizon on any machine.
  public var budget: Int

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - until: Up to when is searched, exclusive.
  ///   - turnCount: How many turns are looked for; at least one.
  ///   - budget: How many record judgements may be spent on one subject.
  public init(until: Instant, turnCount: Int = 1, budget: Int = standardBudget) {
    self.until = until
    self.turnCount = max(1, turnCount)
    self.budget = budget
  }

  /// The horizon of one subject's decision.
  ///
  /// - Parameters:
  ///   - inventory: The subject's evidence.
  ///   - plan: What was assessed; its as-of time is where the search starts.
  /// - Returns: The turns in order, and how far the search came.
  public func horizon(of inventory: Inventory, in plan: AssessmentPlan) -> Horizon {
    var timeline = Timeline(inventory, plan)
    var turns: [DecisionTurn] = []
    func ended(_ end: Horizon.End, _ until: Instant) -> Horizon {
      Horizon(turns: turns, searchedUntil: until, end: end)
    }
    // A limit that is just met at the start is passed right after it.
    let next = plan.asOf.advanced(by: .nanoseconds(1))
    if next < until, let turn = timeline.move(to: next, judging: timeline.allControls) {
      turns.append(turn)
      if turns.count >= turnCount { return ended(.found, next.advanced(by: .nanoseconds(1))) }
    }
    while let candidate = timeline.nextCandidate, !timeline.isSettled {
      if candidate >= until { return ended(.reached, until) }
      if timeline.spent >= budget { return ended(.exhausted, candidate) }
      let affected = timeline.controls(turningAt: candidate)
      // Limits are met or passed: some turn at the candidate itself, others right after it.
      for instant in [candidate, candidate.advanced(by: .nanoseconds(1))] {
        if let turn = timeline.move(to: instant, judging: affected) { turns.append(turn) }
        if turns.count >= turnCount {
          return ended(.found, instant.advanced(by: .nanoseconds(1)))
        }
      }
      timeline.schedule(affected, after: candidate)
    }
    return ended(.settled, until)
  }
}
