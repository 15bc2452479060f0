import ControlModel
import Foundation
import Synchronization
import Testing

@testable import ControlEvidence

/// Lines of a log.
enum Line {
  /// A tool call that any reader accepts.
  static func good(_ id: String, extra: String = "") -> String {
    #"{"id":"\#(id)","traceID":"t","spanID":"s","run":"r","agent":"a","tool":"x","action":"y","#
      + #""result":"ok","startedAt":"2026-01-31T00:00:00Z"\#(extra)}"#
  }
}

/// Random files of lines.
struct RandomLines {
  var rows: RandomRow

  init(seed: UInt64) { rows = RandomRow(seed: seed, trouble: 6) }

  /// A file of rows of a type, with blank and broken lines between them.
  mutating func file(of type: any EvidenceRecord.Type, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<count {
      var row = rows.row(of: type.fields)
      // A byte that is not UTF-8 makes a file read at once unreadable: that is tested apart.
      if String(validating: row, as: UTF8.self) == nil || row.contains(0) { row = [0x7B] }
      bytes += row
      if index == count - 1, rows.random.chance(50) { break }
      bytes += rows.random.one(of: [
        [0x0A], [0x0A], [0x0D, 0x0A], [0x0A, 0x0A], [0x0A, 0x20, 0x0A],
      ])
    }
    return bytes
  }
}

/// The rows of tables as text.
enum RowList {
  /// Each row with its values and its place.
  static func texts(
    _ tables: RecordTables,
    _ types: [any EvidenceRecord.Type],
    digest: String?
  ) -> [String] {
    types.flatMap { type in tables.blocks(type).flatMap { texts($0, type, digest: digest) } }
  }

  static func texts(
    _ block: RecordBlock,
    _ type: any EvidenceRecord.Type,
    digest: String?
  ) -> [String] {
    func text<R: EvidenceRecord>(_ type: R.Type) -> [String] {
      R.views(of: [block]).map { record in
        let place = record.locator
        let values = Mirror(reflecting: record).children.map { "\($0.label ?? "")=\($0.value)" }
          .filter { !$0.hasPrefix("locator=") }
        return "\(R.recordName) \(place) \(digest ?? place.digest) \(values.joined(separator: " "))"
      }
    }
    return text(type)
  }
}

/// A file as it is read at once.
struct WholeFile {
  let rows: [String]
  let rowsWithDigest: [String]
  /// The problems by line.
  let diagnostics: [Diagnostic]
  /// The problems in the order in which they were met.
  let diagnosticsAsMet: [Diagnostic]
  let rejectedCount: Int
  let digest: String

  init(_ bytes: [UInt8], kind: EvidenceKind, name: String = "log.jsonl") throws {
    let sink = try ControlEvidenceTests.read(
      bytes,
      path: name,
      format: "canonical",
      context: EvidenceContext(kinds: [kind])
    )
    let types = try #require(EvidenceKind.all.first { $0.kind == kind }).recordTypes
    rows = RowList.texts(sink.records, types, digest: "")
    rowsWithDigest = RowList.texts(sink.records, types, digest: nil)
    diagnosticsAsMet = sink.diagnostics
    // Read at once, a file's malformed lines come before its malformed records.
    diagnostics = sink.diagnostics.enumerated().sorted { left, right in
      (left.element.locator?.line ?? 0, left.offset) < (
        right.element.locator?.line ?? 0, right.offset
      )
    }.map(\.element)
    rejectedCount = sink.rejectedCount
    digest = Digest.sha256(bytes)
  }
}

/// A file of lines on disk, gone with this value.
final class StreamFile {
  let stream: CanonicalStream
  private let url: URL

  init(_ bytes: [UInt8], kind: EvidenceKind, isPacked: Bool = false) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: url)
    stream = CanonicalStream(
      path: "log.jsonl",
      description: try #require(EvidenceKind.all.first { $0.kind == kind }),
      sizeInBytes: bytes.count,
      location: url.path,
      isPacked: isPacked,
      item: nil
    )
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Reads the file, and lists its rows in order.
  func read(
    threads: Int,
    windowSize: Int,
    range: StreamRange? = nil
  ) throws -> (rows: [String], summary: StreamSummary) {
    var stream = stream
    stream.windowSize = windowSize
    let found = Mutex<[(ordinal: Int, rows: [String])]>([])
    let types = stream.recordTypes
    let summary = try stream.read(threads: threads, range: range) { batch, worker in
      #expect(worker >= 0 && worker < threads)
      let rows = types.flatMap { type in
        batch.blocks.filter { $0.layout === type.layout }
          .flatMap { RowList.texts($0, type, digest: "") }
      }
      found.withLock { $0.append((batch.ordinal, rows)) }
      return true
    }
    let sorted = found.withLock { $0.sorted { $0.ordinal < $1.ordinal } }
    #expect(sorted.map(\.ordinal) == Array(0..<sorted.count))
    return (sorted.flatMap(\.rows), summary)
  }
}
