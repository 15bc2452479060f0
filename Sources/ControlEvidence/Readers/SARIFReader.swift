public import ControlModel

/// Reads SARIF 2.1.0 as the report of a secret scan.
///
/// Many scanners write SARIF. A run counts as a scan for secrets where the manifest says so or the
/// tool is known for it; of other tools only the rules that speak of secrets count. `results: null`
/// says that the run did not happen, `[]` that it found nothing. A run without `invocations` counts as
/// run where it has results: several scanners never write that member.
public struct SARIFReader: EvidenceReader {
  /// A SARIF log.
  public let format = EvidenceFormat(
    id: "sarif",
    title: "SARIF 2.1.0 of a secret scanner",
    writtenBy: "secret scanners, as in `gitleaks git --report-format sarif`",
    kinds: [.secretScanReport]
  )

  static let secretScanners: Set = [
    "gitleaks", "trufflehog", "detect-secrets", "ggshield", "noseyparker", "nosey parker",
    "github secret scanning", "kingfisher", "talisman", "whispers",
  ]

  /// Creates the reader.
  public init() {}

  /// Whether the document is a SARIF log, whoever wrote it.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let root = document.root, root["version"]?.text?.hasPrefix("2.1.") == true else {
      return false
    }
    return root["runs"]?.value.elements != nil
  }

  /// Reads a scan run for each run and a finding for each result that is a failure.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let root = document.root, recognizes(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no SARIF log",
        needed: "version 2.1.0 and a list of runs",
        remedy: "export SARIF 2.1.0"
      )
    }
    let isListed = sink.context.kinds.contains(.secretScanReport)
    let runs = try root.list("runs")
    var others: [Diagnostic] = []
    for cursor in runs {
      do throws(Diagnostic) {
        let run = try SARIFRun(cursor, isListed: isListed, context: sink.context)
        guard run.isSecretScan else {
          others.append(
            Diagnostic(
              .evidenceFormatUnknown,
              at: cursor.locator,
              found: "a run of \(clipped(run.tool)), which is no known secret scanner",
              needed: "a scan for secrets, or secret-scan-report among the kinds in manifest.json",
              remedy: "list the kind in manifest.json if the run looked for secrets"
            )
          )
          continue
        }
        try run.read(into: &sink)
      } catch {
        sink.reject(error)
      }
    }
    if let other = others.first, others.count == runs.count { throw other }
    for other in others { sink.note(other) }
  }
}

/// One run of a SARIF log.
private struct SARIFRun {
  let cursor: Cursor
  let tool: String
  let version: String?
  let isSecretScan: Bool
  /// Whether every failure of the run is a secret; else only those of ``secretRules`` are.
  private let isWholly: Bool
  private let rules: [Cursor]
  private let secretRules: Set<String>
  private let target: String
  private let startedAt: Instant?
  private let endedAt: Instant?
  private let invocations: [Cursor]

  init(_ cursor: Cursor, isListed: Bool, context: EvidenceContext) throws(Diagnostic) {
    guard let driver = cursor["tool"]?["driver"] else {
      throw cursor.malformed(found: "no tool.driver", needed: "the tool that ran")
    }
    self.cursor = cursor
    tool = try driver.required("name")
    version = driver["semanticVersion"]?.text ?? driver["version"]?.text
    rules = try driver.list("rules")
    secretRules = Set(rules.filter(\.speaksOfSecrets).compactMap { $0["id"]?.text })
    isWholly = isListed || SARIFReader.secretScanners.contains(tool.lowercased())
    isSecretScan = isWholly || !secretRules.isEmpty
    invocations = try cursor.list("invocations")
    let provenance = try cursor.list("versionControlProvenance").first
    target =
      provenance?["repositoryUri"]?.text ?? cursor["automationDetails"]?["id"]?.text
      ?? context.account ?? cursor.path
    endedAt = try invocations.last?.instant("endTimeUtc") ?? context.collectedAt
    startedAt = try invocations.first?.instant("startTimeUtc") ?? endedAt
  }

  private var id: String {
    cursor["automationDetails"]?["guid"]?.text ?? "\(cursor.path)#\(cursor.pointer)"
  }

  /// Whether the tool ran to its end: it lists results, and no invocation of it failed.
  private var succeeded: Bool {
    cursor["results"] != nil
      && invocations.allSatisfy { $0["executionSuccessful"]?.value.bool == true }
  }

