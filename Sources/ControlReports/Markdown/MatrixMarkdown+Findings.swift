import ControlModel

extension MatrixMarkdown {
  /// Writes what is wrong with a subject, control by control.
  func writeFindings(of result: SubjectResult, in report: Report, to page: inout MarkdownPage) {
    let times = result.collectionTimes
    let notable = result.controls.filter {
      !$0.findings.isEmpty || $0.findingCount > 0 || $0.outcome > .waived || !$0.unjudged.isEmpty
    }
    page.add("### \(markdown(result.subject.name)) (\(markdown(result.subject.id)))")
    if notable.isEmpty { page.add("No finding, and nothing that could not be assessed.") }
    for control in notable {
      let title = report.control(control.control)?.title ?? ""
      page.add("#### \(markdown(control.control)) \(markdown(title)): \(words(control))")
      if let why = report.control(control.control)?.rationale, !why.isEmpty {
        page.add(markdown(why))
      }
      page.add(control.reasons.map { "- because \(markdown($0))" }.joined(separator: "\n"))
      page.add(table(of: control.findings, times: times))
      let unlisted = control.findingCount - control.findings.count
      if unlisted > 0 { page.add("\(counted(unlisted, "more finding")) counted, not listed.") }
      page.add(unjudged(control.unjudged))
    }
  }

  private func words(_ result: ControlResult) -> String {
    let status =
      result.isClaimedOnly && result.outcome <= .notAssessed
      ? CellStatus.claimed : CellStatus(result.outcome)
    let population = result.population
    var text = status.word
    if result.findingCount > 0 {
      text += " \(grouped(result.failedCount)) of \(grouped(population.count))"
      text += " \(markdown(population.recordType))"
    }
    if result.waivedCount > 0 && status != .waived {
      text += ", \(grouped(result.waivedCount)) more waived"
    }
    return text
  }

  private func table(of findings: [Finding], times: [String: Instant]) -> String {
    guard !findings.isEmpty else { return "" }
    var table = MarkdownTable(
      "Record",
      "What",
      "Needed",
      "Found",
      "Seen at",
      "Collected",
      "Mend",
      "Waiver"
    )
    for finding in findings {
      let chain = finding.path.isEmpty ? "" : " (through \(finding.path.joined(separator: " -> ")))"
      table.row(
        "\(markdown(finding.recordType)) \(markdown(finding.record))",
        markdown(finding.attribute),
        markdown(finding.expected),
        markdown(finding.observed + chain),
        finding.locator.map(place) ?? "the subject as a whole",
        finding.locator.flatMap { times[$0.path] }?.description ?? "not recorded",
        markdown(finding.remedy),
        finding.waiver.map(markdown) ?? "none"
      )
    }
    return table.markdown.trimmed
  }

  /// The place of a record, with enough of the digest to find the file in the list of evidence.
  private func place(_ locator: Locator) -> String {
    let digest = locator.digest.isEmpty ? "" : ", SHA-256 \(shortDigest(locator.digest))"
    return markdown(locator.description) + markdown(digest)
  }

  /// What could not be judged, as a list.
  func unjudged(_ diagnostics: [Diagnostic]) -> String {
    let lines = diagnostics.map { diagnostic in
      let place = diagnostic.locator.map { "\(self.place($0)): " } ?? ""
      return "- \(place)\(diagnostic.code.rawValue): found \(markdown(diagnostic.found)); "
        + "needed \(markdown(diagnostic.needed)); mend: \(markdown(diagnostic.remedy))"
    }
    return lines.joined(separator: "\n")
  }
}
