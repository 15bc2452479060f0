import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let recoveryExecuted = StatementAsked(
    "recovery-executed",
    "The recovery part of the plan was carried out in the incidents and exercises of {target}.",
    by: Signers.incidentLeads,
    on: ["recovery"]
  )
  static let recoveryScoped = StatementAsked(
    "recovery-scoped",
    "What was restored first after incidents of {target}, and what was left out, was decided with reason.",
    by: Signers.incidentLeads
  )
  static let normsAfterIncident = StatementAsked(
    "norms-after-incident",
    "The limits under which {target} runs after an incident follow from its mission and remaining risk.",
    by: Signers.serviceOwners
  )
  static let normalStatus = StatementAsked(
    "normal-status",
    "What was restored after incidents of {target} runs as it should.",
    by: Signers.serviceOwners
  )
  static let recoveryEnded = StatementAsked(
    "recovery-ended",
    "The end of each recovery of {target} was declared by the written criteria.",
    by: Signers.incidentLeads,
    on: ["recovery"]
  )
  static let recoveryProgressTold = StatementAsked(
    "recovery-progress-told",
    "Designated parties were told of the progress of each recovery of {target}.",
    by: Signers.incidentLeads
  )
  static let publicUpdates = StatementAsked(
    "public-updates",
    "Public updates on incidents of {target} used approved words and ways.",
    by: Signers.communications,
    on: ["public-communication"]
  )
}

