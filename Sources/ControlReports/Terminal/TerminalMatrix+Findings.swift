import ControlModel

extension TerminalMatrix {
  /// Writes what is wrong with a subject, control by control.
  func writeFindings(of result: SubjectResult, in report: Report, to page: inout TerminalPage) {
    let notable = result.controls.filter {
      $0.findingCount > 0 || !$0.findings.isEmpty || $0.outcome > .waived || !$0.unjudged.isEmpty
    }
    guard !notable.isEmpty else { return }
    page.heading("Findings: \(result.subject.name) (\(result.subject.id))")
    let times = result.collectionTimes
    let shown = worst(of: notable, in: report)
    var isBrief = false
    for control in shown {
      // What has nothing to show but its reason stands close to its like.
      let wasBrief = isBrief
      isBrief = control.findings.isEmpty && control.unjudged.isEmpty
      if !(wasBrief && isBrief) { page.line() }
      writeTitle(of: control, in: report, to: &page)
      for reason in control.reasons { page.entry("because", reason) }
      for finding in control.findings.prefix(findingsPerControl) {
        write(finding, times: times, to: &page)
      }
      let kept = min(control.findings.count, findingsPerControl)
      let rest = max(control.findingCount, control.findings.count) - kept
      if rest > 0 { page.entry("", "and \(grouped(rest)) more") }
      for diagnostic in control.unjudged.prefix(findingsPerControl) { write(diagnostic, to: &page) }
      let unjudged = control.unjudged.count - findingsPerControl
      if unjudged > 0 { page.entry("", "and \(grouped(unjudged)) more that could not be judged") }
      for remedy in remedies(of: control, in: report) { page.entry("mend", remedy) }
    }
    let rest = notable.count - shown.count
    if rest == 0 { return }
    page.line()
    let words = """
      and \(counted(rest, "more control")) with findings: controls why \(result.subject.id) ID shows \
      one, --all and the reports show all
      """
    for line in wrapped(words, to: page.width) { page.line(line) }
  }

  /// The most severe of some results, in the order in which they stood.
  private func worst(of results: [ControlResult], in report: Report) -> [ControlResult] {
    if showsAll || results.count <= controlsPerSubject { return results }
    let ranked = results.enumerated().sorted { left, right in
      let severities = [left, right].map { report.control($0.element.control)?.severity ?? .low }
      return severities[0] == severities[1]
        ? left.offset < right.offset : severities[0] > severities[1]
    }
    return ranked.prefix(controlsPerSubject).sorted { $0.offset < $1.offset }.map(\.element)
  }

  private func writeTitle(of result: ControlResult, in report: Report, to page: inout TerminalPage)
  {
    let status =
      result.isClaimedOnly && result.outcome <= .notAssessed
      ? CellStatus.claimed : CellStatus(result.outcome)
    let title = report.control(result.control)?.title ?? ""
    var words = "\(visible(result.control))  \(visible(title))"
    if result.findingCount > 0 {
      words += " (\(grouped(result.failedCount)) of \(grouped(result.population.count)) "
      words += visible(result.population.recordType)
      if result.waivedCount > 0 { words += ", \(grouped(result.waivedCount)) waived" }
      words += ")"
    }
    let label = status.word.uppercased() + "  "
    let lines = wrapped(words, to: page.width - columns(label))
    for (index, line) in lines.enumerated() {
      let blank = String(repeating: " ", count: columns(label))
      page.line((index == 0 ? page.ink(label, status.ink) : blank) + line)
    }
  }

  private func write(_ finding: Finding, times: [String: Instant], to page: inout TerminalPage) {
    let waived = finding.waiver.map { " (waived by \($0))" } ?? ""
    page.entry(
      "because",
      """
      \(finding.recordType) \(finding.record): \(finding.attribute) is \(finding.observed), \
      needed \(finding.expected)\(waived)
      """
    )
    if let locator = finding.locator {
      let collected = times[locator.path].map { ", collected \($0)" } ?? ""
      page.entry("seen at", locator.description + collected)
    }
    if !finding.path.isEmpty { page.entry("chain", finding.path.joined(separator: " -> ")) }
  }

  private func write(_ diagnostic: Diagnostic, to page: inout TerminalPage) {
    page.entry("found", "\(diagnostic.found) [\(diagnostic.code.rawValue)]")
    page.entry("needed", diagnostic.needed)
    if let locator = diagnostic.locator { page.entry("seen at", locator.description) }
  }

  /// How to mend what is written out, each remedy once; the control's own where none is.
  private func remedies(of result: ControlResult, in report: Report) -> [String] {
    var remedies: [String] = []
    let shown =
      result.findings.prefix(findingsPerControl).map(\.remedy)
      + result.unjudged.prefix(findingsPerControl).map(\.remedy)
    for remedy in shown where !remedy.isEmpty && !remedies.contains(remedy) {
      remedies.append(remedy)
    }
    if remedies.isEmpty, result.outcome == .fail, let own = report.control(result.control)?.remedy {
      return own.isEmpty ? [] : [own]
    }
    return remedies
  }
}
