import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let sitesWithstand = StatementAsked(
    "sites-withstand",
    "The sites that {target} runs on are protected against fire, water, heat and loss of power.",
    by: Signers.facilities
  )
  static let resilienceMet = StatementAsked(
    "resilience-met",
    "What {target} promises for hard times was met in the exercises of the period.",
    by: Signers.serviceOwners
  )
}

/// CSF 2.0 PR.IR: the service stands, and stands up again.
///
/// PR.IR-01 is decided by EnvironmentIsolation.
public let resilience = ControlSuite(
  "Resilience",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-PR.IR-02",
    "A hosting report in date covers the sites, and their protection is signed for",
    .satisfies(
      .csf("PR.IR-02"),
      because: "Protection of sites is reported by the provider and signed by who answers."
    ),
    .needs(.vendorAssurance),
    .signed(.sitesWithstand),
    .rationale("A fire asks for no password."),
    .remedy("Obtain the hosting report, or attest equal protection."),
    subject: { scope in scope.hostingDeviations() }
  )

  Control(
    "CSF-PR.IR-03",
    "Every exercise of failover, failure or halt passed, and met its objective",
    .severity(.high),
    .satisfies(
      .csf("PR.IR-03"),
      because: "The mechanisms were tried and met what was promised."
    ),
    .supports(.aiRMF("MANAGE 2.4"), because: "The way to switch off was tried."),
    .supports(.asi(8), because: "Failure that spreads is stopped by what was exercised."),
    .signed(.resilienceMet),
    .limits(.planTestInterval),
    .rationale("Failover that was never tried fails over into nothing."),
    .remedy("Exercise the mechanism and mend what missed the objective."),
    among: { (drill: Drill, _) in
      drill.scenario == .failover || drill.scenario == .failure || drill.scenario == .agentHalt
    }
  ) { drill, scope in
    try expect("result", drill.result, .equal(.passed))
    guard let objective = drill.objective else {
      throw Deviation("objective", expected: "recorded", observed: "not recorded")
    }
    try expect("time measured", drill.measured, .atMost(objective))
    try scope.expectRecent(
      "age",
      .at(drill.startedAt),
      within: scope.policy.duration(.planTestInterval)
    )
  }

  Control(
    "CSF-PR.IR-04",
    "Every service measure met its objective and warns before it is exhausted",
    .satisfies(
      .csf("PR.IR-04"),
      because: "There is room, and a warning before there is none."
    ),
    .supports(.maestro("L1.7"), because: "Exhaustion by queries shows before it stops the model."),
    .supports(.aiRMF("MEASURE 2.6"), because: "The system fails safely where it is watched."),
    .rationale("A quota is found by hitting it."),
    .remedy("Add room, or lower the use, and set the warning.")
  ) { (measure: ServiceMeasure, _) in
    try expect("objective", measure.objective, .present)
    try expect("met", measure.met, .equal(true))
    try expect("warning", measure.alertConfigured, .equal(true))
  }
}
