import ControlFrameworks
import ControlModel

/// Where the columns of a table stand.
private struct TableColumns {
  static let gap = 2
  /// A title narrower than this says nothing; then fewer subjects share a table.
  static let narrowestTitle = 14
  static let widestID = 14

  let id: Int
  let title: Int
  let cell: Int
  let subjects: [Range<Int>]

  init(_ section: MatrixSection, names: [String], width: Int, words: (MatrixCell) -> String) {
    let rows = section.rows
    id = min(Self.widestID, rows.map { columns($0.requirement.id) }.max() ?? 0)
    let widest = rows.flatMap { $0.cells.map { columns(words($0)) } }.max() ?? 0
    let name = names.map { columns($0) }.max() ?? 0
    cell = max(8, widest, min(name, width >= 120 ? 20 : 14))
    let room = width - id - Self.gap - Self.narrowestTitle
    let perTable = max(1, room / (cell + Self.gap))
    subjects = stride(from: 0, to: names.count, by: perTable).map {
      $0..<min($0 + perTable, names.count)
    }
    let used = min(perTable, names.count) * (cell + Self.gap)
    title = max(1, width - id - Self.gap - used)
  }
}

extension TerminalMatrix {
  /// From this width on cells are written in full words.
  private static let wideWindow = 120

  /// Writes the table of one framework; more than one where the subjects do not fit side by side.
  func write(_ section: MatrixSection, of report: Report, to page: inout TerminalPage) {
    let isWide = page.width >= Self.wideWindow
    let words: (MatrixCell) -> String = { isWide ? $0.words : $0.shortWords }
    let names = report.results.subjects.map { visible($0.subject.id) }
    let table = TableColumns(section, names: names, width: page.width, words: words)
    for subjects in table.subjects {
      page.line()
      let head = names[subjects].map { fitted($0, to: table.cell) }
      let gap = String(repeating: " ", count: TableColumns.gap)
      let lead = table.id + TableColumns.gap + table.title
      if columns(section.title) < lead {
        page.line(page.ink(fitted(section.title, to: lead), .bold) + head.joined(separator: gap))
      } else {
        page.line(page.ink(cut(section.title, to: page.width), .bold))
        page.line(fitted("", to: lead) + head.joined(separator: gap))
      }
      for group in section.groups {
        let isWhole = showsAll || group.head == nil
        let rows = isWhole ? group.rows : group.rows.filter { !$0.isUncovered }
        writeHead(of: group, shown: rows.count, to: &page)
        for row in rows {
          let id = fitted(row.requirement.id, to: table.id) + gap
          let title = fitted(visible(row.name), to: table.title - 1) + " "
          let cells = subjects.map { index in
            let cell = row.cells[index]
            return page.ink(fitted(words(cell), to: table.cell), cell.status.ink)
          }
          page.line(id + title + cells.joined(separator: gap))
          guard let through = row.throughWords else { continue }
          for line in wrapped(visible(through), to: page.width - table.id - TableColumns.gap) {
            page.line(page.ink(fitted("", to: table.id) + gap + line, .dim))
          }
        }
      }
    }
  }

  private func writeHead(of group: MatrixGroup, shown: Int, to page: inout TerminalPage) {
    guard let head = group.head else { return }
    let folded = group.rows.count - shown
    let note = folded == 0 ? "" : "  \(folded) \(shown == 0 ? "" : "more ")uncovered"
    let title = head.name.isEmpty ? "" : " " + head.name
    let name = cut(visible(head.requirement.id + title), to: page.width - columns(note))
    page.line(page.ink(name + note, .dim))
  }
}
