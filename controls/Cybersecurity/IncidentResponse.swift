import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let planFollowed = StatementAsked(
    "plan-followed",
    "The plan was followed in the incidents and exercises of {target}, with everybody who had to be there.",
    by: Signers.incidentLeads,
    on: ["incident-response"]
  )
  static let recoveryCriteriaApplied = StatementAsked(
    "recovery-criteria-applied",
    "Recovery from incidents of {target} was started by the written criteria.",
    by: Signers.incidentLeads,
    on: ["recovery", "incident-response"]
  )
  static let causesFound = StatementAsked(
    "causes-found",
    "The causes recorded for incidents of {target} are their root causes.",
    by: Signers.incidentLeads
  )
  static let magnitudeValidated = StatementAsked(
    "magnitude-validated",
    "The magnitude recorded for incidents of {target} was checked against the logs.",
    by: Signers.incidentLeads
  )
  static let partiesNotified = StatementAsked(
    "parties-notified",
    "Everybody who had to be told of incidents of {target} was told.",
    by: Signers.counsel
  )
  static let informationShared = StatementAsked(
    "information-shared",
    "What was shared of incidents of {target} went to those designated, under the right marking.",
    by: Signers.incidentLeads
  )
  static let eradicated = StatementAsked(
    "eradicated",
    "What made incidents of {target} possible is gone.",
    by: Signers.incidentLeads
  )
}

/// CSF 2.0 RS.MA: incidents are led.
public let incidentManagement = ControlSuite(
  "IncidentManagement",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-RS.MA-01",
    "The steps of every incident are in order, and its supplier was contacted",
    .severity(.high),
    .satisfies(
      .csf("RS.MA-01"),
      because: "The plan's steps were taken, in order, with the third party there."
    ),
    .supports(.aiRMF("MANAGE 4.3"), because: "Response follows a process."),
    .signed(.planFollowed),
    .rationale("A plan out of order is improvisation."),
    .remedy("Correct the record, or the order next time; contact the supplier."),
    among: { (incident: Incident, scope) in incident.declaredAt <= scope.asOf }
  ) { incident, _ in
    let steps = [
      ("detected", incident.detectedAt), ("declared", .at(incident.declaredAt)),
      ("contained", incident.containedAt), ("eradicated", incident.eradicatedAt),
      ("recovered", incident.recoveredAt), ("closed", incident.closedAt),
    ]
    if case .at = incident.closedAt {
      for (name, moment) in steps where moment == .notRecorded {
        throw Deviation(name, expected: "a time, or never", observed: "not recorded")
      }
    }
    let times = steps.compactMap { name, moment in moment.instant.map { (name, $0) } }
    for (earlier, later) in zip(times, times.dropFirst()) where later.1 < earlier.1 {
      throw Deviation(
        later.0,
        expected: "at or after \(earlier.1), when it was \(earlier.0)",
        observed: "\(later.1)"
      )
    }
    if incident.vendor != nil {
      try expect("supplier contacted", incident.vendorContacted, .equal(true))
    }
  }

  Control(
    "CSF-RS.MA-02",
    "Every report of a vulnerability or incident was triaged by somebody who is there",
    .severity(.high),
    .satisfies(
      .csf("RS.MA-02"),
      because: "Each report has a verdict and who gave it."
    ),
    .supports(.aiRMF("MEASURE 3.3"), because: "Reports are validated."),
    .needs(.roleRegister),
    .limits(.triageLimit),
    .rationale("A report without a verdict is a risk on hold."),
    .remedy("Triage the report and name who validated it.")
  ) { (report: DisclosureReport, scope) in
    let age = scope.asOf.duration(since: report.receivedAt)
    if report.triage == .pending, age <= scope.policy.duration(.triageLimit) { return }
    try expect("triage", report.triage, .noneOf([.pending]))
    try scope.expectActiveOwner("validator", report.validator)
    try scope.expectHappened("triaged", report.triagedAt)
  }

  Control(
    "CSF-RS.MA-03",
    "Every incident has a category of the list and a severity",
    .satisfies(
      .csf("RS.MA-03"),
      because: "Category and priority are of one list, and none is left open."
    ),
    .supports(.maestro("L7"), because: "Agent incidents are told apart from others."),
    .limits(.incidentCategories),
    .rationale("Incidents that are not classed cannot be counted."),
    .remedy("Class the incident."),
    among: { (incident: Incident, scope) in incident.declaredAt <= scope.asOf }
  ) { incident, scope in
    try expect(
      "category",
      incident.category,
      .oneOf(scope.policy.list(.incidentCategories))
    )
    try expect("severity", incident.severity, .noneOf([.unknown]))
    if !incident.isSignificant, (incident.tenantsAffected ?? []).count > 1 {
      throw Deviation(
        "severity",
        expected: "high or critical, since several tenants are affected",
        observed: incident.severity.rawValue
      )
    }
  }

  Control(
    "CSF-RS.MA-04",
    "Every significant incident has an active commander and somebody entitled to decide took part",
    .severity(.high),
    .satisfies(
      .csf("RS.MA-04"),
      because: "It was led, and it reached who can decide."
    ),
    .supports(.aiRMF("GOVERN 2.1"), because: "Lines of escalation are used."),
    .needs(.roleRegister),
    .limits(.escalationRoles),
    .rationale("An incident that stays with those who found it stays small on paper."),
    .remedy("Name a commander and escalate."),
    among: { (incident: Incident, scope) in
      incident.isSignificant && incident.declaredAt <= scope.asOf
    }
  ) { incident, scope in
    try scope.expectActiveOwner("commander", incident.commander)
    let wanted = scope.policy.list(.escalationRoles)
    let reached = (incident.participants ?? []).contains { person in
      scope.all(RoleHolder.self, where: \.person, is: person).contains { wanted.contains($0.role) }
    }
    if reached { return }
    throw Deviation(
      "participants",
      expected: "one with the role \(wanted.joined(separator: " or "))",
      observed: incident.participants.map { $0.joined(separator: ", ") } ?? "not recorded"
    )
  }

  Control(
    "CSF-RS.MA-05",
    "Every incident that was recovered was contained first, by criteria in force",
    .satisfies(
      .csf("RS.MA-05"),
      because: "The criteria are current, and recovery came after containment."
    ),
    .needs(.policyRegister),
    .signed(.recoveryCriteriaApplied),
    .rationale("What is restored before it is contained is lost twice."),
    .remedy("Contain first; write down the criteria."),
    among: { (incident: Incident, scope) in incident.recoveredAt.hasPassed(at: scope.asOf) }
  ) { incident, scope in
    try scope.expectDocument(on: "recovery")
    guard let recovered = incident.recoveredAt.instant else { return }
    if incident.containedAt.hasPassed(at: recovered) { return }
    throw Deviation(
      "contained",
      expected: "at or before \(recovered), when it was recovered",
      observed: "\(incident.containedAt)"
    )
  }
}