/// CSF 2.0 RC.RP and RC.CO: what was hurt comes back, and people hear of it.
public let incidentRecovery = ControlSuite(
  "IncidentRecovery",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-RC.RP-01",
    "Every restore or failover exercise was carried out to its end, with times",
    .satisfies(
      .csf("RC.RP-01"),
      because: "The recovery part of the plan ran from start to end."
    ),
    .supports(.aiRMF("MANAGE 2.3"), because: "Recovery procedures are followed."),
    .signed(.recoveryExecuted),
    .limits(.planTestInterval),
    .rationale("A recovery that was never finished is an outage with a plan."),
    .remedy("Carry the exercise out to its end and record its times."),
    among: { (drill: Drill, _) in drill.scenario == .restore || drill.scenario == .failover }
  ) { drill, scope in
    try scope.expectHappened("restored", drill.restoredAt)
    try scope.expectHappened("ended", drill.endedAt)
    try expect("result", drill.result, .oneOf([.passed, .partial]))
    try scope.expectRecent(
      "age",
      .at(drill.startedAt),
      within: scope.policy.duration(.planTestInterval)
    )
  }

  Control(
    "CSF-RC.RP-02",
    "Every recovery lists changes that are on record and went live before it ended",
    .satisfies(
      .csf("RC.RP-02"),
      because: "Recovery actions are the recorded changes, chosen and done."
    ),
    .needs(.changeRecord),
    .signed(.recoveryScoped),
    .rationale("What was done in a hurry and not written down stays for ever."),
    .remedy("Record the changes by which the service was restored."),
    among: { (incident: Incident, scope) in incident.recoveredAt.hasPassed(at: scope.asOf) }
  ) { incident, scope in
    try expect("changes", incident.changes, .notEmpty)
    guard let recovered = incident.recoveredAt.instant else { return }
    var isDone = false
    for name in incident.changes ?? [] {
      guard let change = scope.first(Change.self, name) else {
        throw Deviation("change", expected: "on record", observed: "\(name), not recorded")
      }
      isDone = isDone || change.liveAt.hasPassed(at: recovered)
    }
    if isDone { return }
    throw Deviation(
      "change",
      expected: "one that was live by \(recovered)",
      observed: "none"
    )
  }

  Control(
    "CSF-RC.RP-03",
    "Every restore exercise cites proof of what it restored from, and the backup's restore passed",
    .severity(.high),
    .satisfies(
      .csf("RC.RP-03"),
      because: "What is restored from was checked, and the check is evidence."
    ),
    .supports(.maestro("L2.3"), because: "A tampered backup restores the attack."),
    .needs(.evidenceManifest, .backupReport),
    .rationale("A backup that carries the intruder brings them back."),
    .remedy("Check the asset before use and keep the record of the check."),
    among: { (drill: Drill, _) in drill.scenario == .restore }
  ) { drill, scope in
    try expect("proofs", drill.proofs, .notEmpty)
    for path in drill.proofs ?? []
    where scope.all(EvidenceItem.self, where: \.path, is: path).isEmpty {
      throw Deviation("proof", expected: "in the manifest", observed: "\(path), not in it")
    }
    for target in drill.targets {
      guard let backup = scope.all(Backup.self, where: \.resource, is: target).first else {
        throw Deviation("backup of \(target)", expected: "recorded", observed: "none recorded")
      }
      try expect("restore of \(backup.id)", backup.restoreResult, .equal(.passed))
    }
  }

  Control(
    "CSF-RC.RP-04",
    "Limits after an incident were reviewed in the interval and are signed for",
    .satisfies(
      .csf("RC.RP-04"),
      because: "Mission and remaining risk were weighed, by name and date."
    ),
    .supports(.aiRMF("MANAGE 1.4"), because: "Residual risk after an incident is documented."),
    .needs(.reviewMinutes),
    .signed(.normsAfterIncident),
    .limits(.governanceReviewInterval),
    .rationale("After an incident normal is a decision, not a date."),
    .remedy("Review the limits after the incident and sign them."),
    subject: { scope in
      try scope.expectReview(on: "post-incident", within: .governanceReviewInterval)
      return []
    }
  )

  Control(
    "CSF-RC.RP-05",
    "Every agent of a recovered incident was evaluated again after it, whole and above the threshold",
    .severity(.high),
    .satisfies(
      .csf("RC.RP-05"),
      because: "What came back was tested after it came back; the owner signs for the rest."
    ),
    .supports(.aiRMF("MEASURE 2.5"), because: "Validity is shown again after the change."),
    .supports(.asi(10), because: "An agent returns to work on proof."),
    .needs(.evalReport),
    .signed(.normalStatus),
    .rationale("An agent that came back untested is the one that failed."),
    .remedy("Evaluate the agent again before it goes on."),
    among: { (incident: Incident, scope) in incident.recoveredAt.hasPassed(at: scope.asOf) }
  ) { incident, scope in
    guard let recovered = incident.recoveredAt.instant else { return }
    guard let agents = incident.agents else {
      throw Deviation("agents", expected: "recorded, none included", observed: "not recorded")
    }
    for agent in agents {
      let passed = scope.all(Evaluation.self, where: \.agent, is: agent).contains {
        $0.completedAt >= recovered && $0.completedAt <= scope.asOf && $0.isPassed
      }
      if passed { continue }
      throw Deviation(
        "evaluation of \(agent)",
        expected: "one after \(recovered), whole and above its threshold",
        observed: "none recorded"
      )
    }
  }

  Control(
    "CSF-RC.RP-06",
    "Every recovery was closed with lessons within the limit",
    .satisfies(
      .csf("RC.RP-06"),
      because: "The end is declared and the report complete, in time."
    ),
    .signed(.recoveryEnded),
    .limits(.recoveryClosureLimit),
    .rationale("A recovery without an end keeps its exceptions for ever."),
    .remedy("Declare the end and finish the report."),
    among: { (incident: Incident, scope) in incident.recoveredAt.hasPassed(at: scope.asOf) }
  ) { incident, scope in
    guard let recovered = incident.recoveredAt.instant else { return }
    try scope.expectWithin(
      "closed",
      incident.closedAt,
      scope.policy.duration(.recoveryClosureLimit),
      of: recovered
    )
    if incident.closedAt.hasPassed(at: scope.asOf) {
      try expect("lessons", incident.lessons, .notEmpty)
    }
  }

  Control(
    "CSF-RC.CO-03",
    "Of every recovery notices are listed that were sent",
    .satisfies(
      .csf("RC.CO-03"),
      because: "Progress messages are listed, and the lead signs for them."
    ),
    .signed(.recoveryProgressTold),
    .rationale("Silence during a recovery is filled by others."),
    .remedy("Tell the designated parties and list what was sent."),
    among: { (incident: Incident, scope) in
      incident.isSignificant && incident.recoveredAt.hasPassed(at: scope.asOf)
    }
  ) { incident, scope in
    try expect("notices", incident.notices, .notEmpty)
    try scope.expectHappened("notices sent", incident.noticesSentAt)
  }

  Control(
    "CSF-RC.CO-04",
    "Public updates follow a communication rule in force, and are signed for",
    .severity(.low),
    .satisfies(
      .csf("RC.CO-04"),
      because: "The approved way is a document in force, and its owner signs that it was used."
    ),
    .signed(.publicUpdates),
    .rationale("One wrong sentence in public outlasts the incident."),
    .remedy("Put the communication rule in force and have its owner sign.")
  )
}

extension Evaluation {
  /// Whether the evaluation is whole and on the right side of its threshold.
  fileprivate var isPassed: Bool {
    guard let threshold, !partial, completedCount == caseCount else { return false }
    return better == .higher ? value >= threshold : value <= threshold
  }
}
