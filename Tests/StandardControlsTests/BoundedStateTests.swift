import ControlAssessment
import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// What a control remembers of a log grows with the ids in it, and not with its length.
struct BoundedStateTests {
  /// A control, and the log that it reads.
  struct Reading: Sendable, CustomTestStringConvertible {
    let control: String
    let recordType: String

    var testDescription: String { "\(control) over \(recordType)" }
  }

  static let readings: [Reading] = [
    ("AUD-1", "ToolCall"), ("AUD-1", "AuditEvent"), ("AUD-5", "AuditEvent"),
    ("AUD-5", "AdminChange"), ("TEN-2", "AuditEvent"), ("TEN-2", "AdminChange"),
    ("TEN-4", "AuditEvent"), ("TEN-6", "ToolCall"), ("TEN-6", "AdminChange"),
    ("DAT-4", "Flow"), ("DAT-5", "AuditEvent"), ("RSP-5", "RiskMeasure"),
  ].map { Reading(control: $0.0, recordType: $0.1) }

  @Test(arguments: readings)
  func isAsLargeForALongLog(_ reading: Reading) throws {
    let fixture = try #require(
      FixtureTests.fixtures.first { $0.control == reading.control && $0.outcome == .pass }
    )
    let short = try Self.stateSize(fixture, reading.recordType, copies: 1)
    let long = try Self.stateSize(fixture, reading.recordType, copies: 64)
    // Counters have more digits; nothing else may differ.
    #expect(long - short <= 16, "\(short) bytes for one copy, \(long) for 64")
  }

  /// How many bytes the gathered state takes when it travels, with each record of a type repeated
  /// under other ids.
  private static func stateSize(
    _ fixture: ControlFixture,
    _ recordType: String,
    copies: Int
  ) throws -> Int {
    var longer = fixture
    let values = try #require(fixture.records[recordType])
    longer.records[recordType] = (0..<copies).flatMap { copy in
      values.map { $0.copied(copy) }
    }
    let control = try #require(
      CatalogueTests.controls.first { $0.description.id == fixture.control }
    )
    let (plan, inventory) = try longer.prepared(in: StandardControls.suites)
    let scope = Scope(
      inventory: inventory,
      tier: longer.tier,
      asOf: plan.asOf,
      policy: plan.policy
    )
    let rule = TallyRule(subject: "subject", kept: 3)
    let context = PassContext(scope: scope, rule: rule)
    var partial = control.check.partial()
    for member in control.check.members {
      for block in scope.blocks(member.recordType) {
        member.observe(PassBatch(block, rows: 0..<block.rowCount), context, &partial)
      }
    }
    return try JSONEncoder().encode(CodedPartial(partial, rule)).count
  }
}

extension EvidenceValue {
  /// The record with another id, as long as the first one's.
  fileprivate func copied(_ copy: Int) -> EvidenceValue {
    if copy == 0 { return self }
    let members = (members ?? []).map { member in
      guard member.name == "id", let id = member.value.string else { return member }
      return Member(name: "id", value: EvidenceValue(.string("\(id)-\(copy)")))
    }
    return EvidenceValue(.object(members), line: line)
  }
}
