import ControlTesting
import SuiteVocabulary

/// ASI01 Agent Goal Hijack: what an agent reads may try to change what it is trying to do, so its
/// instructions are fixed, their changes are approved, and what leaves the task is refused.
public let goalHijack = ControlSuite(
  "GoalHijack",
  .satisfies(.asi(1)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI01 Agent Goal Hijack: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI01-1",
    "Every run used the approved instructions of its agent",
    .severity(.critical),
    .blocks(from: .pilot),
    .rationale(
      "An agent whose instructions were exchanged does the work of whoever exchanged them."
    ),
    .supports(.maestro("L7.5"), because: "Other goals show as another digest of the instructions."),
    .supports(
      .maestro("X.5"),
      because: "A wrong goal is seen in the run that has it, before others take it over."
    ),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "What steers the agent is compared with what was approved, run by run."
    ),
    .supports(
      .csf("PR.PS-01"),
      because: "The instructions that run are the configuration that was approved."
    ),
    .supports(.sp80053("CM-3")),
    .needs(.agentManifest),
    .reference("NIST SP 800-53 r5 CM-3, Configuration Change Control"),
    .remedy(
      "Stop runs whose instruction digest is not the approved one, and find out how it changed."
    ),
    judge: { (run: AgentRun, scope) in try run.checkInstructions(scope) }
  )

  Control(
    "ASI01-2",
    "Every change of an agent's goal, instructions or automatic permissions was approved by somebody other than its author",
    .severity(.high),
    .blocks(from: .pilot),
    .rationale("One person who can change an agent's goal alone has all that the agent may do."),
    .satisfies(.asi(5), because: "What may run by itself grows only with a second person's word."),
    .supports(.csf("PR.PS-01"), because: "Changes of an agent's configuration are managed."),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "The change management of the deployed agent is carried out."
    ),
    .supports(.maestro("L7.5"), because: "Nobody gives an agent another goal alone."),
    .supports(.sp80053("CM-3")),
    .needs(.agentManifest, .toolRegistry, .roleRegister),
    .reference("NIST SP 800-53 r5 CM-3, Configuration Change Control"),
    .remedy("Take the change back until an independent person has approved it."),
    fold: GoalChanges.self
  )

  Control(
    "ASI01-3",
    "Every agent's running version has goal-override tests that are in date and above the threshold",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .rationale("Whether an agent keeps its goal is known only by trying to take it away."),
    .supports(
      .csf("ID.RA-01"),
      because: "The weakness that a goal can be overridden is looked for and recorded."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The agent's resistance to hijacking is evaluated and documented."
    ),
    .supports(
      .aiRMF("MEASURE 2.6"),
      because: "An agent that leaves its goal is a safety risk that is evaluated regularly."
    ),
    .supports(.maestro("L1.6"), because: "The tests try to bend the model to another task."),
    .supports(.maestro("L3.3"), because: "The tests bring hostile input through the framework."),
    .needs(.evalReport),
    .limits(.evaluationMaximumAge, .minimumGoalOverrideResistance),
    .remedy("Strengthen instructions and input handling, then test the version that runs."),
    among: { (agent: Agent, _) in agent.status != .retired }
  ) { agent, scope in
    let tests = try TestsInDate(
      on: "goal-override",
      among: scope.evaluations(ofAgent: agent.id),
      of: agent.id,
      inVersion: agent.version,
      scope
    )
    try tests.checkComplete()
    try tests.checkResistance(atLeast: scope.policy.minimumGoalOverrideResistance)
  }

  Control(
    "ASI01-4",
    "Every decision that refused nothing had the stated task in its input, and no call was let through for another task than the one decided on",
    .severity(.high),
    .blocks(from: .production),
    .rationale(
      "A hijacked agent keeps its credentials. Only the task before the decision point tells a call that leaves the goal from one that serves it."
    ),
    .supports(.asi(2), because: "A rightful tool is refused where the task does not ask for it."),
    .supports(.csf("PR.AA-05"), because: "Authorisation takes the purpose of the access in."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "What does not serve the intended use can be refused call by call."
    ),
    .supports(.maestro("L7.5"), because: "A drifted goal meets a point that knows the stated one."),
    .supports(.zeroTrustTenet(4)),
    .needs(.agentTrace),
    .limits(.taskInputNames),
    .remedy("Pass the task to the decision point and refuse calls outside it."),
    fold: StatedTasks.self
  )

  Control(
    "ASI01-5",
    "Every agent's owner has signed the remaining risk of goal hijack, and the risk is on record and decided",
    .severity(.medium),
    .blocks(from: .production),
    .rationale("No test shows that an agent cannot be hijacked. Somebody must bear what is left."),
    .supports(.aiRMF("MANAGE 1.4"), because: "The residual risk is documented and signed."),
    .supports(.aiRMF("GOVERN 2.1"), because: "Who answers for the risk is clear."),
    .supports(.csf("ID.RA-06"), because: "The response to the risk is chosen and tracked."),
    .supports(.maestro("L7.5"), because: "The risk that goals are manipulated has a bearer."),
    .needs(.riskRegister),
    .asks(.goalHijackRisk),
    .remedy("Have the owner read the test results and sign the dated statement."),
    among: { (agent: Agent, _) in agent.status != .retired }
  ) { agent, scope in
    try agent.checkGoalHijackRisk(scope)
  }
}
