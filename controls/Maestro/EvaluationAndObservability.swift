import ControlTesting
import SuiteVocabulary

/// MAESTRO layer 5, Evaluation and Observability: what agents do is seen, by eyes that they cannot
/// shut, and what is measured stays as it was measured.
public let evaluationAndObservability = ControlSuite(
  "EvaluationAndObservability",
  .reference(
    "CSA MAESTRO, layer 5: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  ThreatLayer.evaluationAndObservability.decisions(
    "MAE5-1",
    "Every observability threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .satisfies(
      .maestro("L5"),
      because: "Each threat of the layer has a signed decision, or a supplier's report answers it."
    ),
    .supports(
      .maestro("L5.1"),
      .maestro("L5.2"),
      .maestro("L5.3"),
      .maestro("L5.4"),
      .maestro("L5.5"),
      .maestro("L5.6"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .observabilityThreats
  )

  Control(
    "MAE5-2",
    "Every agent sends complete traces to storage that it cannot change",
    .severity(.critical),
    .blocks(from: .pilot),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L5"),
      because: "Each agent is traced without a gap, and the trace is out of its reach."
    ),
    .satisfies(
      .maestro("L5.2"),
      because: "No agent can write over, or switch off, what observes it."
    ),
    .supports(
      .maestro("L5.6"),
      because: "What was stored is not falsified later; a false entry would show in the chain."
    ),
    .satisfies(
      .csf("PR.PS-04"),
      because: "Records are made for each agent and kept where monitoring finds them whole."
    ),
    .supports(.sp80053("AU-9"), .sp80053("AU-12")),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "Behaviour in production is monitored only where a trace of it is left."
    ),
    .needs(.agentManifest, .agentTrace, .iamPolicyExport),
    .limits(.readOnlyActions, .appendOnlyActions),
    .rationale(
      "An agent that can change its own trace has none. A gap in the trace is where the question of "
        + "an incident has no answer."
    ),
    .remedy(
      "Send the traces to write-once storage and take the agent's right to change it away."
    ),
    fold: TraceStores.self
  )

  Control(
    "MAE5-3",
    "Every telemetry store was scanned and holds no secret and no unredacted customer content",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment, .agentSystem),
    .satisfies(
      .maestro("L5"),
      because: "What is written down about agents gives neither secrets nor customers away."
    ),
    .satisfies(
      .maestro("L5.5"),
      because: "Logs and dashboards were searched and expose no secret and no personal data."
    ),
    .supports(.maestro("X.4"), because: "Data of another layer does not show through the logs."),
    .supports(.nhi(2), because: "Logs are where secrets leak to most often, and are scanned."),
    .supports(.csf("PR.DS-01"), because: "Telemetry is data at rest that many can read."),
    .supports(
      .aiRMF("MEASURE 2.10"),
      because: "Whether telemetry keeps personal data is examined."
    ),
    .needs(.secretScanReport, .dataHandling),
    .limits(.secretScanMaximumAge, .secretScanTools),
    .rationale(
      "Traces repeat what agents were told and given. A telemetry store is read by more people than "
        + "any database."
    ),
    .remedy("Redact at the source, rotate the secret and scan the store again."),
    among: { (pipeline: LogPipeline, _) in pipeline.enabled }
  ) { pipeline, scope in
    try pipeline.expectScanned(in: scope)
    try pipeline.expectRedacted(in: scope)
  }

  Control(
    "MAE5-4",
    "Detection rules cover every declared agent and have fired in a test",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L5"),
      because: "Each agent is watched by a rule that was seen to fire."
    ),
    .satisfies(
      .maestro("L5.4"),
      because: "A rule that fired in a test is one that behaviour like it does not slip past."
    ),
    .supports(
      .maestro("L5.3"),
      because: "A rule whose test is in date shows that monitoring still works."
    ),
    .satisfies(
      .aiRMF("MEASURE 2.4"),
      because: "The behaviour of each agent is monitored in production."
    ),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "The monitoring that was planned is in place, and tested."
    ),
    .supports(
      .csf("DE.CM-09"),
      because: "The runtime of each agent is watched for adverse events."
    ),
    .supports(
      .csf("DE.CM-06"),
      because: "Agents that a supplier runs are covered like one's own."
    ),
    .supports(.asi(10), because: "An agent that departs from its task is noticed by a rule."),
    .needs(.monitorAlerts),
    .limits(.detectionTestMaximumAge),
    .rationale(
      "A rule that never fired may be a rule that cannot. An agent that no rule names is watched by "
        + "nobody."
    ),
    .remedy("Write the missing rule and fire it in a test."),
    among: { (agent: Agent, _) in agent.status == .enabled }
  ) { agent, scope in
    try agent.expectDetection(in: scope)
  }

  Control(
    "MAE5-5",
    "Every evaluation set and result is fixed by digest and names the version it tested",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .satisfies(
      .maestro("L5"),
      because: "What was measured, with which cases and of which version, cannot change later."
    ),
    .satisfies(
      .maestro("L5.1"),
      because: "A set that was changed under its name, or a result that was, shows by its digest."
    ),
    .satisfies(
      .aiRMF("MEASURE 2.1"),
      because: "The test set, the metric and the tool behind each result are on record."
    ),
    .supports(
      .aiRMF("MEASURE 2.13"),
      because: "Results of two dates can be compared where the set is the same by digest."
    ),
    .supports(
      .csf("ID.RA-01"),
      because: "A weakness that a test found stands in a result that cannot change."
    ),
    .rationale(
      "A benchmark that changed between two runs compares nothing. A result without a version "
        + "belongs to no product."
    ),
    .remedy("Store set and result with digests, and name the tested version."),
    fold: EvaluationSets.self
  )
}
