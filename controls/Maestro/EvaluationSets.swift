import ControlTesting

/// MAE5-5: each result names its set, its result and the tested version by digest, and one name of a
/// set stands for one set.
///
/// Holds one reference for each result.
struct EvaluationSets: Fold {
  private struct Suite: Hashable, Codable {
    let name: String
    let version: String
  }

  private var digests = Sightings<Suite, Sightings<String, [RecordReference]>>()

  mutating func observe(_ evaluation: Evaluation, _ scope: Scope) throws {
    if let version = evaluation.suiteVersion, let digest = evaluation.suiteDigest {
      var own = Sightings<String, [RecordReference]>()
      own.note(digest, [RecordReference(evaluation)])
      note(Suite(name: evaluation.suite, version: version), own)
    }
    try evaluation.expectFixed(at: scope.asOf)
  }

  private mutating func note(_ suite: Suite, _ later: Sightings<String, [RecordReference]>) {
    digests.note(suite, later) { known in known.merge(later) { $0 += $1 } }
  }

  mutating func merge(_ later: EvaluationSets) {
    for (suite, own) in later.digests.all { note(suite, own) }
  }

  func deviations(_ scope: Scope) -> [Deviation] {
    digests.all.flatMap { suite, byDigest -> [Deviation] in
      let first = byDigest.all.first?.value.first?.key ?? ""
      return byDigest.all.dropFirst().flatMap(\.value).map { record in
        var deviation = Deviation(
          "digest of the set",
          expected: "as in \(first): one for \(suite.name) \(suite.version)",
          observed: "another one"
        )
        deviation.record = record
        return deviation
      }
    }
  }
}

extension Evaluation {
  /// States that set and result are fixed, and that the tested version is named.
  fileprivate func expectFixed(at asOf: Instant) throws {
    try expect("version of the set", suiteVersion, .notEmpty)
    try expect("digest of the set", suiteDigest, .notEmpty)
    try expect("digest of the result", resultDigest, .notEmpty)
    if (targetVersion ?? "").isEmpty && (targetDigest ?? "").isEmpty {
      throw Deviation(
        "tested version",
        expected: "named, by version or digest",
        observed: "not recorded"
      )
    }
    if completedAt > asOf {
      throw Deviation(
        "end of the test",
        expected: "at or before \(asOf)",
        observed: completedAt.description
      )
    }
  }
}
