import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// Every file that ever broke a reader, or was made to: none crashes, hangs, or is taken in silence.
struct CorpusTests {
  /// A bad file, and the code that it must end with; an empty one: it is read, and does no harm.
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let code: String
    var testDescription: String { path }

    var bytes: [UInt8] {
      get throws { try Array(Data(contentsOf: CorpusTests.folder.appendingPathComponent(path))) }
    }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Corpus")

  static let cases: [Case] = {
    let table = folder.appendingPathComponent("expected.csv")
    let rows = ((try? String(contentsOf: table, encoding: .utf8)) ?? "").split(separator: "\n")
    return rows.dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Case(path: cells[0], code: cells.count > 1 ? cells[1] : "")
    }
  }()

  static func cases(in folder: String) -> [Case] {
    cases.filter { $0.path.hasPrefix(folder + "/") }
  }

  @Test func everyFileHasItsRowAndThereAreEnough() throws {
    let walker = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
    let files = (walker.allObjects as? [String] ?? []).filter { name in
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: Self.folder.appendingPathComponent(name).path,
        isDirectory: &isDirectory
      )
      return !isDirectory.boolValue && name != "expected.csv"
    }
    #expect(Set(files) == Set(Self.cases.map(\.path)))
    #expect(Self.cases.count >= 150)
    let codes = Set(Diagnostic.Code.allCases.map(\.rawValue) + [""])
    for entry in Self.cases { #expect(codes.contains(entry.code), "\(entry.path)") }
  }

  @Test(arguments: cases(in: "files"))
  func fileEndsWithItsCode(_ entry: Case) throws {
    let name = String(entry.path.split(separator: "/").last ?? "")
    let bytes = try entry.bytes
    let codes: [Diagnostic.Code]
    do throws(Diagnostic) {
      let sink = try read(bytes, path: name)
      codes = sink.diagnostics.map(\.code)
      #expect((sink.rejectedCount > 0) == !codes.isEmpty)
      if entry.code.isEmpty { #expect(sink.count > 0) }
    } catch {
      codes = [error.code]
      #expect(error.locator?.path == name)
    }
    if entry.code.isEmpty {
      #expect(codes.isEmpty)
    } else {
      #expect(codes.map(\.rawValue).contains(entry.code), "\(codes)")
    }
  }

  @Test func loaderNamesEachOfThemAndReadsTheRest() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "corpus-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: root) }
    let bundle = root.appendingPathComponent("acme")
    try FileManager.default.createDirectory(at: bundle, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.folder.appendingPathComponent("files"),
      to: bundle.appendingPathComponent("files")
    )
    try Data("id: acme\nname: Acme\nkind: vendor\ntier: pilot\nowner: team\n".utf8)
      .write(to: bundle.appendingPathComponent("subject.yaml"))
    let inventory = try BundleLoader().load(EvidenceFolder(path: bundle.path))
    let cases = Self.cases(in: "files")
    #expect(inventory.files.map(\.path) == cases.map(\.path).sorted())
    for entry in cases {
      let file = try #require(inventory.files.first { $0.path == entry.path })
      let codes = file.diagnostics.map(\.code.rawValue)
      #expect(entry.code.isEmpty || codes.contains(entry.code), "\(entry.path): \(codes)")
      #expect(codes.contains("evidence-unlisted"))
    }
  }

  @Test(arguments: cases(in: "manifests"))
  func manifestVouchesForNothing(_ entry: Case) throws {
    let bytes = try entry.bytes
    let found = problem { () throws(Diagnostic) in _ = try Manifest(bytes: bytes, subject: "acme") }
    #expect(found?.code.rawValue == entry.code)
  }

  @Test(arguments: cases(in: "keys"))
  func keyIsNone(_ entry: Case) {
    let path = Self.folder.appendingPathComponent(entry.path).path
    let asPublic = problem { () throws(Diagnostic) in _ = try KeyFile.publicKey(at: path) }
    let asPrivate = problem { () throws(Diagnostic) in _ = try KeyFile.signingKey(at: path) }
    #expect(asPublic?.code.rawValue == entry.code)
    #expect(asPrivate?.code.rawValue == entry.code)
  }

  @Test(arguments: cases(in: "mappings"))
  func mappingReadsNothing(_ entry: Case) throws {
    let (mapping, problems) = EvidenceMapping.read(try entry.bytes, path: "m.yaml")
    #expect(mapping == nil)
    #expect(problems.map(\.code.rawValue).contains(entry.code), "\(problems)")
  }
}
