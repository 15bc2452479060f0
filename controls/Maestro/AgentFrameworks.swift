import ControlTesting

/// MAESTRO layer 3, Agent Frameworks: the code that turns a model into an agent was tested against
/// hostile input in the version that runs.
public let agentFrameworks = ControlSuite(
  "AgentFrameworks",
  .appliesTo(.vendor, .agentSystem),
  .reference(
    "CSA MAESTRO, layer 3: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  ThreatLayer.agentFrameworks.decisions(
    "MAE3-1",
    "Every agent-framework threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .satisfies(
      .maestro("L3"),
      because: "Each threat of the layer has a signed decision, or a supplier's report answers it."
    ),
    .supports(
      .maestro("L3.1"),
      .maestro("L3.2"),
      .maestro("L3.3"),
      .maestro("L3.4"),
      .maestro("L3.5"),
      .maestro("L3.6"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .agentFrameworkThreats
  )

  Control(
    "MAE3-2",
    "Every agent's running framework version has input-validation and evasion tests that are in date and passed",
    .severity(.high),
    .blocks(from: .production),
    .satisfies(
      .maestro("L3"),
      because: "The framework's parts are pinned, and the version that runs withstood its tests."
    ),
    .satisfies(
      .maestro("L3.3"),
      because: "Hostile input was tried on the version that runs and was handled."
    ),
    .satisfies(
      .maestro("L3.6"),
      because: "Ways past the framework's controls were tried on the version that runs."
    ),
    .supports(
      .maestro("L3.1"),
      because: "A part of the framework that is pinned is not replaced unseen."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The agent's resistance is measured for each version."
    ),
    .supports(.csf("ID.RA-01"), because: "A weakness in input handling is found by a test."),
    .supports(.asi(1), because: "Input that the framework lets through is how a goal is changed."),
    .needs(.evalReport, .sbom),
    .limits(.evaluationMaximumAge, .frameworkEvaluationTopics, .minimumEvasionResistance),
    .rationale(
      "A framework decides what reaches the model and what the model may start. A new version of it "
        + "is a new agent until it is tested."
    ),
    .remedy("Repair the input handling and test the version that runs."),
    among: { (agent: Agent, _) in agent.status != .retired }
  ) { agent, scope in
    try agent.expectFrameworkPinned(in: scope)
    try agent.expectFrameworkTested(in: scope)
  }
}