/// CSF 2.0 RS.AN: what happened is found out, and the proof is kept.
public let incidentAnalysis = ControlSuite(
  "IncidentAnalysis",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-RS.AN-03",
    "Every closed incident has a cause, and its scope was taken from logs",
    .severity(.high),
    .satisfies(
      .csf("RS.AN-03"),
      because: "What took place rests on logs, and the cause is signed for."
    ),
    .supports(.aiRMF("MANAGE 4.3"), because: "Incidents are tracked to their cause."),
    .signed(.causesFound),
    .rationale("Without the cause the next incident is this one."),
    .remedy("Find the cause and take the scope from the logs."),
    among: { (incident: Incident, scope) in incident.closedAt.hasPassed(at: scope.asOf) }
  ) { incident, _ in
    try expect("cause", incident.cause, .present)
    try expect("scope from logs", incident.scopeFromLogs, .equal(true))
  }

  Control(
    "CSF-RS.AN-06",
    "Every record of incidents and exercises is sealed, and names who collected it",
    .severity(.high),
    .satisfies(
      .csf("RS.AN-06"),
      because: "What was done in an investigation cannot be changed unseen."
    ),
    .supports(.maestro("L5.6"), because: "The trail of an investigation is data that is attacked."),
    .limits(.investigationKinds),
    .rationale("A record that can be changed proves nothing."),
    .remedy("Seal the evidence with who collected it."),
    among: { (item: EvidenceItem, scope) in
      scope.policy.list(.investigationKinds).contains(item.kind)
    }
  ) { item, scope in
    try expect("seal", item.sealVerified, .equal(.yes))
    try expect("collector", item.collector, .notEqual(""))
    try scope.expectHappened("collected", .at(item.collectedAt))
  }

  Control(
    "CSF-RS.AN-07",
    "Every log is written where it cannot be changed, with proof, and is kept long enough",
    .severity(.high),
    .satisfies(
      .csf("RS.AN-07"),
      because: "Incident data is whole, proven and still there."
    ),
    .supports(.maestro("L5.6"), because: "Observability data is protected against change."),
    .limits(.logRetentionFloor),
    .rationale("An intruder who can write the log writes the report."),
    .remedy("Write the log once, chain or sign it, and keep it."),
    among: { (source: LogPipeline, _) in source.enabled }
  ) { source, scope in
    try expect("immutable", source.immutable, .equal(.yes))
    try expect("integrity", source.integrity, .oneOf([.chained, .signed]))
    try expect(
      "retention",
      source.retention,
      .atLeast(scope.policy.duration(.logRetentionFloor))
    )
  }

  Control(
    "CSF-RS.AN-08",
    "Every significant incident states how many tenants and identities it touched, by the logs",
    .severity(.high),
    .satisfies(
      .csf("RS.AN-08"),
      because: "Magnitude is a count from logs, and was checked by a person."
    ),
    .supports(.aiRMF("MEASURE 3.1"), because: "Impacts that occur are tracked."),
    .signed(.magnitudeValidated),
    .rationale("An estimate without a count grows in every report."),
    .remedy("Count from the logs and record it."),
    among: { (incident: Incident, scope) in
      incident.isSignificant && incident.declaredAt <= scope.asOf
    }
  ) { incident, _ in
    try expect("tenants affected", incident.tenantsAffected, .present)
    try expect("identities", incident.identities, .present)
    try expect("scope from logs", incident.scopeFromLogs, .equal(true))
  }
}

