import ControlModel
import Synchronization

/// The records of one file as a stream, for tests: a "byte" of it is a record.
struct MemoryStream: RecordStream {
  let path: String
  let recordType: any EvidenceRecord.Type
  let rows: [RowRun]
  /// The file as it stands once it is read.
  let known: EvidenceFile
  let batchSize: Int
  /// How often it was read.
  let readings: ReadingCount

  var count: Int { rows.reduce(0) { $0 + $1.rows.count } }
  var sizeInBytes: Int? { count }
  var isSplittable: Bool { true }
  var kind: EvidenceKind { recordType.kinds[0] }
  /// Another type beside: batches without a record of a type must do no harm.
  var recordTypes: [any EvidenceRecord.Type] { [recordType, Subprocessor.self] }

  func read(
    threads: Int,
    range: StreamRange?,
    body: @Sendable (RecordBatch, Int) -> Bool
  ) throws(Diagnostic) -> StreamSummary {
    readings.add()
    let all = rows.flatMap { run in run.rows.map { (run.block, $0) } }
    let wanted = all[range?.bytes ?? 0..<all.count]
    var batches: [RecordBatch] = []
    var rest = wanted
    while !rest.isEmpty {
      var builder = RecordBlockBuilder(recordType.layout)
      for (block, index) in rest.prefix(batchSize) {
        builder.append(RecordRow(block: block, index: Int32(index)))
      }
      batches.append(
        RecordBatch(
          blocks: [builder.finish()],
          ordinal: batches.count,
          rejectedCount: 0,
          sizeInBytes: batchSize
        )
      )
      rest = rest.dropFirst(batchSize)
    }
    // Batches end in another order than they begin, as they do on several threads.
    for batch in batches.reversed() { _ = body(batch, batch.ordinal % max(1, threads)) }
    return StreamSummary(
      digest: range == nil ? known.digest : "",
      sizeInBytes: wanted.count,
      lineCount: wanted.count,
      recordCount: wanted.count,
      rejectedCount: 0,
      diagnostics: [],
      isComplete: true
    )
  }

  func load(threads: Int) throws(Diagnostic) -> (tables: RecordTables, summary: StreamSummary) {
    let tables = Mutex(RecordTables())
    let type = recordType
    let summary = try read(threads: threads, range: nil) { batch, _ in
      tables.withLock { tables in
        // As they come: in reverse, so that the blocks are put in order by hand.
        var all = RecordTables()
        for block in batch.blocks { all.append(block, of: type) }
        all.append(contentsOf: tables)
        tables = all
      }
      return true
    }
    return (tables.withLock { $0 }, summary)
  }

  func file(_ file: EvidenceFile, after summary: StreamSummary) -> EvidenceFile {
    var file = known
    if !summary.isComplete { file.state = .unreadable }
    return file
  }
}

/// How often a stream was read.
final class ReadingCount: Sendable {
  private let count: Mutex<Int>

  init() { count = Mutex(0) }

  var value: Int { count.withLock { $0 } }
  func add() { count.withLock { $0 += 1 } }
}
