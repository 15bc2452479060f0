public import ControlModel

/// Reads a baseline of detect-secrets.
///
/// It has the time, the version and the hashes of the secrets, but not what was scanned: that is the
/// manifest's account. `is_secret: false` is a person's word that it is none.
public struct DetectSecretsReader: EvidenceReader {
  /// The baseline.
  public let format = EvidenceFormat(
    id: "detect-secrets",
    title: "detect-secrets baseline",
    writtenBy: "detect-secrets scan",
    kinds: [.secretScanReport]
  )

  /// Creates the reader.
  public init() {}

  /// Whether the document is a baseline: results by file beside the plug-ins that were used.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root else { return false }
    return root["results"]?.value.members != nil && root["plugins_used"]?.value.elements != nil
  }

  /// Reads the run and its findings.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, let results = root["results"], results.value.members != nil
    else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no results",
        needed: "a baseline with results by file",
        remedy: "write it with `detect-secrets scan`"
      )
    }
    guard let foundAt = try root.instant("generated_at") else {
      throw root.malformed(found: "no generated_at", needed: "the time of the scan")
    }
    let run = ScanRun(
      id: "detect-secrets:\(document.path)",
      tool: "detect-secrets",
      toolVersion: root["version"]?.text,
      target: sink.context.account ?? document.path,
      targetKind: .repository,
      scope: try root.list("plugins_used").compactMap { $0["name"]?.text },
      succeeded: true,
      findingCount: results.members.reduce(0) { $0 + $1.value.elements.count },
      startedAt: foundAt,
      locator: root.locator
    )
    sink.add(run)
    for (file, findings) in results.members {
      for element in findings.elements {
        sink.attempt { (sink) throws(Diagnostic) in
          sink.add(try finding(element, in: file, of: run))
        }
      }
    }
  }

  private func finding(
    _ element: Cursor,
    in file: String,
    of run: ScanRun
  ) throws(Diagnostic) -> SecretFinding {
    let rule = try element.required("type")
    // The hash is of the secret alone, without salt: only a digest of it together with its place is
    // kept, which nobody can look up.
    let parts = [rule, run.target, file, try element.required("hashed_secret")]
    return SecretFinding(
      fingerprint: Digest.sha256(Array(parts.joined(separator: "\n").utf8)),
      run: run.id,
      tool: run.tool,
      rule: rule,
      target: run.target,
      file: file,
      line: try element.integer("line_number"),
      liveness: try element.flag("is_verified") == true ? .live : .unknown,
      disposition: try element.flag("is_secret") == false ? .falsePositive : .open,
      foundAt: run.startedAt,
      locator: element.locator
    )
  }
}
