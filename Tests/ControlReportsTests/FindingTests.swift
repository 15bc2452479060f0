import ControlModel
import Foundation
import Testing

@testable import ControlReports

/// Renderers neither lose nor invent a finding.
@Suite("Findings")
struct FindingTests {
  private let report = Fixture.report
  private var findings: [Finding] {
    report.results.subjects.flatMap(\.controls).flatMap(\.findings)
  }

  @Test func jsonHoldsEveryFindingOnce() throws {
    let records = try jsonRecords(ResultsJSON().render(report))
    #expect(records == findings.map(\.record))
  }

  @Test func markdownHoldsEveryFindingOnce() {
    let lines = MatrixMarkdown().render(report).split(separator: "\n")
    for finding in findings {
      let start = "| \(markdown(finding.recordType)) \(markdown(finding.record)) |"
      let expected = findings.count { $0.record == finding.record }
      #expect(lines.count { $0.hasPrefix(start) } == expected, "\(finding.record)")
    }
  }

  @Test(arguments: [60, 80, 200])
  func terminalHoldsEveryFindingOnRequest(width: Int) {
    let text = TerminalMatrix(findingsPerControl: .max).render(report, width: width, color: false)
    let words = text.split(whereSeparator: \.isWhitespace).joined()
    for finding in findings {
      let record = visible(finding.record).split(separator: " ").joined()
      #expect(words.contains("\(finding.recordType)\(record):"), "\(finding.record)")
    }
  }

  @Test func terminalCountsWhatItLeavesOut() {
    let text = TerminalMatrix.render(report, width: 80, color: false)
    #expect(text.contains("and 7 more\n"))
    #expect(text.contains("and 2 more\n"))
  }

  private func jsonRecords(_ text: String) throws -> [String] {
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    return document.subjects.flatMap(\.controls).flatMap(\.findings).map(\.record)
  }
}

/// What the tests read back of a results document.
struct Document: Decodable {
  struct Subject: Decodable { var controls: [Control] }
  struct Control: Decodable { var findings: [Finding] }
  struct Finding: Decodable { var record: String }
  var subjects: [Subject]
}
