import ControlTesting

/// Accountability, a core proof of readiness: the log says who did what to what, and when.
public let auditability = ControlSuite(
  "Auditability",
  .proves(.auditability),
  .reference(
    "NIST CSF 2.0, PR.PS-04: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "AUD-2",
    "Every event names its actor as person or workload, its target with kind, and its time",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .csf("PR.PS-04"),
      because: "A record can be monitored only where it says who, what and when."
    ),
    .supports(.nhi(10), because: "A person behind a workload's identity shows in the log."),
    .supports(.sp80053("AU-3")),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "Accountability needs acts that are put down to somebody."
    ),
    .satisfies(
      .maestro("L7"),
      because: "Each act in the ecosystem is put down to one actor, without a gap."
    ),
    .supports(.maestro("L7.9"), because: "An act that names its actor cannot be denied."),
    .needs(.nhiInventory),
    .reference("NIST SP 800-53 r5 AU-3, Content of Audit Records"),
    .rationale(
      "An event without actor, target or time can be counted but not used. Nobody can be "
        + "asked, and nothing can be undone."
    ),
    .remedy(
      "Add the missing field at the source of the log, or the actor to the identity inventory."
    ),
    judge: { (event: AuditEvent, scope) in try event.checkNaming(scope) }
  )
}
