import ControlAssessment
import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// What a control keeps of a log grows with what is different in it, never with its length.
struct StateSizeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let control: String
    /// The record type that is repeated.
    let log: String
    var testDescription: String { "\(control), \(log)" }
  }

  static let cases = [
    Case(control: "JIT-1", log: "ToolCall"),
    Case(control: "JIT-2", log: "ToolCall"),
    Case(control: "JIT-3", log: "PolicyDecision"),
    Case(control: "JIT-6", log: "PolicyDecision"),
    Case(control: "JIT-6", log: "ToolCall"),
    Case(control: "WID-2", log: "Issuance"),
    Case(control: "WID-4", log: "AuditEvent"),
    Case(control: "LIF-1", log: "ToolCall"),
    Case(control: "LIF-4", log: "ToolCall"),
    Case(control: "LIF-4", log: "AuditEvent"),
    Case(control: "REV-5", log: "AuditEvent"),
    Case(control: "REV-6", log: "ToolCall"),
    Case(control: "REV-7", log: "Issuance"),
    Case(control: "CHG-2", log: "ToolCall"),
    Case(control: "CHG-5", log: "PolicyDecision"),
  ]

  @Test(arguments: cases)
  func stateDoesNotGrowWithTheLog(_ testCase: Case) throws {
    let fixture = try #require(
      FixtureTests.fixtures.first {
        $0.control == testCase.control && $0.outcome == .pass
          && $0.records[testCase.log]?.isEmpty == false
      }
    )
    let short = try Self.stateSize(of: fixture, repeating: testCase.log, times: 10)
    let long = try Self.stateSize(of: fixture, repeating: testCase.log, times: 1000)
    // Counts take a few more digits.
    #expect(long - short < 100, "\(short) bytes, then \(long)")
  }

  /// The size of the encoded state, with each record of a type there as often as asked for.
  private static func stateSize(
    of fixture: ControlFixture,
    repeating log: String,
    times: Int
  ) throws -> Int {
    var fixture = fixture
    fixture.records[log] = (fixture.records[log] ?? []).flatMap { record in
      (0..<times).map { copy(of: record, number: $0) }
    }
    let (plan, inventory) = try fixture.prepared(in: StandardControls.suites)
    let control = try #require(
      SplitTests.controls.first { $0.description.id == fixture.control }
    )
    let scope = Scope(
      inventory: inventory,
      tier: fixture.tier,
      asOf: plan.asOf,
      policy: plan.policy
    )
    let rule = TallyRule(subject: "subject", kept: 3)
    let partial = control.check.run(PassContext(scope: scope, rule: rule)).partial
    return try JSONEncoder().encode(CodedPartial(partial, rule)).count
  }

  /// The record with an id of its own; the first keeps its id, which others may name.
  private static func copy(of record: EvidenceValue, number: Int) -> EvidenceValue {
    if number == 0 { return record }
    let members = (record.members ?? []).map { member in
      guard member.name == "id", let id = member.value.string else { return member }
      return EvidenceValue.Member(name: "id", value: EvidenceValue(.string("\(id)-\(number)")))
    }
    return EvidenceValue(.object(members), line: record.line)
  }
}
