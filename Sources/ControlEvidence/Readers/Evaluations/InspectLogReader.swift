public import ControlModel

/// Reads the log of an evaluation by Inspect: JSON, or an archive (`.eval`) with deflated members.
///
/// One evaluation for each metric of each scorer; measures of spread are none. A log that did not
/// succeed, or with fewer samples than its data set times its epochs, is partial.
public struct InspectLogReader: EvidenceReader {
  /// The log, version 2.
  public let format = EvidenceFormat(
    id: "inspect-log",
    title: "Inspect evaluation log, version 2",
    writtenBy: "inspect eval --log-format json; inspect log dump",
    kinds: [.evalReport]
  )

  private static let spreads: Set<String> = ["stderr", "std", "var", "bootstrap_stderr"]

  /// Creates the reader.
  public init() {}

  /// Whether the document has a status beside a task and its model.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, root["status"] != nil, let eval = root["eval"] else {
      return false
    }
    return eval["task"] != nil && eval["model"] != nil
  }

  /// Reads an evaluation for each metric.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, let eval = root["eval"] else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no evaluation",
        needed: "a log of Inspect",
        remedy: "write it with --log-format json, or turn it with `inspect log dump`"
      )
    }
    let log = try InspectLog(root, eval)
    let scores = try root["results"]?.list("scores") ?? []
    if scores.isEmpty {
      throw root.malformed(
        found: "no scores, status \(clipped(log.status))",
        needed: "an evaluation that ended with scores"
      )
    }
    for score in scores {
      for (name, metric) in score["metrics"]?.members ?? [] where !Self.spreads.contains(name) {
        sink.attempt { (sink) throws(Diagnostic) in
          sink.add(try log.evaluation(metric, name, of: score))
        }
      }
    }
  }
}
