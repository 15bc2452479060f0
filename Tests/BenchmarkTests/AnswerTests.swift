import BenchmarkControls
import BenchmarkWorkloads
import ControlsCommand
import Foundation
import Testing

/// What the generators put in is what the controls find, record by record.
struct AnswerTests {
  static let identities = Workload(.identities, size: 600, seed: 7, faultFactor: 10)
  static let calls = Workload(.calls, size: 1000, seed: 7, faultFactor: 20)
  static let broken = Workload(
    .calls,
    size: 4000,
    seed: 3,
    hasBrokenLines: true,
    faultFactor: 2
  )

  @Test(arguments: [identities, calls])
  func findingsAreTheOnesThatWerePutInEachAtItsLine(_ workload: Workload) async throws {
    let measured = try await Measured(workload)
    defer { measured.remove() }
    for (control, count) in measured.answers.counts {
      #expect(count > 0, "\(control) has nothing to find: the workload proves nothing")
    }
    #expect(measured.counts == measured.answers.counts)
    #expect(measured.keys == measured.wantedKeys)
    #expect(measured.controls.allSatisfy { $0["outcome"] as? String == "fail" })
    #expect(measured.exitCode == .deny)
    let found = try measured.findingsWithLines()
    #expect(!found.isEmpty)
    for (finding, line) in found {
      let key = try #require(finding["record"] as? String)
      #expect(line.contains("\"id\":\"\(key)\"") || line.contains("\"id\": \"\(key)\""))
    }
  }

  @Test func brokenLinesAreCountedLocatedAndHeldAgainstTheirControls() async throws {
    let measured = try await Measured(Self.broken)
    defer { measured.remove() }
    #expect(measured.answers.brokenLines.count > 2)
    #expect(measured.counts == measured.answers.counts)
    #expect(measured.keys == measured.wantedKeys)
    #expect(measured.controls.allSatisfy { $0["outcome"] as? String == "error" })
    #expect(measured.exitCode == .deny)
    let count = measured.answers.brokenLines.count
    let reason = "\(count) records of logs/agent-trace.jsonl cannot be read"
    for control in measured.controls {
      #expect((control["reasons"] as? [String])?.contains(reason) == true)
    }
    let files = try #require(measured.subject["evidence"] as? [[String: Any]])
    let trace = try #require(
      files.first { $0["path"] as? String == "logs/agent-trace.jsonl" }
    )
    let diagnostics = try #require(trace["diagnostics"] as? [[String: Any]])
    let lines = diagnostics.compactMap { ($0["locator"] as? [String: Any])?["line"] as? Int }
    #expect(Set(lines) == Set(measured.answers.brokenLines))
  }
}
