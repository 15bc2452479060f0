import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let strategyAdjusted = StatementAsked(
    "strategy-adjusted",
    "The outcomes of the last assessment of {target} were reviewed and the strategy adjusted where needed.",
    by: Signers.executives
  )
  static let strategyCovers = StatementAsked(
    "strategy-covers",
    "The strategy was compared with the systems, identities and obligations of {target} as they are now.",
    by: Signers.riskOwners
  )
  static let performanceReviewed = StatementAsked(
    "performance-reviewed",
    "The performance of the controls of {target} was evaluated and the adjustments decided are on record.",
    by: Signers.security + Signers.riskOwners
  )
}

/// CSF 2.0 GV.OV: results come back to those who set the direction.
public let oversight = ControlSuite(
  "Oversight",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-GV.OV-01",
    "A strategy review of the interval had a control matrix before it, by digest",
    .satisfies(
      .csf("GV.OV-01"),
      because: "Minutes name the very results that were looked at."
    ),
    .supports(.aiRMF("GOVERN 1.5"), because: "Outcomes are reviewed on a plan."),
    .needs(.reviewMinutes),
    .signed(.strategyAdjusted),
    .limits(.governanceReviewInterval),
    .rationale("A review without the results in hand confirms what was believed."),
    .remedy("Put the matrix before the strategy review and record its digest."),
    subject: { scope in
      let review = try scope.expectReview(on: "strategy", within: .governanceReviewInterval)
      try expect("matrix of \(review.id)", review.matrixDigest, .present)
      return []
    }
  )

  Control(
    "CSF-GV.OV-02",
    "Every live AI system was part of a strategy review of the interval",
    .satisfies(
      .csf("GV.OV-02"),
      because: "The review names the systems that are live, so that none is left out."
    ),
    .supports(.aiRMF("GOVERN 1.6"), because: "The inventory is what the strategy is held against."),
    .needs(.reviewMinutes),
    .signed(.strategyCovers),
    .limits(.governanceReviewInterval),
    .rationale("A strategy ages with each system that starts after it."),
    .remedy("Review the strategy with the systems that are live now."),
    among: { (system: AISystem, _) in system.isLive }
  ) { system, scope in
    let review = try scope.expectReview(on: "strategy", within: .governanceReviewInterval)
    if review.systems?.contains(system.id) == true { return }
    throw Deviation(
      "systems of \(review.id)",
      expected: "containing \(system.id)",
      observed: review.systems.map { $0.joined(separator: ", ") } ?? "not recorded"
    )
  }

  Control(
    "CSF-GV.OV-03",
    "Every measure beyond its threshold was followed by a performance review",
    .satisfies(
      .csf("GV.OV-03"),
      because: "What missed its mark was looked at afterwards, with a decision."
    ),
    .supports(.aiRMF("MEASURE 4.3"), because: "Change of performance is noted and acted on."),
    .needs(.reviewMinutes),
    .signed(.performanceReviewed),
    .limits(.governanceReviewInterval),
    .rationale("A figure that nobody looks at improves nothing."),
    .remedy("Review the measure and record what was decided.")
  ) { (measure: RiskMeasure, scope) in
    guard let threshold = measure.threshold else {
      throw Deviation("threshold", expected: "recorded", observed: "not recorded")
    }
    let isKept =
      measure.better == .higher ? measure.value >= threshold : measure.value <= threshold
    if isKept { return }
    let review = try scope.expectReview(on: "performance", within: .governanceReviewInterval)
    if review.heldAt >= measure.measuredAt { return }
    throw Deviation(
      "performance review",
      expected: "after \(measure.measuredAt)",
      observed: "last at \(review.heldAt)"
    )
  }
}
