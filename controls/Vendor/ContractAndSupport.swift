import ControlTesting

/// Contract and support: what was agreed, and what the supplier's people do under it.
public let contractAndSupport = ControlSuite(
  "ContractAndSupport",
  .appliesTo(.vendor),
  .reference("NIST CSF 2.0, GV.SC-05 and GV.SC-10: https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "PRO-9",
    "The contract has dated clauses on data ownership, telemetry, retention, deletion, support access, change notice, model updates, review and exit",
    .severity(.high),
    .signed(.clausesTranscribed),
    .satisfies(
      .csf("GV.SC-10"),
      because: "Deletion and exit are agreed before the relationship ends."
    ),
    .supports(.csf("GV.SC-05"), because: "The requirements stand in the contract."),
    .supports(.csf("GV.OC-03"), because: "Contractual duties are known, clause by clause."),
    .supports(.aiRMF("GOVERN 6.1"), because: "Rights in data and notice of changes are agreed."),
    .supports(.maestro("L6"), because: "What compliance needs of the supplier is in the contract."),
    .supports(RequirementID(.iso42001, "A.10.3")),
    .needs(.contractTerms, .thirdPartyRegister, .roleRegister),
    .limits(.requiredClauses, .timedClauses),
    .rationale(
      "What is not in the contract is a favour, and favours end when they are needed. A time limit that "
        + "is no number cannot be missed."
    ),
    .remedy("Negotiate the missing clause and transcribe it with its reference."),
    subject: RequiredClauses.deviations
  )

  Control(
    "PRO-10",
    "Every support session was approved, limited to the approved time and tenant, and ended",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .supports(
      .csf("DE.CM-06"),
      because: "What the supplier's people do in a session is recorded and has an end."
    ),
    .supports(.csf("GV.SC-07"), because: "Support access is watched over the relationship."),
    .supports(.csf("PR.AA-05"), because: "Access is for a time and a tenant."),
    .supports(
      .nhi(10),
      because: "A person of the supplier's uses an identity under approval alone."
    ),
    .supports(.sp80053("AC-2")),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "Risk from the supplier's access is controlled, each time."
    ),
    .supports(.maestro("X.2"), because: "A session that ends is no lasting way in."),
    .needs(.roleRegister),
    .limits(.maximumSupportSession),
    .rationale(
      "Support access is the supplier's master key. A session without an end is a key that was never "
        + "given back."
    ),
    .remedy("End open sessions and let the product close them by itself."),
    judge: { (session: SupportSession, scope) in try session.checkBounds(scope) }
  )
}
