import ControlFrameworks
import ControlModel

extension MatrixMarkdown {
  /// What the words in the cells mean.
  var legend: String {
    let words = CellStatus.allCases.map { "**\($0.word)**: \($0.meaning)" }
    return words.joined(separator: "; ") + ". \"3 of 1,204\" counts the records that deviate and "
      + "are not waived, of those judged. A automated, H hybrid, M attested by people."
  }

  /// The table of one framework: every official item, a column for each subject.
  func table(of section: MatrixSection, in report: Report) -> String {
    var table = MarkdownTable(
      ["Requirement"] + report.results.subjects.map { markdown($0.subject.id) }
    )
    let blanks = report.results.subjects.map { _ in "" }
    for group in section.groups {
      if let band = group.band { table.row(["**\(heading(band))**"] + blanks) }
      if let head = group.head, head.requirement != group.rows.first?.requirement {
        table.row(["**\(heading(head))**"] + blanks)
      }
      for row in group.rows {
        let through = row.throughWords.map { " (\(markdown($0)))" } ?? ""
        table.row([heading(row) + through] + row.cells.map(cell))
      }
    }
    let source = section.catalog.map {
      "\(markdown($0.publisher)), \(markdown($0.published)). \(markdown($0.licence)).\n\n"
    }
    return "### \(markdown(section.title))\n\n" + (source ?? "") + table.markdown.trimmed
  }

  private func heading(_ row: MatrixRow) -> String {
    markdown(row.name.isEmpty ? row.requirement.id : "\(row.requirement.id) \(row.name)")
  }

  private func cell(_ cell: MatrixCell) -> String {
    let modes = (cell.result?.modes ?? []).map(\.letter).joined()
    switch cell.status {
    case .uncovered, .notApplicable: return cell.words
    case .fail, .error: return "**\(cell.words)** \(modes)".trimmingBlanks
    case .pass: return "\(cell.words) \(cell.population ?? "") \(modes)".trimmingBlanks
    default: return "\(cell.words) \(modes)".trimmingBlanks
    }
  }
}

extension String {
  /// The text with single blanks between its words and none at its ends.
  fileprivate var trimmingBlanks: String { split(separator: " ").joined(separator: " ") }
}
