import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Opening spreadsheets")
struct WorkbookTests {
  // MARK: Archives

  /// An archive of members that are stored as they are.
  private static func archive(_ members: [(name: String, text: String)]) -> [UInt8] {
    Packing.zip(members.map { ($0.name, Array($0.text.utf8)) })
  }

  private static func found(_ bytes: [UInt8]) -> Diagnostic? {
    problem { () throws(Diagnostic) in _ = try EvidenceDocument(bytes: bytes, path: "a.xlsx") }
  }

  @Test func readsWhatIsStoredAndWhatIsDeflated() throws {
    let stored = try ZipArchive(Self.archive([("a", "one"), ("b/c", "")]), path: "a.zip")
    #expect(stored.names == ["a", "b/c"])
    #expect(try stored.contents(of: "a") == Array("one".utf8))
    #expect(try stored.contents(of: "b/c") == [])
    #expect(try stored.contents(of: "x") == nil)
    let deflated = try ZipArchive(fixture("vendors/caiq.xlsx"), path: "a.xlsx")
    let content = try #require(try deflated.contents(of: "xl/workbook.xml"))
    #expect(String(decoding: content, as: UTF8.self).contains("CAIQv4.0.3"))
  }

  @Test func noDamageToAnArchiveGoesUnnoticed() throws {
    let bytes = try fixture("vendors/caiq.xlsx")
    for end in stride(from: 5, to: bytes.count - 1, by: 97) {
      let cut = problem { () throws(Diagnostic) in
        _ = try EvidenceDocument(bytes: Array(bytes[..<end]), path: "a.xlsx")
      }
      #expect(cut?.code == .evidencePacked, "cut at \(end)")
    }
    let whole = try ZipArchive(bytes, path: "a.xlsx")
    var changes = 0
    for offset in stride(from: 30, to: bytes.count, by: 53) {
      var changed = bytes
      changed[offset] ^= 0x55
      guard let archive = try? ZipArchive(changed, path: "a.xlsx"), archive.names == whole.names
      else {
        changes += 1
        continue
      }
      for name in archive.names {
        // What can still be read is what it was.
        if let content = try? archive.contents(of: name) {
          #expect(try content == whole.contents(of: name), "changed at \(offset)")
        } else {
          changes += 1
        }
      }
    }
    #expect(changes > 40)
  }

  @Test func refusesWhatLiesOrIsTooLarge() throws {
    let bytes = Self.archive([("a", "one")])
    let directory = bytes.count - 22 - 46 - 1
    var encrypted = bytes
    encrypted[directory + 8] = 1
    var method = bytes
    method[directory + 10] = 99
    var renamed = bytes
    renamed[30] = UInt8(ascii: "b")
    var checksum = bytes
    checksum[directory + 16] ^= 1
    var size = bytes
    size.replaceSubrange(directory + 20..<directory + 24, with: Packing.long(4000))
    for (name, lying) in [
      ("encrypted", encrypted), ("renamed", renamed), ("size", size),
    ] {
      let found = problem { () throws(Diagnostic) in _ = try ZipArchive(lying, path: "a.zip") }
      #expect(found?.code == .evidencePacked, "\(name)")
    }
    for (name, lying) in [("checksum", checksum), ("method", method)] {
      let archive = try ZipArchive(lying, path: "a.zip")
      let found = problem { () throws(Diagnostic) in _ = try archive.contents(of: "a") }
      #expect(found?.code == .evidencePacked, "\(name)")
      #expect(archive.canUnpack("a") == (name == "checksum"))
    }
    let twice = problem { () throws(Diagnostic) in
      _ = try ZipArchive(Self.archive([("a", "1"), ("a", "2")]), path: "a.zip")
    }
    #expect(twice?.found.contains("twice") == true)
  }

