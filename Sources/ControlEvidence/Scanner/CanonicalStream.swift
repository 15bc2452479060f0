import ControlModel

/// A file of a kind in canonical form, one JSON object on each line, read as a stream.
struct CanonicalStream: RecordStream {
  let path: String
  /// The kind and its record types.
  let description: EvidenceKindDescription
  let sizeInBytes: Int?
  /// The file's path on disk.
  let location: String
  /// Whether the file is gzip.
  let isPacked: Bool
  /// What the manifest says of the file; `nil`: nothing.
  let item: Manifest.Item?
  /// The bytes of a window.
  var windowSize = Self.usualWindowSize

  /// Large enough that handing it on costs nothing, small enough to stay near the cores.
  static let usualWindowSize = 1 << 20

  var kind: EvidenceKind { description.kind }
  var recordTypes: [any EvidenceRecord.Type] { description.recordTypes }
  var isSplittable: Bool { !isPacked }

  func read(
    threads: Int,
    range: StreamRange?,
    body: @Sendable (RecordBatch, Int) -> Bool
  ) throws(Diagnostic) -> StreamSummary {
    try read(threads: threads, range: range, isKept: false, body: body)
  }

  func load(threads: Int) throws(Diagnostic) -> (tables: RecordTables, summary: StreamSummary) {
    let parts = BlockParts()
    let summary = try read(threads: threads, range: nil, isKept: true) { batch, _ in
      parts.add(batch)
      return true
    }
    return (parts.tables(of: recordTypes, digest: summary.digest), summary)
  }

  private func read(
    threads: Int,
    range: StreamRange?,
    isKept: Bool,
    body: @Sendable (RecordBatch, Int) -> Bool
  ) throws(Diagnostic) -> StreamSummary {
    let source = try source(range)
    let windows = LineWindows(
      source,
      path: path,
      firstByte: range?.bytes.lowerBound ?? 0,
      firstLine: range?.firstLine ?? 1
    )
    let digest = range == nil && !isPacked ? StreamDigest() : nil
    let pipeline = WindowPipeline(
      windows,
      digest: digest,
      windowSize: windowSize,
      threads: threads
    )
    let ledger = ScanLedger()
    let workers = WorkerReaders(count: max(threads, 1))
    let isComplete = try pipeline.run { window, worker in
      let reader = workers.reader(worker) { LineReader(description, path: path, isKept: isKept) }
      let (blocks, result) = reader.read(window)
      ledger.add(result, ordinal: window.ordinal)
      let goesOn = body(
        RecordBatch(
          blocks: blocks,
          ordinal: window.ordinal,
          rejectedCount: result.rejectedCount,
          sizeInBytes: window.fresh.count
        ),
        worker
      )
      let isFree = isKept || reader.reuse(consume blocks)
      return WindowPipeline.Outcome(goesOn: goesOn, isFree: isFree)
    }
    if isComplete, range == nil, !ledger.hasText { throw Self.empty(path) }
    let isWhole = isComplete && range == nil
    return ledger.summary(
      digest: isWhole ? digest?.finish() ?? source.packedDigest ?? "" : "",
      sizeInBytes: source.consumedCount,
      lineCount: windows.lineCount,
      isComplete: isComplete
    )
  }

  private func source(_ range: StreamRange?) throws(Diagnostic) -> any ByteSource {
    guard let range else {
      let file = try FileSource(at: location, name: path)
      return isPacked ? try PackedSource(file, path: path) : file
    }
    guard isSplittable else {
      throw Diagnostic(
        .evidencePacked,
        at: Locator(path: path),
        found: "a part of a packed file",
        needed: "a file that is not packed, or all of it",
        remedy: "unpack the file before it is cut into shards"
      )
    }
    let start = max(range.bytes.lowerBound - 1, 0)
    return PartSource(try FileSource(at: location, name: path, from: start), range: range.bytes)
  }

  static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .evidenceMalformed,
      at: Locator(path: path, line: 1),
      found: "an empty file",
      needed: "an export",
      remedy: "export again; an empty answer must still be an answer"
    )
  }
}

/// The readers of the workers of a pass, made when first needed.
private final class WorkerReaders: @unchecked Sendable {
  // Each place is used by one worker, and a worker does one thing at a time.
  private let places: UnsafeMutablePointer<LineReader?>
  private let count: Int

  init(count: Int) {
    self.count = count
    places = .allocate(capacity: count)
    places.initialize(repeating: nil, count: count)
  }

  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }

  func reader(_ worker: Int, _ make: () -> LineReader) -> LineReader {
    precondition(worker >= 0 && worker < count, "no such worker")
    if let reader = places[worker] { return reader }
    let reader = make()
    places[worker] = reader
    return reader
  }
}
