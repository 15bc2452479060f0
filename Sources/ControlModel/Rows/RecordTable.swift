/// The records of one type: blocks of rows, the last of which can still grow.
struct RecordTable: Sendable {
  /// A block of fewer rows than this is copied rather than kept beside others.
  static let smallBlock = 1024
  /// A block that grows is closed at so many rows, so that growing never copies much.
  static let largeBlock = 1 << 16

  let type: any EvidenceRecord.Type
  private(set) var blocks: [RecordBlock] = []
  private(set) var count = 0
  private let layout: RecordLayout

  init(_ type: any EvidenceRecord.Type) {
    self.type = type
    layout = type.layout
  }

  /// Adds copies of rows.
  mutating func append(_ rows: some Sequence<RecordRow>) {
    var builder = reopened()
    for row in rows {
      if builder.rowCount >= Self.largeBlock || builder.isFull {
        blocks.append(builder.finish())
        builder = RecordBlockBuilder(layout)
      }
      builder.append(row)
      count += 1
    }
    if builder.rowCount > 0 { blocks.append(builder.finish(isTrimming: false)) }
  }

  /// Adds a block as it is, or a copy of its rows where they are few.
  mutating func append(_ block: RecordBlock) {
    precondition(block.layout === layout, "rows of another type")
    if block.rowCount < Self.smallBlock {
      append((0..<block.rowCount).lazy.map { RecordRow(block: block, index: Int32($0)) })
    } else {
      close()
      blocks.append(block)
      count += block.rowCount
    }
  }

  mutating func append(contentsOf other: RecordTable) {
    for block in other.blocks { append(block) }
  }

  /// Gives back the memory for further rows.
  mutating func close() {
    guard let last = blocks.popLast() else { return }
    var block: RecordBlock? = last
    _ = consume last
    if let rows = RecordBlock.reclaim(&block) {
      var builder = RecordBlockBuilder(layout, rows)
      blocks.append(builder.finish())
    } else if let block {
      blocks.append(block)
    }
  }

  /// A builder that goes on after the last block, where nobody else holds that, or else a new one.
  private mutating func reopened() -> RecordBlockBuilder {
    guard let last = blocks.last, last.rowCount < Self.largeBlock else {
      return RecordBlockBuilder(layout)
    }
    let isSmall = last.rowCount < Self.smallBlock
    _ = consume last
    var block = blocks.popLast()
    if let rows = RecordBlock.reclaim(&block) { return RecordBlockBuilder(layout, rows) }
    var builder = RecordBlockBuilder(layout)
    guard let block else { return builder }
    if isSmall {
      for index in 0..<block.rowCount {
        builder.append(RecordRow(block: block, index: Int32(index)))
      }
    } else {
      blocks.append(block)
    }
    return builder
  }
}
