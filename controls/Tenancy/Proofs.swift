import ControlTesting
import SuiteVocabulary

/// What proves isolation and revocation, as far as it succeeded.
struct Proofs {
  /// The latest test of each way across the tenant boundary, of those that ended in a refusal.
  let refusals: [IsolationTest]
  /// The exercises of revocation that were passed.
  let drills: [Drill]

  init(_ scope: Scope) {
    var latest = Sightings<[String], IsolationTest>()
    for test in scope.records(IsolationTest.self)
    where test.boundary == .tenant && test.expected == .refused && test.observed == .refused
      && test.testedAt <= scope.asOf
    {
      let way = [
        test.verb.rawValue, test.object.rawValue, test.path, test.fromTenant ?? "",
        test.toTenant ?? "", test.administrator == true ? test.identity ?? "" : "",
      ]
      latest.note(way, test) { known in
        if known.testedAt <= test.testedAt { known = test }
      }
    }
    refusals = latest.all.map(\.value)
    drills = scope.records(Drill.self).filter { drill in
      drill.result == .passed && drill.startedAt <= scope.asOf
        && [.revocation, .productCompromise, .tenantCompromise, .integrationCompromise]
          .contains(drill.scenario)
    }
  }
}

/// The last change after which proofs must be given again.
struct LastChange {
  /// When it went live or was taken back; `nil` where nothing changed.
  private let at: Instant?
  private let words: String

  /// Finds the change; one that does not say when it went live deviates.
  init(_ scope: Scope, noting found: inout DeviationList) {
    var last: (at: Instant, id: String)?
    for change in scope.records(Change.self) where change.material != false {
      if change.liveAt == .notRecorded {
        found.note(
          "live at",
          expected: "a time, or never",
          observed: "not recorded",
          record: change
        )
      }
      for instant in [change.liveAt.instant, change.revertedAt.instant].compactMap({ $0 })
      where instant <= scope.asOf && last.map({ $0.at < instant }) ?? true {
        last = (instant, change.id)
      }
    }
    at = last?.at
    words = last.map { "after \($0.id) at \($0.at)" } ?? "present"
  }

  /// States that a proof is later than the change.
  func hold(
    _ attribute: String,
    _ proved: Instant,
    _ record: RecordReference,
    _ found: inout DeviationList
  ) {
    if at.map({ proved > $0 }) ?? true { return }
    var deviation = Deviation(attribute, expected: words, observed: "\(proved)")
    deviation.record = record
    found.append(deviation)
  }

  /// Notes that there is no proof at all.
  func lacks(
    _ attribute: String,
    _ observed: String,
    _ record: (any EvidenceRecord)?,
    _ found: inout DeviationList
  ) {
    found.note(attribute, expected: words, observed: observed, record: record)
  }
}
