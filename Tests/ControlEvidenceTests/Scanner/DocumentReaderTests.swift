import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// A document read piece by piece yields what the same document read whole yields.
struct DocumentReaderTests {
  @Test(arguments: [false, true])
  func readsWhatTheWholeDocumentHolds(_ isWrapped: Bool) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var rows = RandomRow(seed: seed, trouble: 0)
    rows.allowsLineFeed = true
    var elements: [[UInt8]] = []
    while elements.count < 25 {
      let row = rows.row(of: Identity.fields)
      // One row with a name twice would make the whole document malformed.
      if (try? JSONReader.read(row, path: "f")) != nil { elements.append(row) }
    }
    elements.insert(Array(#"{"kind":"user"}"#.utf8), at: 7)
    elements.insert(
      Array(#"{"\u0069d":"x","kind":"role","provider":"p","account":"a","status":"enabled"}"#.utf8),
      at: 9
    )
    elements.insert(Array("[1, \"a]\"]".utf8), at: 11)
    elements.insert(Array("12".utf8), at: 13)
    var text = Array((isWrapped ? "{\n \"kind\": \"nhi-inventory\", \"records\" : [" : " [\n").utf8)
    text += elements.joined(separator: Array(",\n".utf8))
    text += Array((isWrapped ? " ]\n, \"note\": [1,\n2] }\n" : "]\n\n").utf8)
    let whole = try WholeFile(text, kind: "nhi-inventory", name: "inventory.json")
    for size in [1, 2, 3, 5, 17, 100, 1000, 1 << 20] {
      let (rows, summary) = try #require(try load(text, windowSize: size))
      #expect(rows == whole.rowsWithDigest, "seed \(seed), windows of \(size) bytes")
      #expect(
        summary.diagnostics == whole.diagnosticsAsMet,
        "seed \(seed), windows of \(size) bytes"
      )
      #expect(summary.rejectedCount == whole.rejectedCount)
      #expect(summary.digest == whole.digest)
    }
  }

  @Test func unpacksOnTheWay() throws {
    let text = "[" + (0..<200).map { Self.identity("i\($0)") }.joined(separator: ", ") + "]"
    let whole = try WholeFile(Array(text.utf8), kind: "nhi-inventory", name: "inventory.json")
    let packed = Packing.gzip(text)
    let (rows, summary) = try #require(try load(packed, windowSize: 700, isPacked: true))
    #expect(rows.count == 200)
    #expect(summary.digest == Digest.sha256(packed))
    #expect(summary.recordCount == whole.rows.count)
  }

  @Test(arguments: [
    "", "[", "[{]", "{}", "{\"records\":{}}", "{\"records\":[],\"records\":[]}", "[] []", "[1 2]",
    "[,]",
    "[{\"id\":\"a\"},]", "{\"a\":1,\"a\":2,\"records\":[]}", "{\"records\":[]", "{\"records\":[]}}",
    "{\"records\":[],\"x\":01}", "[{\"id\":1,\"id\":2}]", "[\"\u{1}\"]", "7", "null",
  ])
  func leavesOthersToBeReadWhole(_ text: String) throws {
    for size in [1, 4, 64] {
      let read = try load(Array(text.utf8), windowSize: size)
      #expect(read == nil)
    }
  }

  @Test(arguments: [
    "[]", " [ ] ", "{\"records\":[]}", "{ \"x\" : { \"y\": [] } , \"records\" : [ ] }",
  ])
  func anEmptyListIsNoRecords(_ text: String) throws {
    let (rows, summary) = try #require(try load(Array(text.utf8), windowSize: 3))
    #expect(rows.isEmpty && summary.rejectedCount == 0 && summary.isComplete)
  }

  @Test func bothWaysAgreeOnWhatAFuzzerTries() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var rows = RandomRow(seed: seed, trouble: 60)
    for _ in 0..<200 {
      let bytes = rows.row(of: rows.random.chance(50) ? ToolCall.fields : Identity.fields)
      #expect(ScannerCheck.agrees(on: bytes), "seed \(seed)")
      #expect(ScannerCheck.agrees(on: [0x5B] + bytes + [0x5D]), "seed \(seed)")
    }
  }

  private static func identity(_ id: String) -> String {
    #"{"id":"\#(id)","kind":"role","provider":"p","account":"a","status":"enabled"}"#
  }

  private func load(
    _ bytes: [UInt8],
    windowSize: Int,
    isPacked: Bool = false
  ) throws -> (rows: [String], summary: StreamSummary)? {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let document = CanonicalDocument(
      path: "inventory.json",
      description: try #require(EvidenceKind.all.first { $0.kind == "nhi-inventory" }),
      location: url.path,
      isPacked: isPacked,
      windowSize: windowSize
    )
    guard let (tables, summary) = try document.load(threads: 2) else { return nil }
    return (RowList.texts(tables, document.description.recordTypes, digest: nil), summary)
  }
}
