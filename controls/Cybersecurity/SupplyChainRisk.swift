import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let supplyChainProgramme = StatementAsked(
    "supply-chain-programme",
    "The programme for supply-chain risk of {target} covers models, tools, connectors and managed identities.",
    by: Signers.procurement,
    on: ["supply-chain"]
  )
  static let supplierDutiesAgreed = StatementAsked(
    "supplier-duties-agreed",
    "Each supplier of {target} has agreed to the duties recorded for it.",
    by: Signers.procurement
  )
  static let supplierRiskReported = StatementAsked(
    "supplier-risk-reported",
    "Risks from suppliers of {target} are part of the risk report of the organisation.",
    by: Signers.riskOwners
  )
  static let supplierClausesHeld = StatementAsked(
    "supplier-clauses-held",
    "The clauses transcribed for suppliers of {target} are in the signed contracts.",
    by: Signers.counsel
  )
  static let dueDiligenceDone = StatementAsked(
    "due-diligence-done",
    "Findings of due diligence on suppliers of {target} were answered before they were let in.",
    by: Signers.procurement
  )
  static let suppliersInIncidents = StatementAsked(
    "suppliers-in-incidents",
    "Critical suppliers of {target} are part of its plans for incidents and recovery.",
    by: Signers.incidentLeads,
    on: ["incident-response"]
  )
  static let exitsComplete = StatementAsked(
    "exits-complete",
    "Data that suppliers of {target} held came back or was deleted when their contract ended.",
    by: Signers.procurement
  )
  static let supplyChainPerformance = StatementAsked(
    "supply-chain-performance",
    "The performance of supply-chain security for {target} was reviewed over the whole life of each product.",
    by: Signers.procurement
  )
}

