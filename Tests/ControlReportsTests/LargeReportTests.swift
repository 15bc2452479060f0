import ControlModel
import Foundation
import Testing

@testable import ControlReports

/// How the HTML report grows with what was found.
@Suite("Large reports")
struct LargeReportTests {
  /// What a finding may add to the file, in bytes: its own texts, and references to shared ones.
  private static let bytesPerFinding = 200

  @Test func eachFindingAddsLittleToTheFile() throws {
    let small = MatrixHTML().render(Self.report(findings: 1_000))
    let large = MatrixHTML().render(Self.report(findings: 5_000))
    let growth = (large.utf8.count - small.utf8.count) / 4_000
    #expect(growth <= Self.bytesPerFinding, "a finding adds \(growth) bytes")
    // `LARGE_REPORT=FILE` keeps the report, for Scripts/validate/html.py to time in a browser.
    if let path = ProcessInfo.processInfo.environment["LARGE_REPORT"] {
      try Data(large.utf8).write(to: URL(filePath: path))
    }
  }

  @Test func repeatedTextsStandInTheFileOnce() {
    let document = MatrixHTML().render(Self.report(findings: 1_000))
    let path = "aws/credential-report-of-the-large-estate.csv"
    #expect(document.components(separatedBy: path).count - 1 == 1)
  }

  /// The fixture with many more findings: each with a record, an age and a line of its own.
  static func report(findings count: Int) -> Report {
    var results = Fixture.report.results
    let subjects = results.subjects.count
    for number in 0..<count {
      let subject = number % subjects
      let control = number / subjects % results.subjects[subject].controls.count
      let result = results.subjects[subject].controls[control]
      var finding = Finding(
        control: result.control,
        subject: results.subjects[subject].subject.id,
        recordType: result.population.recordType,
        record: "arn:aws:iam::444455556666:user/service-\(number)/access-key-1",
        attribute: "age",
        expected: "at most 60 days",
        observed: "\(61 + number) days",
        remedy: "Rotate the credential, or replace it with one issued per session.",
        locator: Locator(
          path: "aws/credential-report-of-the-large-estate.csv",
          digest: Fixture.digest("e"),
          line: number + 2,
          pointer: "row \(number + 1)"
        )
      )
      finding.waiver = number % 50 == 0 ? "W-2026-03" : nil
      results.subjects[subject].controls[control].findings.append(finding)
      results.subjects[subject].controls[control].findingCount += 1
    }
    return Report(results: results, catalogs: FixtureCatalogs.all)
  }
}
