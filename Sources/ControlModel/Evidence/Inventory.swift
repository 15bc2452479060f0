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
  /// The files of records that are not held but read in passes, in order of path.
  ///
  /// Their entries in ``files`` lack what only a pass tells: digest, counts, problems.
  public let streams: [any RecordStream]

  private let tables: RecordTables

  /// Creates an inventory.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - files: Its files; put in order of path here.
  ///   - records: Its records, in the order they are to be judged.
  ///   - diagnostics: Problems that concern no single file.
  ///   - seal: What a signature says of the manifest.
  ///   - streams: Files of records that are not held; put in order of path here.
  public init(
    subject: Subject,
    files: [EvidenceFile],
    records: RecordTables,
    diagnostics: [Diagnostic] = [],
    seal: EvidenceSeal = .absent,
    streams: [any RecordStream] = []
  ) {
    self.streams = streams.sorted { $0.path < $1.path }
    self.subject = subject
    self.files = files.sorted { $0.path < $1.path }
    self.diagnostics = diagnostics
    self.seal = seal
    var tables = records
    tables.close()
    self.tables = tables
  }

  /// The records of a type, in order of file and place; empty where there are none.
  ///
  /// - Parameter type: The record type.
  /// - Returns: All records of the type.
  /// - Complexity: O(*n*) in the number of records: keep the result.
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    tables.records(type)
  }

  /// The rows of a type in blocks, in order.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The blocks; empty where there are no records.
  /// - Complexity: O(1).
  package func blocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] { tables.blocks(type) }

  /// How many records of each type there are, by the type's name.
  public var recordCounts: [String: Int] { tables.counts }

  /// The types of which there are records, in order of name.
  package var recordTypes: [any EvidenceRecord.Type] { tables.recordTypes }

  /// The files that yield a kind, whatever became of them.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The files in order of path.
  public func files(of kind: EvidenceKind) -> [EvidenceFile] {
    files.filter { $0.kinds.contains(kind) }
  }
}
