import ControlModel

extension SARIFLog {
  /// Writes the array of results: every finding, and every control that could not be judged.
  static func writeResults(_ report: Report, to writer: inout JSONWriter) {
    var indices: [String: Int] = [:]
    for (index, control) in report.results.controls.enumerated() where indices[control.id] == nil {
      indices[control.id] = index
    }
    var fingerprints = Fingerprints()
    writer.list { writer in
      for verdict in report.verdicts {
        let index = indices[verdict.control.id]
        let isOpen = verdict.result.outcome.isUnassessed
        for finding in verdict.result.findings.map(Optional.some) + (isOpen ? [nil] : []) {
          let result = SARIFResult(
            verdict: verdict,
            finding: finding,
            ruleIndex: index,
            fingerprint: finding.map { fingerprints.next($0) } ?? fingerprints.next(verdict)
          )
          writer.element { result.write(to: &$0) }
        }
      }
    }
  }
}

/// One result of a log: a finding, or a control that could not be judged.
private struct SARIFResult {
  let verdict: Verdict
  let finding: Finding?
  let ruleIndex: Int?
  let fingerprint: String

  func write(to writer: inout JSONWriter) {
    let control = verdict.control
    writer.member("ruleId", control.id)
    writer.optional("ruleIndex", ruleIndex)
    writer.member("kind", finding == nil ? "open" : "fail")
    writer.member("level", finding == nil ? "none" : SARIFLog.level(control.severity))
    let unjudged = verdict.result.unjudged.map(\.sentence)
    let text = finding?.sentence ?? ([verdict.sentence] + unjudged).joined(separator: "; ")
    writer.object("message") { $0.member("text", sarif("\(control.title): \(text)")) }
    writer.member("locations", [finding]) { write(location: $1, to: &$0) }
    writer.object("partialFingerprints") { $0.member("controlRecord/v1", fingerprint) }
    // An empty list would say that suppressions were looked for by somebody else's means.
    if let finding, finding.waiver != nil {
      writer.member("suppressions", [finding]) { write(suppression: $1, to: &$0) }
    }
    writer.object("properties") {
      $0.member("subject", verdict.subject.subject.id)
      $0.member("outcome", verdict.result.outcome.rawValue)
      $0.member("blocks", verdict.result.blocks)
      if let finding {
        $0.member("record", finding.record)
        $0.member("attribute", finding.attribute)
        $0.member("expected", finding.expected)
        $0.member("observed", finding.observed)
        $0.member("remedy", finding.remedy)
        $0.optional("sha256", finding.locator?.digest)
        $0.optional("pointer", finding.locator?.pointer)
      }
    }
  }

  private func write(location finding: Finding?, to writer: inout JSONWriter) {
    let subject = verdict.subject.subject.id
    writer.object("physicalLocation") {
      $0.object("artifactLocation") {
        let path = finding?.locator.map { "\(subject)/\($0.path)" } ?? "\(subject)/subject.yaml"
        $0.member("uri", uriPath(path))
        $0.member("uriBaseId", "EVIDENCE")
      }
      if let line = finding?.locator?.line, line > 0 {
        $0.object("region") { $0.member("startLine", line) }
      }
    }
    writer.member("logicalLocations", [finding]) {
      let names = [subject, $1?.recordType, $1?.record]
      $0.member("fullyQualifiedName", names.compactMap { $0 }.joined(separator: "/"))
      $0.member("kind", "resource")
    }
  }

  private func write(suppression finding: Finding, to writer: inout JSONWriter) {
    let waiver = verdict.waiver(finding.waiver)
    writer.member("kind", "external")
    writer.member("status", "accepted")
    let until = waiver.map { " until \($0.expiresAt), approved by \($0.approver): \($0.reason)" }
    writer.member("justification", "waiver \(finding.waiver ?? "")\(until ?? "")")
  }
}

/// The text of a message in which nothing is a link or a place to fill in: SARIF 2.1.0 reads
/// `[text](address)` (3.11.6) and `{0}` (3.11.5) in messages.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The text with brackets behind backslashes and braces doubled.
func sarif(_ text: String) -> String {
  visible(text).replacing("[", with: "\\[").replacing("]", with: "\\]")
    .replacing("{", with: "{{").replacing("}", with: "}}")
}
