import ControlModel
import Testing

@testable import ControlReports

/// The workbook beyond what every format promises.
@Suite("Workbook")
struct WorkbookTests {
  @Test func sheetsStandInOrderWithHeadingFilterAndWidths() throws {
    let listing = try XLSXWorkbook().readable(Fixture.report)
    let workbook = Workbook.part("xl/workbook.xml", of: listing)
    let names = try RendererPromise.elements(workbook).filter { $0.name == "sheet" }
      .compactMap { $0.attributes["name"] }
    #expect(names == ["Decisions", "Matrix", "Findings", "Evidence", "Waivers"])
    for index in 1...5 {
      let elements = try RendererPromise.elements(
        Workbook.part("xl/worksheets/sheet\(index).xml", of: listing)
      )
      #expect(elements.contains { $0.name == "pane" && $0.attributes["state"] == "frozen" })
      #expect(elements.contains { $0.name == "autoFilter" })
      #expect(elements.contains { $0.name == "col" && $0.attributes["customWidth"] == "1" })
    }
  }

  @Test func colouredCellsSayTheirOutcomeInWords() throws {
    let listing = try XLSXWorkbook().readable(Fixture.report)
    for index in 1...5 {
      var style = 0
      for element in try RendererPromise.elements(
        Workbook.part("xl/worksheets/sheet\(index).xml", of: listing)
      ) {
        if element.name == "c" { style = Int(element.attributes["s"] ?? "0") ?? 0 }
        guard element.name == "t", XLSXStyle.all.indices.contains(style) else { continue }
        switch XLSXStyle.all[style] {
        case .outcome(let status):
          let words = [status.word, status.rawValue]
          #expect(words.contains { element.text.hasPrefix($0) }, "\(element.text)")
        case .decision(let decision):
          #expect(element.text.lowercased() == decision.rawValue)
        case .plain, .heading: break
        }
      }
    }
  }

  @Test(arguments: [1, 5, 7, 1000])
  func findingsThatAreTooManyGoOnInTheNextSheet(perSheet: Int) throws {
    let report = Fixture.report
    let renderer = XLSXWorkbook(findingsPerSheet: perSheet)
    let workbook = try Workbook(renderer.bytes(report))
    let rows = FindingTable.rowCount(of: report)
    let sheets = (rows + perSheet - 1) / perSheet
    let parts = workbook.members.filter { $0.name.hasPrefix("xl/worksheets/") }
    #expect(parts.count == 4 + sheets)
    let places = try parts[2..<(2 + sheets)].flatMap { part in
      try Workbook.cells(part.text).filter { $0.place.hasPrefix("A") && $0.text != "subject" }
        .filter { $0.place.dropFirst().allSatisfy(\.isNumber) }
    }
    #expect(places.count == rows)
  }

  @Test func longestTextThatACellHoldsIsWholeAndALongerOneSaysThatItIsCut() {
    let fitting = String(repeating: "a", count: XLSXSheet.textLimit)
    #expect(XLSXSheet.text(fitting) == fitting)
    let cut = XLSXSheet.text(fitting + "b")
    #expect(cut.utf16.count == XLSXSheet.textLimit)
    #expect(cut.hasSuffix("… (32,768 characters; the whole is in results.json)"))
    // A cut never parts the two units of one character.
    for shift in 0..<2 {
      let wide =
        String(repeating: "a", count: shift) + String(repeating: "\u{1F511}", count: 20_000)
      let text = XLSXSheet.text(wide)
      #expect(text.utf16.count <= XLSXSheet.textLimit)
      #expect(text.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("a_x000A_b", "a_x005F_x000A_b"), ("_x00_", "_x00_"),
    ("_x000a_x000A_", "_x005F_x000a_x005F_x000A_"), ("__x00E9_", "__x005F_x00E9_"), ("x_y", "x_y"),
    ("a\nb", "a\\u{A}b"), ("<&>\"", "&lt;&amp;&gt;&quot;"), ("a;=b", "a;'=b"), ("", ""),
  ])
  func nothingInACellActs(given: String, written: String) {
    #expect(XLSXSheet.text(given) == written)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsAreLetters(index: Int, letters: String) {
    #expect(XLSXSheet.letters(index) == letters)
  }

  @Test(arguments: [(XLSXSheet.columnLimit, false), (XLSXSheet.columnLimit + 1, true)])
  func moreColumnsThanASheetHoldsAreRefused(count: Int, isRefused: Bool) throws {
    let columns = (0..<count).map { XLSXSheet.Column(name: "c\($0)", width: 8) }
    let sheet = XLSXSheet(name: "Wide", columns: columns, frozenColumns: 0) { _ in }
    let write = { try CollectedDocument.bytes { _ = sheet.write(to: $0) } }
    if isRefused {
      let problem = #expect(throws: Diagnostic.self) { try write() }
      #expect(problem?.code == .reportTooLarge)
    } else {
      #expect(throws: Never.self) { try write() }
    }
  }

  @Test func styleSheetHasALookForEveryOutcomeAndDecision() throws {
    let counts = try RendererPromise.elements(XLSXStyle.sheet)
    let formats = CellStatus.allCases.count + GateDecision.allCases.count + 2
    #expect(counts.count { $0.name == "font" } == formats)
    // The style of an unformatted cell, and two fills that the format fixes, come on top.
    #expect(counts.count { $0.name == "xf" } == formats + 1)
    #expect(counts.count { $0.name == "fill" } == formats + 2)
  }
}
