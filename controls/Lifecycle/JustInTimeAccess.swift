import ControlTesting

/// Access that comes with the task and goes with it: what nobody holds between tasks, nobody can
/// steal between tasks.
public let justInTimeAccess = ControlSuite(
  "JustInTimeAccess",
  .reference(
    "NIST SP 800-207, section 2.1, tenets 3, 4 and 6: https://doi.org/10.6028/NIST.SP.800-207"
  )
) {
  Control(
    "JIT-1",
    "Each call used a credential issued for its own task or session, and no credential appears in two",
    .severity(.critical),
    .blocks(from: .production),
    .appliesTo(.agentSystem),
    .satisfies(.asi(3), because: "Authority cached from one task is not there in the next."),
    .supports(.nhi(9), because: "A credential of one task is reused by no other."),
    .supports(.csf("PR.AA-05"), because: "A permission is given for one task and enforced for it."),
    .supports(.zeroTrustTenet(3)),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "An act can be put down to the task that it served."
    ),
    .supports(
      .maestro("L7.3"),
      because: "A credential that leaks is of no use outside its task."
    ),
    .needs(.tokenIssuance, .agentManifest),
    .rationale(
      "An agent that carries one token through all its tasks carries the rights of the first into the "
        + "last. Then no log can say which task a call served."
    ),
    .remedy("Issue the credential when the task starts and bind it to the task."),
    fold: TaskCredentials.self
  )

  Control(
    "JIT-2",
    "Every task credential ends with its task, within the grace period",
    .severity(.critical),
    .blocks(from: .production),
    .appliesTo(.agentSystem),
    .satisfies(.asi(3), because: "Authority that a task was given is gone when it is done."),
    .supports(.nhi(7), because: "A secret that ends with its task is not long-lived."),
    .supports(.csf("PR.AA-05"), because: "A permission is withdrawn when its reason has gone."),
    .supports(.zeroTrustTenet(3)),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "What an agent may do ends when it should no longer do it."
    ),
    .supports(.maestro("L7.3"), because: "A credential found later opens nothing."),
    .needs(.agentTrace),
    .limits(.taskGracePeriod),
    .rationale(
      "A credential that outlives its task is standing access that nobody asked for. Every copy in a "
        + "log, a cache or a memory stays good for as long."
    ),
    .remedy("Revoke at the end of the task, or shorten the lifetime to the task's."),
    fold: TaskEnds.self
  )

  Control(
    "JIT-3",
    "No credential is issued without an allow decision for a task",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.agentSystem),
    .satisfies(.asi(3), because: "Nothing is delegated that was not decided for the task."),
    .supports(.csf("PR.AA-05"), because: "Access is authorised by policy before it exists."),
    .supports(.zeroTrustTenet(4), .sp80053("AC-3")),
    .supports(.aiRMF("MEASURE 2.8"), because: "Each grant of access has a decision behind it."),
    .supports(
      .maestro("L6"),
      because: "The issuer of credentials answers to the same policy as every layer."
    ),
    .needs(.policyDecisionLog),
    .rationale(
      "An issuer that hands out credentials on request is a way round every decision point. The "
        + "decision must come first, and be for that task."
    ),
    .remedy("Have the issuer ask for a decision and store its id."),
    fold: DecidedIssuances.self
  )

  Control(
    "JIT-4",
    "No agent holds standing access without an exception that has not expired",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.agentSystem),
    .satisfies(.asi(3), because: "No authority lies ready that a task does not need."),
    .supports(.nhi(5), because: "Rights held all the time exceed what a task needs most of it."),
    .supports(
      .csf("PR.AA-05"),
      because: "Least privilege is a matter of time as well as of scope."
    ),
    .supports(.zeroTrustTenet(3)),
    .supports(
      .aiRMF("MANAGE 1.3"),
      because: "The risk of standing access is avoided, or accepted by name and with an end."
    ),
    .supports(.maestro("X.3"), because: "An agent taken over finds no rights waiting for it."),
    .needs(.nhiInventory, .exceptionRegister),
    .limits(.maximumAgentGrantDuration),
    .rationale(
      "Standing rights are there for whoever takes the agent over, at any hour. Rights given for a task "
        + "are there only while somebody expects them."
    ),
    .remedy("Replace the standing grant by access issued per task."),
    among: { (entitlement: Entitlement, scope) in entitlement.mayBeAnAgents(scope) }
  ) { entitlement, scope in
    try entitlement.expectNotStanding(scope)
  }

  Control(
    "JIT-5",
    "Every credential issued to an agent or workload lives no longer than the limit for agents",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.nhi(7), because: "What agents sign in with ends within the hour, by policy."),
    .supports(.asi(3), because: "Inherited authority is soon gone."),
    .supports(.csf("PR.AA-01"), because: "Credentials of software end by themselves."),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "How long a stolen credential works is a measure of security."
    ),
    .supports(.maestro("L7.3"), because: "A stolen identity of an agent works for minutes."),
    .needs(.iamCredentialReport),
    .limits(.maximumAgentTokenLifetime),
    .rationale(
      "Software can fetch a new credential at any time and has no reason to keep an old one. Each hour "
        + "of life is an hour for whoever copied it."
    ),
    .remedy("Shorten the lifetime at the issuer."),
    fold: AgentLifetimes.self
  )

  Control(
    "JIT-6",
    "Trust was judged again within the interval during every session, on named signals",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.agentSystem),
    .supports(.zeroTrustTenet(6)),
    .supports(.csf("PR.AA-05"), because: "An authorisation is enforced for as long as it is used."),
    .supports(.csf("DE.CM-03"), because: "A session is watched while it lasts."),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "The agent's behaviour is looked at again while it acts."
    ),
    .supports(
      .maestro("L7.1"),
      because: "An agent that turns bad in a session is noticed within the interval."
    ),
    .needs(.agentTrace),
    .limits(.reevaluationInterval),
    .rationale(
      "An agent that was fit to act at nine may have read hostile text by ten past. A decision made once "
        + "at the start does not see it."
    ),
    .remedy("Evaluate open sessions on the interval and log the signals."),
    fold: SessionTrust.self
  )

  Control(
    "JIT-7",
    "Every decision uses task, data sensitivity, environment and destination, not a role alone",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(.zeroTrustTenet(4), .sp80053("AC-3")),
    .supports(
      .csf("PR.AA-05"),
      because: "The policy that is enforced knows what the access is for."
    ),
    .supports(.asi(2), because: "A rightful tool for a wrong end is refused by its context."),
    .supports(
      .aiRMF("MAP 3.3"),
      because: "The scope of an agent's task is part of what is decided on."
    ),
    .supports(.maestro("L6"), because: "One policy with context holds across all layers."),
    .needs(.policyBundle),
    .limits(.requiredDecisionInputs),
    .rationale(
      "A role says who asks, never what for. An agent under hostile instructions has the right role and "
        + "the wrong task, data or destination."
    ),
    .remedy("Pass the missing context and write the rule that uses it."),
    judge: { (decision: PolicyDecision, scope) in try decision.checkContext(scope) }
  )
}
