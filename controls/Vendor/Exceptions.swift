import ControlTesting

/// Exceptions: each ends, is somebody's to retire, and excuses something; and what may run by
/// exception alone has one.
public let exceptions = ControlSuite(
  "Exceptions",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("NIST CSF 2.0, GV.RM-04 and ID.RA-07: https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "EXC-1",
    "Every exception is of an allowed kind and names owner, approver, reason, compensating control, the person who retires it and an end that is not past",
    .severity(.high),
    .blocks(from: .sandbox),
    .satisfies(
      .maestro("L6"),
      because: "Exceptions to security and compliance are few, owned, approved and end."
    ),
    .supports(
      .csf("ID.RA-07"),
      because: "Exceptions are recorded, assessed and tracked to their end."
    ),
    .supports(.csf("GV.RM-04"), because: "Accepting a risk has a form and a limit."),
    .supports(.csf("ID.RA-06"), because: "Each accepted risk has somebody who ends it."),
    .supports(.aiRMF("MANAGE 1.4"), because: "What remains is on record, with its end."),
    .supports(.aiRMF("GOVERN 1.4"), because: "Leaving the rules has a rule."),
    .needs(.roleRegister),
    .limits(
      .maximumSandboxException,
      .maximumEmergencyException,
      .maximumTrialException
    ),
    .rationale(
      "An exception that nobody is to retire is a new rule. Those that end by themselves are looked at "
        + "again; the others are forgotten."
    ),
    .remedy(
      "Close the exception, or renew it with an independent approval and an end inside the maximum of its kind."
    ),
    among: { (exception: Exception, scope) in exception.isOpen(at: scope.asOf) },
    judge: { (exception: Exception, scope) in try exception.checkBounds(scope) }
  )

  Control(
    "EXC-2",
    "Every multi-agent pipeline, legacy integration, supplier-run automation and hand-approved machine grant is covered by a live exception",
    .severity(.high),
    .hardGate,
    .appliesTo(.environment, .agentSystem),
    .supports(.csf("ID.RA-06"), because: "The response to each of the higher risks is planned."),
    .supports(.csf("ID.RA-07"), because: "What leaves the normal path is tracked."),
    .supports(.csf("GV.RM-04"), because: "Such a subject runs by a decision for a time."),
    .supports(.aiRMF("MANAGE 1.3"), because: "Responses to the higher risks are documented."),
    .supports(.maestro("X.3"), because: "Chains of agents, where rights add up, run by exception."),
    .needs(
      .agentManifest,
      .delegations,
      .nhiInventory,
      .approvalRegister,
      .iamPolicyExport,
      .exceptionRegister
    ),
    .limits(.legacyMarks),
    .rationale(
      "Pipelines of agents, old integrations and machines that people let in by hand are where controls "
        + "do not reach. They run for a time, by a decision, or not at all."
    ),
    .remedy("Open an exception with an end date, or bring the subject onto the normal path."),
    subject: ExceptionPaths.deviations
  )
}
