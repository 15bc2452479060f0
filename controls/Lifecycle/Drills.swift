import ControlTesting

/// What happens on the bad day has been done before it, with times and with the people who do it.
public let drills = ControlSuite(
  "Drills",
  .reference("NIST SP 800-53 r5 IR-3, Incident Response Testing")
) {
  Control(
    "DRL-1",
    "Each node on a path to a sensitive resource has a review, a live detection and an exercised containment, all in date",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(.csf("RS.MI-01"), because: "Each step that leads to sensitive data can be cut."),
    .supports(.csf("DE.CM-09"), because: "Each step that leads to sensitive data is watched."),
    .supports(.sp80053("IR-4")),
    .supports(
      .aiRMF("MANAGE 2.3"),
      because: "What to do about an unforeseen risk on a path has been practised."
    ),
    .supports(
      .maestro("X.2"),
      because: "A way from layer to layer is watched and can be cut at each step."
    ),
    .needs(
      .drillRecord,
      .accessReviewRecord,
      .logPipelineStatus,
      .assetInventory
    ),
    .limits(.accessReviewInterval, .drillMaximumAge),
    .rationale(
      "A path is as weak as the step that nobody looks at. Review, detection and containment must hold "
        + "for each step, not for the agent alone."
    ),
    .remedy("Exercise the containment of the node and complete what is missing."),
    subject: { scope in GuardedPaths(scope).deviations() }
  )

  Control(
    "DRL-2",
    "Automatic containment acts faster than a person could review",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.environment, .agentSystem),
    .supports(.csf("RS.MI-01"), because: "Containment keeps up with what it contains."),
    .supports(.asi(8), because: "A fault is stopped before it has spread."),
    .supports(.asi(10), because: "A rogue agent is halted without waiting for anybody."),
    .supports(
      .aiRMF("MANAGE 2.4"),
      because: "The mechanism that disengages an agent acts by itself and was measured."
    ),
    .supports(.maestro("L7.1"), because: "A compromised agent has seconds, not a shift."),
    .limits(.humanReviewTime, .drillMaximumAge),
    .rationale(
      "An agent can take a hundred steps while a person opens the alert. Only what acts by itself is in "
        + "time."
    ),
    .remedy("Let the decision point contain by itself and measure it."),
    fold: Exercises<ContainmentRule>.self
  )

  Control(
    "DRL-3",
    "The escalation path was tested with both parties and used the named people who approve, rotate and revoke",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment),
    .supports(.csf("GV.SC-08"), because: "The supplier took part in the test."),
    .supports(.csf("RS.CO-02"), because: "Who is told, inside and outside, was reached."),
    .supports(.csf("RS.MA-01"), because: "The plan was carried out together with the supplier."),
    .supports(.sp80053("IR-3")),
    .supports(
      .aiRMF("GOVERN 2.1"),
      because: "Who does what in an incident is documented and was clear to them."
    ),
    .supports(
      .maestro("L7.7"),
      because: "A failing integration is taken down by people who know that it is theirs."
    ),
    .needs(.responsibilityMatrix, .roleRegister),
    .limits(.escalationTestInterval, .emergencyDuties),
    .rationale(
      "A path with names on it works only if those people answer and may act. A test finds the one who "
        + "left, and the duty without a deputy."
    ),
    .remedy("Test the path with the supplier and name deputies."),
    fold: Exercises<EscalationRule>.self
  )

  Control(
    "DRL-4",
    "An exercise answered who did what and when from the logs alone, within the limit",
    .severity(.high),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment, .agentSystem),
    .supports(.csf("RS.AN-03"), because: "The logs were shown to tell what took place."),
    .supports(.csf("RS.AN-06"), because: "What was read in the analysis is kept with its digests."),
    .supports(.sp80053("AU-6"), .sp80053("IR-3")),
    .supports(
      .aiRMF("MEASURE 2.8"),
      because: "That an act can be put down to somebody has been examined by doing it."
    ),
    .supports(.maestro("L7.9"), because: "No act could be denied in the exercise."),
    .limits(.attributionLimit, .drillMaximumAge),
    .rationale(
      "Logs are kept for the day on which they must answer. Only an exercise shows whether they do, and "
        + "how long it takes."
    ),
    .remedy("Hold the exercise and add the log field that was missing."),
    fold: Exercises<AttributionRule>.self
  )
}
