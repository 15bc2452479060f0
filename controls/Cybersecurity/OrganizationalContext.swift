import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let missionInStrategy = StatementAsked(
    "mission-in-strategy",
    "The strategy cites the mission and says which uses of AI by {target} are in and out of it.",
    by: Signers.executives,
    on: ["strategy", "ai-strategy"]
  )
  static let stakeholdersReviewed = StatementAsked(
    "stakeholders-reviewed",
    "The list of stakeholders of {target} and what each expects of its security is complete.",
    by: Signers.executives + Signers.serviceOwners
  )
  static let obligationsComplete = StatementAsked(
    "obligations-complete",
    "The legal, contractual and privacy obligations recorded for {target} and its suppliers are all.",
    by: Signers.counsel
  )
  static let servicesDependedOn = StatementAsked(
    "services-depended-on",
    "What others depend on of {target} is recorded with its criticality and recovery objective.",
    by: Signers.serviceOwners
  )
  static let dependenciesRated = StatementAsked(
    "dependencies-rated",
    "Everything outside that {target} depends on is recorded and rated by what its loss would cost.",
    by: Signers.serviceOwners
  )
}

/// CSF 2.0 GV.OC: what the organisation is for, who expects what of it, on what it depends.
public let organizationalContext = ControlSuite(
  "OrganizationalContext",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-GV.OC-01",
    "The strategy in force cites the mission and says which uses of AI are in and out of it",
    .satisfies(
      .csf("GV.OC-01"),
      because: "Risk is managed for a purpose once the strategy names it."
    ),
    .supports(.aiRMF("MAP 1.3"), because: "The mission and goals for AI are on paper."),
    .signed(.missionInStrategy),
    .rationale("Controls without a purpose protect what is easy. The mission says what matters."),
    .remedy("Cite the mission in the strategy and have the accountable executive sign.")
  )

  Control(
    "CSF-GV.OC-02",
    "Stakeholders and their expectations were reviewed in the interval",
    .satisfies(
      .csf("GV.OC-02"),
      because: "A review by name and date shows that expectations were considered."
    ),
    .supports(.aiRMF("GOVERN 5.1"), because: "Outside views come in through such a review."),
    .needs(.reviewMinutes),
    .signed(.stakeholdersReviewed),
    .limits(.governanceReviewInterval),
    .rationale("An expectation nobody asked about is met by chance."),
    .remedy("Review the list of stakeholders and record the meeting."),
    subject: { scope in
      try scope.expectReview(on: "stakeholders", within: .governanceReviewInterval)
      return []
    }
  )

  Control(
    "CSF-GV.OC-03",
    "Every supplier with access has contract terms in force, an owner and a next review",
    .satisfies(
      .csf("GV.OC-03"),
      because: "Counsel says that the list is whole; no supplier in the register escapes it."
    ),
    .supports(.aiRMF("GOVERN 1.1"), because: "Requirements that involve AI are on record."),
    .needs(.contractTerms, .roleRegister),
    .signed(.obligationsComplete),
    .rationale("An obligation is managed only where somebody knows it and dates it."),
    .remedy("Transcribe the contract's terms, name an owner and a review date."),
    among: { (supplier: VendorRecord, _) in supplier.isLetIn }
  ) { supplier, scope in
    try scope.expectActiveOwner("owner", supplier.owner)
    try scope.expectAhead("next review", supplier.reviewDueAt)
    let terms = scope.all(ContractTerm.self, where: \.vendor, is: supplier.id)
    if terms.contains(where: { $0.expiresAt.isAhead(of: scope.asOf) }) { return }
    throw Deviation(
      "contract terms",
      expected: "terms in force",
      observed: terms.isEmpty ? "none recorded" : "all expired"
    )
  }

  Control(
    "CSF-GV.OC-04",
    "Every live AI system has a criticality and a recovery objective on record",
    .satisfies(
      .csf("GV.OC-04"),
      because: "What others depend on is known, with how soon they need it back."
    ),
    .needs(.assetInventory, .capacityMetrics),
    .signed(.servicesDependedOn),
    .rationale("What customers cannot do without must be known before it fails."),
    .remedy("Record the system as an asset with its criticality, and its recovery-time objective."),
    among: { (system: AISystem, _) in system.isLive }
  ) { system, scope in
    try expect(
      "criticality",
      scope.first(Asset.self, system.id)?.criticality,
      .noneOf([.unknown])
    )
    let objective = scope.all(ServiceMeasure.self, where: \.service, is: system.id)
      .first { $0.metric == "recovery-time" }?.objective
    try expect("recovery objective", objective, .present)
  }

  Control(
    "CSF-GV.OC-05",
    "Every outside model, service or tool in the bill of materials has a supplier with a criticality",
    .satisfies(
      .csf("GV.OC-05"),
      because: "What the organisation depends on is named, rated and owned."
    ),
    .supports(.aiRMF("MAP 4.1"), because: "Third-party parts are known by name."),
    .needs(.thirdPartyRegister),
    .signed(.dependenciesRated),
    .rationale("A dependency nobody rated is found when it fails."),
    .remedy("Register the supplier of the component and rate its criticality."),
    among: { (component: Component, _) in
      component.kind == .model || component.kind == .service || component.kind == .tool
    }
  ) { component, scope in
    guard let supplier = scope.first(VendorRecord.self, component.vendor) else {
      throw Deviation(
        "supplier",
        expected: "in the third-party register",
        observed: component.vendor.map { "\($0), not in it" } ?? "not recorded"
      )
    }
    try expect("criticality of \(supplier.id)", supplier.criticality, .noneOf([.unknown]))
  }
}
