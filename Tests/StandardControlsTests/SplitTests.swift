import ControlAssessment
import ControlEvidence
import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// However the records are cut into batches, and over however many threads they are spread, the
/// same comes out: of every control, on its fixtures and on the sample estate.
struct SplitTests {
  static let controls = StandardControls.suites.flatMap(\.controls)

  @Test(arguments: FixtureTests.fixtures)
  func batchesDoNotShow(_ fixture: ControlFixture) async throws {
    let (plan, inventory) = try fixture.prepared(in: StandardControls.suites)
    let whole = await Self.run(plan, inventory, threads: 1, batchSize: 1_000_000)
    for (threads, size) in [(1, 1), (7, 2)] {
      let split = await Self.run(plan, inventory, threads: threads, batchSize: size)
      #expect(split == whole, "\(fixture.testDescription) in batches of \(size)")
    }
  }

  /// A partial that went through JSON merges like one that stayed.
  @Test(arguments: FixtureTests.fixtures)
  func partialsTravel(_ fixture: ControlFixture) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let control = try #require(Self.controls.first { $0.description.id == fixture.control })
    let (plan, inventory) = try fixture.prepared(in: StandardControls.suites)
    let scope = Scope(
      inventory: inventory,
      tier: fixture.tier,
      asOf: plan.asOf,
      policy: plan.policy
    )
    let rule = TallyRule(subject: "subject", kept: 3)
    let context = PassContext(scope: scope, rule: rule)
    let whole = control.check.run(context).partial
    var merged = control.check.partial()
    for member in control.check.members {
      for shard in member.randomShards(context, of: control.check, using: &generator) {
        let bytes = try JSONEncoder.stable.encode(CodedPartial(shard, rule))
        let again = try JSONEncoder.stable.encode(CodedPartial(shard, rule))
        #expect(bytes == again, "one partial has two encodings")
        let decoded = try JSONDecoder()
          .decode(DecodedPartial.self, from: bytes, configuration: control.check)
        control.check.merge(decoded.partial, into: &merged, rule)
      }
    }
    control.check.finish(&merged, context)
    #expect(merged.judged == whole.judged, "seed \(seed)")
    #expect(merged.deviations.settled(rule) == whole.deviations.settled(rule), "seed \(seed)")
    #expect(merged.unjudged == whole.unjudged, "seed \(seed)")
  }

  @Test func threadsDoNotShowInTheEstate() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = EvidenceFolder(path: root.appendingPathComponent("evidence").path)
    let inventories = try folder.folders.map { name in
      try BundleLoader().load(EvidenceFolder(path: "\(folder.path)/\(name)"))
    }
    #expect(inventories.count > 1)
    let plan = AssessmentPlan(
      suites: StandardControls.suites,
      policy: Policy(),
      waivers: [],
      asOf: try #require(Instant(rfc3339: "2026-11-20T09:00:00Z")),
      catalogs: []
    )
    for inventory in inventories {
      let whole = await Self.run(plan, inventory, threads: 1, batchSize: 1_000_000)
      for (threads, size) in [(1, 7), (7, 5)] {
        let split = await Self.run(plan, inventory, threads: threads, batchSize: size)
        #expect(split == whole, "\(inventory.subject.id), \(threads) threads, batches of \(size)")
      }
    }
  }

  static func run(
    _ plan: AssessmentPlan,
    _ inventory: Inventory,
    threads: Int,
    batchSize: Int
  ) async -> [ControlResult] {
    await Assessment.assess(
      plan,
      over: [inventory],
      toolVersion: "",
      threads: threads,
      batchSize: batchSize
    ).results.subjects.flatMap(\.controls)
  }
}

/// A partial, read by its check.
private struct DecodedPartial: DecodableWithConfiguration {
  let partial: CheckPartial

  init(from decoder: any Decoder, configuration check: any ErasedCheck) throws {
    partial = try check.decode(from: decoder)
  }
}

extension JSONEncoder {
  /// Writes the same value as the same bytes.
  fileprivate static var stable: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}

extension PassMember {
  /// What the member makes of random stretches of its records.
  fileprivate func randomShards(
    _ context: PassContext,
    of check: any ErasedCheck,
    using generator: inout SeededGenerator
  ) -> [CheckPartial] {
    var shards: [CheckPartial] = []
    for block in context.scope.blocks(recordType) {
      var rest = 0..<block.rowCount
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &generator)
        var partial = check.partial()
        observe(PassBatch(block, rows: rest.prefix(count)), context, &partial)
        shards.append(partial)
        rest = rest.dropFirst(count)
      }
    }
    return shards
  }
}
