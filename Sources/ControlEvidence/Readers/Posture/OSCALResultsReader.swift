public import ControlModel

/// Reads assessment results in OSCAL: somebody's findings on objectives, each from observations.
///
/// A finding becomes posture, with the run of the result that holds it; the time is that of the newest
/// observation behind it. A finding without an observation is rejected where the result has no time.
public struct OSCALResultsReader: EvidenceReader {
  /// Assessment results.
  public let format = EvidenceFormat(
    id: "oscal-assessment-results",
    title: "OSCAL assessment results",
    writtenBy: "assessors' tools; compliance-trestle; controls report",
    kinds: [.configSnapshot]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document's one member is `assessment-results`.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    document.roots.first?["assessment-results"]?["results"] != nil
  }

  /// Reads a run for each result and a finding for each of its findings.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.roots.first?["assessment-results"] else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no assessment-results",
        needed: "an OSCAL document with that member",
        remedy: "export it as JSON or YAML"
      )
    }
    let title = root["metadata"]?["title"]?.text ?? "oscal"
    for result in try root.list("results") {
      sink.attempt { (sink) throws(Diagnostic) in
        try OSCALResult(result, tool: title, context: sink.context).read(into: &sink)
      }
    }
  }
}
