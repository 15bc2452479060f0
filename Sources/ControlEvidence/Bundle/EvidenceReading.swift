public import ControlModel

/// A file of evidence by itself, as its reader understands it.
public struct EvidenceReading: Sendable {
  /// The format it was read as.
  public let format: EvidenceFormat
  /// SHA-256 of the file's bytes in hexadecimal.
  public let digest: String
  /// The size in bytes.
  public let sizeInBytes: Int
  /// The records by type.
  public let records: RecordTables
  /// How many records were read.
  public let recordCount: Int
  /// How many records were rejected.
  public let rejectedCount: Int
  /// How many rows a mapping file left out on purpose.
  public let leftOutCount: Int
  /// What was wrong, the first hundred.
  public let diagnostics: [Diagnostic]
  /// Whether the file says that it is one page of several.
  public let isPartial: Bool
  /// The data's own as-of time, where the file states one.
  public let observedAt: Instant?

  /// Reads a file, of any length where it is a log in canonical form.
  ///
  /// - Parameters:
  ///   - path: The file's path; messages call it so.
  ///   - format: The format's id where it is known.
  ///   - context: What is known of the file beside its bytes.
  ///   - mappings: The mapping files that may say how to read it.
  ///   - threads: How many threads read it; below 1 counts as 1.
  /// - Throws: ``Diagnostic`` where the file cannot be read.
  public init(
    path: String,
    format: String?,
    context: EvidenceContext,
    mappings: [MappingReader] = [],
    threads: Int = 1
  ) throws(Diagnostic) {
    let stream = CanonicalStream.recognize(
      path,
      at: path,
      kinds: context.kinds,
      format: format
    )
    let document = CanonicalDocument.recognize(
      path,
      at: path,
      kinds: context.kinds,
      format: format
    )
    var found = try stream?.load(threads: threads)
    if found == nil { found = try document?.load(threads: threads) }
    if let (tables, summary) = found {
      self.format = EvidenceReaders.canonical.format
      digest = summary.digest
      sizeInBytes = summary.sizeInBytes
      records = tables
      recordCount = summary.recordCount
      rejectedCount = summary.rejectedCount
      leftOutCount = 0
      diagnostics = summary.diagnostics
      isPartial = false
      observedAt = nil
      return
    }
    guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else {
      throw Diagnostic(
        .evidenceUnreadable,
        at: Locator(path: path),
        found: "no such file",
        needed: "a file",
        remedy: "mend the path"
      )
    }
    let whole = try EvidenceDocument(bytes: bytes, path: path)
    let reader = try EvidenceReaders.reader(for: whole, format: format, mappings: mappings)
    var sink = RecordSink(context: context)
    for problem in whole.unreadLines { sink.reject(problem) }
    try reader.read(whole, into: &sink)
    self.format = reader.format
    digest = whole.digest
    sizeInBytes = whole.sizeInBytes
    records = sink.records
    recordCount = sink.count
    rejectedCount = sink.rejectedCount
    leftOutCount = sink.leftOutCount
    diagnostics = sink.diagnostics
    isPartial = sink.isPartial
    observedAt = sink.observedAt
  }
}
