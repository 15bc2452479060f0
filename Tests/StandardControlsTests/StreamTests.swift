import ControlAssessment
import ControlEvidence
import ControlModel
import ControlTesting
import ControlTestingSupport
import Foundation
import StandardControls
import Testing

/// What is judged while it is read, in one piece or in shards, comes out as what is held.
struct StreamTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let subject: String
    let recordType: String
    var testDescription: String { "\(recordType) of \(subject)" }
  }

  static let inventories: [Inventory] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = EvidenceFolder(path: root.appendingPathComponent("evidence").path)
    do {
      return try folder.folders.map { name in
        try BundleLoader().load(EvidenceFolder(path: "\(folder.path)/\(name)"))
      }
    } catch {
      Issue.record("\(error)")
      return []
    }
  }()

  /// Every record type that a control of the suites judges or watches, of every subject.
  static let cases: [Case] = {
    let observed = Set(
      StandardControls.suites.flatMap(\.controls).flatMap { control in
        control.check.members.map { $0.recordType.recordName }
      }
    )
    return inventories.flatMap { inventory in
      inventory.recordTypes.filter { observed.contains($0.recordName) }.map {
        Case(subject: inventory.subject.id, recordType: $0.recordName)
      }
    }
  }()

  /// The plan for a case: all controls where logs are streamed, which others look up; else those
  /// that observe the record type.
  static func plan(_ testCase: Case) -> AssessmentPlan {
    let isLog = ["ToolCall", "AuditEvent", "PolicyDecision"].contains(testCase.recordType)
    let controls = StandardControls.suites.flatMap(\.controls).filter { control in
      isLog || control.check.members.contains { $0.recordType.recordName == testCase.recordType }
    }
    var plan = AssessmentPlan(
      suites: [ControlSuite("Case") { controls }],
      policy: Policy(),
      waivers: [],
      asOf: Instant(rfc3339: "2026-11-20T09:00:00Z") ?? .epoch,
      catalogs: []
    )
    plan.policy.keptFindings = 4
    return plan
  }

  @Test func thereAreCases() {
    #expect(Self.cases.count > 30)
    #expect(Self.cases.contains { $0.recordType == "ToolCall" })
  }

  @Test(arguments: cases)
  func streamedIsAsHeld(_ testCase: Case) async throws {
    let (held, streamed) = try Self.estate(testCase)
    let plan = Self.plan(testCase)
    let expected = try await Self.assess(plan, held, threads: 1)
    for threads in [1, 7] {
      let found = try await Self.assess(plan, streamed, threads: threads)
      #expect(found == expected, "\(threads) threads")
    }
  }

  @Test(arguments: cases)
  func anySplitIsAsTheWhole(_ testCase: Case) async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let (held, streamed) = try Self.estate(testCase)
    let plan = Self.plan(testCase)
    let expected = try await Self.assess(plan, held, threads: 1)
    var shards: [String: ShardedStream] = [:]
    for stream in streamed.streams {
      var results: [ShardResult] = []
      var start = 0
      let size = stream.sizeInBytes ?? 0
      repeat {
        let end = Int.random(in: start...size, using: &generator)
        let range = StreamRange(bytes: start..<max(end, min(start + 1, size)), firstLine: start + 1)
        let result = try Assessment.shard(
          of: stream,
          range: range,
          plan,
          over: streamed,
          threads: 2
        )
        results.append(try Self.travelled(result, plan))
        start = range.bytes.upperBound
      } while start < size
      shards[stream.path] = ShardedStream(digest: "", results: results)
    }
    let merged = await Assessment.assess(
      plan,
      over: [streamed],
      toolVersion: "",
      threads: 2,
      shards: [streamed.subject.id: shards]
    )
    #expect(merged.results.subjects == [expected], "seed \(seed)")
  }

  /// What a stream holds is read once, though many controls judge it and some ask for it by key.
  @Test func longestStreamIsReadOnce() async throws {
    for inventory in Self.inventories {
      guard let type = inventory.recordTypes.first(where: { $0.recordName == "ToolCall" })
      else { continue }
      let testCase = Case(subject: inventory.subject.id, recordType: type.recordName)
      let (_, streamed) = try Self.estate(testCase)
      _ = try await Self.assess(Self.plan(testCase), streamed, threads: 2)
      for stream in streamed.streams.compactMap({ $0 as? MemoryStream }) {
        #expect(stream.readings.value == 1, "\(stream.path)")
      }
    }
  }

  /// A stream that breaks off is no evidence: what was judged of it does not count.
  @Test func brokenStreamReadsAsAnUnreadableFile() async throws {
    let testCase = try #require(Self.cases.first { $0.recordType == "ToolCall" })
    let (held, _) = try Self.estate(testCase)
    let type = try #require(held.recordTypes.first { $0.recordName == testCase.recordType })
    var tables = RecordTables()
    for other in held.recordTypes where other != type {
      for block in held.blocks(other) { tables.append(block, of: other) }
    }
    let paths = RecordBlock.runs(of: held.blocks(type)).map(\.path)
    let files = held.files.map { file in
      var file = file
      if paths.contains(file.path) { file.state = .unreadable }
      return file
    }
    func inventory(_ streams: [any RecordStream]) -> Inventory {
      Inventory(
        subject: held.subject,
        files: streams.isEmpty ? files : held.files,
        records: tables,
        diagnostics: held.diagnostics,
        seal: held.seal,
        streams: streams
      )
    }
    let broken = RecordBlock.runs(of: held.blocks(type)).compactMap { path, runs in
      held.files.first { $0.path == path }.map { BrokenStream(path, type, runs, $0) }
    }
    let expected = try await Self.assess(Self.plan(testCase), inventory([]), threads: 1)
    let found = try await Self.assess(Self.plan(testCase), inventory(broken), threads: 2)
    #expect(found == expected)
  }

  /// The evidence of a case, held; and with the files of its record type as streams.
  static func estate(_ testCase: Case) throws -> (held: Inventory, streamed: Inventory) {
    let held = try #require(inventories.first { $0.subject.id == testCase.subject })
    let type = try #require(held.recordTypes.first { $0.recordName == testCase.recordType })
    var tables = RecordTables()
    for other in held.recordTypes where other != type {
      for block in held.blocks(other) { tables.append(block, of: other) }
    }
    let streams = RecordBlock.runs(of: held.blocks(type)).compactMap { path, runs in
      held.files.first { $0.path == path }.map {
        MemoryStream(
          path: path,
          recordType: type,
          rows: runs,
          known: $0,
          batchSize: 3,
          readings: ReadingCount()
        )
      }
    }
    let paths = Set(streams.map(\.path))
    let streamed = Inventory(
      subject: held.subject,
      files: held.files.map { file in
        var file = file
        if paths.contains(file.path) { file.recordCount = 0 }
        return file
      },
      records: tables,
      diagnostics: held.diagnostics,
      seal: held.seal,
      streams: streams
    )
    return (held, streamed)
  }

  static func assess(
    _ plan: AssessmentPlan,
    _ inventory: Inventory,
    threads: Int
  ) async throws -> SubjectResult {
    let assessed = await Assessment.assess(
      plan,
      over: [inventory],
      toolVersion: "",
      threads: threads
    )
    return try #require(assessed.results.subjects.first)
  }

  /// A result that went through JSON.
  static func travelled(_ result: ShardResult, _ plan: AssessmentPlan) throws -> ShardResult {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(Coded(result: result))
    return try JSONDecoder().decode(Coded.self, from: bytes, configuration: plan.controls).result
  }
}

