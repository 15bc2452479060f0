import ControlTesting

/// ASI03 Identity and Privilege Abuse: what an agent did must be pinned to one agent, to somebody
/// behind it and to rights that were handed on without growing.
public let privilegeAbuse = ControlSuite(
  "PrivilegeAbuse",
  .satisfies(.asi(3)),
  .appliesTo(.agentSystem),
  .reference(
    "OWASP Top 10 for Agentic Applications 2026, ASI03 Identity and Privilege Abuse: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
  )
) {
  Control(
    "ASI03-1",
    "Each agent acts under an identity of its own",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(.nhi(9), because: "An identity of one agent is reused by no other."),
    .supports(
      .csf("PR.AA-01"),
      because: "An identity that several share is managed for none of them."
    ),
    .supports(.aiRMF("MEASURE 2.8"), because: "An act can be put down to one agent."),
    .supports(
      .maestro("L7.3"),
      because: "Agents behind one identity cannot be told apart or stopped."
    ),
    .supports(.sp80053("IA-9")),
    .needs(.nhiInventory, .agentTrace),
    .reference("NIST SP 800-53 r5 IA-9, Service Identification and Authentication"),
    .rationale(
      "Agents that share an identity share rights, limits and blame. One of them cannot be "
        + "stopped or examined without the others."
    ),
    .remedy("Create an identity for the agent and take it off the shared one."),
    fold: AgentIdentities.self
  )

  Control(
    "ASI03-2",
    "Scope never grows from one hop of a delegation to the next",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(.asi(7), because: "A hand-off between agents passes on no more than was given."),
    .supports(.csf("PR.AA-05"), because: "Least privilege holds along the whole chain."),
    .supports(.sp80053("AC-6")),
    .supports(.maestro("X.3"), because: "A chain whose scope grows is a way to more rights."),
    .reference("RFC 8693 section 1.1, Delegation vs. Impersonation Semantics"),
    .reference("NIST SP 800-53 r5 AC-6, Least Privilege"),
    .rationale(
      "If rights can grow from hop to hop, the weakest agent can ask the strongest to act for "
        + "it. Each hand-over may pass on a part, never more."
    ),
    .remedy("Issue the delegated credential with a subset of the giver's scope."),
    judge: { (delegation: Delegation, scope) in
      try scope.tracing(delegation.to, in: .actor) { try delegation.checkScope(scope) }
    }
  )

  Control(
    "ASI03-3",
    "Every privileged step was authorised again at the moment of use",
    .severity(.high),
    .blocks(from: .production),
    .supports(.csf("PR.AA-05"), because: "A privilege is enforced when it is used."),
    .supports(.sp80053("AC-6(1)"), .zeroTrustTenet(6)),
    .supports(
      .maestro("L7.3"),
      because: "An earlier authorisation cannot be used for a later step."
    ),
    .needs(.policyDecisionLog, .toolRegistry),
    .limits(.reauthorizationWindow),
    .reference("NIST SP 800-53 r5 IA-11, Re-authentication"),
    .reference("NIST SP 800-207 section 2.1, tenet 6"),
    .rationale(
      "A yes given at the start of a session does not know what the agent will be led to do "
        + "an hour later. A privileged step is asked about when it happens."
    ),
    .remedy("Ask for a new decision before the privileged step and do not reuse an earlier one."),
    fold: ReauthorizedSteps.self
  )

  Control(
    "ASI03-4",
    "Every call made for somebody records the person or system behind it and stays within the allowed chain depth",
    .severity(.high),
    .blocks(from: .production),
    .satisfies(
      .csf("PR.AA-04"),
      because: "Whose authority a call carries is conveyed in it and holds against the delegations."
    ),
    .supports(.sp80053("AU-10")),
    .supports(.aiRMF("MEASURE 2.8"), because: "A person or system answers for each act."),
    .supports(.maestro("L7.9"), because: "An act cannot be denied by the one it was done for."),
    .needs(.delegations),
    .limits(.maximumDelegationDepth),
    .reference("RFC 8693 section 4.1, \"act\" (Actor) Claim"),
    .reference("NIST SP 800-53 r5 AU-10, Non-repudiation"),
    .rationale(
      "An act on somebody's behalf must lead back to that somebody, or nobody answers for it. "
        + "A bound on depth keeps the chain short enough to read."
    ),
    .remedy("Carry subject and actor through the chain, and refuse deeper chains."),
    judge: { (call: ToolCall, scope) in try call.checkChain(scope) }
  )
}
