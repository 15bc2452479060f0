import ControlModel

extension MatrixHTML {
  /// The profiles that were asked for: what each decides, and its controls in the order of reading;
  /// empty where none was.
  func profiles(_ report: Report) -> String {
    if report.results.profiles.isEmpty { return "" }
    let parts = report.results.profiles.map { profile($0, in: report) }
    return
      "<section id=\"profiles\"><h2>Profiles</h2>\n\(parts.joined(separator: "\n"))</section>\n"
  }

  private func profile(_ profile: Profile, in report: Report) -> String {
    let decisions = report.results.subjects.map { decision(of: profile, on: $0) }
    return """
      <h3>\(html(profile.title)) <small>\(html(profile.name))</small></h3>
      <p>\(html(profile.purpose)) Its gate is that of <b>\(profile.tier.rawValue)</b>; \
      the decision on each subject stays that of the whole.</p>
      \(decisions.joined(separator: "\n"))
      \(table(ProfileTable(profile, in: report), in: report))
      """
  }

  private func decision(of profile: Profile, on subject: SubjectResult) -> String {
    guard let result = subject.result(of: profile) else { return "" }
    let reasons = result.blockingReasons.map { reason in
      let words = "<bdi>\(html(reason.text))</bdi>"
      let linked = reason.control.map {
        "<a href=\"#control=\(fragment(subject.subject.id))/\(fragment($0))\">\(words)</a>"
      }
      let rule = "<small>\(reason.rule.rawValue)</small>"
      return "<li class=\"\(reason.effect.rawValue)\">\(linked ?? words) \(rule)</li>"
    }
    let why =
      reasons.isEmpty
      ? ""
      : "<details><summary>\(counted(reasons.count, "reason"))</summary><ul class=\"reasons\">"
        + "\(reasons.joined())</ul></details>"
    return """
      <div class="why"><p><b><bdi>\(html(subject.subject.name))</bdi></b>: \
      <b>\(result.decision.word)</b>, \(html(profile.sentence(result.decision))). \
      Today: \(subject.readiness.label).</p>\(why)</div>
      """
  }

  private func table(_ table: ProfileTable, in report: Report) -> String {
    let subjects = report.results.subjects
    let heads = subjects.map { "<th scope=\"col\"><bdi>\(html($0.subject.name))</bdi></th>" }
    let bodies = table.sections.map { section, rows -> String in
      let lines = rows.map { row -> String in
        let cells = zip(row.cells, subjects).map { cell, subject in
          let target = "#control=\(fragment(subject.subject.id))/\(fragment(row.id))"
          let badge = """
            <span class="c \(cell.status.rawValue)"><b>\(Icons.use(cell.status.rawValue))\
            \(cell.words)</b></span>
            """
          let linked = cell.result == nil ? badge : "<a href=\"\(target)\">\(badge)</a>"
          return "<td data-s=\"\(html(subject.subject.name))\">\(linked)</td>"
        }
        return """
          <tr><th scope="row"><b>\(html(row.id))</b> \(html(row.title))</th>\(cells.joined())</tr>
          """
      }
      return """
        <tbody><tr><th scope="rowgroup" colspan="\(subjects.count + 1)">\(html(section.title)) \
        <small>\(html(section.question))</small></th></tr></tbody>
        <tbody>\(lines.joined(separator: "\n"))</tbody>
        """
    }
    return """
      <table class="plain"><caption class="away">\(html(table.profile.title))</caption>
      <thead><tr><th scope="col">Control</th>\(heads.joined())</tr></thead>
      \(bodies.joined(separator: "\n"))</table>
      """
  }
}
