import ControlModel

/// Findings as a table: a row for each finding, and one for each control without any.
///
/// RFC 4180 with line feeds. A spreadsheet program takes text that starts with `=`, `+`, `-` or `@`
/// for a formula; such a cell gets an apostrophe in front, by which those programs know text.
public struct FindingsCSV: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "csv"
  /// The name of the file it is written to.
  public let fileName = "findings.csv"
  /// What the document is.
  public let summary = "findings as a table, formulas neutralised"

  /// The names of the columns, in order.
  static let columns = [
    "subject", "subjectName", "tier", "decision", "control", "title", "severity", "outcome",
    "blocks", "population", "failed", "findings", "waived", "recordType", "record", "attribute",
    "expected", "observed", "chain", "path", "line", "pointer", "sha256", "collectedAt", "remedy",
    "waiver", "waiverExpiresAt", "owner", "reasons", "satisfies", "supports", "source",
  ]

  /// Creates a renderer.
  public init() {}

  /// The whole document.
  ///
  /// - Parameter report: The finished results.
  /// - Returns: The table, its heading first.
  public func render(_ report: Report) -> String {
    var text = Self.columns.joined(separator: ",") + "\n"
    let times = report.collectionTimes
    for verdict in report.verdicts {
      let start = head(verdict)
      let end = tail(verdict)
      let findings = verdict.result.findings.map(Optional.some)
      for finding in findings.isEmpty ? [nil] : findings {
        let path = finding?.locator?.path
        let time = path.flatMap { times[verdict.subject.subject.id]?[$0] }
        let cells = start + middle(finding, collectedAt: time, in: verdict) + end
        text += cells.map(csv).joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private func head(_ verdict: Verdict) -> [String] {
    let (subject, control, result) = (verdict.subject, verdict.control, verdict.result)
    return [
      subject.subject.id, subject.subject.name, subject.tier.rawValue, subject.decision.rawValue,
      control.id, control.title, control.severity.rawValue, result.outcome.rawValue,
      String(result.blocks), String(result.population.count), String(result.failedCount),
      String(result.findingCount), String(result.waivedCount),
    ]
  }

  private func middle(
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

  private func tail(_ verdict: Verdict) -> [String] {
    [
      verdict.subject.subject.owner,
      (verdict.result.reasons + verdict.result.unjudged.map(\.sentence)).joined(separator: "; "),
      verdict.control.satisfies.map(\.description).joined(separator: " "),
      verdict.control.supports.map(\.description).joined(separator: " "), verdict.control.source,
    ]
  }
}

/// A cell in which nothing acts: no formula, no control character, no end of row.
///
/// A program that splits at semicolons starts a cell behind each, so what stands there is looked
/// at as well.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The cell, in quotes where it needs them.
func csv(_ text: String) -> String {
  var cell = ""
  var startsCell = true
  for scalar in visible(text).unicodeScalars {
    if startsCell, isFormulaStart(scalar) { cell += "'" }
    if !scalar.properties.isWhitespace, scalar != "\"" { startsCell = scalar == ";" }
    if scalar == "\"" { cell += "\"" }
    cell.unicodeScalars.append(scalar)
  }
  let needsQuotes = cell.contains { $0 == "," || $0 == "\"" || $0 == ";" || $0 == " " }
  return needsQuotes ? "\"\(cell)\"" : cell
}

/// Whether a spreadsheet program takes what starts so for a formula, in wide letters too.
private func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
  "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}".unicodeScalars.contains(scalar)
}
