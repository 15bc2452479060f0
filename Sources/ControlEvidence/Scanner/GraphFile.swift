public import ControlModel

/// A graph that another tool made, as a file of its own.
public enum GraphFile {
  /// The file's canonical records of `trust-chain-graph`, to be read in one pass.
  ///
  /// - Parameter path: The file: JSON Lines, plain or gzip, named `.jsonl` or `.ndjson`.
  /// - Returns: The records.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable` where the file is none of these.
  public static func stream(at path: String) throws(Diagnostic) -> any RecordStream {
    let stream = CanonicalStream.recognize(
      path,
      at: path,
      kinds: ["trust-chain-graph"],
      format: EvidenceReaders.canonical.format.id
    )
    guard let stream else {
      throw Diagnostic(
        .evidenceUnreadable,
        at: Locator(path: path),
        found: "no file of lines",
        needed: "a readable .jsonl file of trust-chain-graph records, one on each line",
        remedy: "mend the path, or write the graph as JSON Lines"
      )
    }
    return stream
  }
}
