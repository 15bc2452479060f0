/// A check whose population's type is known to it alone.
///
/// The engine runs it in three steps: its members observe batches of records, each batch with a
/// partial of its own; the partials merge in the order of the records; at the end the check says what
/// deviates as a whole.
package protocol ErasedCheck: Sendable {
  /// What observes records: first the population, then what is only watched; empty where nothing is.
  var members: [PassMember] { get }

  /// Whether the subject as a whole is judged, and no population of records.
  var judgesSubject: Bool { get }

  /// The partial of no record.
  ///
  /// - Returns: A partial to observe into.
  func partial() -> CheckPartial

  /// Takes in the partial of the records after those of another.
  ///
  /// - Parameters:
  ///   - later: The partial of the records after.
  ///   - partial: The partial of the records before.
  ///   - rule: What is kept.
  func merge(_ later: CheckPartial, into partial: inout CheckPartial, _ rule: TallyRule)

  /// Notes what deviates as a whole, once all records were observed.
  ///
  /// - Parameters:
  ///   - partial: What was observed.
  ///   - context: What the check may ask, and the rule of its tally.
  func finish(_ partial: inout CheckPartial, _ context: PassContext)
}

/// What one check found, before evidence problems are considered.
package struct CheckResult: Sendable {
  /// How many records of the population's type there are; one for a check of the subject.
  package var total: Int
  /// What was judged, what deviates and what could not be judged.
  package var partial: CheckPartial

  /// Puts a result together.
  ///
  /// - Parameters:
  ///   - total: How many records of the population's type there are.
  ///   - partial: What came of them.
  package init(total: Int, partial: CheckPartial) {
    self.total = total
    self.partial = partial
  }
}

extension ErasedCheck {
  package var judgesSubject: Bool { false }

  /// Runs the check by itself over all records that a scope has.
  ///
  /// - Parameter context: What the check may ask, and the rule of its tally.
  /// - Returns: What was judged and what deviates.
  package func run(_ context: PassContext) -> CheckResult {
    var result = CheckResult(total: judgesSubject ? 1 : 0, partial: partial())
    for (index, member) in members.enumerated() {
      let count = member.observeAll(context, into: &result.partial)
      if index == 0 && !judgesSubject { result.total = count }
    }
    finish(&result.partial, context)
    return result
  }
}