/// CSF 2.0 GV.SC: suppliers are known, bound, watched and let go.
///
/// GV.SC-04 and GV.SC-07 are decided by VulnerableThirdParty.
public let supplyChainRisk = ControlSuite(
  "SupplyChainRisk",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-GV.SC-01",
    "A supply-chain risk programme is in force and was reviewed in the interval",
    .satisfies(
      .csf("GV.SC-01"),
      because: "The programme is approved, current and known, and people signed for its scope."
    ),
    .supports(.aiRMF("GOVERN 6.1"), because: "Third-party AI risk has a policy."),
    .needs(.policyRegister, .reviewMinutes),
    .signed(.supplyChainProgramme),
    .limits(.governanceReviewInterval),
    .rationale("Without a programme each supplier is judged by whoever buys."),
    .remedy("Approve the programme, review it and record who agreed."),
    subject: { scope in
      try scope.expectDocument(on: "supply-chain")
      try scope.expectReview(on: "supply-chain", within: .governanceReviewInterval)
      return []
    }
  )

  Control(
    "CSF-GV.SC-02",
    "Every supplier with access has accountable duties with a contact, reviewed in the interval",
    .satisfies(
      .csf("GV.SC-02"),
      because: "Who does what is written down for both sides, and agreed."
    ),
    .supports(.aiRMF("GOVERN 6.1"), because: "Responsibilities with third parties are set out."),
    .needs(.responsibilityMatrix),
    .signed(.supplierDutiesAgreed),
    .limits(.governanceReviewInterval),
    .rationale("A duty that each side believes to be the other's is done by neither."),
    .remedy("Record the duties of the supplier with contact, and review them."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn }
  ) { supplier, scope in
    let duties = scope.all(Duty.self, where: \.vendor, is: supplier.id)
      .filter { $0.relation == .accountable && $0.endsAt.isAhead(of: scope.asOf) }
    for party in [Duty.Party.customer, .vendor] where !duties.contains(where: { $0.party == party })
    {
      throw Deviation(
        "accountable duties of the \(party.rawValue)",
        expected: "at least one",
        observed: "none recorded"
      )
    }
    let limit = scope.policy.duration(.governanceReviewInterval)
    for duty in duties {
      try expect("contact for \(duty.duty)", duty.contact, .present)
      try scope.expectRecent("review of \(duty.duty)", duty.reviewedAt, within: limit)
    }
  }

  Control(
    "CSF-GV.SC-03",
    "Every critical supplier with access is named by a risk that was reviewed in the interval",
    .satisfies(
      .csf("GV.SC-03"),
      because: "The supplier stands in the risk register, where all risks compete."
    ),
    .supports(.aiRMF("MANAGE 3.1"), because: "Third-party risks are tracked as others are."),
    .needs(.riskRegister),
    .signed(.supplierRiskReported),
    .limits(.governanceReviewInterval),
    .rationale("A supplier list beside the risk register is read by nobody who decides."),
    .remedy("Enter the supplier's risk in the register and review it."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn && supplier.isCritical }
  ) { supplier, scope in
    let risks = scope.all(Risk.self, where: \.vendor, is: supplier.id)
    guard let risk = risks.max(by: { $0.lastReview < $1.lastReview }) else {
      throw Deviation("risk", expected: "one that names the supplier", observed: "none recorded")
    }
    try scope.expectRecent(
      "review of \(risk.id)",
      risk.reviewedAt,
      within: scope.policy.duration(.governanceReviewInterval)
    )
  }

  Control(
    "CSF-GV.SC-05",
    "Every supplier with access has each required clause in force, with the contract's digest",
    .severity(.high),
    .satisfies(
      .csf("GV.SC-05"),
      because: "Each requirement stands in the contract, clause by clause."
    ),
    .supports(.aiRMF("GOVERN 6.1"), because: "Contracts address what third-party AI may do."),
    .needs(.contractTerms),
    .signed(.supplierClausesHeld),
    .limits(.supplierClauses),
    .rationale("What the contract does not say, the supplier need not do."),
    .remedy("Negotiate the missing clause and transcribe it with its reference and digest."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn }
  ) { supplier, scope in
    let terms = scope.all(ContractTerm.self, where: \.vendor, is: supplier.id)
    for topic in scope.policy.list(.supplierClauses) {
      guard let term = terms.first(where: { $0.topic == topic && $0.stands(at: scope.asOf) }) else {
        throw Deviation("clause on \(topic)", expected: "in force", observed: "none recorded")
      }
      try expect("digest of \(term.id)", term.documentDigest, .notEqual(""))
    }
  }

  Control(
    "CSF-GV.SC-06",
    "Every supplier with access had a security approval with an assessment before it was let in",
    .severity(.high),
    .satisfies(
      .csf("GV.SC-06"),
      because: "The dates show that diligence came before access."
    ),
    .supports(.aiRMF("MAP 4.1"), because: "Third-party risks were mapped before use."),
    .needs(.approvalRegister),
    .signed(.dueDiligenceDone),
    .rationale("Diligence after access measures what is already lost."),
    .remedy("Take the access away until the assessment is done and approved."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn }
  ) { supplier, scope in
    let approvals = scope.all(ProcurementApproval.self, where: \.target, is: supplier.id)
      .filter { $0.kind == .security }
    guard let approval = approvals.min(by: { $0.decided < $1.decided }) else {
      throw Deviation("security approval", expected: "recorded", observed: "none recorded")
    }
    switch approval.decision {
    case .approved: break
    case .conditional:
      try expect("conditions of \(approval.id) met", approval.conditionsMet, .equal(true))
    default:
      throw Deviation(
        "decision of \(approval.id)",
        expected: "approved",
        observed: approval.decision.rawValue
      )
    }
    try expect("assessment of \(approval.id)", approval.assessmentDigest, .present)
    guard let connectedAt = supplier.connectedAt.instant else {
      throw Deviation("connected", expected: "recorded", observed: "\(supplier.connectedAt)")
    }
    if approval.decidedAt.hasPassed(at: connectedAt) { return }
    throw Deviation(
      "decision of \(approval.id)",
      expected: "at or before \(connectedAt), when it was let in",
      observed: "\(approval.decidedAt)"
    )
  }

  Control(
    "CSF-GV.SC-08",
    "Every critical supplier with access took part in an exercise of the period that passed",
    .satisfies(
      .csf("GV.SC-08"),
      because: "The supplier was there when the plan was tried, with times."
    ),
    .supports(.aiRMF("GOVERN 6.2"), because: "Contingencies for third parties are tried."),
    .supports(.maestro("L7"), because: "An ecosystem fails together and must answer together."),
    .needs(.drillRecord),
    .signed(.suppliersInIncidents),
    .limits(.supplierExerciseMaximumAge),
    .rationale("A supplier who first hears of the plan in the incident is not part of it."),
    .remedy("Exercise emergency revocation with the supplier and measure it."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn && supplier.isCritical }
  ) { supplier, scope in
    let drills = scope.all(Drill.self, where: \.vendor, is: supplier.id)
      .filter { $0.bothParties == true && $0.startedAt <= scope.asOf }
    guard let drill = drills.max(by: { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }) else {
      throw Deviation("exercise", expected: "one with both parties", observed: "none recorded")
    }
    try expect("result of \(drill.id)", drill.result, .equal(.passed))
    try expect("time measured in \(drill.id)", drill.measured, .present)
    try scope.expectRecent(
      "age of \(drill.id)",
      .at(drill.startedAt),
      within: scope.policy.duration(.supplierExerciseMaximumAge)
    )
  }

  Control(
    "CSF-GV.SC-09",
    "Every critical supplier with access was reviewed in the interval and has assurance in date",
    .satisfies(
      .csf("GV.SC-09"),
      because: "Performance is looked at through the relationship, not only at its start."
    ),
    .supports(.aiRMF("MANAGE 3.1"), because: "Third-party resources are monitored."),
    .needs(.vendorAssurance),
    .signed(.supplyChainPerformance),
    .limits(.governanceReviewInterval),
    .rationale("A supplier who was good when chosen is not for ever."),
    .remedy("Review the supplier and obtain assurance that is in date."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn && supplier.isCritical }
  ) { supplier, scope in
    let limit = scope.policy.duration(.governanceReviewInterval)
    try scope.expectRecent("review", supplier.reviewedAt, within: limit)
    try scope.expectAhead("next review", supplier.reviewDueAt)
    let reports = scope.all(AssuranceReport.self, where: \.vendor, is: supplier.id)
    if reports.contains(where: { $0.isUsable(at: scope.asOf) }) { return }
    throw Deviation(
      "assurance report",
      expected: "one in date without an adverse opinion",
      observed: reports.isEmpty ? "none recorded" : reports.map(\.id).joined(separator: ", ")
    )
  }

  Control(
    "CSF-GV.SC-10",
    "No supplier that ended has an identity or a grant that still works",
    .severity(.high),
    .satisfies(
      .csf("GV.SC-10"),
      because: "Nothing of the supplier works, and people sign that its data came back."
    ),
    .supports(.nhi(1), because: "What a supplier leaves behind is what offboarding is for."),
    .supports(.aiRMF("GOVERN 6.1"), because: "The end of a third-party relation is provided for."),
    .needs(.nhiInventory, .oauthGrantList),
    .signed(.exitsComplete),
    .rationale("A former supplier with a key is a stranger with a key."),
    .remedy("Disable the identities, revoke the grants and obtain the proof of deletion."),
    among: { (supplier: VendorRecord, _) in supplier.state == .ended }
  ) { supplier, scope in
    try scope.expectHappened("ended", supplier.endedAt)
    let identity = scope.all(Identity.self, where: \.vendor, is: supplier.id)
      .first { $0.status == .enabled }
    if let identity {
      throw Deviation("identity", expected: "none enabled", observed: identity.id)
    }
    let grant = scope.all(Grant.self, where: \.vendor, is: supplier.id)
      .first { $0.status != .revoked && $0.status != .expired }
    if let grant { throw Deviation("grant", expected: "none that works", observed: grant.id) }
  }
}

extension Risk {
  fileprivate var lastReview: Instant { reviewedAt.instant ?? .epoch }
}

extension ContractTerm {
  fileprivate func stands(at instant: Instant) -> Bool {
    (effectiveAt.map { $0 <= instant } ?? true) && expiresAt.isAhead(of: instant)
  }
}

extension ProcurementApproval {
  /// The decision's time; one that is not recorded comes last.
  fileprivate var decided: Instant {
    decidedAt.instant ?? Instant(nanosecondsSinceEpoch: Int64.max)
  }
}

extension AssuranceReport {
  /// Whether the report is in date and not against its subject.
  func isUsable(at instant: Instant) -> Bool {
    guard let expiry = expiresAt.instant, expiry > instant, issuedAt <= instant else {
      return false
    }
    if kind == .soc2 { return opinion == .unqualified || opinion == .qualified }
    return opinion != .adverse && opinion != .disclaimed
  }
}
