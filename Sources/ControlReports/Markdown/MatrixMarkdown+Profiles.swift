import ControlModel

extension MatrixMarkdown {
  /// Writes each profile that was asked for: what it decides, and its controls in the order of
  /// reading.
  func writeProfiles(of report: Report, to page: inout MarkdownPage) {
    if report.results.profiles.isEmpty { return }
    page.add("## Profiles")
    for profile in report.results.profiles {
      page.add("### \(markdown(profile.title)) (\(markdown(profile.name)))")
      page.add(
        "\(markdown(profile.purpose)) Its gate is that of \(profile.tier.rawValue); "
          + "the decision on each subject stays that of the whole."
      )
      page.add(decisions(of: profile, in: report))
      for (section, rows) in ProfileTable(profile, in: report).sections {
        page.add("#### \(markdown(section.title))\n\n\(markdown(section.question))")
        var table = MarkdownTable(
          ["Control"] + report.results.subjects.map { markdown($0.subject.id) }
        )
        for row in rows {
          table.row([markdown("\(row.id) \(row.title)")] + row.cells.map(cell))
        }
        page.add(table.markdown.trimmed)
      }
    }
  }

  private func decisions(of profile: Profile, in report: Report) -> String {
    report.results.subjects.compactMap { subject -> String? in
      guard let result = subject.result(of: profile) else { return nil }
      let blocking = result.blockingReasons
      var lines = [
        "- \(markdown(subject.subject.id)): **\(result.decision.word)**, "
          + "\(markdown(profile.sentence(result.decision))). Today: \(subject.readiness.label)."
      ]
      lines += blocking.prefix(Self.blockingLines).map {
        "  - \(markdown($0.text)) (\($0.rule.rawValue))"
      }
      let rest = blocking.count - Self.blockingLines
      if rest > 0 { lines.append("  - and \(grouped(rest)) more") }
      return lines.joined(separator: "\n")
    }
    .joined(separator: "\n")
  }

  private func cell(_ cell: ControlCell) -> String {
    switch cell.status {
    case .fail, .error: "**\(cell.words)**"
    default: cell.words
    }
  }
}
