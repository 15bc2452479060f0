import ControlFrameworks
import ControlModel

@testable import ControlReports

/// Three subjects of an imaginary estate with every outcome, a waiver, and hostile evidence.
enum Fixture {
  static let asOf = Instant(rfc3339: "2026-03-14T00:00:00Z") ?? .epoch

  static let report = Report(results: results, catalogs: FixtureCatalogs.all)

  private static let results: AssessmentResults = {
    var results = AssessmentResults(
      asOf: asOf,
      toolVersion: "1.2.0",
      policyDigest: digest("a"),
      waiversDigest: digest("b"),
      filter: nil,
      controls: controls,
      parameters: parameters,
      subjects: [rivermill, slateCloud, tallybird]
    )
    results.profiles = [profile]
    for (index, decision) in [GateDecision.approve, .hold, .deny].enumerated() {
      let reasons = results.subjects[index].reasons.filter { $0.control != nil }
      let held = GateReason(.hold, .profileIncomplete, text: "no suite has TEN-9")
      results.subjects[index].profiles = [
        ProfileResult(
          profile: "readiness",
          decision: decision,
          reasons: decision == .deny ? reasons : decision == .hold ? [held] : []
        )
      ]
    }
    return results
  }()

  /// A profile that names a control which no suite has.
  private static let profile = Profile(
    "readiness",
    "Review readiness",
    decides: "ready for a review",
    purpose: "Whether a review may begin.",
    tier: .production,
    sections: [
      Profile.Section("Identity", "Can it prove who it is?", ["NHI7-1", "NHI1-1"]),
      Profile.Section("Tenants", "Are <they> kept apart?", ["ASI03-1", "TEN-9", "NHI2-1"]),
    ]
  )

  /// Strings that a careless report would act on.
  static let hostile = [
    "</script><img src=x onerror=alert(1)>", "\"><svg onload=alert(2)>", "<!--<script>",
    "`|[x](javascript:alert(3))|*b*", "\u{1B}[2J\u{1B}]0;owned\u{07}", "txt.\u{202E}exe",
    "שלום‏-key", "line\u{2028}break\nrow", "資格情報", "=cmd|' /C calc'!A0",
  ]

  static func digest(_ digit: Character) -> String { String(repeating: digit, count: 64) }

  static let parameters = [
    ParameterInForce(
      parameter: PolicyParameter(
        "maximumCredentialAge",
        .duration(.days(90)),
        "How old a credential may be."
      ),
      value: .duration(.days(60)),
      source: "Access standard, section 4.2"
    ),
    ParameterInForce(
      parameter: PolicyParameter(
        "maximumDelegationDepth",
        .integer(2),
        unit: "hops",
        "How deep agents may delegate."
      ),
      value: .integer(2),
      source: nil
    ),
    ParameterInForce(
      parameter: PolicyParameter(
        "approvedToolSources",
        .list([]),
        "Registries from which tools may come."
      ),
      value: .list(["registry.example", "mirror.example"]),
      source: nil
    ),
    ParameterInForce(
      parameter: PolicyParameter("minimumCoverage", .decimal(0.95), "The least coverage."),
      value: .decimal(0.95),
      source: nil
    ),
  ]

  static let controls: [ControlDescription] = [
    control("NHI1-1", "No identity outlives the owner it served", "credential") {
      $0.satisfies = [.nhi(1)]
      $0.supports = [.csf("PR.AA-05")]
      $0.needs = [EvidenceNeed(anyOf: ["nhi-inventory"], maximumAge: .days(7))]
    },
    control("NHI2-1", "No live secret is found in code, logs or images", "secretFinding") {
      $0.satisfies = [.nhi(2)]
      $0.severity = .critical
      $0.isHardGate = true
      $0.coreProof = .revocation
    },
    control("NHI5-1", "Every entitlement is one the role needs", "entitlement") {
      $0.satisfies = [.nhi(5), .csf("PR.AA-05")]
      $0.supports = [.maestro("X.3"), .asi(3)]
      $0.mode = .hybrid
      $0.coreProof = .identityScope
    },
    control("NHI7-1", "Every credential is younger than the policy's rotation period", "credential")
    {
      $0.satisfies = [.nhi(7)]
      $0.supports = [.csf("PR.AA-01"), .aiRMF("GOVERN 1.6")]
      $0.rationales = [
        .nhi(7): "A bound on age is what the risk asks for.",
        .csf("PR.AA-01"): "Rotation is a part of managing credentials.",
      ]
      $0.severity = .high
      $0.parameters = ["maximumCredentialAge"]
      $0.references = ["Rotation: https://example.org/rotation", "RFC 9700 section 4.10"]
      $0.rationale = "A stolen copy works as long as the value does."
    },
    control("NHI9-1", "No identity is used by two workloads", "identity") {
      $0.satisfies = [.nhi(9), .maestro("L7.3")]
      $0.shape = .fold
      $0.subjectKinds = [.agentSystem, .vendor]
    },
    control("ASI02-1", "Every tool call stays inside the agent's allow-list", "toolCall") {
      $0.satisfies = [.asi(2), .maestro("L7.4"), .maestro("L7")]
      $0.tiers = [.pilot, .production]
      $0.coreProof = .auditability
    },
    control("ASI03-1", "The supplier states how tenants are kept apart", "subject") {
      $0.satisfies = [.asi(3)]
      $0.mode = .attested
      $0.shape = .subject
      $0.parameters = ["maximumCredentialAge"]
      $0.asks = [
        StatementAsked(
          "tenants-apart",
          "{target} keeps tenants apart as its architecture says.",
          by: ["architect"],
          on: ["tenancy"],
          maximumAge: parameters[0].parameter
        )
      ]
      $0.coreProof = .tenantIsolation
    },
  ]

  private static func control(
    _ id: String,
    _ title: String,
    _ population: String,
    _ fill: (inout ControlDescription) -> Void
  ) -> ControlDescription {
    var control = ControlDescription(
      id: id,
      title: title,
      suite: "Suite of \(id)",
      source: "NonHumanIdentity/\(id).swift:12"
    )
    control.population = population
    control.remedy = "Mend what \(id) found."
    fill(&control)
    return control
  }

  /// A result in which some records deviate, the last of them waived.
  static func result(
    _ id: String,
    _ outcome: Outcome,
    of count: Int = 0,
    total: Int = 0,
    failing: [Finding] = [],
    waivedBy waiver: String? = nil,
    because: [String] = [],
    claimed: Bool = false,
    unjudged: [Diagnostic] = []
  ) -> ControlResult {
    let type = controls.first { $0.id == id }?.population ?? ""
    var result = ControlResult(
      control: id,
      outcome: outcome,
      reasons: because,
      population: Population(recordType: type, count: count, total: max(total, count)),
      blocks: true
    )
    result.findings = failing
    result.findingCount = failing.count
    if let waiver, let last = result.findings.indices.last {
      result.findings[last].waiver = waiver
      result.waivedCount = 1
    }
    result.evidence = Array(Set(failing.compactMap(\.locator?.path))).sorted()
    result.isClaimedOnly = claimed
    result.unjudged = unjudged
    result.failedCount = result.findingCount - result.waivedCount
    return result
  }
}
