import ControlModel
import Foundation
import Testing

@testable import ControlReports

/// A results document is read back whole, or not at all.
@Suite("Reading results back")
struct ResultsDecodeTests {
  private static let document = ResultsJSON().render(Fixture.report)

  @Test func documentReadBackWritesTheSameBytes() throws {
    let results = try decode(Self.document)
    let again = Report(results: results, catalogs: Fixture.report.catalogs)
    #expect(ResultsJSON().render(again) == Self.document)
  }

  /// The HTML and Markdown show a policy list in the order of the policy file; results hold it sorted.
  @Test(arguments: ReportRenderers.all.map(\.format).filter { !["html", "markdown"].contains($0) })
  func everyFormatComesOutAsItDidInTheRun(format: String) throws {
    let renderer = try #require(ReportRenderers.renderer(format: format))
    let later = Report(results: try decode(Self.document), catalogs: Fixture.report.catalogs)
    #expect(try renderer.bytes(later) == renderer.bytes(Fixture.report))
  }

  @Test func waiversOfFindingsAreKnownAgain() throws {
    let results = try decode(Self.document)
    let controls = results.subjects.flatMap(\.controls)
    #expect(controls.flatMap(\.waivers).sorted() == ["W-2026-03", "W-2026-04"])
  }

  @Test(arguments: [
    ("control-testing/results/1", "control-testing/results/2", "/schema"),
    (
      "\"decision\": \"deny\",\n  \"exitCode\"", "\"decision\": \"approve\",\n  \"exitCode\"",
      "/decision"
    ),
    ("\"outcome\": \"stale\"", "\"outcome\": \"fine\"", "/subjects/2/controls/0/outcome"),
    ("\"failedCount\": 0", "\"failedCount\": \"0\"", "/subjects/0/controls/0/failedCount"),
    ("\"isMet\": true", "\"isMet\": false", "/subjects/0/requirements/0"),
    ("\"isMet\": false", "\"isMet\": true", "/subjects/0/requirements/2"),
    ("\"findingCount\": 10", "\"findingCount\": 9", "/subjects/2/controls/1"),
    ("\"asOf\": \"2026-03-14T00:00:00Z\"", "\"asOf\": \"14 March\"", "/asOf"),
    ("\"type\": \"duration\"", "\"type\": \"era\"", "/policy/parameters/0/default"),
    ("\"readiness\": \"prototype\",", "", "/subjects/1"),
  ])
  func whatIsNotAsTheGrammarSaysIsRefused(old: String, new: String, pointer: String) throws {
    let range = try #require(Self.document.range(of: old), "\(old) is not in the document")
    let changed = Self.document.replacingCharacters(in: range, with: new)
    #expect {
      _ = try decode(changed)
    } throws: { error in
      let problem = error as? Diagnostic
      return problem?.code == .resultsMalformed && problem?.locator?.pointer == pointer
    }
  }

  @Test(arguments: [
    Duration.zero, .seconds(1), .days(90), .seconds(18_331_445), .milliseconds(5), .nanoseconds(7),
    .zero - .days(2),
  ])
  func durationsAreReadAsTheyAreWritten(duration: Duration) {
    #expect(Duration(report: duration.words) == duration)
  }

  private func decode(_ text: String) throws -> AssessmentResults {
    try ResultsJSON.decode(try JSONValue(parsing: text).evidence, path: "results.json")
  }
}
