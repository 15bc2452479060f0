import ControlTesting

/// Tenancy, a core proof of readiness: what is kept apart was tried from the other side, refused,
/// and is seen to stay apart in use.
public let tenantIsolation = ControlSuite(
  "TenantIsolation",
  .appliesTo(.vendor, .agentSystem),
  .proves(.tenantIsolation),
  .reference(
    "NIST CSF 2.0, PR.IR-01: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "TEN-1",
    "Every cell of the isolation matrix (query, retrieve, influence; data, tools; both directions) was tested and refused, and the buyer can run the test again",
    .severity(.critical),
    .blocks(from: .pilot),
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
    "TEN-3",
    "Every identity carries its tenant, and no call crossed to a resource of another tenant",
    .severity(.critical),
    .blocks(from: .pilot),
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
}
