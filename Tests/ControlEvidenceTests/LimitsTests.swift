import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// Each bound lets by what lies just inside it, and refuses what lies just outside with one code.
struct LimitsTests {
  private func code(_ bytes: [UInt8], _ path: String) -> Diagnostic.Code? {
    problem { () throws(Diagnostic) in _ = try EvidenceDocument(bytes: bytes, path: path) }?.code
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func depth() {
    let most = Limits.maximumDepth
    for (path, code) in [("a.json", Diagnostic.Code.evidenceLimit), ("a.yaml", .evidenceLimit)] {
      #expect(self.code(bytes(repeated("[", most) + repeated("]", most)), path) == nil)
      #expect(self.code(bytes(repeated("[", most + 1) + repeated("]", most + 1)), path) == code)
    }
  }

  @Test func namesAndMembers() {
    let most = Limits.maximumNameLengthInBytes
    #expect(code(bytes("{\"\(repeated("a", most))\": 1}"), "a.json") == nil)
    #expect(code(bytes("{\"\(repeated("a", most + 1))\": 1}"), "a.json") == .evidenceLimit)
    #expect(code(bytes("? \(repeated("a", most))\n: 1\n"), "a.yaml") == nil)
    #expect(code(bytes("? \(repeated("a", most + 1))\n: 1\n"), "a.yaml") == .evidenceLimit)
    let members = (0...Limits.maximumMembers).map { "\"\($0)\":0" }
    #expect(code(bytes("{\(members.dropLast().joined(separator: ","))}"), "a.json") == nil)
    #expect(code(bytes("{\(members.joined(separator: ","))}"), "a.json") == .evidenceLimit)
  }

  @Test func numbers() {
    let most = Limits.maximumNumberLengthInBytes
    #expect(code(bytes("[\(repeated("9", most))]"), "a.json") == nil)
    #expect(code(bytes("[\(repeated("9", most + 1))]"), "a.json") == .evidenceLimit)
  }

  @Test func columnsAndRecords() {
    let columns = (0...Limits.maximumColumns).map { "c\($0)" }
    #expect(code(bytes(columns.dropLast().joined(separator: ",")), "a.csv") == nil)
    #expect(code(bytes(columns.joined(separator: ",")), "a.csv") == .evidenceLimit)
    let table = bytes("a,b\n1,2\n1,2\n1,2\n")
    for (most, code) in [(3, nil), (2, Diagnostic.Code.evidenceLimit)] {
      let found = problem { () throws(Diagnostic) in
        _ = try TableReader.read(table, path: "a.csv", most: most)
      }
      #expect(found?.code == code)
    }
    var bad: [Diagnostic] = []
    let lines = EvidenceDocument.lines(bytes("1\n2\n3\n"), path: "a.jsonl", most: 2, bad: &bad)
    #expect(lines.count == 2)
    #expect(bad.map(\.code) == [.evidenceLimit])
    #expect(bad.first?.locator?.line == 3)
  }

  @Test func lines() throws {
    let most = Limits.maximumLineLengthInBytes
    let line = "\"" + repeated("a", most - 2) + "\"\n"
    let document = try EvidenceDocument(bytes: bytes(line + "1\n"), path: "a.jsonl")
    #expect(document.unreadLines.isEmpty)
    let longer = try EvidenceDocument(bytes: bytes("1\n \(line)1\n"), path: "a.jsonl")
    #expect(longer.unreadLines.map(\.code) == [.evidenceLimit])
    #expect(longer.roots.count == 2, "the lines around it are read")
  }

  @Test func filesOfAFolder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<Limits.maximumFiles {
      close(open("\(folder.path)/\(number)", O_CREAT | O_WRONLY, 0o600))
    }
    let evidence = EvidenceFolder(path: folder.path)
    #expect(try evidence.allFiles().count == Limits.maximumFiles)
    close(open("\(folder.path)/more", O_CREAT | O_WRONLY, 0o600))
    #expect(
      problem { () throws(Diagnostic) in _ = try evidence.allFiles() }?.code == .evidenceLimit
    )
  }

  @Test func lengthOfAPath() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var deep = folder
    for _ in 0..<4 { deep.appendPathComponent(repeated("d", 220)) }
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    #expect(try EvidenceFolder(path: folder.path).allFiles().isEmpty)
    try Data().write(to: deep.appendingPathComponent(repeated("f", 200)))
    let found = problem { () throws(Diagnostic) in
      _ = try EvidenceFolder(path: folder.path).allFiles()
    }
    #expect(found?.code == .evidenceLimit)
  }

  @Test func mappings() {
    let text = "# " + repeated("x", Limits.maximumMappingSizeInBytes)
    let (_, problems) = EvidenceMapping.read(bytes(text), path: "m.yaml")
    #expect(problems.map(\.code) == [.evidenceLimit])
  }

  @Test func problemsKept() throws {
    let broken = repeated("{\n", Limits.keptDiagnostics + 50)
    let document = try EvidenceDocument(bytes: bytes(broken), path: "role-register.jsonl")
    var sink = RecordSink(context: EvidenceContext())
    for problem in document.unreadLines { sink.reject(problem) }
    #expect(sink.diagnostics.count == Limits.keptDiagnostics)
    #expect(sink.rejectedCount == Limits.keptDiagnostics + 50)
  }
}
