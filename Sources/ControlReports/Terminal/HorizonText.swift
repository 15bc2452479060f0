public import ControlModel

/// When time alone turns decisions, for a terminal.
public struct HorizonText: Sendable {
  /// How many causes of one turn are written out.
  private static let causeLimit = 5

  /// Creates a text.
  public init() {}

  /// The horizons of all subjects that have one.
  ///
  /// - Parameters:
  ///   - results: What came of the assessment.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  /// - Returns: Lines of at most the width, each ending in a line feed; empty where there is none.
  public func render(_ results: AssessmentResults, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    guard results.subjects.contains(where: { $0.horizon != nil }) else { return "" }
    page.heading("Horizon: with nothing else changing, from \(results.asOf)")
    for subject in results.subjects {
      guard let horizon = subject.horizon else { continue }
      page.line()
      let word = page.ink(subject.decision.word, subject.decision.ink)
      page.line("\(word)  \(cut(visible(subject.subject.id), to: page.width - 9))")
      for turn in horizon.turns { write(turn, &page) }
      page.entry("then", horizon.ending)
    }
    return page.text
  }

  private func write(_ turn: DecisionTurn, _ page: inout TerminalPage) {
    page.entry("turns", "\(turn.time): \(turn.from.word) to \(turn.to.word)")
    for cause in turn.causes.prefix(Self.causeLimit) {
      page.entry("because", "\(cause.reason.control ?? cause.reason.rule.rawValue): \(cause.text)")
    }
    let rest = turn.causes.count - Self.causeLimit
    if rest > 0 { page.entry("", "and \(grouped(rest)) more") }
  }
}

extension DecisionTurn {
  /// The instant in words: a limit that is passed turns a nanosecond later.
  var time: String {
    let (seconds, rest) = at.nanosecondsSinceEpoch.quotientAndRemainder(dividingBy: 1_000_000_000)
    guard rest == 1, let limit = Instant(secondsSinceEpoch: seconds) else { return "at \(at)" }
    return "after \(limit)"
  }
}

extension Horizon {
  /// What is known of the time after the last turn.
  var ending: String {
    switch end {
    case .found: "later turns were not looked for"
    case .settled: turns.isEmpty ? "time alone never turns it" : "time alone turns it no more"
    case .reached: "no \(turns.isEmpty ? "" : "further ")turn before \(searchedUntil)"
    case .exhausted:
      "no \(turns.isEmpty ? "" : "further ")turn before \(searchedUntil), "
        + "where the bound on work was reached; beyond that nothing is known"
    }
  }
}
