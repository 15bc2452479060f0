import ControlModel
import Foundation
import Testing

@testable import ControlReports

@Suite("Reports")
struct ReportTests {
  private let report = Fixture.report

  @Test(arguments: ReportRenderers.all.map(\.format).filter { $0 != "html" })
  func documentEqualsGolden(format: String) throws {
    let renderer = try #require(ReportRenderers.renderer(format: format))
    // A golden of a workbook holds its members; what zlib makes of them is up to its version.
    let name = renderer.isText ? renderer.fileName : renderer.fileName + ".txt"
    try expectGolden(renderer.readable(report), name)
  }

  @Test func formatsAndFileNamesAreUnique() {
    #expect(Set(ReportRenderers.all.map(\.format)).count == ReportRenderers.all.count)
    #expect(Set(ReportRenderers.all.map(\.fileName)).count == ReportRenderers.all.count)
  }

  @Test func everyDocumentEndsInOneLineFeed() {
    for renderer in ReportRenderers.all where renderer.isText {
      let text = renderer.render(report)
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(renderer.format)")
    }
  }

  @Test func emptyRunIsHeldAndSaysSo() {
    let results = AssessmentResults(
      asOf: Fixture.asOf,
      toolVersion: "1",
      policyDigest: "",
      waiversDigest: "",
      filter: "none",
      controls: [],
      parameters: [],
      subjects: []
    )
    let empty = Report(results: results, catalogs: FixtureCatalogs.all)
    #expect(MatrixMarkdown().render(empty).contains("No subject was assessed."))
    #expect(MatrixHTML().render(empty).contains("No subject was assessed."))
    #expect(TerminalMatrix.render(empty, width: 80, color: false).contains("No subject"))
    #expect(ResultsJSON().render(empty).contains("\"decision\": \"hold\""))
  }
}
