public import ControlModel

/// What a gate says: the decision, what blocks, who is accountable, and what would unblock it; on
/// one screen, whatever the number of subjects and reasons.
public struct GateScreen: Sendable {
  /// How many lines the screen has.
  private static let height = 24
  /// How many subjects are written out at most; the others are counted.
  private static let subjectLimit = 5
  /// How many notes are written out at most.
  private static let noteLimit = 3

  private let decision: GateDecision
  private let notes: [String]

  /// Creates a screen.
  ///
  /// - Parameters:
  ///   - decision: What the gate decides: no better than the results.
  ///   - notes: Why it is worse than the results, if it is.
  public init(decision: GateDecision, notes: [String] = []) {
    self.decision = decision
    self.notes = notes
  }

  /// The screen.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  /// - Returns: At most 24 lines of at most the width, each ending in a line feed.
  public func render(_ report: Report, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    let results = report.results
    let blocked = results.subjects.filter { $0.decision > .approve }
      .sorted { ($1.decision, $0.subject.id) < ($0.decision, $1.subject.id) }
    page.line("Gate: \(page.ink(decision.word, decision.ink))")
    for note in notes.prefix(Self.noteLimit) { entry("note", note, &page) }
    let silent = notes.count - Self.noteLimit
    if silent > 0 { page.line("  and \(counted(silent, "more note"))") }
    let open = results.subjects.count - blocked.count
    let count = counted(results.subjects.count, "subject")
    page.line("\(count), \(grouped(open)) approved, as of \(results.asOf)")
    let shown = blocked.prefix(Self.subjectLimit)
    // Three lines of frame for each subject, two for each reason.
    let used = 2 + min(notes.count, Self.noteLimit + 1) + (blocked.count > shown.count ? 1 : 0)
    let room = shown.isEmpty ? 0 : (Self.height - used) / shown.count
    for subject in shown { write(subject, reasons: max(0, (room - 3) / 2), report, &page) }
    let more = blocked.count - shown.count
    if more > 0 { page.line("and \(counted(more, "more subject"))") }
    return page.text
  }

  private func write(
    _ subject: SubjectResult,
    reasons limit: Int,
    _ report: Report,
    _ page: inout TerminalPage
  ) {
    page.line()
    let head =
      "\(visible(subject.subject.id))  \(subject.tier.rawValue)  \(subject.decision.word)  "
      + "owner: \(visible(subject.subject.owner))"
    page.line(page.ink(cut(head, to: page.width), subject.decision.ink))
    let reasons = ordered(subject.blockingReasons, report)
    for reason in reasons.prefix(limit) {
      entry(reason.effect == .deny ? "denies" : "holds", reason.text, &page)
      entry("mend", Unblocking.remedy(for: reason, subject, report), &page)
    }
    let rest = reasons.count - min(limit, reasons.count)
    if rest > 0 { page.line("  and \(counted(rest, "more reason")): controls work") }
  }

  /// The reasons in the order in which the gate needs them gone: what denies, hard gates before
  /// all; then what does the most harm; else as they were.
  private func ordered(_ reasons: [GateReason], _ report: Report) -> [GateReason] {
    func weight(_ reason: GateReason) -> (Int, Int, Int) {
      let severity = reason.control.flatMap { report.control($0)?.severity } ?? .low
      let harm = Severity.allCases.firstIndex(of: severity) ?? 0
      return (reason.effect == .deny ? 0 : 1, reason.rule == .hardGateFailed ? 0 : 1, -harm)
    }
    return reasons.enumerated().sorted { left, right in
      let (one, other) = (weight(left.element), weight(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  /// One line, cut rather than broken: the screen must not grow.
  private func entry(_ label: String, _ words: String, _ page: inout TerminalPage) {
    let text = cut(visible(words), to: page.width - 10)
    page.line("  " + page.ink(fitted(label, to: 8), .dim) + text)
  }
}
