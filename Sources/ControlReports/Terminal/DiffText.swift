public import ControlModel

/// What lies between two runs, for a terminal.
public struct DiffText: Sendable {
  /// How many findings of one control are written out.
  private static let findingLimit = 5

  /// Creates a text.
  public init() {}

  /// What turned, and why.
  ///
  /// - Parameters:
  ///   - diff: The comparison.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  /// - Returns: Lines of at most the width, each ending in a line feed.
  public func render(_ diff: ResultsDiff, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    if !diff.isComparable {
      page.line(page.ink("not comparable", .boldYellow))
      for obstacle in diff.obstacles { page.entry("because", obstacle) }
      if diff.hasChanges { page.heading("What both runs have") }
    } else if !diff.hasChanges {
      page.line("no change")
    }
    for subject in diff.subjects where subject.hasChanges { write(subject, &page) }
    return page.text
  }

  /// The controls that got worse, one line each with its cause.
  ///
  /// - Parameters:
  ///   - diff: The comparison.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  /// - Returns: Lines of at most the width; empty where nothing got worse.
  public func regressions(_ diff: ResultsDiff, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    for (subject, turn) in diff.regressions {
      let line = cut("WORSE  \(visible(subject))  \(turn.words)", to: page.width)
      page.line(page.ink(line, .boldRed))
      if let cause = turn.causes.first { page.entry(cause.kind.rawValue, cause.text) }
    }
    return page.text
  }

  private func write(_ subject: SubjectDiff, _ page: inout TerminalPage) {
    page.line()
    let decision =
      subject.oldDecision == subject.newDecision
      ? "\(subject.newDecision.word) as before"
      : "\(subject.oldDecision.word) to \(subject.newDecision.word)"
    page.line(page.ink(cut("\(visible(subject.subject))  \(decision)", to: page.width), .bold))
    for turn in subject.controls {
      page.line("  " + cut(turn.words, to: page.width - 2))
      for cause in turn.causes { page.entry(cause.kind.rawValue, cause.text, indent: 4) }
      write("new", turn.appeared, &page)
      write("gone", turn.gone, &page)
      write("reopened", turn.reopened, &page)
      write("waived", turn.excused, &page)
      if turn.isCut { page.entry("", "more findings than are kept: others may differ", indent: 4) }
    }
  }

  private func write(_ label: String, _ findings: [Finding], _ page: inout TerminalPage) {
    for finding in findings.prefix(Self.findingLimit) {
      page.entry(
        label,
        "\(finding.recordType) \(finding.record): \(finding.attribute) is \(finding.observed), "
          + "needed \(finding.expected)",
        indent: 4
      )
    }
    let rest = findings.count - Self.findingLimit
    if rest > 0 { page.entry("", "and \(grouped(rest)) more \(label)", indent: 4) }
  }
}

extension ControlTurn {
  /// The turn in one line.
  var words: String {
    let outcome =
      oldOutcome == newOutcome
      ? "\(newOutcome.label) as before" : "\(oldOutcome.label) to \(newOutcome.label)"
    let head = "\(visible(control))  \(outcome)"
    if oldFailedCount == newFailedCount { return head }
    return "\(head), \(grouped(oldFailedCount)) to \(grouped(newFailedCount)) failing"
  }
}