  func read(into sink: inout RecordSink) throws(Diagnostic) {
    guard let startedAt, let foundAt = endedAt else {
      throw cursor.malformed(
        found: "no time of the run",
        needed: "endTimeUtc, or collectedAt in manifest.json"
      )
    }
    let failures = try cursor.list("results").filter(isFailure)
    let run = ScanRun(
      id: id,
      tool: tool,
      toolVersion: version,
      target: target,
      targetKind: .repository,
      succeeded: succeeded,
      findingCount: cursor["results"] == nil ? nil : failures.count,
      startedAt: startedAt,
      endedAt: invocations.isEmpty ? nil : endedAt,
      locator: cursor.locator
    )
    sink.add(run)
    for result in failures {
      do throws(Diagnostic) {
        sink.add(try finding(result, foundAt: foundAt))
      } catch {
        sink.reject(error)
      }
    }
  }

  /// Whether a result says that something is wrong now (SARIF 2.1.0, sections 3.27.9 and 3.27.24),
  /// and that it is a secret.
  private func isFailure(_ result: Cursor) -> Bool {
    let isNow = result["baselineState"]?.text != "absent"
    guard (result["kind"]?.text ?? "fail") == "fail", isNow else { return false }
    return isWholly || rule(of: result).map(secretRules.contains) == true
  }

  /// The rule's id, given by name, by reference or by its place in the tool's list.
  private func rule(of result: Cursor) -> String? {
    if let id = result["ruleId"]?.text ?? result["rule"]?["id"]?.text { return id }
    let index = (result["ruleIndex"] ?? result["rule"]?["index"])?.value.integer
    guard let index, rules.indices.contains(index) else { return nil }
    return rules[index]["id"]?.text
  }

  private func finding(_ result: Cursor, foundAt: Instant) throws(Diagnostic) -> SecretFinding {
    guard let rule = rule(of: result) else {
      throw result.malformed(found: "no rule", needed: "ruleId, or ruleIndex within the rules")
    }
    let place = try result.list("locations").first?["physicalLocation"]
    let file = place?["artifactLocation"]?["uri"]?.text
    let line = try place?["region"]?.integer("startLine")
    let partial = result["partialFingerprints"]
    let suppressions = try result.list("suppressions")
    let isSuppressed = !suppressions.isEmpty && suppressions.allSatisfy(\.isAcceptedSuppression)
    return SecretFinding(
      fingerprint: fingerprint(result, rule, file, line),
      run: id,
      tool: tool,
      rule: rule,
      target: target,
      revision: revision(partial),
      file: file,
      line: line,
      liveness: .unknown,
      disposition: isSuppressed ? .suppressed : .open,
      suppressionReason: isSuppressed
        ? suppressions.lazy.compactMap { $0["justification"]?.text }.first : nil,
      committedAt: partial?["date"]?.text.flatMap(Instant.init(rfc3339:)),
      foundAt: foundAt,
      locator: result.locator
    )
  }

  /// gitleaks keeps the commit among the partial fingerprints.
  private func revision(_ partial: Cursor?) -> String? {
    partial?["commitSha"]?.text
      ?? cursor["versionControlProvenance"]?.elements.first?["revisionId"]?.text
  }

  /// What tells the finding from others in the next report too: the tool's own fingerprint; else a
  /// digest of rule, file and the hash of the line, or of the line's number and all that the tool
  /// calls a partial fingerprint, which alone need not be unique.
  private func fingerprint(
    _ result: Cursor,
    _ rule: String,
    _ file: String?,
    _ line: Int?
  ) -> String {
    if let own = result["fingerprints"]?.members.first?.value.text { return own }
    let partial = result["partialFingerprints"]
    var parts = [rule, file ?? ""]
    if let hash = partial?["primaryLocationLineHash"]?.text {
      parts.append(hash)
    } else {
      parts.append(line.map(String.init) ?? "")
      parts += (partial?.members ?? []).map { "\($0.name)=\($0.value.text ?? "")" }.sorted()
    }
    return Digest.sha256(Array(parts.joined(separator: "\n").utf8))
  }
}

extension Cursor {
  /// Whether a rule's id, name or tags say that it looks for secrets.
  fileprivate var speaksOfSecrets: Bool {
    let texts = [self["id"]?.text, self["name"]?.text].compactMap { $0 }
    let tags = self["properties"]?["tags"]?.texts ?? []
    return (texts + tags).contains { text in
      let text = text.lowercased()
      return text.contains("secret") || text.contains("hardcoded-credential")
        || text.contains("hard-coded-credential") || text.hasSuffix("cwe-798")
    }
  }

  /// Whether a suppression holds: one under review or rejected does not (section 3.35.3).
  fileprivate var isAcceptedSuppression: Bool {
    (self["status"]?.text ?? "accepted") == "accepted"
  }
}
