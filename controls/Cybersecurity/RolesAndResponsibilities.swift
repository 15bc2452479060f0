import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let leadershipAccountable = StatementAsked(
    "leadership-accountable",
    "I am accountable for the risk that AI and non-human identities of {target} carry.",
    by: Signers.executives
  )
  static let dutiesAcknowledged = StatementAsked(
    "duties-acknowledged",
    "Everybody who is accountable for a duty of {target} has acknowledged it.",
    by: Signers.security + Signers.serviceOwners
  )
  static let resourcesAdequate = StatementAsked(
    "resources-adequate",
    "People, tools and time for the controls of {target} were weighed against its open risks.",
    by: ["budget-owner"] + Signers.executives
  )
  static let securityInPeoplePractices = StatementAsked(
    "security-in-people-practices",
    "Role descriptions and screening for {target} carry duties of security.",
    by: Signers.people
  )
}

/// CSF 2.0 GV.RR: who answers for what, with what means.
public let rolesAndResponsibilities = ControlSuite(
  "RolesAndResponsibilities",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-GV.RR-01",
    "A named executive is accountable for AI and identity risk and was at the last risk review",
    .severity(.high),
    .satisfies(
      .csf("GV.RR-01"),
      because: "The signature says who answers, and the minutes say who was there."
    ),
    .supports(.aiRMF("GOVERN 2.3"), because: "Leadership takes responsibility for AI risk."),
    .needs(.reviewMinutes),
    .asks(.leadershipAccountable),
    .limits(.governanceReviewInterval),
    .rationale("A risk that nobody at the top signs for is paid by those below."),
    .remedy("Have the accountable executive sign, and attend the risk review."),
    subject: { scope in
      let signed = try scope.expectStatement(.leadershipAccountable)
      let review = try scope.expectReview(on: "risk", within: .governanceReviewInterval)
      try expect("attendees of \(review.id)", review.attendees, .contains(signed.owner))
      return []
    }
  )

  Control(
    "CSF-GV.RR-02",
    "Every accountable duty of the own organisation has an active person and an active deputy",
    .severity(.high),
    .satisfies(
      .csf("GV.RR-02"),
      because: "Duties are named, held and covered, and their holders know it."
    ),
    .supports(.aiRMF("GOVERN 2.1"), because: "Roles and lines of communication are documented."),
    .needs(.roleRegister, .lifecycleEvents),
    .signed(.dutiesAcknowledged),
    .rationale("A duty with one holder ends with their leave."),
    .remedy("Name an active person and another one as deputy."),
    among: { (duty: Duty, scope) in
      duty.party == .customer && duty.relation == .accountable
        && !duty.endsAt.hasPassed(at: scope.asOf)
    }
  ) { duty, scope in
    try scope.expectActiveOwner("person", duty.person)
    try scope.expectActiveOwner("deputy", duty.deputy)
    if duty.deputy != duty.person { return }
    throw Deviation("deputy", expected: "another person", observed: duty.deputy ?? "not recorded")
  }

  Control(
    "CSF-GV.RR-03",
    "Means for controls were reviewed against open risks in the interval",
    .satisfies(
      .csf("GV.RR-03"),
      because: "The decision on means is dated and stands beside the risks."
    ),
    .supports(.aiRMF("MANAGE 2.1"), because: "Resources to manage AI risk are considered."),
    .needs(.reviewMinutes),
    .signed(.resourcesAdequate),
    .limits(.governanceReviewInterval),
    .rationale("A control without people runs until the first holiday."),
    .remedy("Review means against open risks and record the decision."),
    subject: { scope in
      try scope.expectReview(on: "resources", within: .governanceReviewInterval)
      return []
    }
  )

  Control(
    "CSF-GV.RR-04",
    "Nothing enabled still belongs to somebody who left or moved longer ago than the limit",
    .severity(.high),
    .satisfies(
      .csf("GV.RR-04"),
      because: "Leaving and moving reach what a person owned; the rest is signed for."
    ),
    .needs(.nhiInventory, .agentManifest),
    .signed(.securityInPeoplePractices),
    .limits(.ownerHandoverLimit),
    .rationale("An identity whose owner left is one that nobody will switch off."),
    .remedy("Hand what the person owned to somebody active, or retire it."),
    among: { (event: LifecycleEvent, _) in
      event.targetKind == .person && event.state != .cancelled
        && (event.event == .offboard || event.event == .move || event.event == .end)
    }
  ) { event, scope in
    let limit = scope.policy.duration(.ownerHandoverLimit)
    if scope.asOf.duration(since: event.effectiveAt) <= limit { return }
    let identity = scope.all(Identity.self, where: \.owner, is: event.target)
      .first { $0.status == .enabled }
    let agent = scope.all(Agent.self, where: \.owner, is: event.target)
      .first { $0.status == .enabled }
    guard let left = identity?.id ?? agent?.id else { return }
    throw Deviation(
      "still owned by \(event.target)",
      expected: "nothing enabled after \(limit.words)",
      observed: left
    )
  }
}
