import ControlModel

extension MatrixHTML {
  /// Where the script lists every finding.
  func findings(_ report: Report) -> String {
    let total = report.results.subjects.flatMap(\.controls).reduce(0) { $0 + $1.findingCount }
    return """
      <section id="findings"><h2>Findings <small>\(grouped(total))</small></h2>
      <noscript><p>The list of findings needs the script of this file. \
      <code>results.json</code> and <code>matrix.md</code> hold the same findings.</p></noscript>
      <div id="finding-list" class="needs-script"></div></section>
      """
  }

  /// The waivers and what is wrong with them.
  func waivers(_ report: Report) -> String {
    let parts = report.results.subjects.filter { !$0.waivers.isEmpty || !$0.waiverFindings.isEmpty }
      .map(waivers)
    let none = "<p class=\"quiet\">No waiver was in force, and none is wrong.</p>"
    return """
      <section id="waivers"><h2>Waivers</h2>
      \(parts.isEmpty ? none : parts.joined(separator: "\n"))</section>
      """
  }

  private func waivers(of result: SubjectResult) -> String {
    let rows = result.waivers.map { waiver -> [String] in
      let problems = result.waiverFindings.filter { $0.waiver == waiver.id }
      return [
        waiver.id, waiver.control, waiver.records.joined(separator: ", "), waiver.reason,
        waiver.compensatingControl, "\(waiver.owner); approved by \(waiver.approver)",
        "\(waiver.startsAt.description.prefix(10)) to \(waiver.expiresAt.description.prefix(10))",
        problems.isEmpty
          ? "in order"
          : problems.map { $0.text + ($0.voids ? " It excuses nothing." : "") }.joined(
            separator: " "
          ),
      ]
    }
    let known = Set(result.waivers.map(\.id))
    let others = result.waiverFindings.filter { !known.contains($0.waiver) }
      .map { "<p><b>\(html($0.waiver))</b>: \(html($0.text))</p>" }
    let headings = [
      "Waiver", "Control", "Records", "Reason", "Meanwhile", "Owner", "Excuses", "State",
    ]
    return plainTable(result.subject.name, headings, rows) + others.joined()
  }

  /// The evidence files of every subject.
  func evidence(_ report: Report) -> String {
    let parts = report.results.subjects.map { result -> String in
      let rows = result.files.map { file in
        [
          file.path, file.state.rawValue, file.kinds.map(\.name).joined(separator: ", "),
          grouped(file.recordCount)
            + (file.rejectedCount > 0 ? ", \(grouped(file.rejectedCount)) not readable" : ""),
          [file.sourceClass?.label, file.sourceSystem].compactMap(\.self).joined(separator: ", "),
          file.collectedAt?.description ?? "not recorded", file.digest,
        ]
      }
      let headings = ["File", "Found", "Kinds", "Records", "Source", "Collected", "SHA-256"]
      let problems = (result.files.flatMap(\.diagnostics) + result.diagnostics).map {
        "<li><b>\(html($0.locator?.description ?? result.subject.id))</b>: found \(html($0.found)); needed \(html($0.needed)); mend: \(html($0.remedy)) <small>\($0.code.rawValue)</small></li>"
      }
      let table =
        rows.isEmpty
        ? "<h3><bdi>\(html(result.subject.name))</bdi></h3><p class=\"quiet\">No file.</p>"
        : plainTable(result.subject.name, headings, rows) { row in
          "evidence=\(fragment(result.subject.id))/\(fragment(row[0]))"
        }
      return table + (problems.isEmpty ? "" : "<ul class=\"problems\">\(problems.joined())</ul>")
    }
    return """
      <section id="evidence"><h2>Evidence</h2>
      \(parts.joined(separator: "\n"))</section>
      """
  }

  /// What the results rest on: tool, policy, waivers, parameters.
  func basis(_ report: Report) -> String {
    let results = report.results
    let rows = results.parameters.map { entry -> [String] in
      let unit = entry.parameter.unit.isEmpty ? "" : " \(entry.parameter.unit)"
      return [
        entry.parameter.name, entry.value.description + unit,
        entry.parameter.defaultValue.description + unit, entry.source ?? "default",
        entry.parameter.meaning,
      ]
    }
    let headings = ["Parameter", "In force", "Default", "Source", "Meaning"]
    return """
      <section id="basis"><h2>Basis</h2>
      <dl class="facts"><dt>Tool</dt><dd>controls \(html(results.toolVersion))</dd>\
      <dt>As of</dt><dd>\(results.asOf)</dd>\
      <dt>Policy, SHA-256</dt><dd><code>\(results.policyDigest.isEmpty ? "none: defaults" : html(results.policyDigest))</code></dd>\
      <dt>Waivers, SHA-256</dt><dd><code>\(results.waiversDigest.isEmpty ? "none" : html(results.waiversDigest))</code></dd></dl>
      <p class="quiet">The same evidence, controls, policy, waivers and as-of time give this file again, byte for byte.</p>
      \(rows.isEmpty ? "" : plainTable("Policy in force", headings, rows))</section>
      """
  }

  /// A table of texts; `link` names the view that a row's first cell opens.
  private func plainTable(
    _ caption: String,
    _ headings: [String],
    _ rows: [[String]],
    link: ([String]) -> String? = { _ in nil }
  ) -> String {
    let head = headings.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.map { row in
      let cells = zip(row, headings).enumerated().map { index, cell in
        let (text, heading) = cell
        let content = "<bdi>\(html(text))</bdi>"
        if index == 0 {
          let linked = link(row).map { "<a href=\"#\($0)\">\(content)</a>" } ?? content
          return "<th scope=\"row\" data-s=\"\(heading)\">\(linked)</th>"
        }
        return "<td\(columnClass(heading)) data-s=\"\(heading)\">\(content)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <h3 class="cap"><bdi>\(html(caption))</bdi></h3>
      <table class="plain"><caption class="away">\(html(caption))</caption>
      <thead><tr>\(head)</tr></thead><tbody>\(body.joined(separator: "\n"))</tbody></table>
      """
  }

  /// Columns whose words are ours and short are not broken; digests are broken anywhere.
  private func columnClass(_ heading: String) -> String {
    switch heading {
    case "SHA-256": " class=\"digest\""
    case "Meaning": " class=\"wide\""
    case "Collected", "Found": " class=\"short\""
    default: ""
    }
  }
}
