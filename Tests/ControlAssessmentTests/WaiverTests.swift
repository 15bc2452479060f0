import ControlAssessment
import ControlModel
import ControlTesting
import Testing

/// A waiver must be narrow, owned, approved by another and alive, or it excuses nothing.
struct WaiverTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout Waiver) -> Void
    let problem: WaiverFinding.Problem?

    init(
      _ name: String,
      _ problem: WaiverFinding.Problem?,
      _ change: @escaping @Sendable (inout Waiver) -> Void
    ) {
      testDescription = name
      self.change = change
      self.problem = problem
    }
  }

  static let cases = [
    Case("active and narrow", nil, { _ in }),
    Case(
      "expires a second after as-of",
      nil,
      { $0.expiresAt = Synthetic.asOf.advanced(by: .seconds(1)) }
    ),
    Case("expires at as-of", .expired, { $0.expiresAt = Synthetic.asOf }),
    Case("starts at as-of", nil, { $0.startsAt = Synthetic.asOf }),
    Case(
      "starts a second later",
      .notStarted,
      { $0.startsAt = Synthetic.asOf.advanced(by: .seconds(1)) }
    ),
    Case("owner approved it", .selfApproved, { $0.approver = $0.owner }),
    Case("names no record", .tooBroad, { $0.records = [] }),
    Case("names 26 records", .tooBroad, { $0.records = ["bad"] + (1..<26).map { "r\($0)" } }),
    Case("names 25 records", nil, { $0.records = ["bad"] + (1..<25).map { "r\($0)" } }),
    Case("runs for 90 days", nil, { $0.expiresAt = $0.startsAt.advanced(by: .days(90)) }),
    Case(
      "runs for 90 days and a second",
      .tooLong,
      {
        $0.expiresAt = $0.startsAt.advanced(by: .days(90) + .seconds(1))
      }
    ),
    Case("names an unknown control", .unknownTarget, { $0.control = "S-99" }),
  ]

  @Test(arguments: cases)
  func excusesOnlyWhereItIsSound(_ testCase: Case) async throws {
    let waiver = Synthetic.waiver(["bad"], testCase.change)
    let result = try await Synthetic.assess(Synthetic.inventory(["a", "bad"]), waivers: [waiver])
    let control = try #require(result.controls.first)
    if let problem = testCase.problem {
      #expect(control.outcome == .fail)
      #expect(result.decision == .deny)
      #expect(result.waiverFindings.map(\.problem) == [problem])
    } else {
      #expect(control.outcome == .waived)
      #expect(control.findings.first?.waiver == "W-1")
      #expect(result.decision == .approve)
      #expect(result.waiverFindings.isEmpty)
    }
  }

  @Test func coversOnlyTheRecordsItNames() async throws {
    let result = try await Synthetic.assess(
      Synthetic.inventory(["bad-1", "bad-2"]),
      waivers: [Synthetic.waiver(["bad-1"])]
    )
    let control = try #require(result.controls.first)
    #expect(control.outcome == .fail)
    #expect(control.findingCount == 2)
    #expect(control.waivedCount == 1)
    #expect(control.failedCount == 1)
  }

  @Test func neverMakesAPass() async throws {
    let result = try await Synthetic.assess(
      Synthetic.inventory(["bad"]),
      waivers: [Synthetic.waiver(["bad"])]
    )
    #expect(result.controls.first?.outcome == .waived)
  }

  @Test func thatExcusesNothingIsAFinding() async throws {
    let result = try await Synthetic.assess(
      Synthetic.inventory(["a"]),
      waivers: [Synthetic.waiver(["bad"])]
    )
    #expect(result.waiverFindings.map(\.problem) == [.unused])
    #expect(result.decision == .approve)
  }

  @Test func ofAnotherSubjectDoesNotCover() async throws {
    let other = Synthetic.waiver(["bad"]) { $0.subject = "other" }
    let result = try await Synthetic.assess(Synthetic.inventory(["bad"]), waivers: [other])
    #expect(result.controls.first?.outcome == .fail)
    #expect(result.waiverFindings.isEmpty)
  }

  @Test func hardGateCannotBeWaived() async throws {
    let gate = Control("S-1", "Closed", .hardGate, .blocks(from: .pilot), .remedy("x")) {
      (credential: Credential, _) in
      if credential.id == "bad" { throw Deviation("x", expected: "y", observed: "z") }
    }
    let result = try await Synthetic.assess(
      Synthetic.inventory(["bad"]),
      suites: Synthetic.suite(gate),
      waivers: [Synthetic.waiver(["bad"])]
    )
    #expect(result.controls.first?.outcome == .fail)
    #expect(result.decision == .deny)
    #expect(result.reasons.first?.rule == .hardGateFailed)
    #expect(result.waiverFindings.map(\.problem) == [.hardGate])
  }
}
