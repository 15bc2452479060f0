import Synchronization

extension Inventory {
  /// The evidence with its streams' files as they turned out to be.
  ///
  /// - Parameter summaries: What became known of each stream, by path.
  /// - Returns: The evidence; records and streams are the same.
  package func completed(with summaries: [String: StreamSummary]) -> Inventory {
    var changed = files
    for stream in streams {
      guard let summary = summaries[stream.path],
        let index = changed.firstIndex(where: { $0.path == stream.path })
      else { continue }
      changed[index] = stream.file(changed[index], after: summary)
    }
    return with(files: changed)
  }
}

/// The records of one type of a stream, held because a check asked for them by key.
package struct HeldStream: Sendable {
  /// The records in order; none where the stream cannot be read to its end.
  package let blocks: [RecordBlock]
  /// What became known of the file.
  package let summary: StreamSummary

  /// How many threads fill blocks.
  private static let threads = 4

  fileprivate init(reading stream: any RecordStream, for type: any EvidenceRecord.Type) {
    do throws(Diagnostic) {
      if stream.recordTypes.count == 1 {
        let (tables, summary) = try stream.load(threads: Self.threads)
        blocks = tables.blocks(type)
        self.summary = summary
      } else {
        (blocks, summary) = try Self.rows(of: type, in: stream)
      }
    } catch {
      blocks = []
      summary = StreamSummary(unreadable: error)
    }
  }

  /// Copies the rows of one type: runs are wanted, and not the many calls in the same file.
  private static func rows(
    of type: any EvidenceRecord.Type,
    in stream: any RecordStream
  ) throws(Diagnostic) -> ([RecordBlock], StreamSummary) {
    let copies = Mutex<[Int: RecordBlock]>([:])
    let summary = try stream.read(threads: threads, range: nil) { batch, _ in
      if let block = batch.blocks.first(where: { $0.layout === type.layout }) {
        let copy = RowRun(block: block, rows: 0..<block.rowCount).copied()
        copies.withLock { $0[batch.ordinal] = copy }
      }
      return true
    }
    let blocks = copies.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
    return (blocks.map { $0.withDigest(summary.digest) }, summary)
  }
}

/// The records of an inventory by type, those of streams among them: a stream is read into blocks
/// when somebody first asks for its records.
final class StreamedTables: Sendable {
  private struct Contents: Sendable {
    var held: [Name: HeldStream] = [:]
    var blocks: [ObjectIdentifier: [RecordBlock]] = [:]
  }

  private struct Name: Hashable {
    let path: String
    let type: ObjectIdentifier
  }

  private let streams: [any RecordStream]
  private let tables: RecordTables
  private let contents = Mutex(Contents())

  init(_ streams: [any RecordStream], _ tables: RecordTables) {
    self.streams = streams
    self.tables = tables
  }

  /// The records of a type in a stream, where they are held already; `nil` otherwise.
  func held(_ path: String, _ type: any EvidenceRecord.Type) -> HeldStream? {
    contents.withLock { $0.held[Name(path: path, type: ObjectIdentifier(type))] }
  }

  /// The rows of a type in order of path; streams that are not held yet are read.
  ///
  /// Other threads that ask wait.
  func blocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] {
    let wanted = streams.filter { $0.recordTypes.contains { $0 == type } }
    if wanted.isEmpty { return tables.blocks(type) }
    return contents.withLock { contents in
      if let known = contents.blocks[ObjectIdentifier(type)] { return known }
      var parts: [(path: String, table: RecordTables)] = []
      for (path, runs) in RecordBlock.runs(of: tables.blocks(type)) {
        parts.append((path, RecordTables(runs, of: type)))
      }
      for stream in wanted {
        let name = Name(path: stream.path, type: ObjectIdentifier(type))
        let loaded = contents.held[name] ?? HeldStream(reading: stream, for: type)
        contents.held[name] = loaded
        parts.append((stream.path, RecordTables(loaded.blocks, of: type)))
      }
      var whole = RecordTables()
      for part in parts.sorted(by: { $0.path < $1.path }) { whole.append(contentsOf: part.table) }
      whole.close()
      let blocks = whole.blocks(type)
      contents.blocks[ObjectIdentifier(type)] = blocks
      return blocks
    }
  }
}

extension RecordTables {
  fileprivate init(_ blocks: [RecordBlock], of type: any EvidenceRecord.Type) {
    self.init()
    for block in blocks { append(block, of: type) }
  }

  fileprivate init(_ runs: [RowRun], of type: any EvidenceRecord.Type) {
    self.init()
    for run in runs { append(run.copied(), of: type) }
  }
}

/// Rows of one block that come from one file.
package struct RowRun: Sendable {
  /// The block.
  package let block: RecordBlock
  /// The rows.
  package let rows: Range<Int>

  /// Names rows of a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - rows: The rows.
  package init(block: RecordBlock, rows: Range<Int>) {
    self.block = block
    self.rows = rows
  }

  /// The rows in a block of their own.
  fileprivate func copied() -> RecordBlock {
    var builder = RecordBlockBuilder(block.layout)
    for index in rows { builder.append(RecordRow(block: block, index: Int32(index))) }
    return builder.finish()
  }
}

extension RecordBlock {
  /// The stretches of rows that come from one file, in order of path; within a file in order.
  ///
  /// - Parameter blocks: The blocks.
  /// - Returns: The paths with their stretches.
  package static func runs(
    of blocks: [RecordBlock]
  ) -> [(path: String, runs: [RowRun])] {
    var runs: [String: [RowRun]] = [:]
    for block in blocks {
      var start = 0
      while start < block.rowCount {
        let path = block.locator(start).path
        var end = start + 1
        while end < block.rowCount, block.locator(end).path == path { end += 1 }
        runs[path, default: []].append(RowRun(block: block, rows: start..<end))
        start = end
      }
    }
    return runs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
