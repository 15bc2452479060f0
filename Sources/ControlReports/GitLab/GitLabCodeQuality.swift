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

  /// Writes the whole document: the report, an array.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    var fingerprints = Fingerprints()
    JSONWriter.listDocument(to: sink) { writer in
      for verdict in report.verdicts {
        for finding in verdict.result.findings {
          let entry = Entry(
            text: finding.sentence,
            control: verdict.control,
            severity: finding.waiver == nil ? Self.word(verdict.control.severity) : "info",
            path: finding.repositoryPath,
            line: finding.locator?.line ?? 1,
            fingerprint: fingerprints.next(finding)
          )
          writer.element { entry.write(to: &$0) }
        }
        guard verdict.result.outcome.isUnassessed else { continue }
        let entry = Entry(
          text: verdict.sentence,
          control: verdict.control,
          severity: verdict.result.blocks ? Self.word(verdict.control.severity) : "info",
          path: "evidence/\(verdict.subject.subject.id)",
          line: 1,
          fingerprint: fingerprints.next(verdict)
        )
        writer.element { entry.write(to: &$0) }
      }
    }
  }

  private struct Entry {
    let text: String
    let control: ControlDescription
    let severity: String
    let path: String
    let line: Int
    let fingerprint: String

    func write(to writer: inout JSONWriter) {
      writer.member("description", "\(control.title): \(visible(text))")
      writer.member("check_name", control.id)
      writer.member("fingerprint", fingerprint)
      writer.member("severity", severity)
      writer.object("location") {
        $0.member("path", visible(path))
        $0.object("lines") { $0.member("begin", max(1, line)) }
      }
    }
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
