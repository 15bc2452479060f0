import ControlModel

/// Findings as a GitLab code quality report, shown in merge requests.
///
/// Waived findings stand there as `info`; a control that could not be judged is an entry of its
/// own. Paths are those of a repository that keeps its evidence in `evidence`.
public struct GitLabCodeQuality: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "gitlab"
  /// The name of the file it is written to.
  public let fileName = "gl-code-quality-report.json"
  /// What the document is.
  public let summary = "GitLab code quality report"

  /// Creates a renderer.
  public init() {}

  /// The whole document.
  ///
  /// - Parameter report: The finished results.
  /// - Returns: The report, an array.
  public func render(_ report: Report) -> String {
    var fingerprints = Fingerprints()
    var entries: [Entry] = []
    for verdict in report.verdicts {
      for finding in verdict.result.findings {
        entries.append(
          Entry(
            text: finding.sentence,
            control: verdict.control,
            severity: finding.waiver == nil ? Self.word(verdict.control.severity) : "info",
            path: finding.repositoryPath,
            line: finding.locator?.line ?? 1,
            fingerprint: fingerprints.next(finding)
          )
        )
      }
      guard verdict.result.outcome.isUnassessed else { continue }
      entries.append(
        Entry(
          text: verdict.sentence,
          control: verdict.control,
          severity: verdict.result.blocks ? Self.word(verdict.control.severity) : "info",
          path: "evidence/\(verdict.subject.subject.id)",
          line: 1,
          fingerprint: fingerprints.next(verdict)
        )
      )
    }
    var writer = JSONWriter(.exported)
    writer.array(entries) { writer, entry in
      writer.object {
        $0.member("description", "\(entry.control.title): \(visible(entry.text))")
        $0.member("check_name", entry.control.id)
        $0.member("fingerprint", entry.fingerprint)
        $0.member("severity", entry.severity)
        $0.object("location") {
          $0.member("path", visible(entry.path))
          $0.object("lines") { $0.member("begin", max(1, entry.line)) }
        }
      }
    }
    return writer.text + "\n"
  }

  private struct Entry {
    let text: String
    let control: ControlDescription
    let severity: String
    let path: String
    let line: Int
    let fingerprint: String
  }

  private static func word(_ severity: Severity) -> String {
    switch severity {
    case .low: "minor"
    case .medium: "major"
    case .high: "critical"
    case .critical: "blocker"
    }
  }
}
