import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let evaluationsImprove = StatementAsked(
    "evaluations-improve",
    "Findings of evaluations of {target} that were closed without a change were closed with reason.",
    by: Signers.security
  )
  static let exercisesImprove = StatementAsked(
    "exercises-improve",
    "Findings of exercises of {target} that led to no change were decided so with reason.",
    by: Signers.security
  )
  static let operationsImprove = StatementAsked(
    "operations-improve",
    "Lessons of incidents and recurring alerts of {target} were carried into controls.",
    by: Signers.security + Signers.incidentLeads
  )
  static let plansKnown = StatementAsked(
    "plans-known",
    "The plans that people of {target} would follow in an emergency are known to them.",
    by: Signers.incidentLeads,
    on: ["incident-response", "recovery", "agent-shutdown", "credential-revocation"]
  )
}

/// CSF 2.0 ID.IM: what was found leads to something.
public let improvement = ControlSuite(
  "Improvement",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-ID.IM-01",
    "Every assessment finding has an owner and a risk, or was closed, within the limit",
    .satisfies(
      .csf("ID.IM-01"),
      because: "What an evaluation found is taken up by somebody in time."
    ),
    .supports(.aiRMF("MEASURE 4.3"), because: "Findings lead to improvements that are tracked."),
    .needs(.roleRegister),
    .signed(.evaluationsImprove),
    .limits(.findingIntakeLimit),
    .rationale("A finding without an owner is found again next year."),
    .remedy("Take the finding into the risk register with an owner, or close it with a reason."),
    among: { (finding: AssuranceFinding, scope) in finding.foundAt <= scope.asOf }
  ) { finding, scope in
    if finding.closedAt.hasPassed(at: scope.asOf) && finding.state == .closed { return }
    let age = scope.asOf.duration(since: finding.foundAt)
    if age <= scope.policy.duration(.findingIntakeLimit) { return }
    try scope.expectActiveOwner("owner", finding.owner)
    if scope.first(Risk.self, finding.risk) != nil { return }
    throw Deviation(
      "risk",
      expected: "in the risk register",
      observed: finding.risk.map { "\($0), not in it" } ?? "not recorded"
    )
  }

  Control(
    "CSF-ID.IM-02",
    "Every exercise that found something or did not pass led to a change on record",
    .satisfies(
      .csf("ID.IM-02"),
      because: "Findings of tests and exercises, suppliers' included, become changes."
    ),
    .supports(.aiRMF("MANAGE 4.2"), because: "Improvements are built in from what was tested."),
    .needs(.changeRecord),
    .signed(.exercisesImprove),
    .rationale("An exercise that changes nothing was a show."),
    .remedy("Make the change that the exercise asks for and link it."),
    among: { (drill: Drill, scope) in drill.startedAt <= scope.asOf }
  ) { drill, scope in
    guard let findings = drill.findings else {
      throw Deviation("findings", expected: "recorded, none included", observed: "not recorded")
    }
    if findings.isEmpty && drill.result == .passed { return }
    try expect("changes", drill.changes, .notEmpty)
    for change in drill.changes ?? [] where scope.first(Change.self, change) == nil {
      throw Deviation(
        "changes",
        expected: "in the change record",
        observed: "\(change), not in it"
      )
    }
  }

  Control(
    "CSF-ID.IM-03",
    "Every closed incident has lessons and a change that came of them",
    .satisfies(
      .csf("ID.IM-03"),
      because: "Operations teach, and what they taught was built in."
    ),
    .supports(.aiRMF("MANAGE 4.3"), because: "Incidents are followed and improvements recorded."),
    .needs(.changeRecord),
    .signed(.operationsImprove),
    .rationale("The same incident twice is a decision that nobody took."),
    .remedy("Record the lessons and make the change they ask for."),
    among: { (incident: Incident, scope) in incident.closedAt.hasPassed(at: scope.asOf) }
  ) { incident, scope in
    try expect("lessons", incident.lessons, .notEmpty)
    try expect("changes", incident.changes, .notEmpty)
    for change in incident.changes ?? [] where scope.first(Change.self, change) == nil {
      throw Deviation(
        "changes",
        expected: "in the change record",
        observed: "\(change), not in it"
      )
    }
  }

  Control(
    "CSF-ID.IM-04",
    "A plan for each emergency is in force, owned, made known and was tried in the interval",
    .severity(.high),
    .satisfies(
      .csf("ID.IM-04"),
      because: "Each plan is current and tried, and people signed that they know it."
    ),
    .supports(.aiRMF("GOVERN 4.3"), because: "Practices for incidents are in place and tested."),
    .needs(.policyRegister),
    .signed(.plansKnown),
    .limits(.requiredPlans, .planTestInterval),
    .rationale("A plan that was never tried is a wish with page numbers."),
    .remedy("Write, approve and try the plan."),
    subject: { scope in
      scope.policy.list(.requiredPlans).compactMap { topic in
        do {
          let plan = try scope.expectDocument(on: topic, .plan, .procedure)
          try scope.expectActiveOwner("owner of \(plan.id)", plan.owner)
          try scope.expectRecent(
            "test of \(plan.id)",
            plan.testedAt,
            within: scope.policy.duration(.planTestInterval)
          )
          return nil
        } catch {
          return Deviation(thrown: error)
        }
      }
    }
  )
}
