import ControlModel

/// Reads single rows the way whole documents are read: bytes to values, values to fields.
///
/// It is the one place where a row's problems are put into words; the fast way hands it every row that
/// it is not sure of.
struct SlowRows: Sendable {
  private let kind: EvidenceKindDescription
  private let path: String

  /// Prepares to read rows.
  ///
  /// - Parameters:
  ///   - kind: The kind of evidence.
  ///   - path: The file's path.
  init(_ kind: EvidenceKindDescription, path: String) {
    self.kind = kind
    self.path = path
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - bytes: The line without its line feed.
  ///   - line: Its number.
  /// - Returns: The line's records and problems; `nil` where it is blank. The digest of their places
  ///   is empty.
  func readLine(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) -> RecordSink? {
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return nil }
    var sink = RecordSink(context: EvidenceContext())
    guard bytes.count <= Limits.maximumLineLengthInBytes else {
      sink.reject(Self.overlongLine(path: path, line: line, length: bytes.count))
      return sink
    }
    sink.attempt { sink throws(Diagnostic) in
      try EncodingCheck.checkLine(bytes, path: path, line: line)
      let value = try JSONReader.read(bytes, path: path, line: line)
      let root = Cursor(value: value, pointer: "", path: path, digest: "")
      try CanonicalReader().read(root, of: kind, into: &sink)
    }
    return sink
  }

  /// What is told of a line that is too long to be read.
  static func overlongLine(path: String, line: Int, length: Int) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: Locator(path: path, line: line),
      found: "a line of \(length) bytes",
      needed: "at most \(Limits.maximumLineLengthInBytes) bytes",
      remedy: "export less per line"
    )
  }
}
