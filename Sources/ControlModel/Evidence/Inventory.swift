/// All evidence about one subject: its files and their records by type.
public struct Inventory: Sendable {
  /// The subject.
  public let subject: Subject
  /// The subject's files, in order of path.
  public let files: [EvidenceFile]
  /// Problems that concern no single file, such as a manifest that cannot be read.
  public let diagnostics: [Diagnostic]
  /// What a signature says of the manifest.
  public let seal: EvidenceSeal

  private let tables: RecordTables

  /// Creates an inventory.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - files: Its files; put in order of path here.
  ///   - records: Its records, in the order they are to be judged.
  ///   - diagnostics: Problems that concern no single file.
  ///   - seal: What a signature says of the manifest.
  public init(
    subject: Subject,
    files: [EvidenceFile],
    records: RecordTables,
    diagnostics: [Diagnostic] = [],
    seal: EvidenceSeal = .absent
  ) {
    self.subject = subject
    self.files = files.sorted { $0.path < $1.path }
    self.diagnostics = diagnostics
    self.seal = seal
    tables = records
  }

  /// The records of a type, in order of file and place; empty where there are none.
  ///
  /// - Parameter type: The record type.
  /// - Returns: All records of the type.
  /// - Complexity: O(1).
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    tables.records(type)
  }

  /// How many records of each type there are, by the type's name.
  public var recordCounts: [String: Int] { tables.counts }

  /// Calls a closure with every record, type by type, in no particular order of types.
  ///
  /// - Parameter body: Called with each record.
  package func forEachRecord(_ body: (any EvidenceRecord) -> Void) { tables.forEach(body) }

  /// The files that yield a kind, whatever became of them.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The files in order of path.
  public func files(of kind: EvidenceKind) -> [EvidenceFile] {
    files.filter { $0.kinds.contains(kind) }
  }
}

/// Records sorted into one array for each type, as they are read.
public struct RecordTables: Sendable {
  private var tables: [ObjectIdentifier: any RecordTable] = [:]

  /// Creates empty tables.
  public init() {}

  /// How many records of each type there are, by the type's name.
  public var counts: [String: Int] {
    Dictionary(tables.values.map { ($0.recordName, $0.count) }, uniquingKeysWith: +)
  }

  /// Adds records of one type at the end of their table.
  ///
  /// - Parameter records: The records, in order.
  /// - Complexity: O(*n*) in the number added.
  public mutating func append<R: EvidenceRecord>(_ records: [R]) {
    if records.isEmpty { return }
    let id = ObjectIdentifier(R.self)
    var table = tables.removeValue(forKey: id) as? Rows<R> ?? Rows(records: [])
    table.records.append(contentsOf: records)
    tables[id] = table
  }

  /// Adds one record at the end of its type's table.
  ///
  /// - Parameter record: The record.
  public mutating func append(_ record: some EvidenceRecord) {
    append([record])
  }

  /// Adds the records of other tables, each type at the end of its own.
  ///
  /// - Parameter other: The tables to add.
  public mutating func append(contentsOf other: RecordTables) {
    for table in other.tables.values { table.append(to: &self) }
  }

  /// Calls a closure with every record.
  func forEach(_ body: (any EvidenceRecord) -> Void) {
    for table in tables.values { table.forEach(body) }
  }

  /// Takes all records of a type out of the tables.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The records in order; empty where there were none.
  public mutating func take<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    (tables.removeValue(forKey: ObjectIdentifier(type)) as? Rows<R>)?.records ?? []
  }

  /// All records of a type, in order.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The records; empty where there are none.
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    (tables[ObjectIdentifier(type)] as? Rows<R>)?.records ?? []
  }
}

/// The records of one type, with the type erased.
private protocol RecordTable: Sendable {
  var recordName: String { get }
  var count: Int { get }
  func append(to tables: inout RecordTables)
  func forEach(_ body: (any EvidenceRecord) -> Void)
}

private struct Rows<R: EvidenceRecord>: RecordTable {
  var records: [R]
  var recordName: String { R.recordName }
  var count: Int { records.count }
  func append(to tables: inout RecordTables) { tables.append(records) }
  func forEach(_ body: (any EvidenceRecord) -> Void) { for record in records { body(record) } }
}
