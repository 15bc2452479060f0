import ControlAssessment
import ControlEvidence
import ControlFrameworks
import ControlModel
import Testing

struct PolicyReaderTests {
  static let parameters = [
    PolicyParameter("maximumCredentialAge", .duration(.days(90)), "Age."),
    PolicyParameter("maximumDepth", .integer(5), unit: "hops", "Depth."),
    PolicyParameter("minimumShare", .decimal(0.98), "Share."),
    PolicyParameter("allowedMethods", .list(["a"]), "Methods."),
  ]

  static func read(_ text: String) throws -> (policy: Policy, problems: [Diagnostic]) {
    let root = try ConfigurationDocument.read(Array(text.utf8), path: "policy.yaml")
    return PolicyReader.read(
      root,
      path: "policy.yaml",
      parameters: parameters,
      catalogs: Catalogs.all
    )
  }

  @Test func readsEverySection() throws {
    let (policy, problems) = try Self.read(
      """
      version: 1
      parameters:
        maximumCredentialAge: {value: 30 days, source: KS-4}
        maximumDepth: 3
        minimumShare: 0.5
        allowedMethods: [x, y]
      evidence:
        maximumAge: 10 days
        kinds: {audit-log: 2 days}
      waivers: {maximumDuration: 30 days, maximumRecords: 3}
      findings: {kept: 7}
      tiers:
        pilot: {mandatory: ["OWASP-NHI-2025:NHI7:2025"]}
        production: {mandatory: [OWASP-ASI-2026]}
      """
    )
    #expect(problems.isEmpty)
    #expect(policy.duration(Self.parameters[0]) == .days(30))
    #expect(policy.sources["maximumCredentialAge"] == "KS-4")
    #expect(policy.integer(Self.parameters[1]) == 3)
    #expect(policy.decimal(Self.parameters[2]) == 0.5)
    #expect(policy.list(Self.parameters[3]) == ["x", "y"])
    #expect(policy.maximumEvidenceAge(of: .auditLog) == .days(2))
    #expect(policy.maximumEvidenceAge(of: .sbom) == .days(10))
    #expect(policy.maximumWaiverDuration == .days(30))
    #expect(policy.keptFindings == 7)
    #expect(policy.mandatory[.pilot] == [.nhi(7)])
    #expect(policy.mandatory[.production]?.count == 10)
  }

  @Test(
    arguments: [
      ("version: 1\nparameters: {maximumCredentialAgee: 1 day}", 2, "maximumCredentialAge"),
      ("version: 1\nevidence: {kinds: {audit-logs: 1 day}}", 2, "audit-log"),
      ("version: 1\ntiers: {pilott: {}}", 2, "pilot"),
      ("version: 1\ntiers:\n  pilot: {mandatory: [NIST-CSF-2.0:PR.AA-99]}", 3, "PR.AA-0"),
      ("version: 1\nparameter: {}", 2, "parameters"),
    ])
  func refusesUnknownKeysWithTheNearestKnownOne(_ text: String, _ line: Int, _ near: String) throws
  {
    let problem = try #require(try Self.read(text).problems.first)
    #expect(problem.code == .policyUnknownKey)
    #expect(problem.locator?.line == line)
    #expect(problem.needed.contains(near), "\(problem.needed)")
  }

  @Test(
    arguments: [
      "version: 2", "{}", "version: 1\nparameters: {maximumCredentialAge: 90}",
      "version: 1\nparameters: {maximumDepth: many}", "version: 1\nfindings: {kept: 0}",
      "version: 1\nparameters: {allowedMethods: x}",
      "version: 1\nwaivers: {maximumDuration: -1 days}",
      "version: 1\ntrustedKeys: [{id: k, owner: o, key: not-a-key}]", "version: 1\nparameters: 3",
    ])
  func refusesWrongValues(_ text: String) throws {
    #expect(try Self.read(text).problems.first?.code == .policyMalformed)
  }
}

struct WaiverReaderTests {
  static let whole = """
    version: 1
    waivers:
      - id: W-1
        control: NHI7-1
        subject: acme
        records: [key-1]
        reason: why
        owner: a
        approver: b
        compensatingControl: watch
        startsAt: 2026-01-01T00:00:00Z
        expiresAt: 2026-02-01T00:00:00Z
    """

  static func read(_ text: String) throws -> (waivers: [Waiver], problems: [Diagnostic]) {
    let root = try ConfigurationDocument.read(Array(text.utf8), path: "waivers.yaml")
    return WaiverReader.read(root, path: "waivers.yaml")
  }

  @Test func readsAWholeWaiver() throws {
    let (waivers, problems) = try Self.read(Self.whole)
    #expect(problems.isEmpty)
    #expect(waivers.map(\.records) == [["key-1"]])
  }

  @Test(
    arguments: [
      "id: W-1", "control: NHI7-1", "subject: acme", "records: [key-1]", "reason: why", "owner: a",
      "approver: b", "compensatingControl: watch", "startsAt: 2026-01-01T00:00:00Z",
      "expiresAt: 2026-02-01T00:00:00Z",
    ])
  func refusesAWaiverWithoutAnyOneField(_ line: String) throws {
    // A list item must start somewhere: an empty value is as good as none.
    let name = line.prefix { $0 != ":" }
    let (waivers, problems) = try Self.read(Self.whole.replacing(line, with: "\(name):"))
    #expect(waivers.isEmpty)
    #expect(problems.first?.found == "no \(name)")
  }

  @Test func refusesAllRecordsUnknownKeysAndBackwardDates() throws {
    #expect(try !Self.read(Self.whole.replacing("[key-1]", with: "[\"*\"]")).problems.isEmpty)
    #expect(
      try !Self.read(Self.whole.replacing("reason: why", with: "reason: why\n    until: x"))
        .problems.isEmpty
    )
    #expect(try !Self.read(Self.whole.replacing("2026-02-01", with: "2025-02-01")).problems.isEmpty)
  }
}
