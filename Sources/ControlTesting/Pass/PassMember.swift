package import ControlModel

/// Records of one type that are observed together.
package struct PassBatch<Record: EvidenceRecord>: Sendable {
  /// The records, in order.
  package let records: ArraySlice<Record>

  /// Takes a stretch of a table.
  ///
  /// - Parameter records: The records, in order.
  package init(_ records: ArraySlice<Record>) { self.records = records }

  /// How many records there are.
  package var count: Int { records.count }
}

/// One check, or one look of a fold, opened for a record type: it observes one batch at a time.
package struct PassMember<Record: EvidenceRecord>: AnyPassMember {
  /// Observes the records of a batch, in order.
  package let observe: @Sendable (PassBatch<Record>, PassContext, inout CheckPartial) -> Void
  /// The record type.
  package var recordType: any EvidenceRecord.Type { Record.self }

  init(
    _ observe: @escaping @Sendable (PassBatch<Record>, PassContext, inout CheckPartial) -> Void
  ) {
    self.observe = observe
  }

  package func observeAll(_ context: PassContext, into partial: inout CheckPartial) -> Int {
    let records = context.scope.records(Record.self)
    observe(PassBatch(records[...]), context, &partial)
    return records.count
  }
}

/// A member of a pass whose record type is not known.
package protocol AnyPassMember: Sendable {
  /// The record type.
  var recordType: any EvidenceRecord.Type { get }

  /// Observes all records that the scope has.
  ///
  /// - Parameters:
  ///   - context: What the check may ask, and the rule of its tally.
  ///   - partial: Where it is noted.
  /// - Returns: How many records there are.
  func observeAll(_ context: PassContext, into partial: inout CheckPartial) -> Int
}
