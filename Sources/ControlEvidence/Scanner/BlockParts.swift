import ControlModel
import Synchronization

/// The blocks of a file that is held, as several threads read them.
final class BlockParts: Sendable {
  private let parts = Mutex<[(ordinal: Int, blocks: [RecordBlock])]>([])

  /// Keeps the blocks of a batch.
  func add(_ batch: RecordBatch) {
    if batch.blocks.isEmpty { return }
    parts.withLock { $0.append((batch.ordinal, batch.blocks)) }
  }

  /// Keeps the blocks of a window.
  func add(_ blocks: [RecordBlock], ordinal: Int) {
    if blocks.isEmpty { return }
    parts.withLock { $0.append((ordinal, blocks)) }
  }

  /// A copy of rows that holds its own texts.
  static func held(_ block: RecordBlock) -> RecordBlock {
    var builder = RecordBlockBuilder(block.layout)
    for index in 0..<block.rowCount {
      builder.append(RecordRow(block: block, index: Int32(index)))
    }
    return builder.finish()
  }

  /// All rows in the order of the file.
  ///
  /// - Parameters:
  ///   - types: The types there may be.
  ///   - digest: The file's digest.
  /// - Returns: The tables.
  func tables(of types: [any EvidenceRecord.Type], digest: String) -> RecordTables {
    var tables = RecordTables()
    let sorted = parts.withLock { $0.sorted { $0.ordinal < $1.ordinal } }
    for part in sorted {
      for block in part.blocks {
        guard let type = types.first(where: { $0.layout === block.layout }) else { continue }
        tables.append(block.withDigest(digest), of: type)
      }
    }
    return tables
  }
}
