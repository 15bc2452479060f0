import ControlTesting

/// Access is known, reviewed and ended: the inventory is held to what is seen, and reviews to what
/// came of them.
public let accessGovernance = ControlSuite(
  "AccessGovernance",
  .reference("NIST SP 800-53 r5 AC-2, Account Management")
) {
  Control(
    "LIF-1",
    "Every identity was onboarded before its first use and has rotation, review and offboarding events or a dated plan",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.csf("ID.AM-08"), because: "Each identity's life is managed from start to end."),
    .supports(.csf("PR.AA-01"), because: "No identity acts before somebody took it on."),
    .supports(.nhi(1), because: "The offboarding has a date before it is needed."),
    .supports(.sp80053("AC-2")),
    .supports(
      .aiRMF("GOVERN 1.7"),
      because: "How what an AI system acts through is phased out is planned."
    ),
    .supports(
      .maestro("L7.10"),
      because: "An identity that slipped into the registry has no onboarding behind it."
    ),
    .needs(.lifecycleEvents),
    .needsAny(.agentTrace, .auditLog, .dataAccessLog),
    .rationale(
      "An identity that was used before anybody took it on was nobody's. One without a planned end has "
        + "none."
    ),
    .remedy("Record the onboarding and plan the missing step with a date."),
    fold: IdentityLives.self
  )

  Control(
    "LIF-2",
    "Every entitlement was reviewed in each period, and the decisions were carried out",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-05"),
      because: "Permissions are reviewed on cadence, and what a review decides is done."
    ),
    .supports(.nhi(5), because: "Rights that are no longer needed are found and taken back."),
    .supports(.sp80053("AC-2")),
    .supports(
      .aiRMF("GOVERN 1.5"),
      because: "Periodic review is planned and seen to take place."
    ),
    .supports(.maestro("X.3"), because: "Rights that piled up are not there to be used."),
    .needs(.accessReviewRecord),
    .limits(.accessReviewInterval, .accessReviewWindow, .decisionExecutionLimit),
    .rationale(
      "Rights grow by themselves and shrink only when somebody looks. A review whose decisions nobody "
        + "carries out has only been written down."
    ),
    .remedy("Hold the review that is due and carry out its decisions."),
    among: { (entitlement: Entitlement, scope) in entitlement.needsReview(scope) }
  ) { entitlement, scope in
    try entitlement.checkReviews(scope)
  }

  Control(
    "LIF-3",
    "Every assurance finding led to a review decision that changed or confirmed an entitlement",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.csf("ID.IM-01"), because: "What an evaluation found becomes a decision."),
    .supports(
      .aiRMF("MANAGE 1.3"),
      because: "The response to a finding is decided and documented."
    ),
    .supports(
      .aiRMF("GOVERN 5.2"),
      because: "What assurance found is fed back into who may do what."
    ),
    .supports(.maestro("L5"), because: "Evaluation changes what agents may do."),
    .needs(.accessReviewRecord),
    .limits(.findingReviewLimit, .decisionExecutionLimit),
    .rationale(
      "Findings that end in a report change nothing. Fed into the access review, each ends in a right "
        + "that was changed, or confirmed by somebody."
    ),
    .remedy("Bring the finding to the next review and record its decision."),
    judge: { (finding: AssuranceFinding, scope) in try finding.checkReview(scope) }
  )

  Control(
    "LIF-4",
    "The inventory covers every kind of identity and holds every identity seen in credentials, grants, connectors and logs",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.AA-01"),
      because: "Identities are managed only where every one in use is known."
    ),
    .supports(.csf("ID.AM-02"), because: "The inventory is held to what is seen in use."),
    .supports(.csf("ID.AM-08"), because: "Only what is listed can be managed to its end."),
    .supports(.nhi(1), because: "An identity that nobody lists is offboarded by nobody."),
    .supports(
      .aiRMF("GOVERN 1.6"),
      because: "Agents and what they act through are inventoried, and the inventory is checked."
    ),
    .supports(
      .maestro("L7.10"),
      because: "What acts and is in no register is found by comparing the two."
    ),
    .needs(
      .nhiInventory,
      .iamCredentialReport,
      .oauthGrantList,
      .toolRegistry,
      .tokenIssuance,
      .evidenceManifest
    ),
    .needsAny(.dataAccessLog, .auditLog, .agentTrace),
    .limits(.minimumInventoryCoverage),
    .rationale(
      "Every other control speaks about what is listed. Only a comparison with what is seen in use shows "
        + "what the lists leave out."
    ),
    .remedy("Add the unlisted identity with an owner, or disable it."),
    subject: InventoryReconciliation.self
  )
}
