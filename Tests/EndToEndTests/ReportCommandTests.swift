import Foundation
import Testing

/// A run is written in other formats, with it or afterwards.
struct ReportCommandTests {
  /// The formats as help lists them, with their files.
  static func formats() async throws -> [(name: String, file: String)] {
    let (_, help, _) = await Estate.run(["report", "--help"])
    let list = try #require(help.split(separator: "Formats:\n").last)
    return list.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .map { $0.split(separator: " ") }.map { (String($0[0]), String($0[1])) }
  }

  @Test func everyFormatIsTheSameWithTheRunAndAfterwards() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let formats = try await Self.formats()
    #expect(formats.count >= 14)
    let words = formats.flatMap { ["--report", "\($0.name):\(estate.path("out/\($0.file)"))"] }
    let files = [
      "--evidence", estate.path("evidence"), "--policy", estate.path("controls/policy.yaml"),
      "--waivers", estate.path("controls/waivers.yaml"), "--reports", estate.path("reports"),
    ]
    _ = await Estate.run(["test", "--subject", "orchard-agents"] + words + files)
    let results = estate.path("reports/results.json")
    for (name, file) in formats {
      let made = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: estate.path("out/\(file)"))),
        as: UTF8.self
      )
      #expect(
        !made.contains(estate.folder.lastPathComponent),
        "\(name) names a path of the machine"
      )
      // These two show a policy list in the order of the policy file; results hold it sorted.
      if ["html", "markdown"].contains(name) { continue }
      // A workbook is no text, so it goes to a file.
      let again = estate.path("again-\(file)")
      if name == "xlsx" {
        _ = await Estate.run(["report", name, "--from", results, "--output", again])
        let files = FileManager.default
        #expect(files.contentsEqual(atPath: again, andPath: estate.path("out/\(file)")))
        continue
      }
      let (code, output, error) = await Estate.run(["report", name, "--from", results])
      #expect(code == 0, "\(error)")
      #expect(output == made, "\(name) differs from the run's own")
    }
  }

  @Test func oneSubjectCanBePickedAndAFileNamed() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = await estate.run("test")
    let results = estate.path("reports/results.json")
    let badge = estate.path("deep/down/badge.svg")
    let (code, output, _) = await Estate.run([
      "report", "badge", "--from", results, "--subject", "claims-cloud", "--output", badge,
    ])
    #expect(code == 0 && output.isEmpty)
    let text = try String(contentsOfFile: badge, encoding: .utf8)
    #expect(text.contains("claims-cloud") && !text.contains("orchard-agents"))
    let unknown = await Estate.run([
      "report", "badge", "--from", results, "--subject", "clams-cloud",
    ])
    #expect(unknown.code == 64 && unknown.error.contains("did you mean \"claims-cloud\"?"))
  }

  @Test func workbookGoesToAFileAndNeverToATerminal() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = await estate.run("test")
    let run = await Estate.run(["report", "xlsx", "--from", estate.path("reports/results.json")])
    #expect(run.code == 64 && run.output.isEmpty)
    #expect(run.error.contains("--output results.xlsx"), "\(run.error)")
  }

  @Test func reportIsThereWholeOrNotAtAll() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    _ = await estate.run("test")
    let results = estate.path("reports/results.json")
    let folder = estate.path("out")
    try FileManager.default.createDirectory(
      atPath: folder + "/taken",
      withIntermediateDirectories: true
    )
    let refused = await Estate.run([
      "report", "csv", "--from", results, "--output", folder + "/taken",
    ])
    #expect(refused.code == 64 && refused.error.contains("is a folder"), "\(refused.error)")
    // What leads elsewhere is followed, and stays; what leads nowhere is refused.
    let target = URL(fileURLWithPath: folder + "/true.csv")
    try Data("old".utf8).write(to: target)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/lost.csv",
      withDestinationPath: folder + "/nowhere.csv"
    )
    let lost = await Estate.run([
      "report", "csv", "--from", results, "--output", folder + "/lost.csv",
    ])
    #expect(lost.code == 64 && lost.error.contains("link to nothing"), "\(lost.error)")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.csv",
      withDestinationPath: folder + "/true.csv"
    )
    for _ in 0..<2 {
      let (code, _, error) = await Estate.run([
        "report", "csv", "--from", results, "--output", folder + "/link.csv",
      ])
      #expect(code == 0, "\(error)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["link.csv", "lost.csv", "taken", "true.csv"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.csv") != "")
    #expect(try String(contentsOf: target, encoding: .utf8).hasPrefix("subject,"))
  }

  @Test(arguments: [
    (["report", "sarf"], 64, "did you mean \"sarif\"?"), (["report"], 64, "usage"),
    (["report", "csv", "--from", "no-such-results.json"], 65, "no such file"),
    (["test", "--report", "csv:"], 64, "needs a path"),
    (["test", "--report", "csv:x", "--report", "sarif:x"], 64, "two reports"),
    (["test", "--report", "csv:reports/results.json"], 64, "two reports"),
  ])
  func wrongWordsAreRefused(words: [String], code: Int32, says: String) async {
    let run = await Estate.run(words)
    #expect(run.code == code)
    #expect(run.error.contains(says), "\(run.error)")
  }

  @Test(arguments: ["{}", "{\"schema\": \"control-testing/results/9\"}", "[", ""])
  func whatIsNoResultsFileIsRefused(text: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let path = estate.path("other.json")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let run = await Estate.run(["report", "csv", "--from", path])
    #expect(run.code == 65, "\(run.error)")
    #expect(run.output.isEmpty)
  }
}
