import ControlTesting

/// Change keeps what was proven: it is reviewed, it leaves the evidence whole, and it follows what
/// was learnt.
public let changeAndTuning = ControlSuite(
  "ChangeAndTuning",
  .reference("NIST SP 800-53 r5 CM-3, Configuration Change Control")
) {
  Control(
    "CHG-1",
    "Every change of detection logic, policy or model was reviewed by somebody other than its author before it went live",
    .severity(.high),
    .blocks(from: .pilot),
    .appliesTo(.vendor, .agentSystem),
    .supports(.csf("PR.PS-01"), because: "Configuration changes only through a second person."),
    .supports(.csf("ID.RA-07"), because: "A change is assessed before it takes effect."),
    .supports(.sp80053("CM-3")),
    .supports(.aiRMF("MANAGE 4.1"), because: "Changes after deployment are managed."),
    .supports(
      .maestro("L6"),
      because: "What guards every layer is not changed by one person alone."
    ),
    .needs(.roleRegister),
    .rationale(
      "A rule that nobody else looked at can switch a detection off or let a model through. The author "
        + "is the one person who will not see the error."
    ),
    .remedy("Review the change, or take it back."),
    among: { (change: Change, scope) in change.isGoverned && change.isLive(at: scope.asOf) }
  ) { change, scope in
    try change.checkReview(scope)
  }

  Control(
    "CHG-2",
    "Across each change the evidence chain is unbroken and every source and field still reports",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .supports(.csf("PR.PS-04"), because: "Logs go on being generated whatever is changed."),
    .supports(.csf("ID.RA-07"), because: "The effect of a change on what can be seen is checked."),
    .supports(.sp80053("AU-10")),
    .supports(
      .aiRMF("MEASURE 2.4"),
      because: "The system is monitored across its changes as before."
    ),
    .supports(
      .maestro("L5.2"),
      because: "A change that blinds the monitoring, by mistake or on purpose, shows."
    ),
    .needs(.logPipelineStatus, .evidenceManifest),
    .needsAny(.agentTrace, .policyDecisionLog),
    .limits(.changeObservationTime),
    .rationale(
      "A change that drops a field or a source leaves a blind spot exactly where something changed. It is "
        + "found on the day when the field is needed."
    ),
    .remedy("Compare sources before and after the change and restore what is missing."),
    fold: EvidenceContinuity.self
  )

  Control(
    "CHG-3",
    "Tuning takes place on cadence, and each change names trigger, rule, reviewer and result",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.vendor),
    .supports(.csf("ID.IM-03"), because: "What operation teaches becomes a change."),
    .supports(.csf("DE.AE-02"), because: "What was seen is analysed until a rule follows from it."),
    .supports(
      .aiRMF("MANAGE 4.2"),
      because: "Continual improvement takes place and can be counted."
    ),
    .supports(.aiRMF("GOVERN 1.5"), because: "Tuning is planned at a cadence and kept."),
    .supports(.maestro("L5.4"), because: "Detection that moves is harder to walk around."),
    .limits(.tuningInterval),
    .rationale(
      "Adversaries and workflows move on. Detection that nobody tunes sees last year's attack."
    ),
    .remedy("Tune on the agreed cadence and record what led to it."),
    fold: TuningCadence.self
  )

  Control(
    "CHG-4",
    "Each recorded threat or telemetry change led to a live control change within the agreed time",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .supports(.csf("ID.IM-03"), because: "What an incident taught is in force."),
    .supports(.csf("ID.RA-06"), because: "The response to a threat is tracked until it is live."),
    .supports(
      .aiRMF("MANAGE 4.3"),
      because: "What follows from an incident is followed through."
    ),
    .supports(.maestro("L5.4"), because: "A way past detection is closed once it is known."),
    .needs(.changeRecord),
    .limits(.threatResponseLimit),
    .rationale(
      "Knowing of a threat and living with the old control is a choice that nobody made. Only the time "
        + "from trigger to live shows how fast the programme is."
    ),
    .remedy("Make the change and measure the time from trigger to live."),
    fold: ThreatResponses.self
  )

  Control(
    "CHG-5",
    "Policy versions are ordered and digested, each change has a reason, and a change took effect without a new product build",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .satisfies(
      .maestro("L6"),
      because: "The policy that guards every layer is versioned apart from what it guards."
    ),
    .supports(.csf("PR.PS-01"), because: "Each version of the policy is known by its digest."),
    .supports(
      .csf("GV.PO-02"),
      because: "The policy is updated when something changes, and enforced."
    ),
    .supports(.sp80053("CM-3")),
    .supports(
      .aiRMF("GOVERN 1.4"),
      because: "The policy and each change of it are there to be read, with the reason."
    ),
    .needs(.policyDecisionLog),
    .rationale(
      "A rule that is part of the product changes at the supplier's pace. A rule in a bundle of its own "
        + "can be tightened in the hour of the incident, and later shown to have been."
    ),
    .remedy("Move the rule out of the product into the versioned bundle."),
    fold: PolicyVersions.self
  )

  Control(
    "CHG-6",
    "Every capability, plugin, tool or partner agent added since approval reopened the review",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .agentSystem),
    .supports(.asi(4), because: "What is plugged in later is supply chain as well."),
    .supports(.csf("GV.SC-07"), because: "The risk is assessed anew when the product changes."),
    .supports(.sp80053("CM-4")),
    .supports(
      .aiRMF("MANAGE 3.1"),
      because: "A third-party resource that is added is looked at before it is used."
    ),
    .supports(
      .maestro("L7.13"),
      because: "What the product can do is what was reviewed, and not more."
    ),
    .needs(.toolRegistry, .approvalRegister),
    .rationale(
      "A product is approved for what it could do that day. A plugin added later brings rights and "
        + "suppliers that nobody looked at."
    ),
    .remedy("Review the new capability before it is used."),
    fold: ReopenedReviews.self
  )
}
