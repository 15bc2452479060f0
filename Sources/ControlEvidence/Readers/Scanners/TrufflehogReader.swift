public import ControlModel

/// Reads the findings of trufflehog, version 3: one on each line, or gathered into an array.
///
/// The report names neither the scan nor its time: both come from the manifest. `Raw`, `RawV2` and
/// `Redacted`, which hold the secret or a part of it, are not kept. A secret counts as dead only where
/// the tool tried it and was refused: a run without verification marks all as not verified too, so
/// somewhere in the file there must be a sign that the run verified at all.
public struct TrufflehogReader: EvidenceReader {
  /// The tool's JSON output.
  public let format = EvidenceFormat(
    id: "trufflehog",
    title: "trufflehog findings, version 3",
    writtenBy: "trufflehog git --json",
    kinds: [.secretScanReport]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the first element is a finding with a detector and its source.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let first = document.firstElement else { return false }
    return first["DetectorName"] != nil && first["SourceMetadata"] != nil
  }

  /// Reads the run and its findings.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    let place = Locator(path: document.path, digest: document.digest, line: 1)
    guard let foundAt = sink.context.collectedAt else { throw ScanTime.missing(at: place) }
    // The tool's own log may stand between its findings.
    let elements = document.elements.filter { $0["DetectorName"] != nil || $0["msg"] == nil }
    let target = elements.lazy.compactMap { TrufflehogSource($0)?.target }.first
    let run = ScanRun(
      id: "trufflehog:\(document.path)",
      tool: "trufflehog",
      target: sink.context.account ?? target ?? document.path,
      targetKind: elements.lazy.compactMap { TrufflehogSource($0)?.kind }.first ?? .repository,
      succeeded: true,
      findingCount: elements.count,
      startedAt: foundAt,
      locator: elements.first?.locator ?? place
    )
    sink.add(run)
    let verifies = elements.contains { element in
      element["Verified"]?.value.bool == true
        || element["VerificationError"]?.text?.isEmpty == false
        || element["VerificationFromCache"]?.value.bool == true
    }
    for element in elements {
      sink.attempt { (sink) throws(Diagnostic) in
        sink.add(try finding(element, of: run, verifies: verifies))
      }
    }
  }

  private func finding(
    _ element: Cursor,
    of run: ScanRun,
    verifies: Bool
  ) throws(Diagnostic) -> SecretFinding {
    let rule = try element.required("DetectorName")
    guard let source = TrufflehogSource(element) else {
      throw element.malformed(found: "no SourceMetadata.Data", needed: "where the secret was found")
    }
    // Only a digest of what was found tells two secrets on one line apart.
    let found = (element["Raw"] ?? element["RawV2"] ?? element["Redacted"])?.text ?? ""
    let parts = [
      rule, run.target, source.revision ?? "", source.file ?? "",
      source.line.map(String.init) ?? "",
      Digest.sha256(Array(found.utf8)),
    ]
    return SecretFinding(
      fingerprint: Digest.sha256(Array(parts.joined(separator: "\n").utf8)),
      run: run.id,
      tool: run.tool,
      rule: rule,
      target: run.target,
      revision: source.revision,
      file: source.file,
      line: source.line,
      liveness: try liveness(element, verifies),
      disposition: .open,
      committedAt: try source.committedAt(),
      foundAt: run.startedAt,
      locator: element.locator
    )
  }

  private func liveness(
    _ element: Cursor,
    _ verifies: Bool
  ) throws(Diagnostic) -> SecretFinding.Liveness {
    if try element.flag("Verified") == true { return .live }
    if element["VerificationError"]?.text?.isEmpty == false { return .unknown }
    return verifies ? .dead : .unknown
  }
}
