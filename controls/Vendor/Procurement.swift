import ControlTesting

/// Procurement: what is in use was bought, assessed and approved as what it is, and not as what it
/// was said to be.
public let procurement = ControlSuite(
  "Procurement",
  .appliesTo(.vendor, .environment),
  .reference("NIST CSF 2.0, GV.SC-04, GV.SC-06 and GV.SC-07: https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "PRO-1",
    "Every tool in use, bundled ones included, has its own procurement record and an approval older than its connection",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .satisfies(.csf("ID.AM-04"), because: "Each service in use is on record, with its approval."),
    .satisfies(
      .csf("GV.SC-06"),
      because: "The decision on each tool was taken before it was connected."
    ),
    .supports(.nhi(3), because: "An extension that nobody approved holds rights for its maker."),
    .supports(
      .aiRMF("GOVERN 6.1"),
      because: "The policy on third parties is followed tool by tool."
    ),
    .supports(.maestro("L7.7"), because: "Integrations come in by a decision, and not by a click."),
    .needs(.approvalRegister),
    .rationale(
      "Tools come in bundles, by extensions and by trials, and hold production rights before anybody "
        + "looked. An approval after the connection is a description of what happened."
    ),
    .remedy("Disconnect the tool until it is recorded and approved."),
    among: { (tool: ToolInUse, scope) in !tool.disconnectedAt.hasPassed(at: scope.asOf) },
    judge: { (tool: ToolInUse, scope) in try tool.checkApproval(scope) }
  )

  Control(
    "PRO-2",
    "Commercial and security approval are separate records by different people",
    .severity(.critical),
    .hardGate,
    .supports(.csf("GV.SC-06"), because: "Due diligence is not left to who wants to buy."),
    .supports(.sp80053("AC-5")),
    .supports(.aiRMF("GOVERN 2.1"), because: "Who decides on risk is somebody else, and is named."),
    .supports(.maestro("L6"), because: "Compliance is decided apart from the price."),
    .needs(.approvalRegister, .thirdPartyRegister, .roleRegister),
    .rationale(
      "A signed contract makes its own urgency. Where the buyer also decides on security, the answer is "
        + "known before the question."
    ),
    .remedy("Have a security approver who did not take the commercial decision decide."),
    subject: SeparateApprovals.deviations
  )

  Control(
    "PRO-3",
    "Every security and go-live approval has a review date that is not past and names the assessment, the monitoring plan and the accountable person",
    .severity(.high),
    .blocks(from: .pilot),
    .hardGate,
    .satisfies(
      .csf("GV.SC-07"),
      because: "The risk is assessed, recorded, monitored by a plan, and looked at again by a date."
    ),
    .supports(.csf("GV.SC-09"), because: "Monitoring over the life cycle is part of the approval."),
    .supports(.aiRMF("MANAGE 1.1"), because: "Whether to go on is determined anew by a date."),
    .supports(.aiRMF("MANAGE 3.1"), because: "Third-party risk is monitored by a plan in force."),
    .supports(.aiRMF("GOVERN 2.1"), because: "One person is accountable for each approval."),
    .supports(.maestro("L6"), because: "An approval that nobody renews ends by itself."),
    .needs(.policyRegister, .roleRegister),
    .limits(.maximumApprovalDuration),
    .rationale(
      "A product changes each week and an approval does not. Without a date, a plan and a person it is a "
        + "memory of what was once true."
    ),
    .remedy("Assess again and record the approval with its links."),
    among: { (approval: ProcurementApproval, scope) in approval.isOpen(at: scope.asOf) },
    judge: { (approval: ProcurementApproval, scope) in try approval.checkLinks(scope) }
  )

  Control(
    "PRO-4",
    "The tier worked out from reach, data and abilities is not above the tier declared and assessed",
    .severity(.critical),
    .blocks(from: .sandbox),
    .hardGate,
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("GV.SC-04"),
      because: "The rule that prioritises suppliers gives the declared tier again, from evidence."
    ),
    .supports(.csf("ID.RA-05"), because: "Impact is worked out from reach."),
    .supports(
      .aiRMF("MAP 1.1"),
      because: "The setting of use is what the evidence shows it to be."
    ),
    .supports(.aiRMF("GOVERN 1.3"), because: "The level of care follows the tier."),
    .supports(
      .maestro("L7.13"),
      because: "An agent is held to what it can do, not to what it says."
    ),
    .needs(
      .thirdPartyRegister,
      .nhiInventory,
      .iamCredentialReport,
      .iamPolicyExport,
      .agentManifest,
      .toolRegistry,
      .environmentRegister
    ),
    .rationale(
      "A form that says low gets a low review. What decides is which secrets, agents and data the "
        + "product can reach, and that is in the evidence."
    ),
    .remedy("Assess the subject in the higher tier, or take the reach away."),
    subject: WorkedOutTiers.deviations
  )

  Control(
    "PRO-6",
    "Every identity, key, grant and permission that the tool creates or uses is controlled by the buyer's life cycle and identity system",
    .severity(.high),
    .supports(
      .csf("GV.SC-07"),
      because: "What a supplier's product acts as is managed throughout."
    ),
    .supports(
      .csf("PR.AA-01"),
      because: "The organisation manages the identities, and not the supplier."
    ),
    .supports(.nhi(1), because: "What the buyer controls, the buyer can end."),
    .supports(
      .nhi(3),
      because: "A supplier's identity has no rights that nobody of the buyer's answers for."
    ),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "Controls on third-party resources are applied one by one."
    ),
    .supports(
      .maestro("L7.3"),
      because: "The identities of a supplier's agents are in the buyer's system."
    ),
    .needs(.iamCredentialReport, .oauthGrantList, .toolInventory, .roleRegister),
    .rationale(
      "Accounts that a supplier administers outlive the contract and escape every review. The buyer "
        + "revokes what the buyer controls."
    ),
    .remedy("Bring the identity under the buyer's life cycle, or record a time-limited exception."),
    fold: ToolIdentities.self
  )

  Control(
    "PRO-7",
    "No answer that decides the approval is missing, unclear or contradicted by evidence",
    .severity(.high),
    .signed(.answersCompared),
    .blocks(from: .pilot),
    .hardGate,
    .appliesTo(.vendor),
    .supports(.csf("GV.SC-06"), because: "Due diligence ends when the questions are answered."),
    .supports(
      .aiRMF("GOVERN 6.1"),
      because: "Third-party risk is asked about, and answers are held."
    ),
    .supports(
      .aiRMF("MAP 4.1"),
      because: "What is not known of a component is found before it is used."
    ),
    .supports(.maestro("L6"), because: "What is claimed of compliance is held against evidence."),
    .needs(.vendorAssurance, .vendorClaims, .approvalRegister),
    .limits(.vendorAnswerMaximumAge, .decidingQuestions),
    .rationale(
      "An unclear answer is how a no is written. Two answers that differ mean that one of them was not "
        + "looked up."
    ),
    .remedy("Put the question to the supplier again and compare the answer with the evidence."),
    subject: DecidingAnswers.deviations
  )

  Control(
    "PRO-8",
    "Every claim that matters has a test of the buyer's own, on standard product in two tenants of one build, with date and result",
    .severity(.high),
    .signed(.claimsTested),
    .appliesTo(.vendor),
    .supports(.csf("GV.SC-06"), because: "Diligence is a test, and not a document."),
    .supports(.aiRMF("MEASURE 2.3"), because: "The claim is shown under the conditions of use."),
    .supports(.aiRMF("MAP 2.3"), because: "How the test was made, and on what, is on record."),
    .supports(.maestro("L7.13"), because: "Abilities that are stated wrongly do not pass a test."),
    .supports(RequirementID(.iso42001, "A.10.3")),
    .needs(.roleRegister),
    .needsAny(.tenantIsolationTests, .evalReport),
    .limits(.claimTestMaximumAge),
    .rationale(
      "A demonstration shows a build that was made for it. What holds for two tenants of one standard "
        + "build, tried by the buyer, will hold for the buyer."
    ),
    .remedy("Test the claim on the buyer's side and attach the record."),
    among: { (claim: VendorClaim, _) in claim.material },
    judge: { (claim: VendorClaim, scope) in try claim.checkProof(scope) }
  )
}
