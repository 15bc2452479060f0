public import ControlModel

/// Reads findings in the AWS Security Finding Format.
///
/// A finding with a compliance status is posture, one with vulnerabilities is those, any other is an
/// alert. Of findings with one id the one updated last counts. An archived finding says nothing of the
/// present: its status is *not available*. A suppressed one still fails: somebody hid it.
public struct ASFFReader: EvidenceReader {
  /// Findings of Security Hub.
  public let format = EvidenceFormat(
    id: "asff",
    title: "AWS Security Finding Format",
    writtenBy: "aws securityhub get-findings; tools that send to Security Hub",
    kinds: [.configSnapshot, .vulnScanReport, .monitorAlerts]
  )

  private static let shape = ListShape(
    members: ["Findings", "findings"],
    pageMarkers: ["NextToken", "nextToken"]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the first elements have the format's version and the ARN of the product.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    let samples = Self.shape.samples(document)
    return !samples.isEmpty
      && samples.allSatisfy { $0.has("SchemaVersion", "ProductArn", "AwsAccountId", "Id") }
  }

  /// Reads a record for each finding, and a run for each product that judged.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard !document.roots.isEmpty else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no JSON",
        needed: "the answer of `aws securityhub get-findings`",
        remedy: "export it as JSON"
      )
    }
    var newest: [String: (finding: ASFFFinding, position: Int)] = [:]
    for (position, element) in try Self.shape.elements(document, into: &sink).enumerated() {
      sink.attempt { (_) throws(Diagnostic) in
        let finding = try ASFFFinding(element)
        if let known = newest[finding.id], known.finding.updatedAt >= finding.updatedAt { return }
        newest[finding.id] = (finding, position)
      }
    }
    var runs: [String: ScannerRun] = [:]
    for (finding, _) in newest.values.sorted(by: { $0.position < $1.position }) {
      sink.attempt { (sink) throws(Diagnostic) in try finding.take(into: &sink, &runs) }
    }
    for run in runs.values.sorted(by: { $0.id < $1.id }) { sink.add(run.record) }
    try sink.settleKinds(of: document, format)
  }
}
