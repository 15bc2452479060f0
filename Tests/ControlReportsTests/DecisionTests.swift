import ControlModel
import Testing

@testable import ControlReports

@Suite("Signed decisions")
struct DecisionTests {
  static let statement = statement(Fixture.report)

  @Test func statementsEqualGoldens() throws {
    try expectGolden(Self.statement.testResult, "decision.json")
    try expectGolden(Self.statement.verificationSummary, "summary.json")
  }

  @Test func lineOfAControlDoesNotChangeItsDigestAndEverythingElseDoes() throws {
    let control = try #require(Fixture.report.results.controls.first)
    let text = Self.statement.canonicalText(of: control)
    var moved = control
    moved.source += "9"
    #expect(Self.statement.canonicalText(of: moved) == text)
    let changes: [(inout ControlDescription) -> Void] = [
      { $0.title += "x" }, { $0.isHardGate.toggle() }, { $0.remedy += "x" },
      { $0.satisfies = [] }, { $0.needs = [] },
      { $0.asks = [StatementAsked("x", "X.", by: ["y"])] }, { $0.source = "Other/File.swift:1" },
      { $0.severity = $0.severity == .low ? .high : .low }, { $0.parameters += ["x"] },
    ]
    for (index, change) in changes.enumerated() {
      var changed = control
      change(&changed)
      #expect(Self.statement.canonicalText(of: changed) != text, "change \(index)")
    }
  }

  @Test func onlyAnApprovalPasses() {
    for decision in GateDecision.allCases {
      var results = Fixture.report.results
      for index in results.subjects.indices { results.subjects[index].decision = decision }
      let made = Self.statement(Report(results: results, catalogs: FixtureCatalogs.all))
      let result = decision == .approve ? "PASSED" : "FAILED"
      #expect(made.testResult.contains("\"result\": \"\(result)\""))
      #expect(made.verificationSummary.contains("\"verificationResult\": \"\(result)\""))
      #expect(
        made.verificationSummary.contains("\"CONTROL_TESTING_") == (decision == .approve)
      )
    }
  }

  @Test func everyTestHasOneVerdict() {
    let subjects = Fixture.report.results.subjects
    let named = [DecisionStatement.Verdict.passed, .warned, .failed].flatMap {
      Self.statement.names($0, of: subjects)
    }
    let applicable = subjects.flatMap { $0.controls }.filter { $0.outcome != .notApplicable }
    #expect(named.count == applicable.count)
    #expect(Set(named).count == named.count)
  }

  @Test func addressesHoldNoCharacterThatActs() {
    #expect(Self.statement.uri("a b/é#?%\n") == "urn:control-testing:a%20b/%C3%A9%23%3F%25%0A")
  }

  /// A digest that is stable and good for nothing else: this room links no cryptography.
  static func statement(_ report: Report) -> DecisionStatement {
    DecisionStatement(report, inputs: inputs(report)) { text in
      // results.json has a golden of its own: it may grow without this one changing.
      if text.hasPrefix("{\n  \"schema\"") { return Fixture.digest("5") }
      let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 64 - digits.count) + digits
    }
  }

  private static func inputs(_ report: Report) -> DecisionInputs {
    let seals: [EvidenceSeal] = [.good(key: "team-a"), .bad("no trusted key signed it"), .absent]
    var subjects: [String: DecisionInputs.SubjectInputs] = [:]
    for (index, subject) in report.results.subjects.enumerated() {
      let seal = seals[index % seals.count]
      subjects[subject.subject.id] = DecisionInputs.SubjectInputs(
        subjectFileDigest: Fixture.digest("1"),
        manifestDigest: index == 2 ? "" : Fixture.digest("2"),
        sealDigest: seal == .absent ? "" : Fixture.digest("3"),
        seal: seal,
        attestations: [
          .init(
            id: Fixture.hostile[0],
            path: "attestations/a b.json",
            digest: Fixture.digest("4"),
            key: index == 0 ? "team-a" : nil
          )
        ]
      )
    }
    return DecisionInputs(requestedTier: .production, subjects: subjects)
  }
}
