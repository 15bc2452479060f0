import ControlTesting

/// ASI08 Cascading Failures: one fault must stop at an edge, so every edge has limits and a breaker,
/// what one agent can harm is bounded, and somebody has let something fail to see it.
public let cascadingFailures = ControlSuite(
  "CascadingFailures",
  .satisfies(.asi(8)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI08 Cascading Failures: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI08-1",
    "Every edge to an agent or a tool has limits on fan-out, depth, rate and spend, and a breaker",
    .severity(.high),
    .blocks(from: .production),
    .rationale("A fault spreads along the edge that nobody limited, faster than anybody can look."),
    .supports(.maestro("L3.5"), because: "No agent can flood what it calls."),
    .supports(.maestro("X.5"), because: "A wrong goal ends where the depth does."),
    .supports(.csf("PR.IR-04"), because: "Each edge leaves capacity for the others."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "A breaker disengages what behaves otherwise than intended."
    ),
    .needs(.limitConfig),
    .limits(.maximumFanOut, .maximumDepth),
    .remedy("Add the missing limit and a breaker that opens when it is passed."),
    among: { (agent: Agent, _) in agent.status == .enabled }
  ) { agent, scope in
    try agent.checkEdges(scope)
  }

  Control(
    "ASI08-2",
    "The number of resources each agent could harm is under its cap",
    .severity(.high),
    .blocks(from: .production),
    .rationale(
      "How bad it gets when an agent goes wrong is decided beforehand, by what it can reach."
    ),
    .supports(.nhi(5), because: "An agent that reaches too much is overprivileged on its paths."),
    .supports(.maestro("X.2"), because: "How far one layer leads into others is counted."),
    .supports(
      .csf("ID.RA-04"),
      because: "The impact of a compromised agent is worked out and recorded."
    ),
    .supports(
      .aiRMF("MAP 5.1"),
      because: "The magnitude of the harm that an agent can do is a number."
    ),
    .needs(.iamPolicyExport, .nhiInventory),
    .limits(.maximumReach),
    .remedy("Split the agent, or take away entitlements until its reach is under the cap."),
    among: { (agent: Agent, _) in agent.status == .enabled }
  ) { agent, scope in
    try agent.checkReach(scope)
  }

  Control(
    "ASI08-3",
    "A failure or replay exercise within the period stayed inside the cap and was signed off",
    .severity(.medium),
    .blocks(from: .production),
    .rationale("Breakers that never opened in an exercise are a hope."),
    .supports(.csf("RS.MI-01"), because: "The exercise shows that a fault is contained."),
    .supports(.csf("PR.IR-03"), because: "The mechanisms of resilience are used, and hold."),
    .supports(.aiRMF("MANAGE 2.3"), because: "The way out of a fault is rehearsed."),
    .supports(.maestro("X.5"), because: "The exercise shows where a cascade ends."),
    .supports(.sp80053("IR-3")),
    .needs(.drillRecord),
    .asks(.failureExerciseContained),
    .limits(.failureDrillInterval, .maximumReach),
    .reference("NIST SP 800-53 r5 IR-3, Incident Response Testing"),
    .remedy("Run the exercise, repair what spread and have it signed."),
    subject: { scope in scope.failureExerciseDeviations() }
  )
}
