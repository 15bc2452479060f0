import BenchmarkControls
import BenchmarkWorkloads
import ControlsCommand
import Foundation
import Testing

/// A small workload and what the tool says of it, in a folder of the test's own.
struct Measured {
  let folder: URL
  let answers: Answers
  /// The subject's entry in `results.json`.
  let subject: [String: Any]
  let exitCode: ExitCode

  /// Writes a workload and judges it with the suites of the benchmark, all findings kept.
  init(_ workload: Workload) async throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("benchmark-\(UUID().uuidString)")
    answers = try workload.write(to: folder)
    let policy = folder.appendingPathComponent("policy.yaml")
    try Data("version: 1\nfindings: {kept: 1000000}\n".utf8).write(to: policy)
    let console = RecordingConsole()
    exitCode = await ControlsCommand.run(
      [
        "test", "--evidence", folder.appendingPathComponent("evidence").path, "--policy",
        policy.path, "--as-of", "2026-11-20T09:00:00Z", "--reports",
        folder.appendingPathComponent("reports").path,
      ],
      suites: BenchmarkControls.suites,
      console: console.console()
    )
    #expect(console.error == "")
    let results = folder.appendingPathComponent("reports/results.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: results))
    let document = try #require(root as? [String: Any])
    let subjects = try #require(document["subjects"] as? [[String: Any]])
    subject = try #require(subjects.first)
  }

  /// Removes what was written.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The results of the controls that apply to the subject.
  var controls: [[String: Any]] {
    let all = subject["controls"] as? [[String: Any]] ?? []
    return all.filter { $0["outcome"] as? String != "notApplicable" }
  }

  /// How many records deviate, by control.
  var counts: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: controls.map {
        ($0["control"] as? String ?? "", $0["findingCount"] as? Int ?? -1)
      }
    )
  }

  /// The keys of the records that deviate, by control, each once and in order.
  var keys: [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: controls.map { control in
        let findings = control["findings"] as? [[String: Any]] ?? []
        let keys = findings.compactMap { $0["record"] as? String }
        return (control["control"] as? String ?? "", keys.sorted())
      }
    )
  }

  /// The keys that the generator noted, by control, in order.
  var wantedKeys: [String: [String]] { answers.keys.mapValues { $0.sorted() } }

  /// Every finding with the line that its locator names, as it stands in the file.
  func findingsWithLines() throws -> [(finding: [String: Any], line: String)] {
    var lines: [String: [Substring]] = [:]
    let name = subject["id"] as? String ?? ""
    return try controls.flatMap { $0["findings"] as? [[String: Any]] ?? [] }.map { finding in
      let locator = try #require(finding["locator"] as? [String: Any])
      let path = try #require(locator["path"] as? String)
      let number = try #require(locator["line"] as? Int)
      if lines[path] == nil {
        let file = folder.appendingPathComponent("evidence/\(name)/\(path)")
        lines[path] = try String(contentsOf: file, encoding: .utf8)
          .split(separator: "\n", omittingEmptySubsequences: false)
      }
      let line = try #require(
        lines[path].flatMap { $0.indices.contains(number - 1) ? $0[number - 1] : nil }
      )
      return (finding, String(line))
    }
  }
}
