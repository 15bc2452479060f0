import ControlModel

/// The binary log of an evaluation by Inspect (`.eval`): a zip archive with a member for the head and
/// one for each sample.
///
/// Only the head is read: what was evaluated, how it ended, and its scores. Newer versions pack
/// members with Zstandard, which is not read here; the tool itself turns such a log into JSON.
enum EvaluationArchive {
  private static let head = "header.json"

  /// The head of a log.
  ///
  /// - Parameters:
  ///   - archive: The file's archive.
  ///   - path: The file's path, for messages.
  /// - Returns: The head, in the shape of a log in JSON without its samples; `nil` where the archive
  ///   is no such log.
  /// - Throws: ``Diagnostic`` where the head is packed by another method, damaged or missing.
  static func header(of archive: ZipArchive, path: String) throws(Diagnostic) -> EvidenceValue? {
    if archive.names.contains(head) {
      guard archive.canUnpack(head) else { throw problem(path, "\(head) packed with Zstandard") }
      guard let bytes = try archive.contents(of: head) else { return nil }
      return try JSONReader.read(bytes, path: path)
    }
    // The head is written last: a log without it is of an evaluation that never ended.
    if archive.names.contains("_journal/start.json") { throw problem(path, "no \(head)") }
    return nil
  }

  private static func problem(_ path: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidencePacked,
      at: Locator(path: path),
      found: "a log of Inspect with \(found)",
      needed: "an evaluation that ended, its log in JSON or with deflated members",
      remedy: "write it as JSON: inspect log dump FILE, or inspect eval --log-format json"
    )
  }
}
