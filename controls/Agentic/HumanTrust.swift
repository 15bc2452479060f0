import ControlTesting

/// ASI09 Human-Agent Trust Exploitation: a fluent agent is easily believed, so people who approve are
/// independent, trained, shown facts, and do not approve by habit.
public let humanTrust = ControlSuite(
  "HumanTrust",
  .satisfies(.asi(9)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI09 Human-Agent Trust Exploitation: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI09-1",
    "Every action with high impact was approved by a trained person other than its requester",
    .severity(.high),
    .blocks(from: .pilot),
    .rationale(
      "Who asked for something sees reasons for it. The second person is there to see the others."
    ),
    .supports(.asi(2), because: "A misused tool meets a person who did not ask for its use."),
    .supports(.aiRMF("MAP 3.5"), because: "Human oversight is carried out, call by call."),
    .supports(.aiRMF("GOVERN 3.2"), because: "Asking and approving are different roles."),
    .supports(.aiRMF("MAP 3.4"), because: "Those who oversee the agent are proficient at it."),
    .supports(.csf("PR.AT-02"), because: "Approvers are trained for what they approve."),
    .supports(.csf("PR.AA-05"), because: "Requesting and approving are separate duties."),
    .supports(.maestro("L7.4"), because: "A misled agent does not get its way by asking nicely."),
    .supports(.sp80053("AC-5")),
    .needs(.approvalLog, .toolRegistry, .roleRegister, .trainingRecord),
    .limits(.approverCourses, .trainingMaximumAge),
    .reference("NIST SP 800-53 r5 AC-5, Separation of Duties"),
    .remedy("Send the approval to an independent person whose training is in date."),
    among: { (call: ToolCall, scope) in call.wasLetThrough && call.mayHaveHighImpact(scope) }
  ) { call, scope in
    try call.checkOversight(scope)
  }

  Control(
    "ASI09-2",
    "Every approver was shown a risk summary that the model did not write",
    .severity(.medium),
    .blocks(from: .production),
    .rationale("An agent that describes its own request describes it as harmless."),
    .supports(
      .aiRMF("MEASURE 2.9"),
      because: "What the agent is about to do is explained by something other than the agent."
    ),
    .supports(.aiRMF("MAP 3.5"), because: "Oversight rests on facts and not on the agent's word."),
    .supports(
      .csf("PR.AA-05"),
      because: "The authorisation is given on facts about the request."
    ),
    .supports(.maestro("L7.13"), because: "A wrong account of the agent decides nothing."),
    .signed(.approvalSummaries),
    .remedy("Build the summary from the request and its policy result, not from model text."),
    among: { (approval: Approval, _) in approval.decision != .expired }
  ) { approval, _ in
    try approval.checkSummary()
  }

  Control(
    "ASI09-3",
    "Volume, time and rate of refusal of approvals do not show rubber-stamping",
    .severity(.medium),
    .blocks(from: .production),
    .rationale("Asked often enough, people say yes. The log shows when they stopped to look."),
    .supports(.aiRMF("MEASURE 2.8"), because: "Whether oversight is real is measured."),
    .supports(.aiRMF("MAP 3.4"), because: "How well people oversee the agent is assessed."),
    .supports(.csf("DE.CM-03"), because: "What approvers do is monitored for signs of habit."),
    .supports(.maestro("L7.4"), because: "An approval that is always given stops no misuse."),
    .limits(.minimumReviewTime, .maximumApprovalsPerHour, .minimumRefusalRate),
    .remedy("Ask for fewer and better approvals, and sample those already given."),
    fold: ApprovalHabits.self
  )

  Control(
    "ASI09-4",
    "Every agent's owner has signed that people are told they face an agent and can report a concern, and no concern was left unanswered",
    .severity(.low),
    .blocks(from: .production),
    .rationale("People trust an agent less blindly when they know that it is one."),
    .supports(
      .aiRMF("MEASURE 3.3"),
      because: "Users can report problems, and the reports are answered."
    ),
    .supports(.aiRMF("GOVERN 4.3"), because: "Concerns from people find incidents."),
    .supports(
      .csf("GV.OC-02"),
      because: "What people who face the agent expect and raise is taken in."
    ),
    .supports(.maestro("L7"), because: "People in the agent's world know what they deal with."),
    .needs(.userFeedbackLog),
    .asks(.agentDisclosure),
    .limits(.concernAcknowledgementLimit),
    .remedy("Add the notice and the way to report, answer what came in and sign the statement."),
    among: { (agent: Agent, _) in agent.status == .enabled }
  ) { agent, scope in
    try agent.checkDisclosure(scope)
  }
}
