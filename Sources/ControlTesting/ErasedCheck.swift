import ControlModel

/// A check whose population's type is known to it alone.
package protocol ErasedCheck: Sendable {
  /// Runs the check over a subject's evidence.
  ///
  /// - Parameter scope: The subject, policy and look-ups.
  /// - Returns: What was judged and what deviates.
  func run(_ scope: Scope) -> CheckResult
}

/// What one check found, before waivers and evidence problems are considered.
package struct CheckResult: Sendable {
  /// How many records were judged.
  package var judged = 0
  /// How many records of the type there are.
  package var total = 0
  /// What deviates, with the record.
  package var deviations: [(deviation: Deviation, record: RecordReference?)] = []
  /// What could not be judged, with the record.
  package var failures: [(reason: String, record: RecordReference?)] = []

  /// Runs one judgement and notes what it throws.
  mutating func note(_ record: (any EvidenceRecord)?, _ judge: () throws -> Void) {
    do {
      try judge()
    } catch let deviation as Deviation {
      deviations.append((deviation, deviation.record ?? record.map { RecordReference($0) }))
    } catch {
      failures.append(("\(error)", record.map { RecordReference($0) }))
    }
  }

  /// Notes deviations that a check returned.
  mutating func note(_ returned: [Deviation]) {
    for deviation in returned { deviations.append((deviation, deviation.record)) }
  }
}

/// A check that is run once for each record.
struct RecordCheck<Record: EvidenceRecord>: ErasedCheck {
  let isMember: (@Sendable (Record, Scope) -> Bool)?
  let judge: @Sendable (Record, Scope) throws -> Void

  func run(_ scope: Scope) -> CheckResult {
    var result = CheckResult()
    let records = scope.records(Record.self)
    result.total = records.count
    for record in records {
      if let isMember, !isMember(record, scope) { continue }
      result.judged += 1
      result.note(record) { try judge(record, scope) }
    }
    return result
  }
}

/// A check that is run once for the subject.
struct SubjectCheck: ErasedCheck {
  let judge: @Sendable (Scope) throws -> [Deviation]

  func run(_ scope: Scope) -> CheckResult {
    var result = CheckResult()
    result.judged = 1
    result.total = 1
    var returned: [Deviation] = []
    result.note(nil) { returned = try judge(scope) }
    result.note(returned)
    return result
  }
}

/// A check that observes the whole population.
struct FoldCheck<F: Fold>: ErasedCheck {
  func run(_ scope: Scope) -> CheckResult {
    var result = CheckResult()
    var fold = F()
    let records = scope.records(F.Record.self)
    result.total = records.count
    for record in records where F.isMember(record, scope) {
      result.judged += 1
      result.note(record) { try fold.observe(record, scope) }
    }
    result.note(fold.deviations(scope))
    return result
  }
}
