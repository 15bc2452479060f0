import ControlModel
import Testing

@testable import ControlReports

/// What every registered renderer keeps to, whoever wrote it.
@Suite("Conformance of renderers")
struct RendererConformanceTests {
  private static let formats = ReportRenderers.all.map(\.format)
  private var findings: [Finding] {
    Fixture.report.results.subjects.flatMap(\.controls).flatMap(\.findings)
  }

  @Test func everyRegisteredFormatHasAPromise() {
    #expect(Set(RendererPromise.all.keys) == Set(Self.formats))
  }

  @Test(arguments: formats)
  func sameReportGivesTheSameBytes(format: String) throws {
    let renderer = try #require(ReportRenderers.renderer(format: format))
    #expect(try renderer.bytes(Fixture.report) == renderer.bytes(Fixture.report))
  }

  @Test(arguments: formats)
  func noFindingIsLostOrInvented(format: String) throws {
    guard let read = try promise(format).findings else { return }
    let text = try document(format)
    let entries = try read(text)
    #expect(entries.count == findings.count, "\(entries)")
    for (entry, finding) in zip(entries, findings) {
      #expect(
        entry.contains(word(finding.record)),
        "\(finding.record) is not in \(entry)"
      )
    }
  }

  /// The longest run of plain letters in a record: what every way of escaping leaves alone.
  private func word(_ record: String) -> String {
    let runs = record.split(whereSeparator: { (character: Character) in
      !(character.isASCII && character.isLetter)
    })
    return runs.max { $0.count < $1.count }.map(String.init) ?? record
  }

  @Test(arguments: formats)
  func nothingInADocumentActs(format: String) throws {
    let text = try document(format)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(!isActing(scalar), "U+\(String(scalar.value, radix: 16)) stands in \(format)")
    }
    switch try promise(format).syntax {
    case .json where format != "json":
      // The results themselves are a contract and keep what they were given, escaped.
      for string in try JSONValue(parsing: text).strings {
        #expect(!string.unicodeScalars.contains(where: isActing), "\(string)")
      }
    case .json: _ = try JSONValue(parsing: text)
    case .xml:
      let known: Set = [
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "error",
        "skipped", "system-out", "svg", "title", "g", "rect", "text",
      ]
      for element in try RendererPromise.elements(text) {
        #expect(known.contains(element.name), "<\(element.name)>")
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0.contains("href") })
      }
    case .csv:
      let rows = RendererPromise.table(text)
      for cell in rows.joined() {
        let first = cell.drop { $0 == " " || $0 == "\"" }.first
        #expect(first.map { !"=+-@＝＋－＠".contains($0) } ?? true, "\(cell) is a formula")
      }
      #expect(Set(rows.map(\.count)) == [FindingTable.columns.count])
    case .workbook:
      for part in text.split(separator: "== ").map({ $0.drop { $0 != "\n" } }) {
        let elements = try RendererPromise.elements(String(part.dropFirst()))
        #expect(!elements.contains { $0.name == "f" }, "a formula")
        for cell in elements where cell.name == "t" {
          let first = cell.text.drop { $0 == " " || $0 == "\"" }.first
          #expect(first.map { !"=+-@＝＋－＠".contains($0) } ?? true, "\(cell.text) is a formula")
        }
      }
    case .commands:
      for line in text.split(separator: "\n") {
        let command = try
          /::(error|warning|notice)( (file|line|title)=[^,:]*(,(line|title)=[^,:]*)*)?::.+/
          .wholeMatch(in: line)
        #expect(command != nil, "\(line)")
      }
    case .text: break
    }
  }

  @Test func everyOutcomeThatIsNoPassReadsAsNoPass() throws {
    let report = Fixture.report
    let verdicts = Array(report.verdicts)
    let passing = verdicts.count { $0.result.outcome == .pass }
    let oscal = try JSONValue(parsing: OSCALResults().render(report))
    let states = oscal["assessment-results"]["results"].elements.flatMap { $0["findings"].elements }
      .compactMap { $0["target"]["status"]["state"].string }
    #expect(states.count == verdicts.count)
    #expect(states.count { $0 == "satisfied" } == passing)
    let ocsf = try JSONValue(parsing: OCSFFindings().render(report)).elements
    #expect(ocsf.count { $0["compliance"]["status"].string == "Pass" } == passing)
    let hdf = try JSONValue(parsing: HDFResults().render(report))["profiles"].elements
      .flatMap { $0["controls"].elements }.flatMap { $0["results"].elements }
    #expect(hdf.count { $0["status"].string == "passed" } == passing)
    let cases = try RendererPromise.elements(JUnitXML().render(report))
    let marks = cases.count { ["failure", "error", "skipped"].contains($0.name) }
    let approvals = report.results.subjects.count { $0.decision == .approve }
    #expect(cases.count { $0.name == "testcase" } - marks == passing + approvals)
  }

  @Test(arguments: formats)
  func runWithoutSubjectsIsWrittenToo(format: String) throws {
    var results = Fixture.report.results
    results.subjects = []
    let empty = Report(results: results, catalogs: [])
    let text = try #require(ReportRenderers.renderer(format: format)).readable(empty)
    #expect(text.hasSuffix("\n") && text.count > 1)
    // The page explains every decision, and the workbook has a look for each.
    #expect(
      try ["html", "xlsx"].contains(format) || /\bapprove\b/.firstMatch(in: text) == nil,
      "\(text)"
    )
    if try promise(format).syntax == .json { _ = try JSONValue(parsing: text) }
  }

  @Test func emptyRunIsNoGreenPipeline() throws {
    var results = Fixture.report.results
    results.subjects = []
    let cases = try RendererPromise.elements(
      JUnitXML().render(Report(results: results, catalogs: []))
    )
    #expect(cases.map(\.name) == ["testsuites", "testsuite", "testcase", "error"])
    #expect(cases.first?.attributes["errors"] == "1")
  }

  private func promise(_ format: String) throws -> RendererPromise {
    try #require(RendererPromise.all[format], "\(format) has no line in RendererPromise.all")
  }

  private func document(_ format: String) throws -> String {
    try #require(ReportRenderers.renderer(format: format)).readable(Fixture.report)
  }
}
