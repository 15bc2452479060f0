import ControlModel

/// The findings as rows of texts: one for each finding, and one for each control without any.
enum FindingTable {
  /// The names of the columns, in order.
  static let columns = [
    "subject", "subjectName", "tier", "decision", "control", "title", "severity", "outcome",
    "blocks", "population", "failed", "findings", "waived", "recordType", "record", "attribute",
    "expected", "observed", "chain", "path", "line", "pointer", "sha256", "collectedAt", "remedy",
    "waiver", "waiverExpiresAt", "owner", "reasons", "satisfies", "supports", "source",
  ]

  /// The columns whose texts are whole numbers, or empty.
  static let numbers: Set<String> = [
    "population", "failed", "findings", "waived", "line",
  ]

  /// How many rows there are, without the heading.
  static func rowCount(of report: Report) -> Int {
    report.results.subjects.reduce(0) { sum, subject in
      subject.controls.reduce(sum) { $0 + max(1, $1.findings.count) }
    }
  }

  /// Calls the body with the cells of each row, in the order of ``columns``.
  static func forEachRow(of report: Report, _ body: ([String], Verdict) -> Void) {
    let times = report.collectionTimes
    for verdict in report.verdicts {
      let start = head(verdict)
      let end = tail(verdict)
      let findings = verdict.result.findings.map(Optional.some)
      for finding in findings.isEmpty ? [nil] : findings {
        let path = finding?.locator?.path
        let time = path.flatMap { times[verdict.subject.subject.id]?[$0] }
        body(start + middle(finding, collectedAt: time, in: verdict) + end, verdict)
      }
    }
  }

  private static func head(_ verdict: Verdict) -> [String] {
    let (subject, control, result) = (verdict.subject, verdict.control, verdict.result)
    return [
      subject.subject.id, subject.subject.name, subject.tier.rawValue, subject.decision.rawValue,
      control.id, control.title, control.severity.rawValue, result.outcome.rawValue,
      String(result.blocks), String(result.population.count), String(result.failedCount),
      String(result.findingCount), String(result.waivedCount),
    ]
  }

  private static func middle(
    _ finding: Finding?,
    collectedAt: Instant?,
    in verdict: Verdict
  ) -> [String] {
    guard let finding else {
      return [verdict.result.population.recordType] + Array(repeating: "", count: 10)
        + [verdict.control.remedy, "", ""]
    }
    let locator = finding.locator
    return [
      finding.recordType, finding.record, finding.attribute, finding.expected, finding.observed,
      finding.path.joined(separator: " -> "), locator?.path ?? "",
      locator?.line.map(String.init) ?? "", locator?.pointer ?? "", locator?.digest ?? "",
      collectedAt?.description ?? "", finding.remedy, finding.waiver ?? "",
      verdict.waiver(finding.waiver)?.expiresAt.description ?? "",
    ]
  }

  private static func tail(_ verdict: Verdict) -> [String] {
    [
      verdict.subject.subject.owner,
      (verdict.result.reasons + verdict.result.unjudged.map(\.sentence)).joined(separator: "; "),
      verdict.control.satisfies.map(\.description).joined(separator: " "),
      verdict.control.supports.map(\.description).joined(separator: " "), verdict.control.source,
    ]
  }
}
