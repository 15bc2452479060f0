import ControlModel

extension TerminalMatrix {
  /// How many lines of what blocks a subject has; the rest is counted.
  private static let blockingLines = 10

  /// Writes the decision of each subject and what blocks it.
  func writeDecisions(of report: Report, to page: inout TerminalPage) {
    page.heading("Decisions")
    let subjects = report.results.subjects
    guard !subjects.isEmpty else {
      page.line("No subject was assessed.")
      return
    }
    // Beside the name stand tier, decision and readiness; a longer name has a line of its own.
    let room = page.width - 2 - 10 - 2 - 7 - 2 - 20
    let names = subjects.map { columns(visible($0.subject.id)) }
    let name = names.filter { $0 <= room }.max() ?? 4
    for result in subjects {
      let id = visible(result.subject.id)
      let fits = columns(id) <= name
      page.line()
      if !fits { page.line(page.ink(cut(id, to: page.width), .bold)) }
      page.line(
        page.ink(fitted(fits ? id : "", to: name), .bold) + "  "
          + fitted(result.tier.rawValue, to: 10) + "  "
          + page.ink(fitted(result.decision.word, to: 7), result.decision.ink) + "  "
          + result.readiness.label
      )
      let proofs = result.coreProofs.map { "\($0.proof.label.lowercased()) \($0.outcome.label)" }
      if !proofs.isEmpty { page.entry("proofs", proofs.joined(separator: ", ")) }
      let blocking = result.blockingReasons
      let kept = blocking.count > Self.blockingLines ? Self.blockingLines - 1 : blocking.count
      for reason in blocking.prefix(kept) {
        let label = reason.effect == .deny ? "denies" : "holds"
        page.entry(label, reason.text)
      }
      if blocking.count > kept { page.entry("", "and \(grouped(blocking.count - kept)) more") }
      let flagged = result.flaggedReasons.count
      if flagged > 0 { page.entry("flags", "\(counted(flagged, "reason")), without effect here") }
    }
  }
}
