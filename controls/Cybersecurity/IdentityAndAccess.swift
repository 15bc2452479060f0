import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let sponsorsProofed = StatementAsked(
    "sponsors-proofed",
    "Everybody who sponsors a workload or agent of {target} was identified as policy asks.",
    by: Signers.people + Signers.security
  )
  static let sitesProtected = StatementAsked(
    "sites-protected",
    "Physical access to what {target} runs on is limited, and exceptions were reviewed.",
    by: Signers.facilities
  )
  static let roleCoursesFit = StatementAsked(
    "role-courses-fit",
    "The courses for specialised roles of {target} teach what those roles decide.",
    by: Signers.training
  )
}

/// CSF 2.0 PR.AA: who acts is known, proofed and let in no further than need be.
///
/// PR.AA-01, -03, -04 and -05 are decided by the families on identities, agents and their life.
public let identityAndAccess = ControlSuite(
  "IdentityAndAccess",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-PR.AA-02",
    "Every workload entry says how node and workload are attested, and has a sponsor who is there",
    .severity(.high),
    .satisfies(
      .csf("PR.AA-02"),
      because: "A credential is bound to what was attested, and somebody proofed stands behind it."
    ),
    .supports(.nhi(4), because: "An identity that attests itself needs no secret to steal."),
    .supports(.maestro("L7.3"), because: "An attested workload cannot be impersonated by a name."),
    .needs(.roleRegister),
    .signed(.sponsorsProofed),
    .rationale("An identity is worth what was checked before it was given."),
    .remedy("Attest node and workload, and name the sponsor."),
    among: { (entry: WorkloadEntry, scope) in entry.expiresAt.isAhead(of: scope.asOf) }
  ) { entry, scope in
    try expect("node attestation", entry.nodeAttestation, .present)
    try expect("workload attestation", entry.workloadAttestation, .present)
    try expect("selectors", entry.selectors, .notEmpty)
    try scope.expectActiveOwner("owner", entry.owner)
  }

  Control(
    "CSF-PR.AA-06",
    "A hosting report is in date, and refusals, visits and alarms at own sites were reviewed in time",
    .satisfies(
      .csf("PR.AA-06"),
      because: "Sites are covered by a report or by reviewed records, and the rest is signed for."
    ),
    .needs(.facilityLog, .vendorAssurance),
    .signed(.sitesProtected),
    .limits(.facilityReviewLimit),
    .rationale("Whoever can touch the machine needs no password."),
    .remedy("Obtain the hosting report; review the entries that stand out."),
    subject: SiteRecords.self
  )
}

/// CSF 2.0 PR.AT: people know what their work asks of them.
public let awarenessAndTraining = ControlSuite(
  "AwarenessAndTraining",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-PR.AT-01",
    "Every active person passed each awareness course, and it is in date",
    .satisfies(
      .csf("PR.AT-01"),
      because: "Nobody in the register is without the courses."
    ),
    .supports(.aiRMF("GOVERN 2.2"), because: "Staff are trained in AI risk."),
    .needs(.trainingRecord),
    .limits(.awarenessCourses),
    .rationale("A secret pasted into a prompt is a lesson nobody gave."),
    .remedy("Have the person take the course."),
    among: { (holder: RoleHolder, _) in
      holder.kind == .person && holder.party == .customer && holder.status == .active
    }
  ) { holder, scope in
    let courses = scope.all(Training.self, where: \.person, is: holder.person)
    for course in scope.policy.list(.awarenessCourses) {
      try scope.expectPassed(course, courses.filter { $0.course == course })
    }
  }

  Control(
    "CSF-PR.AT-02",
    "Everybody in a specialised role passed that role's course before acting in it",
    .severity(.high),
    .satisfies(
      .csf("PR.AT-02"),
      because: "The course comes before the role, by its dates."
    ),
    .supports(.aiRMF("GOVERN 2.2"), because: "Those who oversee AI are trained for it."),
    .supports(.aiRMF("MAP 3.4"), because: "Proficiency of operators is shown."),
    .needs(.trainingRecord),
    .signed(.roleCoursesFit),
    .limits(.specialisedRoles, .roleCourseGrace),
    .rationale("Who approves an agent's actions must know what they look like."),
    .remedy("Have the person take the role's course, and hold the role back until then."),
    among: { (holder: RoleHolder, scope) in
      holder.kind == .person && holder.status == .active && holder.party == .customer
        && scope.policy.list(.specialisedRoles).contains(holder.role)
    }
  ) { holder, scope in
    let courses = scope.all(Training.self, where: \.person, is: holder.person)
      .filter { $0.role == holder.role }
    try scope.expectPassed("course for \(holder.role)", courses)
    guard let start = holder.startsAt else {
      throw Deviation("start in the role", expected: "recorded", observed: "not recorded")
    }
    let first = courses.filter(\.passed).map(\.completedAt).min() ?? scope.asOf
    let latest = start.advanced(by: scope.policy.duration(.roleCourseGrace))
    if first <= latest { return }
    throw Deviation(
      "course for \(holder.role)",
      expected: "at or before \(latest)",
      observed: "\(first)"
    )
  }
}

extension Scope {
  /// States that a course was passed and is in date.
  fileprivate func expectPassed(_ course: String, _ taken: [Training]) throws {
    let isGood = taken.contains {
      $0.passed && $0.completedAt <= asOf && $0.expiresAt.isAhead(of: asOf)
    }
    if isGood { return }
    throw Deviation(
      course,
      expected: "passed and in date",
      observed: taken.isEmpty
        ? "not taken"
        : taken.map { $0.passed ? "passed, until \($0.expiresAt)" : "not passed" }
          .joined(separator: "; ")
    )
  }
}