  @Test func refusesMembersOutOfProportionBeforeUnpackingThem() throws {
    var bytes = Self.archive([("a", "one")])
    let directory = bytes.count - 22 - 46 - 1
    bytes[directory + 10] = 8
    bytes.replaceSubrange(
      directory + 24..<directory + 28,
      with: Packing.long(Limits.ratioFreeSizeInBytes + 3 * Limits.maximumUnpackedRatio)
    )
    let found = problem { () throws(Diagnostic) in _ = try ZipArchive(bytes, path: "a.zip") }
    #expect(found?.code == .evidenceLimit)
    let many = (0...Limits.maximumMembersOfAnArchive).map { ("\($0)", "") }
    let crowd = problem { () throws(Diagnostic) in
      _ = try ZipArchive(Self.archive(many), path: "a.zip")
    }
    #expect(crowd?.code == .evidenceLimit)
    // Many members that share the same bytes.
    var shared = Self.archive([("a", "one"), ("a", "two")])
    shared.replaceSubrange(
      shared.count - 22 - 94 + 20..<shared.count - 22 - 94 + 24,
      with: Packing.long(3)
    )
    #expect((try? ZipArchive(shared, path: "a.zip")) == nil)
  }

  @Test func anotherArchiveIsNoEvidence() throws {
    let found = Self.found(Self.archive([("a.csv", "a,b\n1,2\n")]))
    #expect(found?.found == "a zip archive")
    #expect(found?.code == .evidenceEncoding)
  }

  // MARK: Workbooks

  /// A workbook with one sheet and its shared texts.
  private static func workbook(
    _ sheet: String,
    texts: String = "",
    index: String =
      #"<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>"#
  ) -> [UInt8] {
    archive([
      ("xl/workbook.xml", index),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>"#
      ), ("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
      (
        "xl/worksheets/s.xml",
        "<worksheet xmlns:x=\"x\"><sheetData>\(sheet)</sheetData></worksheet>"
      ),
    ])
  }

  private static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    let document = try EvidenceDocument(bytes: bytes, path: "a.xlsx")
    guard case .workbook(let workbook) = document.content else { return [] }
    return workbook.sheets.flatMap(\.rows).map(\.cells)
  }

  @Test func readsCellsOfEveryKindAtTheirPlace() throws {
    let sheet = #"""
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in</t><r><t> line</t></r></is></c></row>
      <row r="2"></row>
      <row r="4"><c t="str"><f>A1&amp;"x"</f><v>formula</v></c><c><v>4.5</v></c><c t="b"><v>1</v></c>
       <c r="AB4" t="s"><v>0</v></c></row>
      """#
    let texts = #"""
      <si><r><t>rich </t></r><r><t xml:space="preserve">text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>
      <si><t>a &lt; b &#10;c</t></si>
      """#
    let rows = try Self.rows(Self.workbook(sheet, texts: texts))
    try #require(rows.count == 2)
    #expect(rows[0] == ["a < b \nc", "", "in line"])
    #expect(Array(rows[1].prefix(3)) == ["formula", "4.5", "1"])
    #expect(rows[1].count == 28)
    #expect(rows[1].last == "rich text")
  }

  @Test func prefixesOfNamesDoNotMatter() throws {
    let sheet = #"<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>"#
    #expect(try Self.rows(Self.workbook(sheet)) == [["7"]])
  }

  @Test(arguments: [
    (#"<row><c r="A1" t="s"><v>9</v></c></row>"#, Diagnostic.Code.evidenceMalformed),
    (#"<row><c r="A1" t="s"><v>-1</v></c></row>"#, .evidenceMalformed),
    (#"<row><c r="ZZZ1"><v>9</v></c></row>"#, .evidenceLimit),
    (String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70), .evidenceLimit),
    ("<row>", .evidenceMalformed), ("<row>&nobody;</row>", .evidenceMalformed),
  ])
  func refusesSheetsThatAreBroken(sheet: String, code: Diagnostic.Code) {
    #expect(Self.found(Self.workbook(sheet))?.code == code)
  }

  @Test(arguments: [
    #"<!DOCTYPE x [<!ENTITY a "b">]><workbook><sheets/></workbook>"#,
    #"<?xml version="1.0"?><!DOCTYPE workbook SYSTEM "file:///etc/hostname"><workbook/>"#,
  ])
  func refusesADocumentType(index: String) {
    let found = Self.found(Self.workbook("", index: index))
    #expect(found?.code == .evidenceMalformed)
    #expect(found?.found == "a document type in xl/workbook.xml")
  }

  @Test func aWorkbookThatNamesASheetItHasNotIsRefused() {
    let index = #"<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r9"/></sheets></workbook>"#
    #expect(Self.found(Self.workbook("", index: index))?.code == .evidencePacked)
  }
}
