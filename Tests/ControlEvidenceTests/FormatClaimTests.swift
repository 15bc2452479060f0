import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// Every file in the repository that is some format is claimed by exactly its reader.
@Suite("Claiming files by content")
struct FormatClaimTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// The format of each fixture, as `Fixtures/formats.csv` lists them.
  private static func listed() throws -> [String: String] {
    let table = try TableReader.read(fixture("formats.csv"), path: "formats.csv")
    return Dictionary(uniqueKeysWithValues: table.rows.map { ($0.cells[0], $0.cells[1]) })
  }

  private static func files(below folder: URL) -> [String] {
    let walker = FileManager.default.enumerator(atPath: folder.path)
    let names = (walker?.allObjects as? [String]) ?? []
    return names.sorted().filter { name in
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// The formats that claim a file, or `nil` where it cannot be opened at all.
  private static func claims(_ file: URL, _ path: String) throws -> [String]? {
    let bytes = try Array(Data(contentsOf: file))
    guard let document = try? EvidenceDocument(bytes: bytes, path: path) else { return nil }
    return EvidenceReaders.native.filter { $0.recognizes(document) }.map(\.format.id)
  }

  @Test func everyFixtureIsClaimedByItsReaderAlone() throws {
    let listed = try Self.listed()
    let folder = Self.tests.appendingPathComponent("Fixtures")
    // Samples of mapped formats, which no native reader claims, and recorded schemas.
    let others = ["formats.csv", "README.md", "mappings/", "schemas/"]
    let files = Self.files(below: folder).filter { file in
      !others.contains { file.hasPrefix($0) }
    }
    for file in files {
      let format = try #require(listed[file], "\(file): add a line to Fixtures/formats.csv")
      let claims = try Self.claims(folder.appendingPathComponent(file), file)
      #expect(claims == [format], "\(file)")
    }
    #expect(Set(files) == Set(listed.keys), "formats.csv lists a file that is not there")
  }

  @Test func everyFormatHasAFixture() throws {
    let listed = Set(try Self.listed().values)
    // Attestations are signed when the tests run.
    let native = Set(EvidenceReaders.native.map(\.format.id)).subtracting(["dsse-attestation"])
    #expect(native.subtracting(listed).sorted() == [])
  }

  @Test func everyFileOfTheEstateIsClaimedByWhatItsManifestSays() throws {
    let estate = Self.root.appendingPathComponent("evidence")
    let subjects = Self.files(below: estate).filter { $0.hasSuffix("/manifest.json") }
    #expect(subjects.count >= 3)
    for name in subjects {
      let folder = estate.appendingPathComponent(name).deletingLastPathComponent()
      let bytes = try Array(Data(contentsOf: folder.appendingPathComponent("manifest.json")))
      let manifest = try Manifest(bytes: bytes, subject: folder.lastPathComponent)
      for (path, item) in manifest.items.sorted(by: { $0.key < $1.key }) {
        let file = folder.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        let claims = try Self.claims(file, path)
        let format = item.format.flatMap { $0 == "canonical" ? nil : $0 }
        #expect(claims == [format].compactMap { $0 }, "\(folder.lastPathComponent)/\(path)")
      }
    }
  }

  /// Fixtures of controls are in the canonical form, whatever fields they share with an export.
  @Test func noFixtureOfAControlIsClaimed() throws {
    let folder = Self.root.appendingPathComponent("Tests/StandardControlsTests/Fixtures")
    for file in Self.files(below: folder) {
      let claims = try Self.claims(folder.appendingPathComponent(file), file)
      #expect(claims ?? [] == [], "\(file)")
    }
  }
}
