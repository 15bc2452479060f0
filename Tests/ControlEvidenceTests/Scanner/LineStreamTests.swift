import ControlModel
import Foundation
import Synchronization
import Testing

@testable import ControlEvidence

/// A stream yields what the whole file read at once yields, however it is cut and by however many
/// threads.
struct LineStreamTests {
  @Test(arguments: [1, 2, 7])
  func readsWhatTheWholeFileHolds(_ threads: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var lines = RandomLines(seed: seed)
    for round in 0..<6 {
      let bytes = lines.file(of: ToolCall.self, count: 60)
      let whole = try WholeFile(bytes, kind: "agent-trace")
      let file = try StreamFile(bytes, kind: "agent-trace")
      for size in [1 + round, 64, 700, 4096, 1 << 20] {
        let read = try file.read(threads: threads, windowSize: size)
        #expect(read.rows == whole.rows, "seed \(seed), windows of \(size) bytes")
        #expect(read.summary.diagnostics == whole.diagnostics, "seed \(seed), \(size) bytes")
        #expect(read.summary.rejectedCount == whole.rejectedCount)
        #expect(read.summary.recordCount == whole.rows.count)
        #expect(read.summary.digest == whole.digest)
        #expect(read.summary.sizeInBytes == bytes.count)
      }
    }
  }

