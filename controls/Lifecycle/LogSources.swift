import ControlTesting

/// The states of the log sources over time, and the files of logs that the manifest lists.
struct LogSources {
  /// The states of each source, in order of their check.
  private let sources: [(id: String, states: [LogPipeline])]
  /// The files of the logs whose chain must hold, in order of the period they cover.
  private let files: [(kind: EvidenceKind, items: [EvidenceItem])]

  init(_ scope: Scope) {
    let known = scope.records(LogPipeline.self).filter { $0.checkedAt <= scope.asOf }
    sources = Dictionary(grouping: known, by: \.id)
      .map { ($0.key, $0.value.sorted { $0.checkedAt < $1.checkedAt }) }
      .sorted { $0.0 < $1.0 }
    files = [EvidenceKind.agentTrace, .policyDecisionLog].map { kind in
      let items = scope.all(EvidenceItem.self, where: \.kind, is: kind.name)
      return (
        kind,
        items.sorted { ($0.periodStartedAt ?? .epoch) < ($1.periodStartedAt ?? .epoch) }
      )
    }
  }

  /// States that every source that reported before an instant reports after it, with the fields it
  /// had, and that the logs of calls and decisions are unbroken there.
  ///
  /// - Throws: A ``Deviation`` for the first that is not so.
  func check(across instant: Instant, _ scope: Scope) throws {
    var isKnownBefore = false
    for source in sources {
      guard let before = source.states.last(where: { $0.checkedAt <= instant }), before.enabled
      else { continue }
      isKnownBefore = true
      let after = source.states.last { $0.checkedAt > instant }
      try check(source.id, before, after, instant, scope)
    }
    if !isKnownBefore {
      throw Deviation(
        "log sources before the change",
        expected: "a state on record",
        observed: "none before \(instant)"
      )
    }
    for file in files { try check(file.kind, file.items, instant) }
  }

  private func check(
    _ id: String,
    _ before: LogPipeline,
    _ after: LogPipeline?,
    _ instant: Instant,
    _ scope: Scope
  ) throws {
    guard let after else {
      if scope.asOf.duration(since: instant) <= scope.policy.changeObservationTime { return }
      throw Deviation(
        "source \(id) after the change",
        expected: "a state on record",
        observed: "none after \(instant)"
      )
    }
    guard after.enabled, let last = after.lastEventAt.instant, last > instant else {
      throw Deviation(
        "source \(id) after the change",
        expected: "events after \(instant)",
        observed: after.enabled ? "last \(after.lastEventAt)" : "switched off"
      )
    }
    guard let had = before.fields, let has = after.fields else {
      throw Deviation("fields of source \(id)", expected: "present", observed: "not recorded")
    }
    let lost = had.filter { !has.contains($0) }
    if !lost.isEmpty {
      throw Deviation(
        "fields of source \(id)",
        expected: had.joined(separator: ", "),
        observed: "without \(lost.joined(separator: ", "))"
      )
    }
    try checkChain(id, after, instant)
  }

  /// The logs of calls and decisions prove their integrity, and their longest gap is not where the
  /// change is.
  private func checkChain(_ id: String, _ after: LogPipeline, _ instant: Instant) throws {
    guard after.kind == .trace || after.kind == .decision else { return }
    try expect("integrity of source \(id)", after.integrity, .oneOf([.chained, .signed]))
    guard let gap = after.longestGap, let interval = after.expectedInterval else {
      throw Deviation("longest gap of source \(id)", expected: "present", observed: "not recorded")
    }
    if gap <= interval { return }
    let start = after.longestGapStartedAt.instant
    if let start, start > instant || start.advanced(by: gap) < instant { return }
    throw Deviation(
      "gap of source \(id) at the change",
      expected: "none longer than \(interval.words)",
      observed: "\(gap.words), from \(after.longestGapStartedAt)"
    )
  }

  /// The listed files of a log cover the change, and each that names its predecessor names one that
  /// is listed.
  private func check(_ kind: EvidenceKind, _ items: [EvidenceItem], _ instant: Instant) throws {
    if items.isEmpty { return }
    let digests = Set(items.map(\.sha256))
    if let torn = items.first(where: { $0.previous.map { !digests.contains($0) } ?? false }) {
      throw Deviation(
        "chain of \(kind.name)",
        expected: "the predecessor of each file",
        observed: "that of \(torn.path) is not listed"
      )
    }
    var end: Instant?
    for item in items {
      guard let from = item.periodStartedAt, let until = item.periodEndedAt else {
        throw Deviation(
          "period of \(item.path)",
          expected: "present",
          observed: "not recorded"
        )
      }
      if from <= instant && instant <= until { return }
      if let known = end, known <= instant, from >= instant, from == known { return }
      end = max(end ?? until, until)
    }
    throw Deviation(
      "files of \(kind.name)",
      expected: "one that covers the change at \(instant)",
      observed: "none"
    )
  }
}
