import ControlTesting
import SuiteVocabulary

/// ASI10 Rogue Agents: an agent that nobody knows, that changed, or that does more than it should,
/// looks normal in each single act, so what acted is held to the registries and the stop is tried.
public let rogueAgents = ControlSuite(
  "RogueAgents",
  .satisfies(.asi(10)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI10 Rogue Agents: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI10-1",
    "Every agent and tool that acted is in an inventory, and every agent was in use when it acted",
    .severity(.critical),
    .blocks(from: .pilot),
    .hardGate,
    .appliesTo(.vendor, .agentSystem),
    .rationale("Every other control speaks of agents that somebody wrote down."),
    .satisfies(
      .maestro("L7"),
      because: "No hostile agent works among the known ones without being seen in a log."
    ),
    .satisfies(
      .aiRMF("GOVERN 1.6"),
      because: "The inventory of agents is held against everything that acted."
    ),
    .satisfies(
      .csf("ID.AM-02"),
      because: "An inventory is maintained where nothing is seen to run that it lacks."
    ),
    .supports(.csf("ID.AM-08"), because: "What was retired is seen where it still acts."),
    .supports(.maestro("L7.1"), because: "A subverted newcomer is not in the manifest."),
    .needs(.agentManifest, .toolRegistry),
    .remedy("Stop the unknown agent, revoke what it used and register or remove it."),
    fold: UnknownActors.self
  )

  Control(
    "ASI10-2",
    "Every departure from a signed agent manifest raised an alert that was closed with a decision",
    .severity(.high),
    .blocks(from: .production),
    .rationale(
      "An agent that drifts gives small signs first. They help only where somebody decides on them."
    ),
    .supports(.maestro("L5"), because: "What the agent does is watched against what it should do."),
    .supports(.maestro("L5.4"), because: "A departure without an alert is found afterwards."),
    .supports(.csf("DE.AE-06"), because: "Departures reach somebody who decides on them."),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "Monitoring of the deployed agent leads to decisions."
    ),
    .needs(.agentManifest, .monitorAlerts),
    .limits(.alertClosureLimit),
    .remedy("Add the detection rule, or close the alert with a decision and a reason."),
    fold: Departures.self
  )

  Control(
    "ASI10-3",
    "Every agent has an exercise in the period that halted it and revoked its credentials within the target time, and its owner approved its return",
    .severity(.critical),
    .blocks(from: .pilot),
    .rationale(
      "The hour in which an agent goes rogue is the wrong one to try the stop for the first time."
    ),
    .satisfies(
      .aiRMF("MANAGE 2.4"),
      because: "The mechanism that deactivates the agent was applied, and its owner answers for it."
    ),
    .supports(.aiRMF("GOVERN 1.7"), because: "Agents can be phased out safely."),
    .supports(.csf("RS.MI-01"), because: "The exercise shows that a rogue agent is contained."),
    .supports(.csf("RC.RP-05"), because: "Normal operation is confirmed before the agent returns."),
    .supports(
      .maestro("L7.1"),
      because: "A subverted agent can be taken out of the others' midst."
    ),
    .supports(.sp80053("IR-3")),
    .needs(.drillRecord, .approvalLog),
    .asks(.agentStopExercised),
    .limits(.agentStopTarget, .drillMaximumAge),
    .reference("NIST SP 800-53 r5 IR-3, Incident Response Testing"),
    .remedy("Exercise the stop, measure it and remove the step that took too long."),
    among: { (agent: Agent, _) in agent.status == .enabled }
  ) { agent, scope in
    try agent.checkHalt(scope)
  }

  Control(
    "ASI10-4",
    "Every call says what set it off, and one that no request triggered is covered by a policy",
    .severity(.high),
    .blocks(from: .production),
    .rationale("An agent that starts work by itself has no user who would notice."),
    .supports(.asi(2), because: "A tool is not used because the agent came to think of it."),
    .supports(.asi(1), because: "A goal that the agent gave itself meets a policy."),
    .supports(
      .aiRMF("MAP 3.5"),
      because: "Where no person asks, the policy that stands in for one is documented."
    ),
    .supports(
      .csf("PR.AA-05"),
      because: "Self-started access is authorised by a policy of its own."
    ),
    .supports(.maestro("L7.5"), because: "Goals that an agent drifts to start without a request."),
    .needs(.policyDecisionLog, .policyBundle),
    .limits(.triggerInputNames),
    .remedy("Mark self-started calls and write the policy that bounds them."),
    among: { (call: ToolCall, _) in call.wasLetThrough }
  ) { call, scope in
    try call.checkTrigger(scope)
  }

  Control(
    "ASI10-5",
    "The autonomy class worked out from each agent's abilities is not above the class declared for it",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .agentSystem),
    .rationale(
      "An agent is watched as its class demands. One that can do more than its class is watched too little."
    ),
    .satisfies(
      .maestro("L7"),
      because: "What agents of the ecosystem can do is what they are known to do."
    ),
    .supports(.maestro("L7.13"), because: "A stated ability is held against the real one."),
    .supports(.asi(2), because: "Tools that chain, copy or run code are counted."),
    .supports(
      .aiRMF("MAP 3.3"),
      because: "The scope that is documented covers what the agent is capable of."
    ),
    .supports(.csf("ID.AM-05"), because: "Agents are classed by the harm that they can do."),
    .needs(.toolRegistry, .agentTrace),
    .remedy(
      "Declare the higher class with its stricter controls, or take the ability away."
    ),
    fold: DeclaredAutonomy.self
  )
}
