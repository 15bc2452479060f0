import ControlTesting

/// Accountability, a core proof of readiness: the log says who did what to what, and when.
public let auditability = ControlSuite(
  "Auditability",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference(
    "NIST CSF 2.0, PR.PS-04: https://doi.org/10.6028/NIST.CSWP.29"
  )
) {
  Control(
    "AUD-1",
    "Sampled actions join identity, request, decision, entitlement and data access by their ids",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .proves(.auditability),
    .supports(.csf("PR.PS-04"), because: "Log records are of use where one leads to the other."),
    .supports(.sp80053("AU-12")),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "An act that joins to who, why and by which right is accounted for."
    ),
    .supports(.maestro("L7"), because: "What happens between agents and systems can be followed."),
    .supports(.maestro("L7.9"), because: "The chain of ids pins an act to the agent that took it."),
    .needs(.policyDecisionLog, .dataAccessLog, .nhiInventory, .iamPolicyExport),
    .needsAny(.tokenIssuance, .iamCredentialReport),
    .limits(.minimumJoinRatio),
    .rationale(
      "Five logs that do not join answer no question. An investigation needs to go from the act to "
        + "the identity, its right, the decision and the day it was cut off, by ids and not by guess."
    ),
    .remedy("Carry the request id through every hop and log it in each of the records."),
    fold: JoinedActions.self
  )

  Control(
    "AUD-2",
    "Every event names its actor as person or workload, its target with kind, and its time",
    .severity(.high),
    .blocks(from: .pilot),
    .proves(.auditability),
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

  Control(
    "AUD-3",
    "Every administrative change names actor, principal acted for, agent, request, and the state before and after",
    .severity(.high),
    .supports(
      .csf("PR.PS-04"),
      because: "The log of changes has what an investigation asks first."
    ),
    .supports(.sp80053("AU-3"), .sp80053("AU-10")),
    .supports(.aiRMF("MEASURE 2.8"), because: "Changes that agents made are put down to somebody."),
    .supports(.maestro("L5"), because: "What an agent changed can be seen, and undone."),
    .needs(.nhiInventory, .roleRegister),
    .rationale(
      "A change whose author cannot be told from the log is a change by anybody. Without the state "
        + "before, it cannot be undone."
    ),
    .remedy(
      "Log the missing context with the change; what is made or deleted has the digest of nothing on the other side."
    ),
    judge: { (change: AdminChange, scope) in try change.checkContext(scope) }
  )

  Control(
    "AUD-4",
    "Every expected source reported in each interval without a gap beyond the limit and keeps its events long enough",
    .severity(.high),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.PS-04"),
      because: "Records are there for monitoring only while the source speaks, and as long as kept."
    ),
    .supports(.csf("DE.CM-03"), because: "Silence of a source is noticed."),
    .supports(.sp80053("AU-11")),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "Monitoring in production is as good as the telemetry that it reads."
    ),
    .supports(.aiRMF("MANAGE 4.1"), because: "The monitoring plan has sources that work."),
    .supports(.maestro("L5"), because: "Each layer's observations keep arriving."),
    .supports(.maestro("L5.3"), because: "Monitoring that was knocked out shows as a gap."),
    .limits(
      .maximumTelemetryGap,
      .minimumLogRetention,
      .requiredLogKinds,
      .requiredAgentLogKinds
    ),
    .rationale(
      "Nobody misses a log until it is needed. A gap in it is where an intruder was, or where nobody "
        + "can show that none was."
    ),
    .remedy("Repair the source, alert on its silence and extend retention."),
    fold: LogSources.self
  )

  Control(
    "AUD-5",
    "The reads and writes of each agent in the period are complete and in order",
    .severity(.high),
    .appliesTo(.agentSystem),
    .supports(.csf("PR.PS-04"), because: "The records of each run are all there."),
    .supports(.csf("RS.AN-06"), because: "What an agent did can be told from the records alone."),
    .supports(.sp80053("AU-12")),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "What an AI accessed or changed is shown, not assumed."
    ),
    .supports(.maestro("L5"), because: "Missing observations are found by counting."),
    .needs(.dataAccessLog, .adminChanges),
    .rationale(
      "A list of what an AI accessed is worth something only when nothing can be missing from it. "
        + "The runs' own counts and the other logs are what it is held against."
    ),
    .remedy("Close the gap in the trace, or show why the calls are missing."),
    fold: CompleteTrace.self
  )
}
