import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let threatsIdentified = StatementAsked(
    "threats-identified",
    "The threat model of {target} covers threats from inside and from outside as they are now.",
    by: ["threat-model-owner", "architect", "ciso"]
  )
  static let impactsEstimated = StatementAsked(
    "impacts-estimated",
    "Likelihood and impact recorded for the threats of {target} rest on evidence.",
    by: Signers.riskOwners
  )
  static let risksInOrder = StatementAsked(
    "risks-in-order",
    "The order in which risks of {target} are treated follows from their scores, or the reason is recorded.",
    by: Signers.riskOwners
  )
  static let criticalSuppliersAssessed = StatementAsked(
    "critical-suppliers-assessed",
    "Critical suppliers of {target} were assessed before they were bought, and open conditions are tracked.",
    by: Signers.procurement
  )
}

/// CSF 2.0 ID.RA: what can go wrong, how bad, what is done about it.
public let riskAssessment = ControlSuite(
  "RiskAssessment",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-ID.RA-01",
    "Every active asset in scope was scanned for vulnerabilities in the interval",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-01"),
      because: "No asset escapes the scan; what it finds is recorded by the scanner."
    ),
    .supports(.aiRMF("MEASURE 2.7"), because: "Security is evaluated on a plan."),
    .needs(.vulnScanReport),
    .limits(.scannedAssetKinds, .vulnerabilityScanInterval),
    .rationale("A weakness is found by whoever looks first."),
    .remedy("Add the asset to the scanner."),
    among: { (asset: Asset, scope) in
      asset.state == .active && scope.policy.list(.scannedAssetKinds).contains(asset.kind)
    }
  ) { asset, scope in
    let runs = scope.all(ScanRun.self, where: \.target, is: asset.id)
      .filter { $0.succeeded && $0.startedAt <= scope.asOf }
    guard let last = runs.map(\.startedAt).max() else {
      throw Deviation("last scan", expected: "one that succeeded", observed: "none recorded")
    }
    try expect(
      "last scan",
      scope.asOf.duration(since: last),
      .atMost(scope.policy.duration(.vulnerabilityScanInterval))
    )
  }

  Control(
    "CSF-ID.RA-02",
    "Every required source of threat intelligence delivered within its limit",
    .satisfies(
      .csf("ID.RA-02"),
      because: "Each source is named, and its last notice is recent."
    ),
    .supports(.aiRMF("MANAGE 3.1"), because: "News of third-party risk comes in."),
    .needs(.threatIntelFeed),
    .limits(.requiredFeeds, .feedMaximumSilence),
    .rationale("A feed that fell silent looks like a quiet world."),
    .remedy("Repair the feed, or subscribe to the missing one."),
    subject: { scope in
      let limit = scope.policy.duration(.feedMaximumSilence)
      return scope.policy.list(.requiredFeeds).compactMap { feed in
        let last = scope.all(Advisory.self, where: \.feed, is: feed).map(\.receivedAt)
          .filter { $0 <= scope.asOf }.max()
        let silence = last.map { scope.asOf.duration(since: $0) }
        if let silence, silence <= limit { return nil }
        return Deviation(
          "last notice of \(feed)",
          expected: "at most \(limit.words) ago",
          observed: silence.map { "\($0.words) ago" } ?? "none recorded"
        )
      }
    }
  )

  Control(
    "CSF-ID.RA-03",
    "Every live AI system has threats on record that were reviewed after its last change of state",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-03"),
      because: "Threats are recorded for each system and are newer than the system's state."
    ),
    .supports(.aiRMF("MAP 5.1"), because: "What may go wrong is mapped for each system."),
    .needs(.riskRegister),
    .signed(.threatsIdentified),
    .limits(.governanceReviewInterval),
    .rationale("A threat model of the pilot says little of the product."),
    .remedy("Review the threats of the system as it runs now."),
    among: { (system: AISystem, _) in system.isLive }
  ) { system, scope in
    let threats = scope.all(Risk.self, where: \.system, is: system.id)
      .filter { $0.kind == .threat }
    if threats.isEmpty {
      throw Deviation("threats", expected: "at least one recorded", observed: "none recorded")
    }
    for threat in threats {
      try expect("applicability of \(threat.id)", threat.applicable, .noneOf([.undecided]))
      try scope.expectRecent(
        "review of \(threat.id)",
        threat.reviewedAt,
        within: scope.policy.duration(.governanceReviewInterval)
      )
      guard let changedAt = system.stateChangedAt else {
        throw Deviation("last change of state", expected: "recorded", observed: "not recorded")
      }
      try expect("review of \(threat.id)", threat.reviewedAt, .atLeast(changedAt))
    }
  }

  Control(
    "CSF-ID.RA-04",
    "Every threat that applies has a likelihood and an impact, reviewed in the interval",
    .satisfies(
      .csf("ID.RA-04"),
      because: "Both figures stand beside each threat, and are not old."
    ),
    .supports(.aiRMF("MAP 5.1"), because: "Likelihood and magnitude are documented."),
    .signed(.impactsEstimated),
    .limits(.governanceReviewInterval),
    .rationale("A list of threats without figures cannot be put in order."),
    .remedy("Record likelihood and impact, and review them."),
    among: { (risk: Risk, _) in risk.isStanding && risk.kind == .threat }
  ) { risk, scope in
    try expect("applicability", risk.applicable, .equal(.yes))
    try expect("likelihood", risk.likelihood, .present)
    try expect("impact", risk.impact, .present)
    try scope.expectRecent(
      "review",
      risk.reviewedAt,
      within: scope.policy.duration(.governanceReviewInterval)
    )
  }

  Control(
    "CSF-ID.RA-05",
    "Every risk above appetite is to be treated within the limit from when it was found",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-05"),
      because: "The worse a risk, the sooner its date; overrides are signed for."
    ),
    .supports(.aiRMF("MANAGE 1.2"), because: "Treatment is put in order of impact and likelihood."),
    .signed(.risksInOrder),
    .limits(.highRiskTreatmentLimit),
    .rationale("A date far away is an acceptance that nobody signed."),
    .remedy("Bring the date forward, or have the risk accepted by who may."),
    among: { (risk: Risk, _) in
      guard risk.isStanding, risk.kind != .opportunity else { return false }
      guard let score = risk.score, let appetite = risk.appetite else { return true }
      return score > appetite
    }
  ) { risk, scope in
    try expect("score", risk.score, .present)
    try expect("appetite", risk.appetite, .present)
    guard let found = risk.identifiedAt else {
      throw Deviation("identified", expected: "recorded", observed: "not recorded")
    }
    guard let due = risk.dueAt.instant else {
      throw Deviation("due", expected: "a date", observed: "\(risk.dueAt)")
    }
    try expect(
      "time to treat",
      due.duration(since: found),
      .atMost(scope.policy.duration(.highRiskTreatmentLimit))
    )
  }

  Control(
    "CSF-ID.RA-06",
    "Every risk has an owner and a response; open ones have a date ahead, accepted ones an exception",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-06"),
      because: "Responses are chosen, dated, owned and followed to their end."
    ),
    .supports(.aiRMF("MANAGE 1.3"), because: "Responses to priority risks are documented."),
    .needs(.exceptionRegister, .roleRegister),
    .rationale("A risk whose date has passed is one that was accepted by silence."),
    .remedy("Treat the risk, date it anew with a reason, or have an exception approved."),
    among: { (risk: Risk, _) in risk.applicable != .no }
  ) { risk, scope in
    try scope.expectActiveOwner("owner", risk.owner)
    try expect("response", risk.response, .noneOf([.undecided]))
    if risk.state == .closed { return try expect("reason", risk.reason, .present) }
    guard risk.response == .accept else {
      try scope.expectAhead("due", risk.dueAt)
      return
    }
    guard let exception = scope.first(Exception.self, risk.exception) else {
      throw Deviation(
        "exception",
        expected: "in the exception register",
        observed: risk.exception.map { "\($0), not in it" } ?? "not recorded"
      )
    }
    if exception.isWholeAndLive(at: scope.asOf) { return }
    throw Deviation(
      "exception",
      expected: "whole and in force",
      observed: "\(exception.id), \(exception.state.rawValue), ends \(exception.expiresAt)"
    )
  }

  Control(
    "CSF-ID.RA-07",
    "Every change that went live had a risk note and was approved before by somebody else",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-07"),
      because: "Risk was looked at before the change, by somebody other than its author."
    ),
    .supports(.aiRMF("MANAGE 4.1"), because: "Change management is part of the plan."),
    .limits(.emergencyApprovalLimit),
    .rationale("A change is assessed before it is live or not at all."),
    .remedy("Take the change back, or have it assessed and approved now and say why it was late."),
    among: { (change: Change, scope) in change.liveAt.hasPassed(at: scope.asOf) }
  ) { change, scope in
    try expect("risk note", change.riskNote, .present)
    try expect("approver", change.approver, .present)
    try expect("approver", change.approver, .notEqual(change.author))
    guard let live = change.liveAt.instant else { return }
    let latest =
      change.emergency == true
      ? live.advanced(by: scope.policy.duration(.emergencyApprovalLimit)) : live
    if change.approvedAt.hasPassed(at: latest) { return }
    throw Deviation(
      "approval",
      expected: "at or before \(latest)",
      observed: "\(change.approvedAt)"
    )
  }

  Control(
    "CSF-ID.RA-08",
    "Every report of a vulnerability was acknowledged and triaged within the limits",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-08"),
      because: "Reports come in by a channel, are answered and judged in time."
    ),
    .supports(.aiRMF("MEASURE 3.3"), because: "Outsiders can report, and are heard."),
    .limits(.acknowledgementLimit, .triageLimit),
    .rationale("A finder who is not answered publishes."),
    .remedy("Answer the report and triage it.")
  ) { (report: DisclosureReport, scope) in
    try scope.expectWithin(
      "acknowledged",
      report.acknowledgedAt,
      scope.policy.duration(.acknowledgementLimit),
      of: report.receivedAt
    )
    try scope.expectWithin(
      "triaged",
      report.triagedAt,
      scope.policy.duration(.triageLimit),
      of: report.receivedAt
    )
  }

  Control(
    "CSF-ID.RA-09",
    "Every component in use has a digest that was authenticated, from a signed bill",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-09"),
      because: "What is used is what its supplier made, shown before it is used."
    ),
    .supports(.asi(4), because: "A component with a proven origin cannot be exchanged unseen."),
    .supports(.maestro("L3.1"), because: "Frameworks are compromised through their parts."),
    .rationale("Software is trusted by where it came from; a name is not an origin."),
    .remedy("Pin the digest, verify its signature and sign the bill of materials."),
    among: { (component: Component, _) in component.kind != .dataset && component.kind != .prompt }
  ) { component, _ in
    try expect("digest", component.digest, .present)
    try expect("authenticated", component.authenticated, .equal(true))
    try expect("signature of the bill", component.billSigned, .equal(.yes))
  }

  Control(
    "CSF-ID.RA-10",
    "Every critical supplier was approved on an assessment before it was connected",
    .severity(.high),
    .satisfies(
      .csf("ID.RA-10"),
      because: "Assessment comes before acquisition, by its dates."
    ),
    .supports(.aiRMF("MAP 4.1"), because: "Risks of third parties are mapped before use."),
    .needs(.approvalRegister, .vendorAssurance),
    .signed(.criticalSuppliersAssessed),
    .rationale("After the purchase an assessment only explains the price."),
    .remedy("Assess the supplier and hold its access until it is approved."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn && supplier.isCritical }
  ) { supplier, scope in
    guard let approval = scope.first(ProcurementApproval.self, supplier.approval) else {
      throw Deviation(
        "approval",
        expected: "in the approval register",
        observed: supplier.approval.map { "\($0), not in it" } ?? "not recorded"
      )
    }
    try expect("target of \(approval.id)", approval.target, .equal(supplier.id))
    try expect("assessment of \(approval.id)", approval.assessmentDigest, .present)
    guard let connected = supplier.connectedAt.instant else {
      throw Deviation("connected", expected: "recorded", observed: "\(supplier.connectedAt)")
    }
    if !approval.decidedAt.hasPassed(at: connected) {
      throw Deviation(
        "decision of \(approval.id)",
        expected: "at or before \(connected), when it was connected",
        observed: "\(approval.decidedAt)"
      )
    }
    let reports = scope.all(AssuranceReport.self, where: \.vendor, is: supplier.id)
    if reports.contains(where: { $0.issuedAt <= connected }) { return }
    throw Deviation(
      "assurance before access",
      expected: "a report issued by \(connected)",
      observed: reports.isEmpty ? "none recorded" : "first issued later"
    )
  }
}

extension Scope {
  /// States that something happened within a time of another, or that the time is not over yet.
  func expectWithin(
    _ attribute: String,
    _ moment: Moment,
    _ limit: Duration,
    of start: Instant
  ) throws {
    if let done = moment.instant, done <= asOf {
      return try expect("time until \(attribute)", done.duration(since: start), .atMost(limit))
    }
    let age = asOf.duration(since: start)
    if age <= limit { return }
    throw Deviation(
      attribute,
      expected: "within \(limit.words)",
      observed: "\(moment), \(age.words) later"
    )
  }
}
