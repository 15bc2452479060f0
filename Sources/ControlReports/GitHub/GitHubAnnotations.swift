import ControlModel

/// Findings as workflow commands that GitHub shows beside the lines of the evidence.
///
/// One command on a line and nothing else: what blocks is an error, what is flagged a warning, what
/// is waived a notice. Paths are those of a repository that keeps its evidence in `evidence`.
public struct GitHubAnnotations: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "github"
  /// The name of the file it is written to.
  public let fileName = "github-annotations.txt"
  /// What the document is.
  public let summary = "GitHub workflow commands, a line for each finding"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the commands, one on each line, the decisions first.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let subjects = report.results.subjects
    if subjects.isEmpty {
      sink.write(Self.command("error", text: "No subject was assessed.") + "\n")
    }
    for subject in subjects {
      let line = Self.command(
        subject.decision == .approve ? "notice" : "error",
        title: "\(subject.subject.id): \(subject.decision.rawValue)",
        text: "\(subject.subject.name) for \(subject.tier.rawValue): " + subject.decision.meaning
      )
      sink.write(line + "\n")
    }
    for verdict in report.verdicts {
      for line in Self.commands(verdict) { sink.write(line + "\n") }
    }
  }

  private static func commands(_ verdict: Verdict) -> [String] {
    let kind = verdict.result.blocks ? "error" : "warning"
    var lines = verdict.result.findings.map { finding in
      command(
        finding.waiver == nil ? kind : "notice",
        file: finding.locator == nil ? nil : finding.repositoryPath,
        line: finding.locator?.line,
        title: "\(verdict.control.id) \(verdict.control.title)",
        text: "\(finding.subject): \(finding.sentence); mend: \(finding.remedy)"
          + (finding.waiver.map { " [waived by \($0)]" } ?? "")
      )
    }
    if verdict.result.outcome.isUnassessed {
      lines.append(
        command(
          kind,
          title: "\(verdict.control.id) \(verdict.result.outcome.label)",
          text: "\(verdict.subject.subject.id): \(verdict.sentence)"
        )
      )
    }
    return lines
  }

  private static func command(
    _ kind: String,
    file: String? = nil,
    line: Int? = nil,
    title: String? = nil,
    text: String
  ) -> String {
    var properties: [String] = []
    if let file { properties.append("file=\(property(file))") }
    if let line { properties.append("line=\(line)") }
    if let title { properties.append("title=\(property(title))") }
    let list = properties.isEmpty ? "" : " " + properties.joined(separator: ",")
    return "::\(kind)\(list)::\(data(text))"
  }

  /// The message of a command; control characters are shown, so only the percent sign is left.
  private static func data(_ text: String) -> String { visible(text).replacing("%", with: "%25") }

  /// The value of a property, in which `:` and `,` would end it.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
