import BenchmarkControls
import BenchmarkWorkloads
import ControlAssessment
import ControlEvidence
import ControlModel
import Foundation
import Testing

/// What comes of a workload does not depend on how the work is split.
struct ThreadTests {
  static let asOf = Instant(rfc3339: "2026-11-20T09:00:00Z")

  @Test(arguments: [AnswerTests.identities, AnswerTests.calls, AnswerTests.broken])
  func resultsAreEqualForOneTwoAndSevenThreads(_ workload: Workload) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("threads-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try workload.write(to: folder)
    let name = workload.family.rawValue
    let evidence = EvidenceFolder(path: folder.appendingPathComponent("evidence/\(name)").path)
    let inventory = try BundleLoader().load(evidence)
    let plan = AssessmentPlan(
      suites: BenchmarkControls.suites,
      policy: Policy(),
      waivers: [],
      asOf: try #require(Self.asOf),
      catalogs: []
    )
    let one = await Self.results(plan, inventory, threads: 1, batchSize: nil)
    let findings = one.subjects.flatMap(\.controls).reduce(0) { $0 + $1.findingCount }
    #expect(findings > 0)
    for (threads, batchSize) in [(1, 33), (2, 100), (7, 10), (7, 1)] {
      let other = await Self.results(plan, inventory, threads: threads, batchSize: batchSize)
      #expect(other == one, "\(threads) threads, batches of \(batchSize)")
    }
  }

  private static func results(
    _ plan: AssessmentPlan,
    _ inventory: Inventory,
    threads: Int,
    batchSize: Int?
  ) async -> AssessmentResults {
    await Assessment.assess(
      plan,
      over: [inventory],
      toolVersion: "test",
      threads: threads,
      batchSize: batchSize
    ).results
  }
}
