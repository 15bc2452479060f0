import ControlAssessment
import ControlModel
import ControlTesting

/// A small imaginary subject for tests of the judge itself.
enum Synthetic {
  static let asOf = Instant.epoch.advanced(by: .days(20_000))

  /// A control over credentials whose ids start with "bad".
  static let badCredential = Control(
    "S-1",
    "No credential is bad",
    .severity(.high),
    .satisfies(.nhi(7)),
    .supports(.csf("PR.AA-01")),
    .blocks(from: .pilot),
    .remedy("Mend it.")
  ) { (credential: Credential, _) in
    if credential.id.hasPrefix("broken") { throw CannotJudge("no data") }
    if credential.id.hasPrefix("bad") {
      throw Deviation("quality", expected: "good", observed: "bad")
    }
  }

  static func suite(_ controls: Control...) -> [ControlSuite] {
    [ControlSuite("Synthetic") { controls }]
  }

  static func file(
    _ kind: EvidenceKind = .iamCredentialReport,
    _ change: (inout EvidenceFile) -> Void = { _ in }
  ) -> EvidenceFile {
    var file = EvidenceFile(path: "\(kind.name).yaml", state: .read)
    file.kinds = [kind]
    file.collectedAt = asOf.advanced(by: .days(-1))
    file.sourceClass = .ownExport
    change(&file)
    return file
  }

  static func inventory(
    _ ids: [String],
    files: [EvidenceFile] = [file()],
    tier: Tier = .production,
    diagnostics: [Diagnostic] = [],
    seal: EvidenceSeal = .absent
  ) -> Inventory {
    var tables = RecordTables()
    tables.append(
      ids.enumerated().map { offset, id in
        Credential(
          id: id,
          identity: "svc",
          kind: .accessKey,
          status: .active,
          basis: .configured,
          locator: Locator(path: "iam-credential-report.yaml", line: offset + 1)
        )
      }
    )
    let subject = Subject(id: "acme", name: "Acme", kind: .vendor, tier: tier, owner: "team")
    return Inventory(
      subject: subject,
      files: files,
      records: tables,
      diagnostics: diagnostics,
      seal: seal
    )
  }

  static func waiver(
    _ records: [String],
    _ change: (inout Waiver) -> Void = { _ in }
  ) -> Waiver {
    var waiver = Waiver(
      id: "W-1",
      control: "S-1",
      subject: "acme",
      records: records,
      reason: "why",
      owner: "owner",
      approver: "approver",
      compensatingControl: "watch",
      startsAt: asOf.advanced(by: .days(-10)),
      expiresAt: asOf.advanced(by: .days(10))
    )
    change(&waiver)
    return waiver
  }

  static func assess(
    _ inventory: Inventory,
    suites: [ControlSuite] = suite(badCredential),
    policy: Policy = Policy(),
    waivers: [Waiver] = [],
    filter: String? = nil
  ) async throws -> SubjectResult {
    let plan = AssessmentPlan(
      suites: suites,
      policy: policy,
      waivers: waivers,
      asOf: asOf,
      filter: filter,
      catalogs: []
    )
    let results = await Assessment.run(plan, over: [inventory], toolVersion: "test")
    guard let subject = results.subjects.first else { throw CannotJudge("no subject") }
    return subject
  }
}
