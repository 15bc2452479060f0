import ControlTesting
import SuiteVocabulary

/// ASI05 Unexpected Code Execution (RCE): where text can turn into running code, the code runs in a
/// box that it cannot leave and cannot fill.
public let codeExecution = ControlSuite(
  "CodeExecution",
  .satisfies(.asi(5)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI05 Unexpected Code Execution (RCE): https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI05-1",
    "Every tool that runs code does so in an isolated sandbox without root, host mounts or open egress",
    .severity(.critical),
    .blocks(from: .sandbox),
    .rationale(
      "Whoever can write to an agent can write its code. The sandbox decides what that code is worth."
    ),
    .satisfies(.maestro("L4"), because: "Generated code does not reach what agents are run on."),
    .supports(.maestro("L4.6"), because: "From the sandbox there is no way to other parts."),
    .supports(
      .csf("PR.PS-05"),
      because: "Code that nobody authorised can do no harm where it runs."
    ),
    .supports(
      .csf("PR.IR-01"),
      because: "The environment outside is closed to what runs in the sandbox."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The sandbox is the documented control of the component that runs code."
    ),
    .supports(.sp80053("SA-8")),
    .needs(.sandboxConfig),
    .limits(.allowedIsolation),
    .reference("NIST SP 800-53 r5 SA-8, Security and Privacy Engineering Principles"),
    .remedy("Run the tool in an isolated sandbox with egress refused by default."),
    among: { (tool: Tool, _) in tool.status != .retired && tool.mayRunCode }
  ) { tool, scope in
    try tool.recordedSandbox(scope).checkIsolation(scope)
  }

  Control(
    "ASI05-2",
    "Every sandbox and agent workload has limits on time, memory, processes and disk",
    .severity(.medium),
    .blocks(from: .pilot),
    .rationale("Code without limits takes down its host by accident as surely as by intent."),
    .satisfies(
      .maestro("L4"),
      because: "No workload can use up the infrastructure that others run on."
    ),
    .supports(.maestro("L4.4"), because: "A workload cannot starve the others."),
    .supports(.maestro("L4.5"), because: "Stolen computing time is bounded."),
    .supports(.asi(8), because: "A run that goes wrong stops before it takes others with it."),
    .supports(.csf("PR.IR-04"), because: "Capacity is kept for what needs it."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "A workload that does not behave as intended is ended by its limits."
    ),
    .needs(.agentManifest, .limitConfig),
    .remedy("Set the missing limits on the workload."),
    fold: SandboxLimits.self
  )

  Control(
    "ASI05-3",
    "No generated code ran outside its sandbox",
    .severity(.critical),
    .blocks(from: .pilot),
    .rationale("A sandbox is worth what really runs in it: one call beside it is enough."),
    .supports(.maestro("L4.6"), because: "Code that left its sandbox has begun to move."),
    .supports(.maestro("L3.6"), because: "A call that slipped past the framework is seen."),
    .supports(.csf("DE.CM-09"), because: "Where code ran is watched, call by call."),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "The behaviour of what runs code is monitored in production."
    ),
    .needs(.sandboxConfig, .toolRegistry),
    .remedy("Stop the agent, treat the host as exposed and close the way out."),
    among: { (call: ToolCall, scope) in call.wasLetThrough && call.mayHaveRunCode(scope) }
  ) { call, scope in
    try call.checkSandbox(scope)
  }

  Control(
    "ASI05-4",
    "Every agent that may run code has sandbox-escape tests of its running version that are in date and passed",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .rationale(
      "Settings say how a sandbox should hold. Only an attempt to leave shows that it does."
    ),
    .supports(.csf("ID.RA-01"), because: "Ways out of the sandbox are looked for and recorded."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The resistance of the sandbox is evaluated and documented."
    ),
    .supports(.maestro("L4.6"), because: "The tests try to move on from where code runs."),
    .needs(.evalReport, .toolRegistry),
    .limits(.evaluationMaximumAge, .maximumEscapes),
    .remedy("Close the escape that was found and run the tests on the running version."),
    among: { (agent: Agent, scope) in agent.status != .retired && agent.mayRunCode(scope) }
  ) { agent, scope in
    let tests = try TestsInDate(
      on: "sandbox-escape",
      among: scope.evaluations(ofAgent: agent.id),
      of: agent.id,
      inVersion: agent.version,
      scope
    )
    try tests.checkComplete()
    try tests.checkFailures(atMost: scope.policy.maximumEscapes)
  }
}
