import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let analysesSampled = StatementAsked(
    "analyses-sampled",
    "A sample of closed alerts of {target} was read again, and their conclusions hold.",
    by: Signers.security
  )
  static let scopesNarrowed = StatementAsked(
    "scopes-narrowed",
    "Where the recorded scope of an incident of {target} is less than what could be reached, the reason is recorded.",
    by: Signers.incidentLeads
  )
  static let declarationsRight = StatementAsked(
    "declarations-right",
    "Events of {target} that were not declared incidents do not meet the criteria.",
    by: Signers.incidentLeads,
    on: ["incident-criteria", "incident-response"]
  )
}

/// CSF 2.0 DE.AE: what was noticed is understood.
public let adverseEventAnalysis = ControlSuite(
  "AdverseEventAnalysis",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-DE.AE-02",
    "Every alert has a conclusion within the limit, with who decided and what",
    .severity(.high),
    .satisfies(
      .csf("DE.AE-02"),
      because: "No alert is without an analysis, and samples are read again."
    ),
    .supports(.aiRMF("MANAGE 4.1"), because: "What monitoring finds is evaluated."),
    .needs(.monitorAlerts),
    .signed(.analysesSampled),
    .limits(.alertAnalysisLimit),
    .rationale("An alert nobody concluded is an attack somebody saw."),
    .remedy("Conclude the alert and record the decision."),
    among: { (alert: Alert, scope) in alert.firedAt <= scope.asOf }
  ) { alert, scope in
    try scope.expectWithin(
      "closed",
      alert.closedAt,
      scope.policy.duration(.alertAnalysisLimit),
      of: alert.firedAt
    )
    if !alert.closedAt.hasPassed(at: scope.asOf) { return }
    try expect("disposition", alert.disposition, .noneOf([.open]))
    try expect("decision", alert.decision, .present)
    try expect("closed by", alert.closedBy, .present)
  }

  Control(
    "CSF-DE.AE-03",
    "Every call of an agent joins its identity, its tool and its decision by their ids",
    .severity(.high),
    .satisfies(
      .csf("DE.AE-03"),
      because: "Three records from three sources tell of each action."
    ),
    .supports(.aiRMF("MEASURE 2.8"), because: "Actions can be accounted for."),
    .supports(.maestro("L7.9"), because: "A joined trail cannot be disowned."),
    .needs(.nhiInventory, .toolRegistry, .policyDecisionLog),
    .rationale("Logs that cannot be joined each tell half of a story."),
    .remedy("Write the ids of identity, tool and decision into the trace.")
  ) { (call: ToolCall, scope) in
    try expectJoined("identity", call.actor, scope.first(Identity.self, call.actor)?.id)
    try expectJoined("tool", call.tool, scope.first(Tool.self, call.tool)?.id)
    try expectJoined("decision", call.decision, scope.first(PolicyDecision.self, call.decision)?.id)
  }

  Control(
    "CSF-DE.AE-04",
    "Every incident records its tenants and identities, those of its agents included",
    .severity(.high),
    .satisfies(
      .csf("DE.AE-04"),
      because: "The recorded scope covers at least what the agents could act as."
    ),
    .supports(.aiRMF("MANAGE 4.3"), because: "Affected parties can be told when they are known."),
    .needs(.agentManifest),
    .signed(.scopesNarrowed),
    .rationale("A scope that was guessed is notified wrong."),
    .remedy("Record the tenants and identities affected, by the logs."),
    among: { (incident: Incident, _) in !incident.exercise && incident.isSignificant }
  ) { incident, scope in
    try expect("tenants affected", incident.tenantsAffected, .present)
    try expect("identities", incident.identities, .present)
    try expect("scope from logs", incident.scopeFromLogs, .equal(true))
    for name in incident.agents ?? [] {
      guard let agent = scope.first(Agent.self, name) else {
        throw Deviation("agent", expected: "in the agent manifest", observed: "\(name), not in it")
      }
      try expect("identity of \(name)", agent.runsAs, .present)
      try expect("identities", incident.identities, .contains(agent.runsAs ?? ""))
    }
  }

  Control(
    "CSF-DE.AE-06",
    "Every alert was acknowledged within the limit, and its rule has an owner who is there",
    .severity(.high),
    .satisfies(
      .csf("DE.AE-06"),
      because: "Alerts reach somebody, and the time shows it."
    ),
    .supports(.aiRMF("MANAGE 4.1"), because: "Somebody receives what monitoring finds."),
    .needs(.roleRegister),
    .limits(.alertAcknowledgementLimit),
    .rationale("An alert that went to a leaver's inbox was never sent."),
    .remedy("Send the alert to who is on call, and give the rule an owner."),
    among: { (alert: Alert, scope) in alert.firedAt <= scope.asOf }
  ) { alert, scope in
    try scope.expectWithin(
      "acknowledged",
      alert.acknowledgedAt,
      scope.policy.duration(.alertAcknowledgementLimit),
      of: alert.firedAt
    )
    guard let rule = scope.first(DetectionRule.self, alert.rule) else {
      throw Deviation("rule", expected: "recorded", observed: "\(alert.rule), not recorded")
    }
    try scope.expectActiveOwner("owner of \(rule.id)", rule.owner)
  }

  Control(
    "CSF-DE.AE-07",
    "Every advisory that applies led to a change or an incident within the limit",
    .severity(.high),
    .satisfies(
      .csf("DE.AE-07"),
      because: "What others know reaches detection and repair in time."
    ),
    .supports(.aiRMF("MANAGE 2.3"), because: "Risks that were unknown are answered."),
    .needs(.changeRecord, .incidentRecord),
    .limits(.intelligenceUseLimit),
    .rationale("An advisory in a mailbox protects nobody."),
    .remedy("Link the advisory to the change or incident that answers it."),
    among: { (advisory: Advisory, scope) in
      advisory.receivedAt <= scope.asOf && advisory.disposition != .notApplicable
    }
  ) { advisory, scope in
    let limit = scope.policy.duration(.intelligenceUseLimit)
    try scope.expectWithin("handled", advisory.handledAt, limit, of: advisory.receivedAt)
    if !advisory.handledAt.hasPassed(at: scope.asOf) { return }
    if scope.first(Change.self, advisory.change) != nil { return }
    if scope.first(Incident.self, advisory.incident) != nil { return }
    throw Deviation(
      "what answers it",
      expected: "a change or an incident on record",
      observed: advisory.change ?? advisory.incident ?? "not recorded"
    )
  }

  Control(
    "CSF-DE.AE-08",
    "Every alert that was true led to an incident declared within the limit",
    .severity(.high),
    .satisfies(
      .csf("DE.AE-08"),
      because: "What met the criteria was declared, in time; the rest is signed for."
    ),
    .supports(.aiRMF("MANAGE 4.3"), because: "Incidents are recognised as such."),
    .needs(.incidentRecord),
    .signed(.declarationsRight),
    .limits(.declarationLimit),
    .rationale("An incident that is not declared has no clock."),
    .remedy("Declare the incident."),
    among: { (alert: Alert, _) in alert.disposition == .truePositive }
  ) { alert, scope in
    guard let incident = scope.first(Incident.self, alert.incident) else {
      throw Deviation(
        "incident",
        expected: "on record",
        observed: alert.incident.map { "\($0), not recorded" } ?? "not recorded"
      )
    }
    try expect(
      "time until declared",
      incident.declaredAt.duration(since: alert.firedAt),
      .atMost(scope.policy.duration(.declarationLimit))
    )
  }
}

/// States that an id leads to a record of another source.
private func expectJoined(_ attribute: String, _ id: String?, _ found: String?) throws {
  if id != nil && found != nil { return }
  throw Deviation(
    attribute,
    expected: "on record",
    observed: id.map { "\($0), not recorded" } ?? "not recorded"
  )
}

extension Incident {
  /// Whether the incident must be told of and learnt from; one that nobody rated counts.
  var isSignificant: Bool {
    switch severity {
    case .critical, .high, .unknown: true
    case .medium, .low, .informational: false
    }
  }
}
