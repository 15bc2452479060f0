/// All evidence about one subject: its files and their records by type.
public struct Inventory: Sendable {
  /// The subject.
  public let subject: Subject
  /// The subject's files, in order of path.
  public let files: [EvidenceFile]
  /// Problems that concern no single file, such as a manifest that cannot be read.
  public let diagnostics: [Diagnostic]

  private let tables: [ObjectIdentifier: any Sendable]
  private let counts: [String: Int]

  /// Creates an inventory.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - files: Its files; put in order of path here.
  ///   - records: Its records, in the order they are to be judged.
  ///   - diagnostics: Problems that concern no single file.
  public init(
    subject: Subject,
    files: [EvidenceFile],
    records: RecordTables,
    diagnostics: [Diagnostic] = []
  ) {
    self.subject = subject
    self.files = files.sorted { $0.path < $1.path }
    self.diagnostics = diagnostics
    tables = records.tables
    counts = records.counts
  }

  /// The records of a type, in order of file and place; empty where there are none.
  ///
  /// - Parameter type: The record type.
  /// - Returns: All records of the type.
  /// - Complexity: O(1).
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    tables[ObjectIdentifier(type)] as? [R] ?? []
  }

  /// How many records of each type there are, by the type's name.
  public var recordCounts: [String: Int] { counts }

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
  fileprivate(set) var tables: [ObjectIdentifier: any Sendable] = [:]
  fileprivate(set) var counts: [String: Int] = [:]

  /// Creates empty tables.
  public init() {}

  /// Adds records of one type at the end of their table.
  ///
  /// - Parameter records: The records, in order.
  /// - Complexity: O(*n*) in the number added.
  public mutating func append<R: EvidenceRecord>(_ records: [R]) {
    if records.isEmpty { return }
    let id = ObjectIdentifier(R.self)
    var table = tables.removeValue(forKey: id) as? [R] ?? []
    table.append(contentsOf: records)
    tables[id] = table
    counts[R.recordName, default: 0] += records.count
  }

  /// Adds one record at the end of its type's table.
  ///
  /// - Parameter record: The record.
  public mutating func append(_ record: some EvidenceRecord) {
    append([record])
  }
}
