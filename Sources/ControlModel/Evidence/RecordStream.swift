/// A file of records that is read in one pass, batch by batch, and never held whole.
///
/// The records of one line are judged while the next lines are read. Memory does not grow with the
/// file, so that a log of any length can be judged; the price is that each pass reads it again.
public protocol RecordStream: Sendable {
  /// The file's path relative to the subject's folder.
  var path: String { get }
  /// The kind of evidence that the file holds.
  var kind: EvidenceKind { get }
  /// The types of record that its lines may hold; the first is what a line without a stated type is.
  var recordTypes: [any EvidenceRecord.Type] { get }
  /// The size in bytes on disk; `nil`: not known before it is read.
  var sizeInBytes: Int? { get }
  /// Whether a range of the file can be read without what stands before it: plain JSON Lines.
  var isSplittable: Bool { get }

  /// Reads the file, or the lines that start in a range of it.
  ///
  /// Batches are handed out in order: a worker takes the next one. No two calls with the same worker
  /// run at the same time.
  ///
  /// - Parameters:
  ///   - threads: From how many threads at most `body` is called, the caller's own among them; below
  ///     1 counts as 1.
  ///   - range: The lines to read; `nil`: all.
  ///   - body: Called once for each batch, with the number of the worker in `0..<threads`. The
  ///     batch's memory is used again afterwards unless a record of it is kept. Returns whether to
  ///     go on.
  /// - Returns: What is known of the file after it was read.
  /// - Throws: ``Diagnostic`` where the file cannot be opened or read to its end, is not the text it
  ///   should be, or is a range of what cannot be split. Batches may have been handed out before.
  func read(
    threads: Int,
    range: StreamRange?,
    body: @Sendable (_ batch: RecordBatch, _ worker: Int) -> Bool
  ) throws(Diagnostic) -> StreamSummary

  /// Reads the whole file into tables, for those who must hold it.
  ///
  /// - Parameter threads: At most so many threads read at a time; below 1 counts as 1.
  /// - Returns: The records by type, in order, and what was read.
  /// - Throws: ``Diagnostic`` as ``read(threads:range:body:)`` does.
  func load(threads: Int) throws(Diagnostic) -> (tables: RecordTables, summary: StreamSummary)

  /// The file as it stands after it was read whole: equal to what reading it into a table gives.
  ///
  /// - Parameters:
  ///   - file: The file as it was known before.
  ///   - summary: What became known; one that is not complete is of a file that could not be read.
  /// - Returns: The file with digest, state, counts and problems.
  func file(_ file: EvidenceFile, after summary: StreamSummary) -> EvidenceFile
}

/// A stretch of a file that is cut at line ends.
public struct StreamRange: Sendable, Hashable {
  /// The bytes; a line belongs to the range in which it starts.
  public var bytes: Range<Int>
  /// The number of the first line that starts in it, from 1.
  public var firstLine: Int

  /// States a range.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - firstLine: The number of the first line that starts in it.
  public init(bytes: Range<Int>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }
}

/// Some consecutive lines of a stream.
public struct RecordBatch: Sendable {
  /// The rows, one block for each type of record that the lines hold.
  ///
  /// They may lie in memory that is used again: they are as they are while the call lasts. A record
  /// that is kept longer keeps that memory from being used again.
  package let blocks: [RecordBlock]
  /// The batch's number within one reading, from 0 without gaps.
  public let ordinal: Int
  /// How many lines could not be read as records.
  public let rejectedCount: Int
  /// The bytes of the file, or of its text where it is packed, that the batch was read from.
  public let sizeInBytes: Int

  /// Creates a batch.
  ///
  /// - Parameters:
  ///   - blocks: The rows, one block for each type of record.
  ///   - ordinal: The number in the order of the file, from 0.
  ///   - rejectedCount: How many lines could not be read as records.
  ///   - sizeInBytes: The bytes that the batch was read from.
  package init(blocks: [RecordBlock], ordinal: Int, rejectedCount: Int, sizeInBytes: Int) {
    self.blocks = blocks
    self.ordinal = ordinal
    self.rejectedCount = rejectedCount
    self.sizeInBytes = sizeInBytes
  }

  /// How many records there are.
  public var recordCount: Int { blocks.reduce(0) { $0 + $1.rowCount } }
}

/// What a pass over a stream found.
public struct StreamSummary: Sendable, Hashable, Codable {
  /// How many problems are kept; all are counted.
  public static let keptDiagnostics = 100

  /// SHA-256 of the file's bytes in hexadecimal; empty where not all of them were read.
  public var digest: String
  /// The bytes that were read from disk.
  public var sizeInBytes: Int
  /// How many lines there are, those without a record included.
  public var lineCount: Int
  /// How many records were read.
  public var recordCount: Int
  /// How many records could not be read.
  public var rejectedCount: Int
  /// What was wrong, the first hundred in order of place.
  public var diagnostics: [Diagnostic]
  /// Whether the pass came to the end of the file, or of the part asked for; `false` where it was
  /// stopped.
  public var isComplete: Bool

  /// Creates a summary.
  ///
  /// - Parameters:
  ///   - digest: SHA-256 of the file's bytes in hexadecimal, or empty.
  ///   - sizeInBytes: The bytes that were read.
  ///   - lineCount: How many lines there are.
  ///   - recordCount: How many records were read.
  ///   - rejectedCount: How many could not be read.
  ///   - diagnostics: What was wrong, the first hundred in order of place.
  ///   - isComplete: Whether the pass came to the end.
  public init(
    digest: String,
    sizeInBytes: Int,
    lineCount: Int,
    recordCount: Int,
    rejectedCount: Int,
    diagnostics: [Diagnostic],
    isComplete: Bool
  ) {
    self.digest = digest
    self.sizeInBytes = sizeInBytes
    self.lineCount = lineCount
    self.recordCount = recordCount
    self.rejectedCount = rejectedCount
    self.diagnostics = diagnostics
    self.isComplete = isComplete
  }

  /// What is known of a file that cannot be read.
  ///
  /// - Parameter problem: Why not.
  public init(unreadable problem: Diagnostic) {
    self.init(
      digest: "",
      sizeInBytes: 0,
      lineCount: 0,
      recordCount: 0,
      rejectedCount: 0,
      diagnostics: [problem],
      isComplete: false
    )
  }

  /// What is known of a file whose ranges were read apart.
  ///
  /// - Parameters:
  ///   - parts: What is known of each range, in order.
  ///   - digest: SHA-256 of the file.
  /// - Returns: The summary of the whole.
  public static func merged(_ parts: [StreamSummary], digest: String) -> StreamSummary {
    StreamSummary(
      digest: digest,
      sizeInBytes: parts.reduce(0) { $0 + $1.sizeInBytes },
      lineCount: parts.reduce(0) { $0 + $1.lineCount },
      recordCount: parts.reduce(0) { $0 + $1.recordCount },
      rejectedCount: parts.reduce(0) { $0 + $1.rejectedCount },
      diagnostics: Array(parts.flatMap(\.diagnostics).prefix(keptDiagnostics)),
      isComplete: parts.allSatisfy(\.isComplete)
    )
  }
}
