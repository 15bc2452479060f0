import ControlTesting
import ControlsCommand
import Foundation
import ReadmeExample
import StandardControls
import Testing

/// What README and the guides show is true.
struct DocumentationTests {
  static func text(_ path: String) throws -> String {
    try String(contentsOf: Estate.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The fenced blocks of a language in a Markdown document, in order.
  static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "\n```\(language)\n").dropFirst().map { part in
      String(part.components(separatedBy: "\n```")[0])
    }
  }

  static let documents: [String] = {
    let walker = FileManager.default.enumerator(
      atPath: Estate.root.appendingPathComponent("Documentation").path
    )
    let names = (walker?.allObjects as? [String]) ?? []
    return ["README.md", "CHANGELOG.md", "evidence/README.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  @Test func controlOfTheReadmeIsTheOneThatThisTargetCompiles() throws {
    let shown = try #require(Self.blocks("swift", in: try Self.text("README.md")).first)
    let compiled = try Self.text("Tests/ReadmeExample/LongLivedSecrets.swift")
    #expect(shown + "\n" == compiled)
    #expect(shown.split(separator: "\n", omittingEmptySubsequences: false).count <= 15)
    #expect(ReadmeExample.longLivedSecrets.controls.map(\.description.id) == ["ACME-1"])
  }

  @Test func controlOfTheReadmeJudgesTheEstate() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let recording = RecordingConsole()
    // The sample policy sets limits that only the standard suites know.
    try Data("version: 1\n".utf8).write(to: URL(fileURLWithPath: estate.path("policy.yaml")))
    try Data("version: 1\nwaivers: []\n".utf8)
      .write(to: URL(fileURLWithPath: estate.path("waivers.yaml")))
    let code = await ControlsCommand.run(
      [
        "test", "--evidence", estate.path("evidence"), "--reports", estate.path("reports"),
        "--policy", estate.path("policy.yaml"), "--waivers", estate.path("waivers.yaml"),
      ],
      suites: [ReadmeExample.longLivedSecrets],
      console: recording.console()
    )
    #expect(code == .deny)
    #expect(recording.output.contains("ACME-1"))
  }

  @Test func outputOfTheReadmeIsWhatTheToolPrints() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (_, output, _) = await estate.run("test", width: 80)
    let shown = try #require(Self.blocks("text", in: try Self.text("README.md")).first)
    var rest = output.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in shown.split(separator: "\n") where line != "…" {
      guard let index = rest.firstIndex(of: line) else {
        Issue.record("the tool does not print, at this place: \(line)")
        return
      }
      rest = rest[(index + 1)...]
    }
  }

  @Test(arguments: documents)
  func everyLinkLeadsSomewhere(_ document: String) throws {
    let folder = Estate.root.appendingPathComponent(document).deletingLastPathComponent()
    let text = try Self.text(document)
    for match in text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
      let target = folder.appendingPathComponent(String(match.output.1)).path
      #expect(FileManager.default.fileExists(atPath: target), "\(document): \(match.output.1)")
    }
  }

  @Test(arguments: documents)
  func everyCommandShownIsOne(_ document: String) async throws {
    let overview = await Estate.run(["--help"]).output
    let known = overview.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { line in
      String(line.dropFirst(2))
    }
    for match in try Self.text(document).matches(
      of: /(?:`|release )controls ([a-z]+)(?: ([a-z]+))?/
    ) {
      let first = String(match.output.1)
      let pair = match.output.2.map { "\(first) \($0)" }
      let isKnown = known.contains { line in
        line.hasPrefix("\(first) ") || pair.map { line.hasPrefix($0) } == true
      }
      #expect(isKnown, "\(document) shows `controls \(pair ?? first)`")
    }
  }
}
