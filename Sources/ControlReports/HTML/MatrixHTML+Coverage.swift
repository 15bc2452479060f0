import ControlModel

extension MatrixHTML {
  /// How much of each framework the controls reach, and by which mode: never one sum.
  ///
  /// A requirement counts once: under the controls that decide it, else under those that
  /// contribute, else as uncovered. Where several modes decide it, it counts as hybrid.
  func coverage(_ report: Report) -> String {
    let modes = ControlDescription.Mode.allCases
    let heads = modes.map { "<th scope=\"col\">\($0.rawValue)</th>" }.joined()
    let rows = report.sections.map { section -> String in
      let coverage = FrameworkCoverage(section)
      let cells = [("satisfied", coverage.satisfied), ("supported", coverage.supported)].flatMap {
        standing,
        counts in
        modes.map { "<td data-s=\"\(standing), \($0.rawValue)\">\(grouped(counts[$0] ?? 0))</td>" }
      }
      return """
        <tr><th scope="row"><a href="#framework=\(fragment(section.framework.name))">\
        \(html(section.title))</a></th>\(cells.joined())\
        <td data-s="uncovered">\(grouped(coverage.uncovered))</td>\
        <td data-s="requirements">\(grouped(section.rows.count))</td></tr>
        """
    }
    return """
      <section id="coverage"><h2>Coverage</h2>
      <p class="quiet">How many requirements controls decide, only contribute to, or do not reach. \
      It says nothing about outcomes: those are in the matrix.</p>
      <table class="plain numbers"><caption class="away">Requirements by framework, standing and mode</caption>
      <thead><tr><th scope="col" rowspan="2">Framework</th>\
      <th scope="colgroup" colspan="\(modes.count)">Satisfied by controls</th>\
      <th scope="colgroup" colspan="\(modes.count)">Supported only</th>\
      <th scope="col" rowspan="2">Uncovered</th><th scope="col" rowspan="2">Requirements</th></tr>
      <tr>\(heads)\(heads)</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></section>
      """
  }
}

/// How many requirements of a framework have controls, by what these can do and how they work.
struct FrameworkCoverage {
  /// Requirements that at least one control decides.
  var satisfied: [ControlDescription.Mode: Int] = [:]
  /// Requirements that controls only contribute to.
  var supported: [ControlDescription.Mode: Int] = [:]
  /// Requirements that no control maps to.
  var uncovered = 0

  init(_ section: MatrixSection) {
    for row in section.rows {
      let results = row.cells.compactMap(\.result).filter { $0.standing != .uncovered }
      guard let result = results.first(where: { $0.standing == .assessed }) ?? results.first else {
        uncovered += 1
        continue
      }
      let mode = result.modes.count == 1 ? result.modes[0] : .hybrid
      if result.standing == .assessed {
        satisfied[mode, default: 0] += 1
      } else {
        supported[mode, default: 0] += 1
      }
    }
  }
}
