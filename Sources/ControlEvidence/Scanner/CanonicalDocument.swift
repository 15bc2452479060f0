import ControlModel

/// A file of a kind in canonical form that is one JSON value, read piece by piece into tables.
struct CanonicalDocument {
  /// The file's path relative to the subject's folder.
  let path: String
  /// The kind and its record types.
  let description: EvidenceKindDescription
  /// The file's path on disk.
  let location: String
  /// Whether the file is gzip.
  let isPacked: Bool
  /// The bytes of a window.
  var windowSize = CanonicalStream.usualWindowSize

  /// The document that a file is; `nil` for any other file.
  ///
  /// Only where the manifest says that it is canonical and of one kind: a tool's own export can
  /// look much the same.
  ///
  /// - Parameters:
  ///   - path: The file's path relative to the subject's folder.
  ///   - location: Its path on disk.
  ///   - kinds: The kinds that are known for it.
  ///   - format: The format's id where it is known.
  /// - Returns: The document.
  static func recognize(
    _ path: String,
    at location: String,
    kinds: [EvidenceKind],
    format: String?
  ) -> CanonicalDocument? {
    guard FileText.unpackedName(path).lowercased().hasSuffix(".json"), kinds.count == 1,
      format == EvidenceReaders.canonical.format.id,
      let description = EvidenceKind.all.first(where: { $0.kind == kinds[0] }),
      let head = try? FileHead(at: location, name: path), head.isText
    else { return nil }
    return CanonicalDocument(
      path: path,
      description: description,
      location: location,
      isPacked: head.isPacked
    )
  }

  /// Reads the document.
  ///
  /// - Parameter threads: At most so many threads read, digest and copy at a time.
  /// - Returns: The records and what was read; `nil` where the document must be read whole.
  /// - Throws: ``Diagnostic`` where the file cannot be read to its end, or is not the text it should
  ///   be.
  func load(threads: Int) throws(Diagnostic) -> (tables: RecordTables, summary: StreamSummary)? {
    let file = try FileSource(at: location, name: path)
    let source: any ByteSource = isPacked ? try PackedSource(file, path: path) : file
    let reader = DocumentReader(description, path: path)
    let digest = isPacked ? nil : StreamDigest()
    let pipeline = WindowPipeline(
      DocumentWindows(source, path: path, reader: reader),
      digest: digest,
      windowSize: windowSize,
      threads: threads
    )
    let parts = BlockParts()
    let isComplete = try pipeline.run { window, _ in
      let blocks = window.blocks.map { BlockParts.held($0) }
      window.blocks = []
      parts.add(blocks, ordinal: window.ordinal)
      return WindowPipeline.Outcome(goesOn: true, isFree: true)
    }
    guard isComplete, reader.isEnded, !reader.isGivenUp else { return nil }
    let ledger = ScanLedger()
    ledger.add(reader.result, ordinal: 0)
    let summary = ledger.summary(
      digest: digest?.finish() ?? source.packedDigest ?? "",
      sizeInBytes: source.consumedCount,
      lineCount: 0,
      isComplete: true
    )
    return (parts.tables(of: description.recordTypes, digest: summary.digest), summary)
  }
}
