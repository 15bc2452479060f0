import ControlTesting

/// Pilots: a commercial yes is not a yes to production, and what is not approved stays small.
public let pilots = ControlSuite(
  "Pilots",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference(
    "NIST CSF 2.0, GV.SC-06: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "PRO-5",
    "A subject not approved for production has an owner, an end date and isolated data, and touches no production identity or data",
    .severity(.critical),
    .blocks(from: .sandbox),
    .hardGate,
    .supports(.nhi(8), because: "An identity of production is not lent to a trial."),
    .supports(.csf("GV.SC-06"), because: "Due diligence comes before the relationship, not after."),
    .supports(.csf("PR.IR-01"), because: "A trial stays outside the environment of production."),
    .supports(
      .aiRMF("MANAGE 1.1"),
      because: "Deployment proceeds on a decision that it should, not by growth."
    ),
    .supports(.maestro("L4.6"), because: "A trial that is taken over is no way into production."),
    .needs(.nhiInventory, .environmentRegister, .roleRegister, .dataAccessLog),
    .needsAny(.approvalRegister, .exceptionRegister),
    .limits(.maximumPilotDuration),
    .reference("NIST SP 800-53 r5 SA-9, External System Services"),
    .rationale(
      "A trial is connected in days and reviewed in months; meanwhile it holds real access to "
        + "real data. Bounds from the first day keep the purchase from becoming the approval."
    ),
    .remedy("Cut the production access, or finish the approval."),
    subject: PilotBounds.self
  )
}
