import ControlTesting
import SuiteVocabulary

/// RSP-5: each measure is defined, owned and was taken within its cadence.
///
/// Holds the newest value of each measure, whatever their number.
struct Measures: Fold {
  private struct Newest: Sendable, Codable {
    let measuredAt: Instant
    let owner: String?
    let unit: String
    let hasTarget: Bool
    let hasThreshold: Bool
    let cadence: Duration?
    let record: RecordReference

    init(_ measure: RiskMeasure) {
      measuredAt = measure.measuredAt
      owner = measure.owner
      unit = measure.unit
      hasTarget = measure.target != nil
      hasThreshold = measure.threshold != nil
      cadence = measure.cadence
      record = RecordReference(measure)
    }

    func check(_ scope: Scope) throws {
      try scope.expectActiveOwner("owner", owner)
      if !hasTarget { throw Deviation("target", expected: "present", observed: "not recorded") }
      if !hasThreshold {
        throw Deviation("threshold", expected: "present", observed: "not recorded")
      }
      try expect("unit", unit.nonBlank, .present)
      guard let cadence else {
        throw Deviation("cadence", expected: "present", observed: "not recorded")
      }
      try expect("age of the value", scope.asOf.duration(since: measuredAt), .atMost(cadence))
    }
  }

  private var newest = Sightings<String, Newest>()

  mutating func observe(_ measure: RiskMeasure, _ scope: Scope) throws {
    try scope.expectPast("measured", measure.measuredAt)
    note(measure.measure, Newest(measure))
  }

  mutating func merge(_ later: Measures) {
    for (measure, value) in later.newest.all { note(measure, value) }
  }

  func deviations(_ scope: Scope) throws -> [Deviation] {
    var found = DeviationList()
    for (_, value) in newest.all {
      do {
        try value.check(scope)
      } catch var deviation as Deviation {
        deviation.record = value.record
        found.append(deviation)
      }
    }
    return found.all
  }

  private mutating func note(_ measure: String, _ value: Newest) {
    newest.note(measure, value) { known in
      if known.measuredAt <= value.measuredAt { known = value }
    }
  }
}
