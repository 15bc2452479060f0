import ControlModel

/// The matrix as a Markdown document: decisions first, then the matrix, findings and evidence.
public struct MatrixMarkdown: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "markdown"
  /// The name of the file it is written to.
  public let fileName = "matrix.md"
  /// What the document is.
  public let summary = "matrix, findings and evidence as Markdown"

  /// How many lines of what blocks a subject has in its summary; the rest is counted.
  static let blockingLines = 10

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the document, ending in a line feed.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let results = report.results
    var page = MarkdownPage(to: sink)
    page.add(head(report))
    page.add("## Decisions")
    page.add(decisions(report))
    for result in results.subjects { page.add(summary(of: result)) }
    writeProfiles(of: report, to: &page)
    page.add("## Matrix")
    page.add(legend)
    for section in report.sections { page.add(table(of: section, in: report)) }
    page.add("## Findings")
    for result in results.subjects { writeFindings(of: result, in: report, to: &page) }
    page.add("## Waivers")
    for result in results.subjects { page.add(waivers(of: result)) }
    page.add("## Evidence")
    for result in results.subjects { page.add(evidence(of: result)) }
    page.add("## Policy in force")
    page.add(policy(report))
    sink.write("\n")
  }

  private func head(_ report: Report) -> String {
    let results = report.results
    var text = """
      # Control assessment

      As of \(results.asOf), by controls \(markdown(results.toolVersion)): \
      \(counted(results.subjects.count, "subject")), \
      \(counted(results.controls.count, "control")). \
      The same evidence, controls, policy and as-of time give this document again, byte for byte.
      """
    if let filter = results.filter {
      text += "\n\nOnly the controls that match `\(markdown(filter))` ran, so nothing is approved."
    }
    return text
  }

  private func decisions(_ report: Report) -> String {
    guard !report.results.subjects.isEmpty else { return "No subject was assessed." }
    var table = MarkdownTable("Subject", "Tier", "Decision", "Today", "Exit code", "Core proofs")
    for result in report.results.subjects {
      table.row(
        "\(markdown(result.subject.name)) (\(markdown(result.subject.id)))",
        result.tier.rawValue,
        "**\(result.decision.word)**",
        result.readiness.label,
        String(result.decision.exitCode),
        result.coreProofs.map { "\($0.proof.label): \($0.outcome.label)" }.joined(separator: "; ")
      )
    }
    return table.markdown.trimmed
  }

  private func summary(of result: SubjectResult) -> String {
    let blocking = result.blockingReasons
    let flagged = result.flaggedReasons
    var lines = [
      "### \(markdown(result.subject.name)): \(result.decision.word) for \(result.tier.rawValue)",
      "",
      "\(result.decision.meaning.sentence) Owner: \(markdown(result.subject.owner)).",
    ]
    if !blocking.isEmpty {
      lines += ["", "What blocks:", ""]
      let kept = blocking.count > Self.blockingLines ? Self.blockingLines - 1 : blocking.count
      lines += blocking.prefix(kept).map { "- \(markdown($0.text)) (\($0.rule.rawValue))" }
      if blocking.count > kept { lines.append("- and \(grouped(blocking.count - kept)) more") }
    }
    if !flagged.isEmpty {
      lines += ["", "\(counted(flagged.count, "reason")) flagged, without effect in this tier."]
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text without line feeds at its end.
  var trimmed: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The text as a sentence: a capital first, a full stop last.
  var sentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
