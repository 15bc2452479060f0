import ControlModel

/// The report for a browser: decisions, matrix, and the record behind every cell, in one file.
///
/// The file asks for nothing from a network: its policy forbids it. The tables stand in the markup,
/// so that it reads and prints without its script; details are drawn on demand from the results,
/// which the file holds as data, in the grammar of ``ResultsJSON`` packed by ``PackedTexts``.
public struct MatrixHTML: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "html"
  /// The name of the file it is written to.
  public let fileName = "matrix.html"
  /// What the document is.
  public let summary = "matrix, findings and evidence as one page"

  /// What the browser may load and run: this style, this script, and nothing else.
  static let securityPolicy = """
    default-src 'none'; style-src 'sha256-\(Style.digest)'; script-src 'sha256-\(Script.digest)'; \
    base-uri 'none'; form-action 'none'
    """

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document, ending in a line feed.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    sink.write(head(report))
    sink.write(decisions(report) + "\n" + profiles(report))
    writeMatrix(report, to: sink)
    for section in [coverage, findings, chains, waivers, evidence, basis] {
      let text = section(report)
      if !text.isEmpty { sink.write("\n" + text) }
    }
    sink.write(
      """

      </main>
      <dialog id="panel" aria-labelledby="panel-title"></dialog>
      <script type="application/json" id="data">
      """
    )
    writeData(report, to: sink)
    sink.write(
      """
      </script>
      <script>\(Script.text)</script>
      </body>
      </html>

      """
    )
  }

  private func head(_ report: Report) -> String {
    let title = "Control assessment, \(report.results.asOf.description.prefix(10))"
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.securityPolicy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(html(title))</title>
      <style>\(Style.text)</style>
      </head>
      <body>
      \(Icons.sheet)
      <a class="skip" href="#matrix">To the matrix</a>
      \(masthead(report))
      <main>
      <section id="page" class="needs-script" hidden></section>

      """
  }

  private func masthead(_ report: Report) -> String {
    let results = report.results
    let tally = GateDecision.allCases.compactMap { decision -> String? in
      let count = results.subjects.count { $0.decision == decision }
      return count > 0 ? "\(grouped(count)) \(decision.word.lowercased())" : nil
    }
    let filter = results.filter.map {
      "<p class=\"note\">Only the controls that match <b>\(html($0))</b> ran, so nothing is approved.</p>"
    }
    let profiles = results.profiles.isEmpty ? "" : "<a href=\"#profiles\">Profiles</a>"
    let compare =
      results.subjects.count > 1 ? "<a class=\"needs-script\" href=\"#compare=\">Compare</a>" : ""
    let chains =
      results.subjects.contains { $0.picture?.ways.isEmpty == false }
      ? "<a href=\"#chains\">Trust chains</a>" : ""
    return """
      <header class="masthead">
      <div><p class="product">Control Testing for Swift</p>
      <h1>Control assessment</h1>
      <p class="asof">As of <time datetime="\(results.asOf)">\(results.asOf)</time> · \
      \(counted(results.subjects.count, "subject")) · \(counted(results.controls.count, "control")) \
      · \(tally.isEmpty ? "no decision" : tally.joined(separator: ", "))</p>\(filter ?? "")</div>
      <nav aria-label="Sections"><a href="#decisions">Decisions</a>\(profiles)<a href="#matrix">Matrix</a>\
      <a href="#coverage">Coverage</a><a href="#findings">Findings</a>\(chains)<a href="#waivers">Waivers</a><a href="#evidence">Evidence</a>\
      <a href="#basis">Basis</a>\(compare)</nav>
      </header>
      """
  }

  /// Writes the results and the words of the catalogues, as data that cannot end its element.
  private func writeData(_ report: Report, to sink: ReportSink) {
    JSONWriter.packedDocument(to: sink) { writer in
      writer.name("results")
      writer.object { ResultsJSON.write(report, to: &$0) }
      writer.member("catalogs", report.sections) { writer, section in
        writer.member("id", section.framework.name)
        writer.member("title", section.title)
        writer.member("items", section.officialItems) { writer, item in
          writer.member("id", item.id)
          writer.member("name", item.name)
          writer.member("title", item.title)
          writer.member("text", item.text)
          writer.member("source", item.source)
        }
      }
    }
  }
}
