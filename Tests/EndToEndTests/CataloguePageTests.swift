import ControlModel
import ControlTesting
import Foundation
import StandardControls
import Testing

/// The catalogue as documents: the pages in the repository are those that the suites give.
struct CataloguePageTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let ids = StandardControls.suites.flatMap(\.controls).map(\.description.id)

  /// The pages as the tool writes them now, by name.
  static func written() async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("catalogue-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = await Estate.run([
      "list", "controls", "--format", "pages", "--output", folder.path, "--examples",
      root.appendingPathComponent("Tests/StandardControlsTests/Fixtures").path,
    ])
    try #require(run.code == 0, "\(run.error)")
    return try pages(in: folder)
  }

  static func pages(in folder: URL) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var pages: [String: String] = [:]
    for name in names where name.hasSuffix(".md") {
      pages[name] = try String(
        contentsOf: folder.appendingPathComponent(name),
        encoding: .utf8
      )
    }
    return pages
  }

  @Test func pagesOfTheRepositoryAreThoseOfTheSuites() async throws {
    let now = try await Self.written()
    let kept = try Self.pages(in: Self.root.appendingPathComponent("Documentation/catalogue"))
    let differing = Set(now.keys).union(kept.keys).filter { now[$0] != kept[$0] }.sorted()
    #expect(differing.isEmpty, "make catalogue writes \(differing.joined(separator: ", "))")
  }

  @Test func everyPageSaysWhatAReaderAsks() async throws {
    let now = try await Self.written()
    #expect(Set(now.keys) == Set(Self.ids.map { "\($0).md" } + ["README.md"]))
    for id in Self.ids {
      let page = try #require(now["\(id).md"])
      let isWhole = [
        "# \(id): ", "| Severity |", "| Mode |", "| Applies to |", "| Written in |",
        "## Evidence", "## Requirements", "## Remedy", "## Examples", "Passes:", "Fails:",
      ]
      .filter { !page.contains($0) }
      #expect(isWhole.isEmpty, "\(id) lacks \(isWhole)")
    }
    let index = try #require(now["README.md"])
    for id in Self.ids {
      #expect(index.contains("[\(id)](\(id.replacing(" ", with: "%20")).md)"), "\(id)")
    }
  }

  @Test func catalogueIsOneDocumentForOtherTools() async throws {
    let run = await Estate.run(["list", "controls", "--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let root = try #require(value as? [String: Any])
    let controls = try #require(root["controls"] as? [[String: Any]])
    #expect(controls.compactMap { $0["id"] as? String } == Self.ids)
    #expect(controls.contains { $0["rationale"] is String })
    #expect(controls.allSatisfy { $0["profiles"] is [String] })
    let markdown = await Estate.run(["list", "controls", "--format", "markdown"])
    #expect(markdown.output.hasPrefix("# Catalogue of controls\n"))
  }

  @Test(arguments: [
    (["list", "controls", "--format", "page"], "pages"),
    (["list", "controls", "--format", "pages"], "--output"),
    (["list", "kinds", "--format", "json"], "list controls"),
  ])
  func wrongUsageIsSaid(_ words: [String], _ part: String) async {
    let run = await Estate.run(words)
    #expect(run.code == 64)
    #expect(run.error.contains(part), "\(run.error)")
  }
}
