import ControlModel
import ControlTesting
import Foundation
import StandardControls
import Testing

/// What a control keeps of a log grows with names and not with events.
struct AgenticStateSizeTests {
  static let controls = CatalogueTests.controls.filter {
    ["ASI04-1", "ASI04-3", "ASI06-6", "ASI10-1", "ASI10-2", "ASI10-5"].contains($0.description.id)
  }

  @Test(arguments: controls)
  func stateIsTheSameForMoreEventsOfTheSameNames(_ control: Control) throws {
    let few = try Self.encodedState(of: control, after: 20)
    let many = try Self.encodedState(of: control, after: 2_000)
    #expect(few > 2, "\(control.description.id) keeps nothing, and so shows nothing")
    // Counts and times may have more digits.
    #expect(many <= few + 40, "\(control.description.id): \(few) bytes, then \(many)")
  }

  /// The bytes of what a control has gathered, from events of one known agent and one unknown.
  private static func encodedState(of control: Control, after count: Int) throws -> Int {
    var tables = RecordTables()
    tables.append(
      Agent(
        id: "triage",
        name: "Triage",
        version: "1",
        tools: ["get_claim"],
        autonomyClass: .assistive,
        status: .enabled,
        basis: .configured,
        approvedAt: .at(.epoch),
        retiredAt: .never
      )
    )
    tables.append(
      Tool(
        id: "get_claim",
        server: "claims",
        name: "get_claim",
        version: "1",
        pinned: true,
        transport: .stdio,
        destructive: .no,
        consent: .always,
        status: .enabled,
        basis: .configured,
        approvedAt: .at(.epoch),
        reviewedAt: .never
      )
    )
    for number in 0..<count {
      let instant = Instant.epoch.advanced(by: .seconds(number))
      tables.append(
        ToolCall(
          id: "call-\(number)",
          traceID: "trace",
          spanID: "span-\(number)",
          run: "run-1",
          agent: number.isMultiple(of: 2) ? "triage" : "shadow",
          tool: number.isMultiple(of: 4) ? "get_claim" : "shell",
          toolVersion: "2",
          action: "call",
          result: .ok,
          startedAt: instant
        )
      )
      tables.append(
        MemoryWrite(
          id: "write-\(number)",
          run: "run-1",
          agent: "triage",
          store: "notes",
          entry: "entry-\(number)",
          origin: "web",
          verified: .yes,
          writtenAt: instant,
          expiresAt: .never
        )
      )
    }
    let scope = Scope(
      inventory: Inventory(
        subject: Subject(id: "s", name: "S", kind: .agentSystem, tier: .production, owner: "o"),
        files: [],
        records: tables
      ),
      tier: .production,
      asOf: Instant.epoch.advanced(by: .days(1)),
      policy: Policy()
    )
    let rule = TallyRule(subject: "s", kept: 3)
    let context = PassContext(scope: scope, rule: rule)
    var partial = control.check.partial()
    for member in control.check.members {
      for block in scope.blocks(member.recordType) {
        member.observe(PassBatch(block, rows: 0..<block.rowCount), context, &partial)
      }
    }
    let state = try #require(partial.state)
    return try JSONEncoder().encode(state).count
  }
}