/// A result of the tests' plan as it travels.
private struct Coded: Encodable, DecodableWithConfiguration {
  let result: ShardResult

  init(result: ShardResult) { self.result = result }

  func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder, kept: 4, subject: "")
  }

  init(from decoder: any Decoder, configuration controls: [Control]) throws {
    result = try ShardResult(from: decoder, of: controls)
  }
}

/// A stream that hands out its records and then breaks off.
private struct BrokenStream: RecordStream {
  let whole: MemoryStream
  var path: String { whole.path }
  var kind: EvidenceKind { whole.kind }
  var recordTypes: [any EvidenceRecord.Type] { whole.recordTypes }
  var sizeInBytes: Int? { whole.sizeInBytes }
  var isSplittable: Bool { false }

  init(
    _ path: String,
    _ type: any EvidenceRecord.Type,
    _ runs: [RowRun],
    _ file: EvidenceFile
  ) {
    whole = MemoryStream(
      path: path,
      recordType: type,
      rows: runs,
      known: file,
      batchSize: 2,
      readings: ReadingCount()
    )
  }

  private var problem: Diagnostic {
    Diagnostic(
      .evidenceUnreadable,
      at: Locator(path: path),
      found: "an end",
      needed: "all",
      remedy: "mend"
    )
  }

  func read(
    threads: Int,
    range: StreamRange?,
    body: @Sendable (RecordBatch, Int) -> Bool
  ) throws(Diagnostic) -> StreamSummary {
    _ = try whole.read(threads: threads, range: range, body: body)
    throw problem
  }

  func load(threads: Int) throws(Diagnostic) -> (tables: RecordTables, summary: StreamSummary) {
    throw problem
  }

  func file(_ file: EvidenceFile, after summary: StreamSummary) -> EvidenceFile {
    whole.file(file, after: summary)
  }
}