  @Test func loadsWhatTheWholeFileHolds() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var lines = RandomLines(seed: seed)
    let bytes = lines.file(of: PolicyDecision.self, count: 80)
    let whole = try WholeFile(bytes, kind: "policy-decision-log")
    let file = try StreamFile(bytes, kind: "policy-decision-log")
    for size in [900, 1 << 20] {
      var stream = file.stream
      stream.windowSize = size
      let (tables, summary) = try stream.load(threads: 2)
      #expect(
        RowList.texts(tables, stream.recordTypes, digest: nil) == whole.rowsWithDigest,
        "seed \(seed)"
      )
      #expect(summary.diagnostics == whole.diagnostics, "seed \(seed)")
    }
  }

  @Test func cutsAtEveryByte() throws {
    let bytes = Array(
      (Line.good("a") + "\r\n\n" + Line.good("b", extra: #","task":"é\n\"\\""#) + "\n{\n"
        + Line.good("c") + "\n \t\n" + Line.good("d")).utf8
    )
    let whole = try WholeFile(bytes, kind: "agent-trace")
    #expect(whole.rows.count == 4 && whole.rejectedCount == 1)
    let file = try StreamFile(bytes, kind: "agent-trace")
    for size in 1...bytes.count + 1 {
      let read = try file.read(threads: 2, windowSize: size)
      #expect(read.rows == whole.rows, "windows of \(size) bytes")
      #expect(read.summary.diagnostics == whole.diagnostics, "windows of \(size) bytes")
    }
  }

  @Test func partsJoinToTheWhole() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var lines = RandomLines(seed: seed)
    let bytes = lines.file(of: ToolCall.self, count: 25)
    let file = try StreamFile(bytes, kind: "agent-trace")
    let whole = try file.read(threads: 1, windowSize: 500)
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let cuts = [0, random.below(bytes.count + 1), random.below(bytes.count + 1), bytes.count + 9]
        .sorted()
      var rows: [String] = []
      var lineCount = 0
      var rejected = 0
      for (start, end) in zip(cuts, cuts.dropFirst()) {
        let part = try file.read(
          threads: 2,
          windowSize: 300,
          range: StreamRange(bytes: start..<end, firstLine: lineCount + 1)
        )
        rows += part.rows
        lineCount += part.summary.lineCount
        rejected += part.summary.rejectedCount
        #expect(part.summary.digest.isEmpty)
      }
      #expect(rows == whole.rows, "seed \(seed), cut at \(cuts)")
      #expect(lineCount == whole.summary.lineCount, "seed \(seed), cut at \(cuts)")
      #expect(rejected == whole.summary.rejectedCount, "seed \(seed), cut at \(cuts)")
    }
  }

  @Test func unpacksOnTheWay() throws {
    var lines = RandomLines(seed: 7)
    let text = lines.file(of: ToolCall.self, count: 50)
    let whole = try WholeFile(text, kind: "agent-trace")
    let half = text.count / 2
    let packed = Packing.gzip(Array(text[..<half])) + Packing.gzip(Array(text[half...]))
    let file = try StreamFile(packed, kind: "agent-trace", isPacked: true)
    for size in [100, 5000] {
      let read = try file.read(threads: 2, windowSize: size)
      #expect(read.rows == whole.rows)
      #expect(read.summary.digest == Digest.sha256(packed))
      #expect(read.summary.sizeInBytes == packed.count)
    }
    #expect(
      problem { () throws(Diagnostic) in
        _ = try file.stream.read(threads: 1, range: StreamRange(bytes: 0..<9, firstLine: 1)) {
          _,
          _ in true
        }
      }?.code == .evidencePacked
    )
    let cut = try StreamFile(Array(packed.dropLast(9)), kind: "agent-trace", isPacked: true)
    #expect(
      problem { () throws(Diagnostic) in
        _ = try cut.stream.read(threads: 2, range: nil) { _, _ in true }
      }?.code == .evidencePacked
    )
  }

  @Test func measuresLinesThatAreTooLong() throws {
    let long = String(repeating: "x", count: Limits.maximumLineLengthInBytes)
    let text = Line.good("a") + "\n\"" + long + "\"\n" + Line.good("b") + "\n\"" + long + "y"
    let file = try StreamFile(Array(text.utf8), kind: "agent-trace")
    for size in [1 << 16, 1 << 26] {
      let read = try file.read(threads: 2, windowSize: size)
      #expect(read.rows.count == 2)
      #expect(
        read.summary.diagnostics.map(\.found)
          == Array(
            repeating: "a line of \(long.utf8.count + 2) bytes",
            count: 2
          )
      )
      #expect(read.summary.diagnostics.map { $0.locator?.line } == [2, 4])
      #expect(read.summary.lineCount == 4)
      #expect(read.summary.digest == Digest.sha256(Array(text.utf8)))
    }
  }

  @Test func aLineThatIsNotTextIsOneLine() throws {
    let bytes =
      Array(Line.good("a").utf8) + [0x0A, 0x22, 0xFF, 0x22, 0x0A, 0x00, 0x0A]
      + Array(Line.good("b").utf8)
    let read = try StreamFile(bytes, kind: "agent-trace").read(threads: 1, windowSize: 99)
    #expect(read.rows.count == 2)
    #expect(read.summary.diagnostics.map(\.code) == [.evidenceEncoding, .evidenceEncoding])
    #expect(
      read.summary.diagnostics.map(\.found) == ["a byte that is not UTF-8", "a zero byte"]
    )
  }

  @Test func refusesWhatIsNoText() throws {
    for (bytes, code) in [
      ([0xFF, 0xFE, 0x7B, 0x00] as [UInt8], Diagnostic.Code.evidenceEncoding),
      ([0x50, 0x4B, 0x03, 0x04], .evidenceEncoding), ([], .evidenceMalformed),
      ([0x20, 0x0A, 0x0A], .evidenceMalformed),
    ] {
      let file = try StreamFile(bytes, kind: "agent-trace")
      let found = problem { () throws(Diagnostic) in
        _ = try file.stream.read(threads: 2, range: nil) { _, _ in true }
      }
      #expect(found?.code == code)
    }
    let marked = [0xEF, 0xBB, 0xBF] + Array(Line.good("a").utf8)
    let read = try StreamFile(marked, kind: "agent-trace").read(threads: 2, windowSize: 8)
    #expect(read.rows.count == 1 && read.summary.rejectedCount == 0)
  }

  @Test func readsEachTypeOfTheKind() throws {
    let run = #"{"record":"AgentRun","id":"r1","agent":"a","startedAt":"2026-01-31T00:00:00Z"}"#
    let text = [Line.good("a"), run, Line.good("b"), #"{"record":"Nothing"}"#, run].joined(
      separator: "\n"
    )
    let whole = try WholeFile(Array(text.utf8), kind: "agent-trace")
    let read = try StreamFile(Array(text.utf8), kind: "agent-trace")
      .read(threads: 1, windowSize: 1000)
    #expect(read.rows.sorted() == whole.rows.sorted())
    #expect(read.summary.diagnostics == whole.diagnostics)
  }

  @Test func stopsWhenTold() throws {
    let text = (0..<2000).map { Line.good("c\($0)") }.joined(separator: "\n")
    let file = try StreamFile(Array(text.utf8), kind: "agent-trace")
    var stream = file.stream
    stream.windowSize = 1000
    let summary = try stream.read(threads: 2, range: nil) { batch, _ in batch.ordinal < 5 }
    #expect(!summary.isComplete)
    #expect(summary.digest.isEmpty)
    #expect(summary.recordCount < 2000)
  }

  @Test func recordsThatAreKeptStayAsTheyAre() throws {
    let text = (0..<3000).map { Line.good("c\($0)") }.joined(separator: "\n")
    let file = try StreamFile(Array(text.utf8), kind: "agent-trace")
    var stream = file.stream
    stream.windowSize = 2000
    let kept = Mutex<[ToolCall]>([])
    _ = try stream.read(threads: 3, range: nil) { batch, _ in
      for call in batch.blocks.flatMap({ ToolCall.views(of: [$0]) }) where call.id.hasSuffix("7") {
        kept.withLock { $0.append(call) }
      }
      return true
    }
    let ids = kept.withLock { $0.map(\.id) }
    #expect(Set(ids) == Set((0..<3000).map { "c\($0)" }.filter { $0.hasSuffix("7") }))
  }
}
