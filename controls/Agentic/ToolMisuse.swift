import ControlTesting

/// ASI02 Tool Misuse and Exploitation: an agent may be led to use a rightful tool to a wrong end, so
/// what it may call, how often and on whose word is decided outside the model, for each call.
public let toolMisuse = ControlSuite(
  "ToolMisuse",
  .satisfies(.asi(2)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI02 Tool Misuse and Exploitation: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI02-1",
    "Every tool call is to a tool, version and scope registered and allowed for that agent",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(.asi(4), because: "A tool that changed under its name is noticed by its version."),
    .supports(
      .maestro("L7.4"),
      because: "A tool outside the allowed set cannot be misused unseen."
    ),
    .supports(
      .maestro("X.3"),
      because: "A tool whose scopes exceed the agent's would lend it more rights."
    ),
    .supports(.csf("PR.PS-05"), because: "A tool that an agent calls is software that it runs."),
    .supports(.aiRMF("MAP 4.2"), because: "The registry is the record of each tool's limits."),
    .needs(.agentManifest, .toolRegistry),
    .reference("NIST SP 800-53 r5 CM-7, Least Functionality"),
    .rationale(
      "An agent calls what it is led to call. Only a list kept outside it, with version and "
        + "scope, tells the intended tool from the one put in its way."
    ),
    .remedy("Block the tool for this agent, or have it registered and approved with its scope."),
    among: { (call: ToolCall, _) in call.wasLetThrough }
  ) { call, scope in
    try call.checkRegistration(scope)
  }

  Control(
    "ASI02-2",
    "Every tool call has an allow decision made just before it by a point outside the model",
    .severity(.critical),
    .blocks(from: .production),
    .supports(
      .csf("PR.AA-05"),
      because: "Policy is enforced only where each use is decided by it."
    ),
    .supports(.zeroTrustTenet(6), .sp80053("AC-3")),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "A point that can refuse each call can stop the agent at once."
    ),
    .satisfies(
      .maestro("L3"),
      because: "What the agent framework is steered to do still passes a point it does not control."
    ),
    .supports(
      .maestro("L6"),
      because: "What the agent framework is steered to do still passes a point it does not control."
    ),
    .needs(.policyDecisionLog, .policyBundle),
    .limits(.maximumDecisionAge),
    .reference("NIST SP 800-53 r5 AC-3, Access Enforcement"),
    .reference("NIST SP 800-207 section 2.1, tenet 6"),
    .rationale(
      "A model can be talked out of its own rules. A decision point that it does not control "
        + "cannot."
    ),
    .remedy(
      "Route the tool through the decision point, so that a call without a decision cannot happen."
    ),
    fold: DecidedCalls.self
  )

  Control(
    "ASI02-3",
    "Every destructive call has an earlier approval by a person",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(.asi(9), because: "The approval is an act of a person, not a habit of trusting."),
    .supports(.csf("PR.AA-05"), because: "Destroying and approving are separate duties."),
    .supports(.aiRMF("MANAGE 2.4"), because: "A person can refuse what the agent is about to do."),
    .supports(.aiRMF("MAP 3.5"), because: "The approval log shows that people oversee the agent."),
    .supports(.maestro("L7.4"), because: "A misled agent cannot destroy anything on its own word."),
    .needs(.approvalLog, .toolRegistry, .roleRegister),
    .limits(.approvalValidity),
    .reference("NIST AI 100-1, MAP 3.5"),
    .rationale(
      "What is destroyed cannot be taken back, and an agent destroys at machine speed. A "
        + "person's approval before the call is the last stop."
    ),
    .remedy("Mark the tool as destructive and require an approval before each call."),
    fold: ApprovedCalls.self
  )

  Control(
    "ASI02-4",
    "No run passed its limits on rate, cost, fan-out or depth",
    .severity(.high),
    .blocks(from: .production),
    .satisfies(.asi(8), because: "What one run may start bounds how far a fault can spread."),
    .supports(
      .maestro("L7.12"),
      because: "A limit on cost ends the gain from running up an agent's bill."
    ),
    .supports(
      .maestro("X.5"),
      because: "A limit on depth and fan-out bounds how far a wrong goal cascades."
    ),
    .supports(.csf("PR.IR-04"), because: "One run cannot use up the capacity that others need."),
    .supports(.csf("DE.CM-09"), because: "Runs are measured against their limits."),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "The agent's behaviour in use is counted and compared."
    ),
    .needs(.limitConfig),
    .limits(.maximumCallsPerMinute, .maximumCostPerTask, .maximumFanOut, .maximumDepth),
    .reference("NIST SP 800-53 r5 SC-5, Denial-of-service Protection"),
    .rationale(
      "A loop or a hijacked goal shows first in how much and how fast an agent acts. Limits "
        + "bound the damage while nobody is looking."
    ),
    .remedy("Enforce the limit outside the agent and examine the run that passed it."),
    fold: RunLimits.self
  )

  Control(
    "ASI02-5",
    "Every tool approval was renewed on cadence and on each change of version",
    .severity(.high),
    .blocks(from: .production),
    .supports(.asi(4), because: "A new version of a tool is a new supply, and is approved anew."),
    .supports(
      .maestro("L3"),
      because: "Tools are parts of the agent framework that others change."
    ),
    .supports(.csf("GV.SC-07"), because: "The review is the monitoring of a supplier's product."),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "The review is the monitoring of a third-party resource."
    ),
    .needs(.accessReviewRecord),
    .limits(.toolReviewInterval),
    .reference("NIST SP 800-161 r1, Cybersecurity Supply Chain Risk Management"),
    .rationale(
      "A tool approved once changes under the same name. A review on each version is what "
        + "stands against the update that turns on its users."
    ),
    .remedy("Review the tool and its new version, or pin the approved one."),
    among: { (tool: Tool, scope) in tool.needsRenewal(scope) }
  ) { tool, scope in
    try tool.checkRenewal(scope)
  }

  Control(
    "ASI02-6",
    "Refusals at the time of the call are on record for every enforcement point, in use or in a test",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .supports(.maestro("L6"), because: "A control that never refused is not shown to control."),
    .supports(.csf("PR.AA-05"), because: "A refusal shows that permissions are enforced."),
    .supports(.sp80053("AC-3")),
    .supports(.aiRMF("MEASURE 2.7"), because: "A refused call is a test of the system's security."),
    .needs(.policyDecisionLog),
    .limits(.enforcementTestMaximumAge),
    .reference("NIST SP 800-53 r5 AC-3, Access Enforcement"),
    .rationale(
      "A gate that has never refused may be no gate at all. One recorded refusal shows that "
        + "it stands in the way of the call."
    ),
    .remedy("Send a call that must be refused and keep the decision as evidence."),
    subject: EnforcementPoints.self
  )

  Control(
    "ASI02-7",
    "No tool runs without asking where the agent's tier requires a person's consent",
    .severity(.high),
    .blocks(from: .pilot),
    .supports(.asi(9), because: "People decide on the call, and not only on the agent."),
    .supports(.asi(5), because: "A tool that runs code asks before it does."),
    .supports(.csf("PR.AA-05"), because: "Consent is the authorisation of the single use."),
    .supports(
      .aiRMF("MAP 3.5"),
      because: "The consent rule says where a person oversees the agent."
    ),
    .supports(.maestro("L7.4"), because: "A misled agent's call still meets a person first."),
    .needs(.agentManifest),
    .limits(.autoApprovalTiers),
    .reference("NIST AI 100-1, MAP 3.5"),
    .rationale(
      "An automatic yes hands the decision to whoever writes the prompt. Asking a person "
        + "keeps the risky call visible."
    ),
    .remedy("Remove the tool from the automatic list for this tier, and let it ask."),
    fold: ToolConsent.self
  )
}
