import ControlTesting

/// Tenancy, a core proof of readiness: what is kept apart was tried from the other side, refused,
/// and is seen to stay apart in use.
public let tenantIsolation = ControlSuite(
  "TenantIsolation",
  .appliesTo(.vendor, .agentSystem),
  .reference(
    "NIST CSF 2.0, PR.IR-01: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "TEN-1",
    "Every cell of the isolation matrix (query, retrieve, influence; data, tools; both directions) was tested and refused, and the buyer can run the test again",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .proves(.tenantIsolation),
    .supports(.csf("PR.DS-01"), because: "Stored data is refused to the other tenant."),
    .supports(.csf("PR.IR-01"), because: "A tenant is an environment that others may not enter."),
    .supports(.sp80053("AC-4")),
    .supports(.aiRMF("MEASURE 2.7"), because: "The matrix is a test of the system's security."),
    .supports(
      .maestro("X.4"),
      because: "Data of one tenant does not show through another's agent."
    ),
    .supports(
      .maestro("L2"),
      because: "Retrieval and storage are tried, and not only the interface."
    ),
    .needs(.tenantIsolationTests),
    .limits(.isolationTestMaximumAge),
    .reference("NIST SP 800-53 r5 AC-4, Information Flow Enforcement"),
    .rationale(
      "One untested direction is the one through which a customer reads another's data. A "
        + "refusal on record, which the buyer can repeat, is worth more than a design document."
    ),
    .remedy(
      "Run the untested cell with a principal of the other tenant and keep the request and its refusal."
    ),
    subject: IsolationMatrix.deviations
  )

  Control(
    "TEN-2",
    "No identity, administrator or support session acts in more than one tenant",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .proves(.tenantIsolation),
    .appliesTo(.vendor),
    .supports(.nhi(9), because: "An identity that serves two tenants is reused across them."),
    .supports(.csf("PR.AA-05"), because: "Access of an identity ends at the border of its tenant."),
    .supports(.sp80053("AC-4")),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "What the supplier's people and machines do in a tenant is looked at, act by act."
    ),
    .supports(.maestro("X.4"), because: "A shared administrator is a way from tenant to tenant."),
    .needs(.nhiInventory, .auditLog, .dataAccessLog, .adminChanges, .supportSessions),
    .rationale(
      "Whoever acts in two tenants joins them, and one stolen session then opens both. Isolation "
        + "and the speed of revocation can no longer be shown."
    ),
    .remedy("Give each tenant its own identity and end the shared session."),
    fold: TenantUse.self
  )

  Control(
    "TEN-3",
    "Every identity carries its tenant, and no call crossed to a resource of another tenant",
    .severity(.critical),
    .blocks(from: .pilot),
    .proves(.tenantIsolation),
    .supports(.nhi(9), because: "An identity of one tenant is not used for another."),
    .supports(.csf("PR.AA-04"), because: "The tenant is part of what an identity asserts."),
    .supports(.csf("PR.DS-01"), because: "No access reached data of another tenant."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The boundary is measured in use, and not only in a test."
    ),
    .supports(.maestro("X.4"), because: "A crossing is how data of one tenant shows in another."),
    .needs(.nhiInventory),
    .reference("NIST SP 800-53 r5 AC-4, Information Flow Enforcement"),
    .rationale(
      "Tests show the day of the test; the log shows every day. An identity without a tenant "
        + "can be asked to act for any."
    ),
    .remedy(
      "Put the tenant into the identity and refuse calls where it differs from the resource's."
    ),
    fold: TenantBoundary.self
  )

  Control(
    "TEN-4",
    "Identities, permissions and logs can each be taken apart by tenant",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .proves(.tenantIsolation),
    .appliesTo(.vendor),
    .supports(.csf("PR.AA-05"), because: "Permissions that name no tenant cannot be kept to one."),
    .supports(.csf("PR.PS-04"), because: "A tenant's own events can be handed to it."),
    .supports(.sp80053("AC-4")),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The tenant key is the internal control on which the others rest."
    ),
    .supports(.maestro("X.4"), because: "What cannot be told apart cannot be kept apart."),
    .needs(.nhiInventory, .iamPolicyExport, .auditLog, .dataAccessLog),
    .rationale(
      "A supplier that cannot separate identity, permissions and logs by tenant cannot revoke, "
        + "review or investigate for one customer alone. It is not ready, whatever else it shows."
    ),
    .remedy("Add the tenant to every record of the kind that lacks it."),
    subject: TenantKeys.self
  )

  Control(
    "TEN-5",
    "Tests of the tenant, environment and data-class boundaries ran in the period and passed",
    .severity(.high),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.nhi(8), because: "The way from each other environment into production was tried."),
    .supports(
      .csf("PR.IR-01"),
      because: "Unauthorised use of an environment was tried, and refused."
    ),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "Boundaries are looked at again in each period, and not once."
    ),
    .supports(
      .maestro("X.2"),
      because: "Each boundary is where movement from one part to another must stop."
    ),
    .needs(.tenantIsolationTests, .environmentRegister),
    .limits(.isolationTestMaximumAge),
    .rationale(
      "Boundaries that nobody tries wear away with each change. A test in the period is the "
        + "only sign that they still hold."
    ),
    .remedy("Run the missing boundary test and keep its record."),
    subject: BoundaryTests.deviations
  )

  Control(
    "TEN-6",
    "The proofs of isolation, auditability and revocation are dated after the last material change",
    .severity(.high),
    .hardGate,
    .supports(
      .aiRMF("MANAGE 4.1"),
      because:
        "Change management after deployment includes proving again what the change may break."
    ),
    .supports(.csf("ID.IM-02"), because: "Tests and exercises follow each change."),
    .supports(
      .csf("GV.SC-07"),
      because: "The supplier's risk is assessed again when the product changes."
    ),
    .supports(.maestro("L6"), because: "Compliance is shown for the system as it is now."),
    .needs(
      .tenantIsolationTests,
      .agentTrace,
      .drillRecord,
      .changeRecord,
      .adminChanges,
      .nhiInventory
    ),
    .rationale(
      "A proof is about the build on which it was given. After a material change the old test, "
        + "log and exercise say nothing of what runs today."
    ),
    .remedy("Repeat the proof that is older than the change."),
    subject: ProofDates.self
  )
}
