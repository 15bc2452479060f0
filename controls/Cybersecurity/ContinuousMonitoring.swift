import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let sitesWatched = StatementAsked(
    "sites-watched",
    "Sensors and alarms of the sites that {target} runs on are watched.",
    by: Signers.facilities
  )
}

/// CSF 2.0 DE.CM: networks, sites, people, suppliers and software are watched.
public let continuousMonitoring = ControlSuite(
  "ContinuousMonitoring",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-DE.CM-01",
    "Every network log source is enabled, reports within its interval, and a live rule reads it",
    .severity(.high),
    .satisfies(
      .csf("DE.CM-01"),
      because: "Network telemetry arrives, and something looks at it."
    ),
    .supports(.maestro("L5.3"), because: "A silent source blinds those who watch."),
    .needs(.monitorAlerts),
    .limits(.maximumLogSilence),
    .rationale("A sensor that nobody reads is a lamp in an empty room."),
    .remedy("Repair the source, and have a rule read it."),
    among: { (source: LogPipeline, _) in source.kind == .network }
  ) { source, scope in
    try scope.expectReporting(source)
    let rules = scope.all(DetectionRule.self, where: \.sources, contains: source.id)
    if rules.contains(where: \.enabled) { return }
    throw Deviation(
      "rule that reads it",
      expected: "one that is enabled",
      observed: rules.isEmpty ? "none recorded" : rules.map(\.id).joined(separator: ", ")
    )
  }

  Control(
    "CSF-DE.CM-02",
    "Alarms and refusals at own sites were reviewed in time, and a hosting report covers the rest",
    .satisfies(
      .csf("DE.CM-02"),
      because: "What the site noticed was looked at by somebody."
    ),
    .needs(.facilityLog, .vendorAssurance),
    .signed(.sitesWatched),
    .limits(.facilityReviewLimit),
    .rationale("An alarm that rings for nobody is noise."),
    .remedy("Review the alarms, and obtain the hosting report."),
    subject: SiteRecords.self
  )

  Control(
    "CSF-DE.CM-03",
    "For each required pattern of misuse an enabled rule was tested in the interval",
    .severity(.high),
    .satisfies(
      .csf("DE.CM-03"),
      because: "Each pattern has a rule that is on and was seen to fire."
    ),
    .supports(.aiRMF("MEASURE 2.4"), because: "Behaviour in production is monitored."),
    .supports(.asi(10), because: "An agent that goes astray is noticed by what it does."),
    .needs(.monitorAlerts),
    .limits(.requiredDetections, .detectionTestInterval),
    .rationale("A rule that never fired may be one that never can."),
    .remedy("Enable the rule and make it fire in a test."),
    subject: { scope in
      scope.policy.list(.requiredDetections).compactMap { scope.deviation(ofDetecting: $0) }
    }
  )

  Control(
    "CSF-DE.CM-06",
    "Every support session by a supplier was approved before, limited in time, recorded and ended",
    .severity(.high),
    .satisfies(
      .csf("DE.CM-06"),
      because: "What suppliers do inside is let in, seen and closed."
    ),
    .supports(.aiRMF("MANAGE 3.1"), because: "Third parties are monitored where they act."),
    .rationale("A supplier's way in is a way in for whoever is in the supplier."),
    .remedy("Close the session and let the product end sessions by itself."),
    among: { (session: SupportSession, scope) in session.startedAt <= scope.asOf }
  ) { session, scope in
    try expect("approver", session.approver, .present)
    if !session.approvedAt.hasPassed(at: session.startedAt) {
      throw Deviation(
        "approval",
        expected: "at or before \(session.startedAt)",
        observed: "\(session.approvedAt)"
      )
    }
    try expect("recorded", session.recorded, .equal(true))
    guard let limit = session.approvalEndsAt.instant else {
      throw Deviation(
        "end of the approval",
        expected: "a time",
        observed: "\(session.approvalEndsAt)"
      )
    }
    let end = session.endedAt.instant ?? scope.asOf
    if end <= limit { return }
    throw Deviation(
      "end",
      expected: "at or before \(limit)",
      observed: session.endedAt.instant == nil ? "still open" : "\(end)"
    )
  }

  Control(
    "CSF-DE.CM-09",
    "Every live AI system is covered by an enabled rule whose sources all report",
    .severity(.high),
    .satisfies(
      .csf("DE.CM-09"),
      because: "Each system is watched, and what watches it is awake."
    ),
    .supports(.aiRMF("MEASURE 2.4"), because: "Functioning in production is monitored."),
    .supports(.maestro("L5"), because: "Observability is what this layer is for."),
    .needs(.monitorAlerts, .logPipelineStatus),
    .limits(.maximumLogSilence),
    .rationale("A system that no rule names is watched by accident."),
    .remedy("Write a rule for the system and repair its sources."),
    among: { (system: AISystem, _) in system.isLive }
  ) { system, scope in
    let rules = scope.all(DetectionRule.self, where: \.systems, contains: system.id)
      .filter(\.enabled)
    if rules.isEmpty {
      throw Deviation("rule", expected: "an enabled one that names it", observed: "none recorded")
    }
    for rule in rules {
      try expect("sources of \(rule.id)", rule.sources, .notEmpty)
      for name in rule.sources ?? [] {
        let states = scope.all(LogPipeline.self, where: \.id, is: name)
        guard let last = states.max(by: { $0.checkedAt < $1.checkedAt }) else {
          throw Deviation(
            "source of \(rule.id)",
            expected: "in the log-pipeline status",
            observed: "\(name), not in it"
          )
        }
        try scope.expectReporting(last)
      }
    }
  }
}

extension Scope {
  /// States that a log source is on and was heard within its own interval, or the policy's.
  fileprivate func expectReporting(_ source: LogPipeline) throws {
    try expect("\(source.id) enabled", source.enabled, .equal(true))
    let limit = policy.duration(.maximumLogSilence)
    try expectRecent(
      "last event of \(source.id)",
      source.lastEventAt,
      within: source.expectedInterval.map { min($0, limit) } ?? limit
    )
  }

  /// What is wrong with the detection of a pattern; `nil` where a rule for it is on and was tested.
  fileprivate func deviation(ofDetecting pattern: String) -> Deviation? {
    let limit = policy.duration(.detectionTestInterval)
    let rules = all(DetectionRule.self, where: \.listedDetections, contains: pattern)
    let isGood = rules.contains { rule in
      guard rule.enabled, let tested = rule.testedAt.instant, tested <= asOf else { return false }
      return asOf.duration(since: tested) <= limit
    }
    if isGood { return nil }
    return Deviation(
      "rule for \(pattern)",
      expected: "enabled, tested in the last \(limit.words)",
      observed: rules.isEmpty
        ? "none recorded"
        : rules.map { "\($0.id), \($0.enabled ? "enabled" : "disabled"), tested \($0.testedAt)" }
          .joined(separator: "; ")
    )
  }
}

extension DetectionRule {
  /// ``detects`` in the shape that a look-up by list wants.
  fileprivate var listedDetections: [String]? { detects }
}
