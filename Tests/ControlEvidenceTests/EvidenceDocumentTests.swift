import ControlModel
import ControlTestingSupport
import Testing

@testable import ControlEvidence

@Suite("Opening a file")
struct EvidenceDocumentTests {
  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x00], 1, "a zip archive"),
      ([0x7B, 0x0A, 0x00, 0x7D], 2, "a zero byte"),
      ([0x7B, 0x00, 0x0A, 0x00], 1, "a zero byte"),
      ([0x22, 0x0A, 0x0A, 0xE9, 0x22], 3, "a byte that is not UTF-8"),
      ([0x22, 0xC0, 0xAF, 0x22], 1, "a byte that is not UTF-8"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1, "a byte that is not UTF-8"),
      ([0x22, 0x0A, 0xE2, 0x82], 2, "a byte that is not UTF-8"),
    ] as [([UInt8], Int, String)]
  )
  func refusesWhatIsNotUTF8(bytes: [UInt8], line: Int, found: String) {
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try EvidenceDocument(bytes: bytes, path: "a.json")
    }
    #expect(diagnostic?.code == .evidenceEncoding)
    #expect(diagnostic?.locator?.line == line)
    #expect(diagnostic?.found == found)
  }

  @Test func aMarkOfUTF8IsNoPartOfTheText() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("user,arn\n1,2\n".utf8)
    let document = try EvidenceDocument(bytes: bytes, path: "a.csv")
    #expect(document.table?.columns == ["user", "arn"])
    #expect(document.sizeInBytes == 16)
  }

  private func container(_ text: String, _ path: String) throws -> String {
    let document = try EvidenceDocument(bytes: Array(text.utf8), path: path)
    switch document.content {
    case .json: return "json"
    case .jsonLines(let values): return "lines \(values.count) \(document.unreadLines.count)"
    case .yaml(let values): return "yaml \(values.count)"
    case .table(let table): return "table \(table.columns.count)x\(table.rows.count)"
    case .workbook: return "workbook"
    case .text: return "text"
    }
  }

  @Test(arguments: [
    ("{}", "a", "json"), ("[1]", "a.csv", "json"),
    ("{\"a\": 1}\n{\"a\": 2}\n", "a.log", "lines 2 0"),
    ("{\"a\": 1}\n\n{\"a\":\n", "a.json", "lines 1 1"), ("{\"a\": 1}", "a.jsonl", "lines 1 0"),
    ("oops\n{}\n", "a.jsonl", "lines 1 1"), ("a: 1", "a.yaml", "yaml 1"),
    ("---\na: 1\n---\nb: 2\n", "a.yml", "yaml 2"), ("{\"a\": 1}", "a.yml", "yaml 1"),
    ("a,b\n1,2\n", "a.txt", "table 2x1"), ("a\tb\n1\t2\n", "a.tsv", "table 2x1"),
    ("a\n1\n", "a.csv", "table 1x1"), ("plain words", "a.txt", "text"),
    ("An error occurred (AccessDenied), so: none", "a.txt", "text"), ("null", "a.json", "json"),
    ("null", "a.txt", "text"), ("\n\n [ ]", "a", "json"),
  ])
  func theFirstBytesDecide(text: String, path: String, expected: String) throws {
    #expect(try container(text, path) == expected)
  }

  @Test(arguments: [
    ("", "a.json", 1, "an empty file"), (" \n\t", "a.csv", 1, "an empty file"),
    ("<html>", "a.json", 1, "a character that starts no value"),
    ("version https://git-lfs", "a.json", 1, "a character that starts no value"),
    ("An error occurred (AccessDenied)", "a.json", 1, "a character that starts no value"),
    ("{\n\"a\": 1\n}\n{\n", "a.json", 5, "the end of the file"),
  ])
  func refuses(text: String, path: String, line: Int, found: String) {
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try EvidenceDocument(bytes: Array(text.utf8), path: path)
    }
    #expect(diagnostic?.code == .evidenceMalformed)
    #expect(diagnostic?.locator?.line == line)
    #expect(diagnostic?.found == found)
  }

  @Test func eachUnreadLineHasItsPlace() throws {
    let document = try EvidenceDocument(
      bytes: Array("{\"a\": 1}\r\n{\"a\": [1,}\r\n\r\n{} {}\r\n".utf8),
      path: "a.jsonl"
    )
    #expect(
      document.unreadLines.map { $0.locator?.description } == ["a.jsonl:2 #/a/1", "a.jsonl:4"]
    )
    #expect(document.roots.map(\.value.line) == [1])
  }

  @Test func theDigestIsThatOfTheBytes() throws {
    let document = try EvidenceDocument(bytes: Array("{}".utf8), path: "a.json")
    #expect(
      document.digest == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    )
  }

  @Test func theRegistryNamesEachFormatOnce() {
    let ids = EvidenceReaders.formats.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.last == "canonical")
  }

  @Test(arguments: [
    "aws/credential-report.csv", "aws/account-authorization-details.json", "spire/entries.json",
    "scans/bandit.sarif", "scans/gitleaks.json", "agents/traces.jsonl", "mcp/unpinned.json",
  ])
  func noDamageToASampleGoesUnnoticedOrCrashes(name: String) throws {
    let bytes = try fixture(name)
    let context = EvidenceContext(
      kinds: [.secretScanReport],
      account: "a",
      collectedAt: Instant(rfc3339: "2026-11-18T04:00:00Z")
    )
    let format = try EvidenceReaders.reader(
      for: EvidenceDocument(bytes: bytes, path: name)
    ).format.id
    let whole = try read(bytes, path: name, format: format, context: context)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let end = Int.random(in: 1..<bytes.count - 2, using: &generator)
      let cut = Array(bytes[..<end])
      do throws(Diagnostic) {
        let part = try read(cut, path: name, format: format, context: context)
        // A table or lines cut between two rows cannot be told from a shorter one.
        let isWholeRows = cut.last == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\n")
        #expect(part.rejectedCount > 0 || isWholeRows, "seed 7, cut at \(end)")
        #expect(part.count <= whole.count)
      } catch {
        #expect(error.locator?.line != nil, "seed 7, cut at \(end)")
      }
    }
    for _ in 0..<60 {
      var odd = bytes
      let position = Int.random(in: bytes.indices, using: &generator)
      odd[position] = UInt8.random(in: 0...255, using: &generator)
      _ = problem { () throws(Diagnostic) in
        _ = try read(odd, path: name, format: format, context: context)
      }
    }
  }
}
