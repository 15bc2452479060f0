import ControlTesting
import SuiteVocabulary

/// MAESTRO layer 6, Security and Compliance: what guards the others is itself tested, versioned and
/// can be overruled.
public let securityAndCompliance = ControlSuite(
  "SecurityAndCompliance",
  .reference(
    "CSA MAESTRO, layer 6: "
      + "https://cloudsecurityalliance.org/blog/2025/02/06/agentic-ai-threat-modeling-framework-maestro"
  )
) {
  ThreatLayer.securityAndCompliance.decisions(
    "MAE6-1",
    "Every security and compliance threat has a dated decision signed by the owner of the threat model, with a control or a reason",
    .satisfies(
      .maestro("L6"),
      because: "Each threat of the layer has a signed decision, or a supplier's report answers it."
    ),
    .supports(
      .maestro("L6.1"),
      .maestro("L6.2"),
      .maestro("L6.3"),
      .maestro("L6.4"),
      .maestro("L6.5"),
      .maestro("L6.6"),
      .maestro("L6.7"),
      because: "Somebody decided what is done about the threat, and signed."
    ),
    signed: .securityThreats
  )

  Control(
    "MAE6-2",
    "Every protected action is decided by a versioned policy bundle whose tests pass and whose digest stands in the decisions",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L6"),
      because: "Each decision names a tested version of the policy that was live when it was made."
    ),
    .satisfies(
      .csf("PR.AA-05"),
      because: "Permissions are defined in a policy, and each decision was made by it."
    ),
    .supports(
      .csf("PR.PS-01"),
      because: "The policy is configuration with versions, and the one in force is known."
    ),
    .supports(.csf("GV.PO-01"), because: "The policy is enforced, which the decisions show."),
    .supports(.asi(2), because: "What a tool may do is decided by a policy that was tested."),
    .supports(.sp80053("AC-3")),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "The point that can stop an agent acts by a version that is known."
    ),
    .needs(.policyBundle),
    .rationale(
      "A decision without its policy cannot be explained or repeated. A policy without tests denies "
        + "what it should allow, or worse."
    ),
    .remedy("Deploy the tested bundle, and have each decision carry its digest."),
    fold: DecidingBundles.self
  )

  Control(
    "MAE6-3",
    "Every AI used as a security control has an evaluation, an explanation of its decisions and a way to override it",
    .severity(.high),
    .signed(.securityAIOverridable),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .satisfies(
      .maestro("L6"),
      because: "An AI that guards others is itself tested, explained and can be overruled."
    ),
    .supports(
      .maestro("L6.2"),
      because: "A test counts how often attackers get past the guard."
    ),
    .supports(
      .maestro("L6.5"),
      because: "A test compares how the guard treats groups and systems."
    ),
    .supports(.maestro("L6.6"), because: "A test asks whether its decisions can be explained."),
    .supports(
      .maestro("L6.1"),
      .maestro("L6.3"),
      .maestro("L6.4"),
      .maestro("L6.7"),
      because: "Somebody can overrule the guard, whatever made it go wrong."
    ),
    .supports(
      .aiRMF("MEASURE 2.9"),
      because: "The explanation of the guard's decisions is tested and kept."
    ),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "An override on record shows that somebody can supersede the guard."
    ),
    .supports(
      .csf("DE.CM-09"),
      because: "What watches the others is itself checked."
    ),
    .needs(.evalReport, .approvalLog, .roleRegister),
    .limits(.evaluationMaximumAge, .securityAgentEvaluationTopics),
    .rationale(
      "A guard that nobody tested guards nothing, and one that nobody can overrule decides alone. "
        + "Attackers study it first."
    ),
    .remedy(
      "Evaluate it, keep the reasons with its decisions and name who may override it."
    ),
    among: { (system: AISystem, _) in system.state != .retired && system.state != .idea }
  ) { system, scope in
    try system.expectGuardedGuard(in: scope)
  }
}
