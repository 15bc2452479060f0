package import ControlModel

/// Rows of one record type that are observed together.
package struct PassBatch: Sendable {
  /// The block that holds the rows, to be used by one thread.
  package let block: RecordBlock
  /// Which rows of the block.
  package let rows: Range<Int>

  /// Takes rows of a block.
  ///
  /// - Parameters:
  ///   - block: The block, to be used by one thread.
  ///   - rows: Which rows; `nil`: all.
  package init(_ block: RecordBlock, rows: Range<Int>? = nil) {
    self.block = block
    self.rows = rows ?? 0..<block.rowCount
  }

  /// How many records there are.
  package var count: Int { rows.count }
}

/// One check, or one look of a fold, opened for a record type: it observes one batch at a time.
package struct PassMember: Sendable {
  /// The record type.
  package let recordType: any EvidenceRecord.Type
  /// Observes the records of a batch, in order.
  package let observe: @Sendable (PassBatch, PassContext, inout CheckPartial) -> Void

  init(
    _ recordType: any EvidenceRecord.Type,
    _ observe: @escaping @Sendable (PassBatch, PassContext, inout CheckPartial) -> Void
  ) {
    self.recordType = recordType
    self.observe = observe
  }

  /// Observes all records that a scope has.
  ///
  /// - Parameters:
  ///   - context: What the check may ask, and the rule of its tally.
  ///   - partial: Where it is noted.
  /// - Returns: How many records there are.
  package func observeAll(_ context: PassContext, into partial: inout CheckPartial) -> Int {
    var count = 0
    for block in context.scope.blocks(recordType) {
      observe(PassBatch(block), context, &partial)
      count += block.rowCount
    }
    return count
  }
}
