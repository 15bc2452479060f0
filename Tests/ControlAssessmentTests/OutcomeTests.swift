import ControlAssessment
import ControlModel
import ControlTesting
import Testing

/// The seven outcomes, each from the evidence that must give it (DESIGN 5).
struct OutcomeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let ids: [String]
    let file: (@Sendable (inout EvidenceFile) -> Void)?
    let outcome: Outcome
    let decision: GateDecision

    init(
      _ name: String,
      _ ids: [String],
      _ outcome: Outcome,
      _ decision: GateDecision,
      file: (@Sendable (inout EvidenceFile) -> Void)? = { _ in }
    ) {
      testDescription = name
      self.ids = ids
      self.outcome = outcome
      self.decision = decision
      self.file = file
    }
  }

  static let cases = [
    Case("good records", ["a", "b"], .pass, .approve),
    Case("a bad record", ["a", "bad"], .fail, .deny),
    Case("a record that cannot be judged", ["a", "broken"], .error, .hold),
    Case("a bad record beside one that cannot be judged", ["bad", "broken"], .error, .deny),
    Case("no file of the kind", ["a"], .notAssessed, .hold, file: nil),
    Case("no record and nothing that proves it", [], .notAssessed, .hold),
    Case("a listed file that is gone", [], .error, .hold, file: { $0.state = .missing }),
    Case("a changed file", ["a"], .error, .hold, file: { $0.state = .changed }),
    Case("a file that cannot be read", [], .error, .hold, file: { $0.state = .unreadable }),
    Case("an unlisted file", ["a"], .notAssessed, .hold, file: { $0.state = .unlisted }),
    Case(
      "an unlisted file with a bad record",
      ["bad"],
      .fail,
      .deny,
      file: { $0.state = .unlisted }
    ),
    Case("records that were rejected", ["a"], .error, .hold, file: { $0.rejectedCount = 1 }),
    Case(
      "evidence as old as it may be",
      ["a"],
      .pass,
      .approve,
      file: { $0.collectedAt = Synthetic.asOf.advanced(by: .days(-35)) }
    ),
    Case(
      "evidence a second too old",
      ["a"],
      .stale,
      .hold,
      file: { $0.collectedAt = Synthetic.asOf.advanced(by: .days(-35) - .seconds(1)) }
    ),
    Case(
      "stale evidence with a bad record",
      ["bad"],
      .fail,
      .deny,
      file: { $0.collectedAt = Synthetic.asOf.advanced(by: .days(-400)) }
    ),
    Case("no collection time", ["a"], .stale, .hold, file: { $0.collectedAt = nil }),
    Case(
      "collected after the as-of time",
      ["a"],
      .error,
      .hold,
      file: { $0.collectedAt = Synthetic.asOf.advanced(by: .seconds(1)) }
    ),
    Case("a claim alone", ["a"], .notAssessed, .hold, file: { $0.sourceClass = .claim }),
    Case("nobody stands behind it", ["a"], .notAssessed, .hold, file: { $0.sourceClass = nil }),
  ]

  @Test(arguments: cases)
  func isWhatTheEvidenceGives(_ testCase: Case) async throws {
    let files = testCase.file.map { [Synthetic.file(.iamCredentialReport, $0)] } ?? []
    let result = try await Synthetic.assess(Synthetic.inventory(testCase.ids, files: files))
    #expect(result.controls.first?.outcome == testCase.outcome)
    #expect(result.decision == testCase.decision)
  }

  @Test func provenEmptyPopulationPassesButAloneApprovesNothing() async throws {
    let file = Synthetic.file { $0.completeness = .complete }
    let result = try await Synthetic.assess(Synthetic.inventory([], files: [file]))
    let control = try #require(result.controls.first)
    #expect(control.outcome == .pass)
    #expect(control.population == Population(recordType: "Credential", isProvenEmpty: true))
    // No control judged a single record: an empty run is never an approval.
    #expect(result.decision == .hold)
    #expect(result.reasons.map(\.rule) == [.nothingAssessed])
  }

  @Test func controlOutsideItsSubjectsIsNotApplicable() async throws {
    let control = Control("S-2", "Agents only", .appliesTo(.agentSystem), .remedy("x")) {
      (_: Credential, _) in
    }
    let result = try await Synthetic.assess(
      Synthetic.inventory(["a"]),
      suites: Synthetic.suite(Synthetic.badCredential, control)
    )
    #expect(result.controls[1].outcome == .notApplicable)
    #expect(
      result.controls[1].reasons == ["applies to agent-system; this subject is of kind vendor"]
    )
    #expect(result.decision == .approve)
  }

  @Test func populationLeavesOutWhatTheControlDoesNotSpeakAbout() async throws {
    let control = Control(
      "S-3",
      "Only named ones",
      .remedy("x"),
      among: { (credential: Credential, _) in credential.id.hasPrefix("bad") },
      judge: { _, _ in }
    )
    let result = try await Synthetic.assess(
      Synthetic.inventory(["a", "b", "bad"]),
      suites: Synthetic.suite(control)
    )
    #expect(result.controls[0].population.count == 1)
    #expect(result.controls[0].population.total == 3)
  }

  @Test func findingsAreCountedExactlyAndKeptUpToTheLimit() async throws {
    var policy = Policy()
    policy.keptFindings = 2
    let ids = (0..<9).map { "bad-\($0)" }
    let result = try await Synthetic.assess(Synthetic.inventory(ids), policy: policy)
    let control = try #require(result.controls.first)
    #expect(control.findingCount == 9)
    #expect(control.findings.map(\.record) == ["bad-0", "bad-1"])
    #expect(control.findings.first?.locator?.line == 1)
  }

  @Test func foldSeesTheWholePopulationOnce() async throws {
    let control = Control("S-4", "No holder twice", .remedy("x"), fold: SharedIdentity.self)
    let result = try await Synthetic.assess(
      Synthetic.inventory(["a", "b"]),
      suites: Synthetic.suite(control)
    )
    #expect(result.controls[0].findings.map(\.observed) == ["2 credentials"])
    #expect(result.controls[0].population.count == 2)
  }
}

/// Deviates where one identity has more than one credential.
private struct SharedIdentity: Fold {
  private var credentials = Sightings<String, [RecordReference]>()

  mutating func observe(_ record: Credential, _ scope: Scope) {
    let reference = RecordReference(record)
    credentials.note(record.identity, [reference]) { $0.append(reference) }
  }

  mutating func merge(_ later: SharedIdentity) { credentials.merge(later.credentials) { $0 += $1 } }

  func deviations(_ scope: Scope) -> [Deviation] {
    credentials.all.compactMap { _, references in
      guard references.count > 1 else { return nil }
      var deviation = Deviation(
        "holders",
        expected: "1 credential",
        observed: "\(references.count) credentials"
      )
      deviation.record = references[0]
      return deviation
    }
  }
}
