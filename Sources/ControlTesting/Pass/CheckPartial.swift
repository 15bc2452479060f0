import ControlModel

/// A record that could not be judged, and why.
package struct Unjudged: Sendable, Hashable, Codable {
  /// Why, in words.
  package var reason: String
  /// The record; `nil`: the subject as a whole.
  package var record: RecordReference?
}

/// What a check made of a stretch of its records; merges with what it made of the stretch after it.
package struct CheckPartial: Sendable {
  /// How many records were judged.
  package var judged = 0
  /// What deviates.
  package var deviations = DeviationTally()
  /// How many records could not be judged.
  package var unjudgedCount = 0
  /// The first of those, in the order they came.
  package var unjudged: [Unjudged] = []
  /// What a fold has gathered; `nil` for other checks.
  package var state: (any Gathering)?

  /// Creates a partial of nothing.
  ///
  /// - Parameter state: A fold that has observed nothing; `nil` for other checks.
  package init(state: (any Gathering)? = nil) { self.state = state }

  /// Notes what a judgement threw.
  ///
  /// - Parameters:
  ///   - error: A ``Deviation``, or why the record could not be judged.
  ///   - record: The record that was judged; `nil`: the subject.
  ///   - rule: What is kept and what is waived.
  package mutating func note(
    _ error: any Error,
    of record: (any EvidenceRecord)?,
    _ rule: TallyRule
  ) {
    if let deviation = error as? Deviation {
      deviations.add(deviation, deviation.record ?? record.map { RecordReference($0) }, rule)
      return
    }
    unjudgedCount += 1
    if unjudged.count < rule.kept {
      unjudged.append(Unjudged(reason: "\(error)", record: record.map { RecordReference($0) }))
    }
  }

  /// Notes deviations that a check returned, each with its record.
  ///
  /// - Parameters:
  ///   - returned: The deviations.
  ///   - rule: What is kept and what is waived.
  package mutating func note(_ returned: [Deviation], _ rule: TallyRule) {
    for deviation in returned { deviations.add(deviation, deviation.record, rule) }
  }

  /// Takes in counts and deviations of the stretch after this one; the state is left as it is.
  mutating func mergeCounts(_ later: CheckPartial, _ rule: TallyRule) {
    judged += later.judged
    deviations.merge(later.deviations, rule)
    unjudgedCount += later.unjudgedCount
    if unjudged.count < rule.kept {
      unjudged += later.unjudged.prefix(rule.kept - unjudged.count)
    }
  }
}
