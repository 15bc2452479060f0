import ControlTesting

/// Responsibility: for each duty, tool, agent, chain and measure one party or person answers.
public let responsibility = ControlSuite(
  "Responsibility",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("NIST CSF 2.0, GV.RR-02 and GV.SC-02: https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "RSP-1",
    "Every required duty has exactly one accountable party, a named role, a contact and a clause",
    .severity(.high),
    .signed(.dutiesAgreed),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .agentSystem),
    .satisfies(
      .csf("GV.SC-02"),
      because: "Roles of supplier and customer are established duty by duty, and stand in a clause."
    ),
    .supports(.csf("GV.RR-02"), because: "No duty is everybody's or nobody's."),
    .supports(.csf("GV.SC-05"), because: "Duties are part of the agreement."),
    .supports(.aiRMF("GOVERN 2.1"), because: "Roles and lines of communication are documented."),
    .supports(.maestro("L6"), because: "Each duty of security and compliance has its party."),
    .supports(RequirementID(.iso42001, "A.10.2")),
    .needs(.responsibilityMatrix),
    .limits(.requiredDuties, .measuredDuties, .jointDuties),
    .rationale(
      "In the hour of an incident each side believes that the other acts. A duty with two owners is "
        + "done by neither."
    ),
    .remedy("Assign the duty to one party and write it into the agreement."),
    subject: RequiredDuties.deviations
  )

  Control(
    "RSP-2",
    "Every tool in use has a named team and person for access, policy, logging and retirement",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .environment),
    .supports(.csf("GV.RR-02"), because: "Each of the four roles is a person's."),
    .supports(.csf("GV.SC-02"), because: "The customer's side of each supplier is named."),
    .supports(.csf("ID.AM-04"), because: "The inventory says who answers for each service."),
    .supports(.aiRMF("GOVERN 2.1"), because: "Who governs a tool is documented."),
    .supports(.maestro("L7.7"), because: "An integration without an owner keeps its weaknesses."),
    .needs(.roleRegister),
    .rationale(
      "An AI tool is infrastructure, and infrastructure that nobody runs is run by its supplier. What "
        + "nobody is to retire is never retired."
    ),
    .remedy("Name the missing role, or disconnect the tool."),
    among: { (tool: ToolInUse, scope) in !tool.disconnectedAt.hasPassed(at: scope.asOf) },
    judge: { (tool: ToolInUse, scope) in try tool.checkRoles(scope) }
  )

  Control(
    "RSP-3",
    "Every agent has a named reviewer of its behaviour and a review that is in date",
    .severity(.medium),
    .appliesTo(.agentSystem),
    .supports(.asi(10), because: "An agent that goes its own way is seen by who looks at it."),
    .supports(.csf("GV.RR-02"), because: "The review of behaviour is a named person's."),
    .supports(.aiRMF("GOVERN 2.1"), because: "Who reviews an agent is documented."),
    .supports(.aiRMF("GOVERN 1.5"), because: "The review is periodic, and its interval is set."),
    .supports(.aiRMF("MEASURE 2.4"), because: "Behaviour in production is looked at by a person."),
    .supports(
      .maestro("L7.1"),
      because: "A subverted agent does not stay unseen among the others."
    ),
    .needs(.accessReviewRecord, .roleRegister),
    .limits(.behaviourReviewInterval),
    .rationale(
      "Credentials can be in order while the behaviour drifts. A person who looks at what an agent did "
        + "is the control that rules do not replace."
    ),
    .remedy("Name the reviewer and hold the review."),
    among: { (agent: Agent, _) in agent.status != .retired },
    judge: { (agent: Agent, scope) in try agent.checkReview(scope) }
  )

  Control(
    "RSP-4",
    "Every chain from agent to resource has one person accountable for its AI and its identity side",
    .severity(.high),
    .appliesTo(.environment, .agentSystem),
    .supports(.csf("GV.RR-02"), because: "Authority over a chain is not split between two teams."),
    .supports(.aiRMF("GOVERN 2.1"), because: "The role is documented for each agent."),
    .supports(
      .aiRMF("GOVERN 2.3"),
      because: "One person takes responsibility for the risk of a chain."
    ),
    .supports(.aiRMF("MANAGE 2.4"), because: "Who may disengage the agent is known beforehand."),
    .supports(.maestro("L7.3"), because: "The agent and its identities are looked at as one."),
    .needs(
      .responsibilityMatrix,
      .accessReviewRecord,
      .nhiInventory,
      .roleRegister,
      .iamCredentialReport,
      .secretStoreMetadata,
      .toolRegistry,
      .federationTrustConfig,
      .delegations
    ),
    .limits(.behaviourReviewInterval),
    .rationale(
      "The AI team sees prompts and the identity team sees roles; an attacker sees the way from one to "
        + "the other. One person must answer for the whole of it."
    ),
    .remedy("Name one accountable person and record both owners in the same review."),
    fold: AccountableChains.self
  )

  Control(
    "RSP-5",
    "Every risk measure has an owner, a target, a threshold, a unit, a cadence and a value that is in date",
    .severity(.medium),
    .supports(.csf("GV.OV-03"), because: "Performance is evaluated on values that are current."),
    .supports(.aiRMF("MEASURE 1.1"), because: "Metrics are defined before they are read."),
    .supports(.aiRMF("MEASURE 2.4"), because: "Values keep coming while the system runs."),
    .supports(.aiRMF("GOVERN 1.5"), because: "The cadence of each measure is set, and kept."),
    .supports(.maestro("L5.1"), because: "A measure without a threshold favours whoever reads it."),
    .needs(.roleRegister),
    .rationale(
      "A number without a threshold never raises an alarm, and an old one reassures. Each measure says "
        + "what is good, what is not, and when it was last so."
    ),
    .remedy("Complete the definition and take the measurement that is due."),
    fold: Measures.self
  )
}