/// CSF 2.0 RS.CO and RS.MI: who must know is told, and it ends.
public let incidentCommunication = ControlSuite(
  "IncidentCommunicationAndMitigation",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-RS.CO-02",
    "Notices of every significant incident were sent within the limit of its declaration",
    .severity(.high),
    .satisfies(
      .csf("RS.CO-02"),
      because: "Notices are named and timed; counsel says that nobody is missing."
    ),
    .supports(.aiRMF("MANAGE 4.3"), because: "Incidents are told to those they touch."),
    .signed(.partiesNotified),
    .limits(.incidentNoticeLimit),
    .rationale("Who learns it from the press was not told."),
    .remedy("Send the notices and record them."),
    among: { (incident: Incident, scope) in
      !incident.exercise && incident.isSignificant && incident.declaredAt <= scope.asOf
    }
  ) { incident, scope in
    try scope.expectWithin(
      "notices sent",
      incident.noticesSentAt,
      scope.policy.duration(.incidentNoticeLimit),
      of: incident.declaredAt
    )
    if incident.noticesSentAt.hasPassed(at: scope.asOf) {
      try expect("notices", incident.notices, .notEmpty)
    }
  }

  Control(
    "CSF-RS.CO-03",
    "What was shared of every closed incident is listed",
    .satisfies(
      .csf("RS.CO-03"),
      because: "The list says what went to whom, and the lead signs for it."
    ),
    .signed(.informationShared),
    .rationale("What is shared without a list is shared with everybody."),
    .remedy("List what was shared with whom."),
    among: { (incident: Incident, scope) in
      incident.isSignificant && incident.closedAt.hasPassed(at: scope.asOf)
    }
  ) { incident, scope in
    try expect("notices", incident.notices, .notEmpty)
    try scope.expectHappened("notices sent", incident.noticesSentAt)
  }

  Control(
    "CSF-RS.MI-02",
    "Every closed incident was eradicated before, and none of its secrets is open",
    .severity(.critical),
    .satisfies(
      .csf("RS.MI-02"),
      because: "It was gone before it was closed, by fresh scans and rotations."
    ),
    .supports(.aiRMF("MANAGE 2.3"), because: "Response ends with the risk gone."),
    .needs(.secretScanReport, .rotationRecord),
    .signed(.eradicated),
    .rationale("An incident closed with the door open is a pause."),
    .remedy("Rotate what leaked, remove what was left and close it then."),
    among: { (incident: Incident, scope) in incident.closedAt.hasPassed(at: scope.asOf) }
  ) { incident, scope in
    guard let closed = incident.closedAt.instant else { return }
    if !incident.eradicatedAt.hasPassed(at: closed) {
      throw Deviation(
        "eradicated",
        expected: "at or before \(closed), when it was closed",
        observed: "\(incident.eradicatedAt)"
      )
    }
    let leaks = scope.all(SecretFinding.self, where: \.incident, is: incident.id)
    if let open = leaks.first(where: { $0.disposition == .open }) {
      throw Deviation("secret", expected: "revoked", observed: "\(open.fingerprint), open")
    }
    for name in incident.rotations ?? [] {
      guard let rotation = scope.first(Rotation.self, name) else {
        throw Deviation("rotation", expected: "on record", observed: "\(name), not recorded")
      }
      try expect("outcome of \(name)", rotation.outcome, .equal(.complete))
      try scope.expectHappened("end of the old value in \(name)", rotation.oldDeadAt)
    }
  }
}
