import ControlModel

/// The decisions and what blocks them as one screen of Markdown, for a pipeline's summary page.
///
/// Services cut summaries off (GitHub at a mebibyte), so findings are counted here and only the
/// first few of each control are listed; what is left out is said.
public struct StepSummary: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "summary"
  /// The name of the file it is written to.
  public let fileName = "summary.md"
  /// What the document is.
  public let summary = "decisions and what blocks, as Markdown for a step summary"

  /// How many findings of a control, and how many reasons of a subject, are listed.
  static let listed = 5

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the Markdown.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let results = report.results
    var parts = ["## Control assessment: \(results.decision.word)"]
    guard !results.subjects.isEmpty else {
      return sink.write(parts[0] + "\n\nNo subject was assessed.\n")
    }
    var table = MarkdownTable("Subject", "Tier", "Decision", "Controls", "Findings", "Owner")
    for subject in results.subjects {
      table.row(
        markdown(subject.subject.name),
        subject.tier.rawValue,
        "**\(subject.decision.word)**",
        tally(subject),
        grouped(subject.controls.reduce(0) { $0 + $1.findingCount }),
        markdown(subject.subject.owner)
      )
    }
    parts.append(table.markdown.trimmed)
    for subject in results.subjects where subject.decision != .approve {
      parts.append(blocking(subject))
      parts += report.verdicts(of: subject).filter { !$0.openFindings.isEmpty }.map(findings)
    }
    parts.append(
      "As of \(results.asOf), controls \(markdown(results.toolVersion)), policy "
        + "\(shortDigest(results.policyDigest))."
    )
    sink.write(parts.joined(separator: "\n\n") + "\n")
  }

  private func tally(_ subject: SubjectResult) -> String {
    Outcome.allCases.reversed().compactMap { outcome in
      let count = subject.controls.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(grouped(count)) \(outcome.label)"
    }.joined(separator: ", ")
  }

  private func blocking(_ subject: SubjectResult) -> String {
    let reasons = subject.blockingReasons
    var lines = ["### \(markdown(subject.subject.name)): what blocks", ""]
    lines += reasons.prefix(Self.listed).map { "- \(markdown($0.text)) (\($0.rule.rawValue))" }
    if reasons.count > Self.listed {
      lines.append("- and \(grouped(reasons.count - Self.listed)) more")
    }
    return lines.joined(separator: "\n")
  }

  private func findings(_ verdict: Verdict) -> String {
    let open = verdict.openFindings
    let all = max(open.count, verdict.result.findingCount - verdict.result.waivedCount)
    var lines = [
      "**\(markdown(verdict.control.id)) \(markdown(verdict.control.title))**: "
        + counted(all, "finding"), "",
    ]
    lines += open.prefix(Self.listed).map { finding in
      let place = finding.locator.map { " at \(markdown($0.description))" } ?? ""
      return "- \(markdown(finding.sentence))\(place)"
    }
    if all > Self.listed { lines.append("- and \(grouped(all - Self.listed)) more") }
    return lines.joined(separator: "\n")
  }
}
