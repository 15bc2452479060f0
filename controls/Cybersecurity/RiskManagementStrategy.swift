import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let riskObjectivesAgreed = StatementAsked(
    "risk-objectives-agreed",
    "The risk objectives for {target} are agreed with the people they bind.",
    by: Signers.executives + Signers.riskOwners
  )
  static let riskAppetite = StatementAsked(
    "risk-appetite",
    "The risk appetite recorded for {target} is what leadership accepts.",
    by: Signers.executives,
    on: ["risk-appetite", "risk-management"]
  )
  static let riskInEnterprise = StatementAsked(
    "risk-in-enterprise",
    "The risks of {target} above appetite are part of the enterprise risk report.",
    by: Signers.riskOwners
  )
  static let riskResponses = StatementAsked(
    "risk-responses",
    "The ways in which risks of {target} may be answered are published, with who may choose each.",
    by: Signers.executives,
    on: ["risk-management"]
  )
  static let riskContacts = StatementAsked(
    "risk-contacts",
    "Everybody who must hear of a security risk of {target}, suppliers included, knows whom to call.",
    by: Signers.security
  )
  static let riskMethod = StatementAsked(
    "risk-method",
    "The method by which risks of {target} are scored is known to those who score them.",
    by: Signers.riskOwners,
    on: ["risk-management"]
  )
  static let opportunitiesDiscussed = StatementAsked(
    "opportunities-discussed",
    "The opportunities that {target} offers were discussed beside its risks.",
    by: Signers.executives + Signers.riskOwners
  )
}

