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
  private let streamed: StreamedTables

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
    self.subject = subject
    self.files = files.sorted { $0.path < $1.path }
    self.diagnostics = diagnostics
    self.seal = seal
    var tables = records
    tables.close()
    self.tables = tables
    self.streams = streams.sorted { $0.path < $1.path }
    streamed = StreamedTables(self.streams, tables)
  }

  /// The same evidence with other statements about its files.
  func with(files: [EvidenceFile]) -> Inventory { Inventory(self, files) }

  /// The same evidence with further records, as if a file of them had been collected too.
  ///
  /// - Parameter records: The records.
  /// - Returns: The evidence with them.
  package func adding(_ records: RecordTables) -> Inventory {
    var all = tables
    all.append(contentsOf: records)
    return Inventory(
      subject: subject,
      files: files,
      records: all,
      diagnostics: diagnostics,
      seal: seal,
      streams: streams
    )
  }

  private init(_ other: Inventory, _ files: [EvidenceFile]) {
    subject = other.subject
    self.files = files
    diagnostics = other.diagnostics
    seal = other.seal
    streams = other.streams
    tables = other.tables
    streamed = other.streamed
  }

  /// The records of a type, in order of file and place; empty where there are none.
  ///
  /// - Parameter type: The record type.
  /// - Returns: All records of the type.
  /// - Complexity: O(*n*) in the number of records: keep the result.
  public func records<R: EvidenceRecord>(_ type: R.Type) -> [R] {
    R.views(of: blocks(type))
  }

  /// The rows of a type in blocks, in order.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The blocks; empty where there are no records.
  /// - Complexity: O(1), but for a type of which a stream is not held yet: that is read and held from
  ///   then on.
  package func blocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] { streamed.blocks(type) }

  /// The rows of a type that are held from the start, without those of streams.
  ///
  /// - Parameter type: The record type.
  /// - Returns: The blocks; empty where there are none.
  package func heldBlocks(_ type: any EvidenceRecord.Type) -> [RecordBlock] { tables.blocks(type) }

  /// The records of a type in a stream, where somebody asked for them before; `nil`: nobody did.
  ///
  /// - Parameters:
  ///   - path: The stream's path.
  ///   - type: The record type.
  /// - Returns: The rows and what reading the stream came to.
  package func heldStream(_ path: String, _ type: any EvidenceRecord.Type) -> HeldStream? {
    streamed.held(path, type)
  }

  /// How many records of each type there are, by the type's name; those of streams once their files
  /// were read.
  public var recordCounts: [String: Int] {
    var counts = tables.counts
    for stream in streams {
      // A stream of several types counts for the first: which of them it holds is not kept apart.
      let count = files.first { $0.path == stream.path }?.recordCount ?? 0
      guard count > 0, let type = stream.recordTypes.first else { continue }
      counts[type.recordName, default: 0] += count
    }
    return counts
  }

  /// The types of which there are records, or may be in a stream, in order of name.
  package var recordTypes: [any EvidenceRecord.Type] {
    let held = tables.recordTypes
    let others = streams.flatMap { $0.recordTypes }.filter { type in !held.contains { $0 == type } }
    var seen: Set<ObjectIdentifier> = []
    return (held + others.filter { seen.insert(ObjectIdentifier($0)).inserted })
      .sorted { $0.recordName < $1.recordName }
  }

  /// The files that yield a kind, whatever became of them.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The files in order of path.
  public func files(of kind: EvidenceKind) -> [EvidenceFile] {
    files.filter { $0.kinds.contains(kind) }
  }
}
