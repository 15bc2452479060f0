import ControlTesting
import SuiteVocabulary

/// AUD-4: each log source spoke without a long silence, keeps what it heard, and was looked at of
/// late; and there is one of each kind that is required.
///
/// Holds one entry for each source, whatever the number of checks.
struct LogSources: Fold {
  private struct Source: Sendable, Codable {
    let kind: String
    let isEnabled: Bool
    let checkedAt: Instant
    let record: RecordReference
  }

  private var sources = Sightings<String, Source>()

  mutating func observe(_ pipeline: LogPipeline, _ scope: Scope) throws {
    note(
      pipeline.id,
      Source(
        kind: pipeline.kind.rawValue,
        isEnabled: pipeline.enabled,
        checkedAt: pipeline.checkedAt,
        record: RecordReference(pipeline)
      )
    )
    try pipeline.checkSource(scope)
  }

  mutating func merge(_ later: LogSources) {
    for (id, source) in later.sources.all { note(id, source) }
  }

  func deviations(_ scope: Scope) -> [Deviation] { oldChecks(scope) + missingKinds(scope) }

  private mutating func note(_ id: String, _ source: Source) {
    sources.note(id, source) { known in
      if known.checkedAt <= source.checkedAt { known = source }
    }
  }

  /// Sources that nobody looked at for as long as evidence may be old.
  private func oldChecks(_ scope: Scope) -> [Deviation] {
    let limit = scope.policy.maximumEvidenceAge(of: .logPipelineStatus)
    return sources.all.compactMap { _, source in
      let age = scope.asOf.duration(since: source.checkedAt)
      if age <= limit { return nil }
      var deviation = Deviation(
        "latest check",
        expected: "at most \(limit.words) ago",
        observed: "\(age.words) ago"
      )
      deviation.record = source.record
      return deviation
    }
  }

  private func missingKinds(_ scope: Scope) -> [Deviation] {
    var required = scope.policy.requiredLogKinds
    if scope.subject.kind == .agentSystem { required += scope.policy.requiredAgentLogKinds }
    let there = Set(sources.all.filter(\.value.isEnabled).map(\.value.kind))
    return required.sorted().filter { !there.contains($0) }.map {
      Deviation("\($0) log", expected: "an enabled source", observed: "none on record")
    }
  }
}

extension LogPipeline {
  /// Holds one check of the source to the limits.
  fileprivate func checkSource(_ scope: Scope) throws {
    try expect("enabled", enabled, .equal(true))
    try scope.expectPast("check", checkedAt)
    try expect("expected interval", expectedInterval, .present)
    let limit = scope.policy.maximumTelemetryGap
    try expect("longest gap", longestGap, .atMost(limit))
    guard let last = lastEventAt.instant else {
      throw Deviation(
        "last event",
        expected: "at most \(limit.words) before the check",
        observed: lastEventAt.description
      )
    }
    if last > checkedAt {
      throw Deviation(
        "last event",
        expected: "at or before the check at \(checkedAt)",
        observed: "\(last)"
      )
    }
    try expect("silence before the check", checkedAt.duration(since: last), .atMost(limit))
    try expect("retention", retention, .atLeast(scope.policy.minimumLogRetention))
  }
}
