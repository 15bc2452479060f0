import ControlFrameworks
import ControlModel
import Foundation
import Testing

@testable import ControlReports

@Suite("HTML")
struct HTMLTests {
  private let report = Fixture.report
  private var document: String { MatrixHTML().render(report) }

  /// The document without style, script and data: what a reader sees before the script runs.
  private var staticPart: String {
    document.replacing(/(?s)<style>.*?<\/style>/, with: "")
      .replacing(/(?s)<script[^>]*>.*?<\/script>/, with: "")
  }

  @Test func staticPartEqualsGolden() throws {
    let text = staticPart.replacing(/sha256-[^']+/, with: "sha256-…")
    try expectGolden(text, "matrix-static.html")
  }

  @Test(arguments: ["style", "script"])
  func policyNamesWhatTheDocumentHolds(element: String) throws {
    let policy = try #require(document.firstMatch(of: /Content-Security-Policy" content="([^"]+)"/))
    let text = element == "style" ? Style.text : Script.text
    #expect(document.contains("<\(element)>\(text)</\(element)>"))
    let digest = try sha256(text)
    #expect(
      policy.output.1.contains("\(element)-src 'sha256-\(digest)'"),
      "digest of the \(element) is \(digest)"
    )
  }

  @Test func documentAsksForNothingFromElsewhere() {
    #expect(MatrixHTML.securityPolicy.hasPrefix("default-src 'none';"))
    #expect(!document.contains("unsafe-"))
    let markup = staticPart
    #expect(markup.firstMatch(of: /<(img|link|iframe|object|embed|base|form [^>]*action)\b/) == nil)
    #expect(markup.firstMatch(of: /\s(src|style|on[a-z]+)=/) == nil)
    #expect(markup.firstMatch(of: /href="(?!#)/) == nil)
  }

  @Test func scriptNeverBuildsMarkupOutOfText() {
    for word in [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
    ] {
      #expect(!Script.text.contains(word), "\(word)")
    }
    #expect(!Script.text.contains("</"))
    #expect(!Style.text.contains("</"))
  }

  @Test func hostileEvidenceStaysText() throws {
    let data = try dataElement()
    for character in ["<", ">", "&", "\u{2028}", "\u{2029}", "\u{202E}", "\u{1B}"] {
      #expect(!data.unicodeScalars.contains(where: { String($0) == character }))
    }
    for text in Fixture.hostile where text.contains("<") { #expect(!document.contains(text)) }
    for scalar in staticPart.unicodeScalars where scalar != "\n" { #expect(!isActing(scalar)) }
  }

  @Test func dataHoldsEveryFindingOnce() throws {
    struct Data: Decodable { var results: Document }
    let unpacked = try PackedDocument(Foundation.Data(dataElement().utf8)).unpacked()
    let data = try JSONDecoder().decode(Data.self, from: unpacked)
    let records = data.results.subjects.flatMap(\.controls).flatMap(\.findings).map(\.record)
    let expected = report.results.subjects.flatMap(\.controls).flatMap(\.findings).map(\.record)
    #expect(records == expected)
  }

  @Test func packedDataEqualsTheResultsDocument() throws {
    let unpacked = try PackedDocument(Foundation.Data(dataElement().utf8)).unpacked()
    let root = try JSONSerialization.jsonObject(with: unpacked) as? NSDictionary
    let results = try #require(root?["results"] as? NSDictionary)
    let document = Foundation.Data(ResultsJSON().render(report).utf8)
    #expect(results == (try JSONSerialization.jsonObject(with: document) as? NSDictionary))
  }

  @Test func packedDataHoldsEachTextOnce() throws {
    let texts = try PackedDocument(Foundation.Data(dataElement().utf8)).texts
    #expect(Set(texts.map { Array($0.utf8) }).count == texts.count)
  }

  @Test func everyOfficialItemHasARow() {
    let markup = staticPart
    for row in report.sections.flatMap(\.rows) {
      #expect(markup.contains("<tr data-r=\"\(html(row.requirement.id))\""))
    }
    for item in report.catalogs.flatMap(\.items) {
      #expect(markup.contains("<b>\(html(item.requirement.id))</b>"), "\(item.requirement)")
    }
  }

  @Test func coverageCountsEachRequirementOnce() {
    for section in report.sections {
      let coverage = FrameworkCoverage(section)
      let counted =
        coverage.satisfied.values.reduce(0, +) + coverage.supported.values.reduce(0, +)
        + coverage.uncovered
      #expect(counted == section.rows.count, "\(section.title)")
    }
  }

  @Test func everyHeadingCellHasAScope() {
    #expect(staticPart.firstMatch(of: /<th(?![^>]*scope=)[\s>]/) == nil)
    #expect(staticPart.matches(of: /<table/).count == staticPart.matches(of: /<caption/).count)
  }

  @Test func elementsAreClosedInOrder() {
    let void: Set = ["meta", "input", "path", "circle", "use", "br"]
    var open: [String] = []
    for tag in staticPart.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
      let name = String(tag.output.2)
      if void.contains(name) || !tag.output.3.isEmpty { continue }
      if tag.output.1.isEmpty {
        open.append(name)
      } else if open.popLast() != name {
        Issue.record("</\(name)> closes another element")
        return
      }
    }
    #expect(open.isEmpty)
  }

  private func dataElement() throws -> String {
    let match = document.firstMatch(
      of: /(?s)<script type="application\/json" id="data">(.*?)<\/script>/
    )
    return String(try #require(match).output.1)
  }

  private func sha256(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl", "dgst", "-sha256", "-binary"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // OpenSSL reads all of its input before it writes, so neither side waits for the other.
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let digest = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return digest.base64EncodedString()
  }
}
