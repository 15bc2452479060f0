import ControlModel

extension TerminalMatrix {
  /// How many reasons of a profile a subject has; the rest is counted.
  private static let profileReasons = 5
  private static let gap = 2

  /// Writes the matrix of each profile that was asked for: its sections, in the order of reading.
  func writeProfiles(of report: Report, to page: inout TerminalPage) {
    for profile in report.results.profiles {
      page.heading("Profile \(profile.name): \(profile.title)")
      for line in wrapped(profile.purpose, to: page.width) { page.line(line) }
      write(ProfileTable(profile, in: report), of: report, to: &page)
    }
  }

  /// Writes what each profile says of each subject, and why.
  func writeProfileDecisions(of report: Report, to page: inout TerminalPage) {
    for profile in report.results.profiles {
      page.heading("Profile \(profile.name), as its gate for \(profile.tier.rawValue) decides")
      for subject in report.results.subjects {
        guard let result = subject.result(of: profile) else { continue }
        page.line()
        // Beside the name stand the decision and what the subject is today.
        let id = cut(visible(subject.subject.id), to: page.width - 2 - 7 - 2 - 20)
        let word = page.ink(fitted(result.decision.word, to: 7), result.decision.ink)
        page.line("\(page.ink(id, .bold))  \(word)  \(subject.readiness.label)")
        let blocking = result.blockingReasons
        page.entry("says", profile.sentence(result.decision))
        for reason in blocking.prefix(Self.profileReasons) {
          page.entry(reason.effect == .deny ? "denies" : "holds", reason.text)
        }
        let rest = blocking.count - Self.profileReasons
        if rest > 0 { page.entry("", "and \(grouped(rest)) more") }
        let whole = "\(subject.tier.rawValue) stays as the whole decides: \(subject.decision.word)"
        page.entry("whole", whole)
      }
    }
  }

  private func write(_ table: ProfileTable, of report: Report, to page: inout TerminalPage) {
    let rows = table.sections.flatMap(\.rows)
    let names = report.results.subjects.map { visible($0.subject.id) }
    let id = rows.map { columns($0.id) }.max() ?? 0
    let widest = rows.flatMap { $0.cells.map { columns($0.shortWords) } }.max() ?? 0
    let cell = max(8, widest, min(14, names.map { columns($0) }.max() ?? 0))
    let perTable = max(1, (page.width - id - Self.gap - 14) / (cell + Self.gap))
    for first in stride(from: 0, to: names.count, by: perTable) {
      let shown = first..<min(first + perTable, names.count)
      let title = max(1, page.width - id - Self.gap - shown.count * (cell + Self.gap))
      for (section, rows) in table.sections {
        page.line()
        let head = names[shown].map {
          String(repeating: " ", count: Self.gap) + fitted($0, to: cell)
        }
        let lead = fitted(section.title, to: id + Self.gap + title)
        page.line(page.ink(lead, .bold) + head.joined())
        page.line(page.ink(cut(section.question, to: page.width), .dim))
        for row in rows {
          let name = fitted(row.id, to: id) + String(repeating: " ", count: Self.gap)
          let words = fitted(visible(row.title), to: title)
          let cells = row.cells[shown].map {
            String(repeating: " ", count: Self.gap)
              + page.ink(fitted($0.shortWords, to: cell), $0.status.ink)
          }
          page.line(name + words + cells.joined())
        }
      }
    }
  }
}