/// CSF 2.0 GV.RM: how much risk is taken, how it is scored and answered, who hears of it.
public let riskManagementStrategy = ControlSuite(
  "RiskManagementStrategy",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-GV.RM-01",
    "Every risk measure has a target and an owner",
    .satisfies(
      .csf("GV.RM-01"),
      because: "An objective with a figure and a name can be agreed and missed."
    ),
    .supports(.aiRMF("MEASURE 1.1"), because: "What is measured has a target."),
    .needs(.roleRegister),
    .signed(.riskObjectivesAgreed),
    .rationale("An objective without a figure is met by everyone and no one."),
    .remedy("Give the measure a target and an owner.")
  ) { (measure: RiskMeasure, scope) in
    try expect("target", measure.target, .present)
    try scope.expectActiveOwner("owner", measure.owner)
  }

  Control(
    "CSF-GV.RM-02",
    "Every open risk is within appetite, or is being brought there by a date",
    .severity(.high),
    .satisfies(
      .csf("GV.RM-02"),
      because: "The appetite is stated, and the register shows that it is kept."
    ),
    .supports(.aiRMF("MAP 1.5"), because: "Risk tolerance is determined and on record."),
    .signed(.riskAppetite),
    .rationale("An appetite that the register ignores is a sentence, not a limit."),
    .remedy(
      "Treat the risk by a date that is not past, or have leadership state another appetite."
    ),
    among: { (risk: Risk, _) in risk.isStanding && risk.kind != .opportunity }
  ) { risk, scope in
    guard let score = risk.score, let appetite = risk.appetite else {
      throw Deviation(
        risk.score == nil ? "score" : "appetite",
        expected: "recorded",
        observed: "not recorded"
      )
    }
    if score <= appetite { return }
    switch risk.response {
    case .mitigate, .avoid, .transfer: try scope.expectAhead("due", risk.dueAt)
    case .accept, .pursue, .undecided:
      throw Deviation(
        "score",
        expected: "at most the appetite of \(appetite)",
        observed: "\(score), response \(risk.response.rawValue)"
      )
    }
  }

  Control(
    "CSF-GV.RM-03",
    "Every open risk above appetite was in an enterprise risk review of the interval",
    .satisfies(
      .csf("GV.RM-03"),
      because: "Minutes name the same risks as the register."
    ),
    .supports(.aiRMF("GOVERN 1.2"), because: "AI risk is part of how the organisation is run."),
    .needs(.reviewMinutes),
    .signed(.riskInEnterprise),
    .limits(.governanceReviewInterval),
    .rationale("A risk that leadership never sees competes with no other."),
    .remedy("Put the risk on the agenda of the enterprise risk review."),
    among: { (risk: Risk, _) in
      guard risk.isStanding, risk.kind != .opportunity else { return false }
      guard let score = risk.score, let appetite = risk.appetite else { return true }
      return score > appetite
    }
  ) { risk, scope in
    try scope.expectDiscussed(risk, on: "enterprise-risk", within: .governanceReviewInterval)
  }

  Control(
    "CSF-GV.RM-04",
    "Every open risk has a response that somebody entitled chose",
    .satisfies(
      .csf("GV.RM-04"),
      because: "The published options are what the register uses."
    ),
    .supports(.aiRMF("MANAGE 1.3"), because: "Responses are planned and documented."),
    .needs(.roleRegister),
    .signed(.riskResponses),
    .rationale("A risk without a response is accepted by nobody."),
    .remedy("Choose a response and have the entitled person sign it."),
    among: { (risk: Risk, _) in risk.isStanding }
  ) { risk, scope in
    try expect("response", risk.response, .noneOf([.undecided]))
    try scope.expectActiveOwner("signed by", risk.signedBy)
    try scope.expectHappened("decided", risk.decidedAt)
  }

  Control(
    "CSF-GV.RM-05",
    "Every critical supplier with access has a named contact on both sides",
    .severity(.high),
    .satisfies(
      .csf("GV.RM-05"),
      because: "There is somebody to call, here and there."
    ),
    .supports(.aiRMF("GOVERN 6.2"), because: "Failures of third parties have a way to be told."),
    .needs(.roleRegister, .responsibilityMatrix),
    .signed(.riskContacts),
    .rationale("In an incident the first hour goes into finding out whom to call."),
    .remedy("Record the supplier's contact and who of yours answers for escalation."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn && supplier.isCritical }
  ) { supplier, scope in
    let theirs = scope.all(RoleHolder.self, where: \.scope, is: supplier.id).contains {
      $0.party != .customer && $0.status == .active && !($0.contact ?? "").isEmpty
        && $0.endsAt.isAhead(of: scope.asOf)
    }
    if !theirs {
      throw Deviation(
        "contact of the supplier",
        expected: "an active person with a contact",
        observed: "none recorded"
      )
    }
    let ours = scope.all(Duty.self, where: \.scope, is: supplier.id).first {
      $0.duty == "incident-escalation" && $0.party == .customer && $0.relation == .accountable
        && $0.endsAt.isAhead(of: scope.asOf)
    }
    try scope.expectActiveOwner("who escalates", ours?.person)
    try expect("contact of who escalates", ours?.contact, .present)
  }

  Control(
    "CSF-GV.RM-06",
    "Every open risk is scored by the documented method, and its score follows from its inputs",
    .satisfies(
      .csf("GV.RM-06"),
      because: "Recomputing the score gives the recorded one."
    ),
    .supports(.aiRMF("GOVERN 1.4"), because: "The method is one, and transparent."),
    .signed(.riskMethod),
    .limits(.riskMethods),
    .rationale("Scores from two methods cannot be put in one order."),
    .remedy("Score the risk by the documented method and record the inputs."),
    among: { (risk: Risk, _) in risk.isStanding }
  ) { risk, scope in
    try expect("method", risk.method, .oneOf(scope.policy.list(.riskMethods)))
    try expect("likelihood", risk.likelihood, .present)
    try expect("impact", risk.impact, .present)
    guard let likelihood = risk.likelihood, let impact = risk.impact else { return }
    let score = likelihood * impact
    if let own = risk.score, abs(own - score) < 0.005 { return }
    throw Deviation(
      "score",
      expected: "\(score), likelihood times impact",
      observed: risk.score.map { "\($0)" } ?? "not recorded"
    )
  }

  Control(
    "CSF-GV.RM-07",
    "Every recorded opportunity has an owner and was discussed in the interval",
    .severity(.low),
    .satisfies(
      .csf("GV.RM-07"),
      because: "Opportunities stand in the register and in the minutes."
    ),
    .supports(.aiRMF("MAP 3.1"), because: "Benefits are looked at beside the costs."),
    .needs(.reviewMinutes, .roleRegister),
    .signed(.opportunitiesDiscussed),
    .limits(.governanceReviewInterval),
    .rationale("A decision that weighs only harm is as blind as one that weighs only gain."),
    .remedy("Record the opportunity with an owner and discuss it beside the risks."),
    among: { (risk: Risk, _) in risk.kind == .opportunity && risk.state != .closed }
  ) { risk, scope in
    try scope.expectActiveOwner("owner", risk.owner)
    try scope.expectDiscussed(risk, on: "risk", within: .governanceReviewInterval)
  }
}

extension Scope {
  /// States that a review on a topic in the interval names a risk.
  fileprivate func expectDiscussed(
    _ risk: Risk,
    on topic: String,
    within interval: PolicyParameter
  ) throws {
    let limit = policy.duration(interval)
    let reviews = all(ReviewMeeting.self, where: \.risks, contains: risk.id).filter {
      $0.topics.contains(topic) && $0.heldAt <= asOf && asOf.duration(since: $0.heldAt) <= limit
    }
    if !reviews.isEmpty { return }
    throw Deviation(
      "review on \(topic)",
      expected: "one in the last \(limit.words) that names the risk",
      observed: "none"
    )
  }
}
