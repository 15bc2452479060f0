import ControlTesting
import SuiteVocabulary

/// DAT-5: nothing is kept for longer than its class allows, by the register and by what was read,
/// and deletion is proven.
///
/// Holds one entry for each class whose objects were seen, whatever the length of the log.
struct Deletion: Fold {
  /// The oldest object of a class that was accessed, by its age then.
  private struct Oldest: Sendable, Codable {
    var age: Duration
    var record: RecordReference
  }

  private var seen = Sightings<String, Oldest>()

  static var watched: [Watched<Self>] {
    [
      Watched(AuditEvent.self) { state, event, _ in
        guard let dataClass = event.dataClass, let created = event.objectCreatedAt else { return }
        let age = event.occurredAt.duration(since: created)
        if let known = state.seen[dataClass], known.age >= age { return }
        state.note(dataClass, Oldest(age: age, record: RecordReference(event)))
      }
    ]
  }

  mutating func observe(_ dataClass: DataClass, _ scope: Scope) throws {
    try dataClass.checkOldest(scope)
    try expect("deletion method", dataClass.deletionMethod?.nonBlank, .present)
    try expect("proof of deletion", dataClass.deletionProof?.nonBlank, .present)
    try scope.expectWithin(
      "deletion",
      dataClass.deletedAt,
      scope.policy.deletionProofMaximumAge
    )
  }

  mutating func merge(_ later: Deletion) {
    for (dataClass, oldest) in later.seen.all { note(dataClass, oldest) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    seen.all.compactMap { name, oldest in
      let retention = scope.first(DataClass.self, name)?.retention
      if let retention, oldest.age <= retention { return nil }
      var deviation = Deviation(
        "age of an object of \(name)",
        expected: retention.map { "at most \($0.words)" } ?? "a retention period of its class",
        observed: oldest.age.words
      )
      deviation.record = oldest.record
      return deviation
    }
  }

  private mutating func note(_ dataClass: String, _ oldest: Oldest) {
    seen.note(dataClass, oldest) { known in
      if known.age < oldest.age { known = oldest }
    }
  }
}

extension DataClass {
  /// States that the oldest object is not older than the period; what is kept for a session alone
  /// leaves no object.
  fileprivate func checkOldest(_ scope: Scope) throws {
    switch oldestObjectAt {
    case .never: if retentionInSession != true { try expect("retention", retention, .present) }
    case .at(let created):
      guard let retention else {
        throw Deviation(
          retentionInSession == true ? "oldest object" : "retention",
          expected: retentionInSession == true ? "none outside a session" : "present",
          observed: retentionInSession == true ? "created at \(created)" : "not recorded"
        )
      }
      try scope.expectPast("oldest object", created)
      try expect(
        "age of the oldest object",
        scope.asOf.duration(since: created),
        .atMost(retention)
      )
    case .notRecorded:
      throw Deviation("oldest object", expected: "a time, or never", observed: "not recorded")
    }
  }
}
