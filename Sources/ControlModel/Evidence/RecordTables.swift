/// Records sorted into one table for each type, as they are read.
public struct RecordTables: Sendable {
  private var tables: [ObjectIdentifier: RecordTable] = [:]

  /// Creates empty tables.
  public init() {}

  /// How many records of each type there are, by the type's name.
  public var counts: [String: Int] {
    let counts = tables.values.map { ($0.type.recordName, $0.count) }.filter { $0.1 > 0 }
    return Dictionary(counts, uniquingKeysWith: +)
  }

  /// Adds records of one type at the end of their table.
  ///
  /// - Parameter records: The records, in order.
  /// - Complexity: O(*n*) in the number added.
  public mutating func append<R: EvidenceRecord>(_ records: some Sequence<R>) {
    tables[ObjectIdentifier(R.self), default: RecordTable(R.self)].append(
      records.lazy.map { $0.row }
    )
  }

  /// Adds one record at the end of its type's table.
  ///
  /// - Parameter record: The record.
  public mutating func append<R: EvidenceRecord>(_ record: R) {
    tables[ObjectIdentifier(R.self), default: RecordTable(R.self)].append(
      CollectionOfOne(record.row)
    )
  }

  /// Adds the records of other tables, each type at the end of its own.
  ///
  /// - Parameter other: The tables to add. Large blocks are shared with them, not copied.
  public mutating func append(contentsOf other: RecordTables) {
    for (id, table) in other.tables {
      tables[id, default: RecordTable(table.type)].append(contentsOf: table)
    }
  }

  /// Adds the rows of a block at the end of its type's table.
  ///
  /// - Parameters:
  ///   - block: The rows. A large block is kept, not copied.
  ///   - type: Their record type.
  package mutating func append(_ block: RecordBlock, of type: any EvidenceRecord.Type) {
    if block.rowCount == 0 { return }
    tables[ObjectIdentifier(type), default: RecordTable(type)].append(block)
  }

  /// Gives back the memory for further records.
  package mutating func close() {
    for id in tables.keys { tables[id]?.close() }
  }

  /// The types of which there are records, in order of name.
  package var recordTypes: [any EvidenceRecord.Type] {
    tables.values.filter { $0.count > 0 }.map(\.type).sorted { $0.recordName < $1.recordName }
  }

  /// Removes all records of a type.
  ///
  /// - Parameter type: The record type.
  public mutating func remove(_ type: any EvidenceRecord.Type) {
    tables[ObjectIdentifier(type)] = nil
  }

  /// All records of a type, in order.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The records; empty where there are none.
  /// - Complexity: O(*n*) in the number of records.
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    R.views(of: blocks(type))
  }

  /// The rows of a type in blocks, in order.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The blocks; empty where there are no records.
  /// - Complexity: O(1).
  package func blocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] {
    tables[ObjectIdentifier(type)]?.blocks ?? []
  }
}

extension EvidenceRecord {
  /// The records that are views of the rows of blocks, in order.
  ///
  /// - Parameter blocks: Blocks of this type.
  /// - Returns: One record for each row.
  package static func views(of blocks: [RecordBlock]) -> [Self] {
    var records: [Self] = []
    records.reserveCapacity(blocks.reduce(0) { $0 + $1.rowCount })
    for block in blocks {
      for index in 0..<block.rowCount {
        records.append(Self(row: RecordRow(block: block, index: Int32(index))))
      }
    }
    return records
  }
}
