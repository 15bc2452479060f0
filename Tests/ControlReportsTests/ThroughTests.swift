import ControlModel
import Testing

@testable import ControlReports

/// A requirement that a crosswalk row of the organisation answers says through which item.
@Suite("Answered through another item")
struct ThroughTests {
  private static let answered = RequirementID.aiRMF("GOVERN 1.6")
  private static let words = "through NIST-CSF-2.0 PR.AA-05"

  private static let report: Report = {
    var results = Fixture.report.results
    for subject in results.subjects.indices {
      for place in results.subjects[subject].requirements.indices
      where results.subjects[subject].requirements[place].requirement == answered {
        results.subjects[subject].requirements[place].through = [.csf("PR.AA-05")]
      }
    }
    return Report(results: results, catalogs: FixtureCatalogs.all)
  }()

  @Test(arguments: ["html", "markdown", "xlsx"])
  func documentsSayIt(format: String) throws {
    let renderer = try #require(ReportRenderers.renderer(format: format))
    let text = try renderer.readable(Self.report)
    #expect(text.contains(Self.words))
    #expect(try !renderer.readable(Fixture.report).contains(Self.words))
  }

  @Test(arguments: [80, 160])
  func terminalSaysItUnderTheLine(width: Int) throws {
    let text = TerminalMatrix.render(Self.report, width: width, color: false)
    let lines = text.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains(Self.words) })
    #expect(lines[place - 1].hasPrefix("GOVERN 1.6"))
    #expect(lines.allSatisfy { columns($0) <= width })
    #expect(lines.count { $0.contains("through NIST") } == 1)
  }
}
