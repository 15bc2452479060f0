public import ControlModel

/// Reads a report of gitleaks, version 8.
///
/// `[]` and `null` both say that the scan ran and found nothing. The report names neither what was
/// scanned nor when: account and time come from the manifest, and without a time nothing can be
/// used. The secrets themselves and the lines they stand in are never read.
public struct GitleaksReader: EvidenceReader {
  /// The JSON report.
  public let format = EvidenceFormat(
    id: "gitleaks",
    title: "gitleaks report, version 8",
    writtenBy: "gitleaks git --redact --report-format json",
    kinds: [.secretScanReport]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document is a list of findings.
  ///
  /// An empty list tells nobody who wrote it, so it is read only where the manifest names the format.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let elements = document.root?.value.elements, !elements.isEmpty else { return false }
    return elements.allSatisfy { $0["RuleID"] != nil && $0["Fingerprint"] != nil }
  }

  /// Reads the run and a finding for each element.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    let place = Locator(path: document.path, digest: document.digest, line: 1)
    guard let root = document.root, root.value.isNull || root.value.elements != nil else {
      throw Diagnostic(
        .recordMalformed,
        at: place,
        found: "no list of findings",
        needed: "a JSON array, empty where nothing was found",
        remedy: "export with --report-format json, version 8"
      )
    }
    guard let foundAt = sink.context.collectedAt else {
      throw Diagnostic(
        .recordMalformed,
        at: place,
        found: "no time of the scan",
        needed: "collectedAt in manifest.json, since the report has no time of its own",
        remedy: "list the file in manifest.json with the time of the scan"
      )
    }
    let run = ScanRun(
      id: "gitleaks:\(document.path)",
      tool: "gitleaks",
      target: sink.context.account ?? document.path,
      targetKind: .repository,
      succeeded: true,
      findingCount: root.elements.count,
      startedAt: foundAt,
      locator: root.locator
    )
    sink.add(run)
    for element in root.elements {
      do throws(Diagnostic) {
        sink.add(try finding(element, of: run))
      } catch {
        sink.reject(error)
      }
    }
  }

  private func finding(_ element: Cursor, of run: ScanRun) throws(Diagnostic) -> SecretFinding {
    // A scan of a folder has no commits: both texts are empty then.
    let commit = element["Commit"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    let isDated = element["Date"]?.text?.isEmpty == false
    return SecretFinding(
      fingerprint: try element.required("Fingerprint"),
      run: run.id,
      tool: run.tool,
      rule: try element.required("RuleID"),
      target: run.target,
      revision: commit,
      file: element["File"]?.text,
      line: try element.integer("StartLine"),
      liveness: .unknown,
      disposition: .open,
      committedAt: isDated ? try element.instant("Date") : nil,
      foundAt: run.startedAt,
      locator: element.locator
    )
  }
}
