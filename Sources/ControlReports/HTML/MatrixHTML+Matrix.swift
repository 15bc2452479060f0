import ControlFrameworks
import ControlModel

extension MatrixHTML {
  /// With more subjects than this the tables scroll sideways in a frame of their own.
  private static let subjectsOnAPage = 6

  /// Writes the matrix: a table for each framework, and what narrows them.
  func writeMatrix(_ report: Report, to sink: ReportSink) {
    sink.write("<section id=\"matrix\"><h2>Matrix</h2>\n\(legend)\n\(filters(report))\n")
    for section in report.sections { sink.write(table(section, in: report) + "\n") }
    sink.write("</section>")
  }

  private var legend: String {
    let words = CellStatus.allCases.map {
      "<div><dt><span class=\"c \($0.rawValue)\"><b>\(Icons.use($0.rawValue))\($0.word)</b></span></dt><dd>\($0.meaning)</dd></div>"
    }
    return """
      <details class="legend"><summary>How to read a cell</summary><dl>\(words.joined())\
      <div><dt>3 of 1,204</dt><dd>records that deviate and are not waived, of those judged</dd></div>\
      <div><dt>A · H · M</dt><dd>automated from files · hybrid · attested by people</dd></div></dl></details>
      """
  }

  private func filters(_ report: Report) -> String {
    let cells = report.sections.flatMap(\.rows).flatMap(\.cells)
    let buttons = CellStatus.allCases.compactMap { status -> String? in
      let count = cells.count { $0.status == status }
      guard count > 0 else { return nil }
      return """
        <button type="button" class="chip \(status.rawValue)" aria-pressed="false" \
        data-status="\(status.rawValue)">\(Icons.use(status.rawValue))\(status.word) \
        <span>\(grouped(count))</span></button>
        """
    }
    return """
      <form class="filters needs-script" role="search" aria-label="Filter the matrix">
      <label for="search">Search</label>
      <input id="search" type="search" autocomplete="off" spellcheck="false" \
      placeholder="Requirement, control or words">
      <div class="chips" role="group" aria-label="Show only these outcomes">\(buttons.joined())</div>
      <div class="actions"><button type="button" id="expand">Expand all</button>\
      <button type="button" id="collapse">Collapse all</button>\
      <button type="reset" id="reset">Reset</button></div>
      <p id="shown" role="status"></p>
      </form>
      """
  }

  private func table(_ section: MatrixSection, in report: Report) -> String {
    let subjects = report.results.subjects
    let heads = subjects.map {
      "<th scope=\"col\"><a href=\"#subject=\(fragment($0.subject.id))\"><bdi>\(html($0.subject.name))</bdi></a><small>\($0.decision.word.lowercased()), \($0.tier.rawValue)</small></th>"
    }
    let source = section.catalog.map {
      "<small>\(html($0.publisher)), \(html($0.published)). \(html($0.licence)).</small>"
    }
    let frame = subjects.count > Self.subjectsOnAPage ? "frame many" : "frame"
    return """
      <div class="\(frame)"><div class="cap"><h3><a href="#framework=\(fragment(section.framework.name))">\(html(section.title))</a></h3>\(source ?? "")</div>
      <table class="matrix" data-f="\(html(section.framework.name))">
      <caption class="away">\(html(section.framework.name))</caption>
      <thead><tr><th scope="col">Requirement</th>\(heads.joined())</tr></thead>
      \(section.groups.map { group($0, in: report) }.joined(separator: "\n"))
      </table></div>
      """
  }

  private func group(_ group: MatrixGroup, in report: Report) -> String {
    let subjects = report.results.subjects
    var text = ""
    if let band = group.band {
      text += """
        <tbody class="band"><tr><th scope="rowgroup" colspan="\(subjects.count + 1)">\
        \(label(band))</th></tr></tbody>
        """
    }
    if let head = group.head {
      let cells = subjects.indices.map { "<td>\(tally(group.counts(subject: $0)))</td>" }
      text += """
        <tbody class="head"><tr><th scope="rowgroup"><button type="button" class="fold" \
        aria-expanded="true">\(Icons.use("fold"))<span>\(label(head))</span></button></th>\
        \(cells.joined())</tr></tbody>
        """
    }
    let rows = group.rows.map { row($0, subjects: subjects) }
    return text + "<tbody class=\"rows\">\n\(rows.joined(separator: "\n"))\n</tbody>"
  }

  private func label(_ row: MatrixRow) -> String {
    "<b>\(html(row.requirement.id))</b> \(html(row.name))"
  }

  private func tally(_ counts: [(status: CellStatus, count: Int)]) -> String {
    let shown = counts.filter { $0.status != .uncovered }
    if shown.isEmpty { return "<span class=\"c uncovered\">uncovered</span>" }
    return shown.map {
      "<span class=\"t \($0.status.rawValue)\">\($0.count) \($0.status.word)</span>"
    }
    .joined(separator: " ")
  }

  private func row(_ row: MatrixRow, subjects: [SubjectResult]) -> String {
    let cells = zip(row.cells, subjects).map { cell, subject in
      cell.status == .uncovered
        ? "<td class=\"u\">\(cell.status.word)</td>"
        : "<td data-s=\"\(html(subject.subject.name))\">\(self.cell(cell))</td>"
    }
    return """
      <tr data-r="\(html(row.requirement.id))"\(row.isUncovered ? " class=\"none\"" : "")>\
      <th scope="row"><button type="button" class="req">\(label(row))\(through(row))</button></th>\(cells.joined())</tr>
      """
  }

  private func through(_ row: MatrixRow) -> String {
    row.throughWords.map { "<small class=\"via\">\(html($0))</small>" } ?? ""
  }

  private func cell(_ cell: MatrixCell) -> String {
    let status = cell.status.rawValue
    var words = "<b>\(Icons.use(status))\(cell.status.word)</b>"
    if let other = cell.supportingStatus {
      words += " <em class=\"\(other.rawValue)\">\(other.word)</em>"
    }
    let modes = cell.result?.modes ?? []
    let names = modes.map(\.label).joined(separator: ", ")
    let letters = modes.map(\.letter).joined()
    let mode = modes.isEmpty ? "" : "<abbr title=\"\(names)\">\(letters)</abbr>"
    let details = [cell.population, mode].compactMap(\.self).filter { !$0.isEmpty }
    if !details.isEmpty { words += " <span class=\"p\">\(details.joined(separator: " "))</span>" }
    return "<button type=\"button\" class=\"c \(status)\">\(words)</button>"
  }
}

extension MatrixSection {
  /// What the report says of an official item.
  struct OfficialItem {
    let id: String
    let name: String
    let title: String
    let text: String
    let source: String
  }

  /// Every official item, groups included.
  var officialItems: [OfficialItem] {
    (catalog?.items ?? []).map {
      OfficialItem(
        id: $0.requirement.id,
        name: $0.name,
        title: $0.title,
        text: $0.text,
        source: $0.source
      )
    }
  }
}
