import ControlTesting
import Testing

struct ExpectTests {
  /// The deviation that a body throws, or `nil`.
  static func deviation(_ body: () throws -> Void) -> Deviation? {
    do {
      try body()
      return nil
    } catch {
      return error as? Deviation
    }
  }

  @Test func valuesThatHoldThrowNothing() throws {
    let noon = try #require(Instant(rfc3339: "2026-06-30T12:00:00Z"))
    try expect("age", Duration.days(90), .atMost(.days(90)))
    try expect("count", 3, .atLeast(3))
    try expect("owner", "team", .present)
    try expect("owner", "team", .equal("team"))
    try expect("owner", "team", .notEqual("crew"))
    try expect("status", "on", .oneOf(["on", "off"]))
    try expect("status", "on", .noneOf(["gone"]))
    try expect("scopes", ["a"], .subset(of: ["a", "b"]))
    try expect("scopes", ["a", "b"], .contains("a"))
    try expect("scopes", [String](), .empty)
    try expect("scopes", ["a"], .notEmpty)
    try expect("expiry", Moment.at(noon), .present)
    try expect("expiry", Moment.at(noon), .after(noon.advanced(by: .seconds(-1))))
    try expect("used", noon, .before(noon.advanced(by: .seconds(1))))
  }

  @Test func limitsAreInclusiveAndOneSecondMoreIsNot() {
    let over = Self.deviation {
      try expect("age", Duration.days(90) + .seconds(1), .atMost(.days(90)))
    }
    #expect(over == Deviation("age", expected: "at most 90 days", observed: "90 days 1 second"))
  }

  @Test func whatIsNotRecordedNeverHolds() {
    let absent: Duration? = nil
    #expect(
      Self.deviation { try expect("age", absent, .atMost(.days(90))) }
        == Deviation("age", expected: "at most 90 days", observed: "not recorded")
    )
    #expect(
      Self.deviation { try expect("expiry", Moment.never, .present) }
        == Deviation("expiry", expected: "present", observed: "never")
    )
    #expect(
      Self.deviation { try expect("expiry", Moment.notRecorded, .present) }?.observed
        == "not recorded"
    )
    let nobody: String? = nil
    #expect(Self.deviation { try expect("owner", nobody, .noneOf(["root"])) } != nil)
  }

  @Test func wordsNameTheValues() {
    #expect(
      Self.deviation { try expect("scopes", ["a", "c"], .subset(of: ["a", "b"])) }
        == Deviation("scopes", expected: "only out of a, b", observed: "a, c")
    )
    #expect(
      Self.deviation { try expect("status", Identity.Status.enabled, .equal(.disabled)) }
        == Deviation("status", expected: "equal to disabled", observed: "enabled")
    )
    #expect(
      Self.deviation { try expect("method", "password", .oneOf([])) }
        == Deviation("method", expected: "one of (none)", observed: "password")
    )
    #expect(
      Self.deviation { try expect("bound", false, .equal(true)) }
        == Deviation("bound", expected: "equal to true", observed: "false")
    )
  }
}

struct ControlSuiteTests {
  @Test func controlsTakeWhatTheirSuiteSays() throws {
    let limit = PolicyParameter("limit", .integer(3), unit: "hops", "A limit.")
    let suite = ControlSuite(
      "Suite",
      .satisfies(.nhi(7)),
      .severity(.high),
      .appliesTo(.vendor),
      .blocks(from: .pilot)
    ) {
      Control("A-1", "First", .remedy("mend"), .supports(.csf("PR.AA-01"), .nhi(7))) {
        (_: Credential, _) in
      }
      Control(
        "A-2",
        "Second",
        .severity(.critical),
        .limits(limit),
        .needs(.nhiInventory),
        .hardGate
      ) {
        (_: AuditEvent, _) in
      }
    }
    let first = try #require(suite.controls.first).description
    #expect(first.suite == "Suite")
    #expect(first.severity == .high)
    #expect(first.blocksFrom == .pilot)
    #expect(first.satisfies == [.nhi(7)])
    #expect(first.supports == [.csf("PR.AA-01")], "what is satisfied is not supported as well")
    #expect(first.subjectKinds == [.vendor])
    #expect(first.population == "Credential")
    #expect(first.needs == [EvidenceNeed(anyOf: [.iamCredentialReport])])
    #expect(first.source.hasPrefix("ControlTestingTests/ExpectTests.swift:"))
    let second = suite.controls[1].description
    #expect(second.severity == .critical)
    #expect(second.isHardGate)
    #expect(second.parameters == ["limit"])
    #expect(
      second.needs == [
        EvidenceNeed(anyOf: [.auditLog, .dataAccessLog]), EvidenceNeed(anyOf: [.nhiInventory]),
      ]
    )
  }
}
