import ControlEvidence
import ControlModel
import Foundation
import Testing

/// The ready-made pipeline files do what they say: their own shell steps are run.
struct PipelineTests {
  /// The shell commands of a file that use the tool, in order, without those that install it.
  static func scripts(_ name: String) throws -> [String] {
    let path = "Documentation/pipelines/\(name)"
    let bytes = try Data(contentsOf: Estate.root.appendingPathComponent(path))
    let root = try ConfigurationDocument.read(Array(bytes), path: path)
    if let lines = root["controls"]?["script"]?.elements {
      // GitLab runs all lines of a job in one shell.
      return [lines.compactMap(\.string).joined(separator: "\n")]
    }
    let steps = try #require(root["jobs"]?["gate"]?["steps"]?.elements)
    return steps.filter { $0["name"]?.string != "Install" }.compactMap { $0["run"]?.string }
  }

  /// Runs the steps of a file one after the other, each in a shell that stops at the first failure,
  /// until one fails; as the pipeline does.
  static func run(
    _ name: String,
    in folder: URL,
    tier: String
  ) throws -> (code: Int32, output: String) {
    let tool = try #require(Bundle.main.executableURL).deletingLastPathComponent()
    try #require(
      FileManager.default.isExecutableFile(atPath: tool.appendingPathComponent("controls").path),
      "the tool is not built beside the tests"
    )
    var output = ""
    for script in try scripts(name) {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-e", "-c", script]
      shell.currentDirectoryURL = folder
      shell.environment = ["PATH": "\(tool.path):/usr/bin:/bin", "TIER": tier]
      let pipe = Pipe()
      shell.standardOutput = pipe
      shell.standardError = FileHandle.nullDevice
      try shell.run()
      output += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      if shell.terminationStatus != 0 { return (shell.terminationStatus, output) }
    }
    return (0, output)
  }

  /// An estate that holds one subject.
  static func estate(_ subject: String) throws -> Estate {
    let estate = try Estate()
    let folder = estate.path("evidence")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue, name != subject {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
    }
    return estate
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func stepsGiveTheDecisionOfTheGate(_ name: String) async throws {
    for (subject, tier) in [("orchard-agents", "pilot"), ("tallybird-assist", "production")] {
      let estate = try Self.estate(subject)
      defer { estate.remove() }
      let expected = await estate.run("gate", "--tier", tier)
      let (code, output) = try Self.run(name, in: estate.folder, tier: tier)
      #expect(code == expected.code, "\(name), \(subject): \(output)")
      #expect(output.hasSuffix(expected.output), "\(output)")
      #expect(FileManager.default.fileExists(atPath: estate.path("reports/work.md")))
    }
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func stepsFailWhereTheRunIsWorseThanTheAcceptedOne(_ name: String) async throws {
    let estate = try Self.estate("orchard-agents")
    defer { estate.remove() }
    let earlier = await Estate.run([
      "test", "--quiet", "--evidence", estate.path("evidence"), "--policy",
      estate.path("controls/policy.yaml"), "--waivers", estate.path("controls/waivers.yaml"),
      "--reports", estate.path("accepted"), "--tier", "pilot",
    ])
    #expect(earlier.code <= 2)
    let plan = estate.path("evidence/assessment-plan.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    try Data(text.replacing("asOf: 2026-", with: "asOf: 2027-").utf8).write(
      to: URL(fileURLWithPath: plan)
    )
    let (code, output) = try Self.run(name, in: estate.folder, tier: "pilot")
    #expect(code == 1, "\(output)")
    #expect(output.contains("got worse since the last accepted run"))
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func stepsStopAtAFaultBeforeTheGate(_ name: String) throws {
    let estate = try Self.estate("orchard-agents")
    defer { estate.remove() }
    try Data("version: 1\nparameter: {}\n".utf8)
      .write(to: URL(fileURLWithPath: estate.path("controls/policy.yaml")))
    let (code, output) = try Self.run(name, in: estate.folder, tier: "pilot")
    #expect(code != 0)
    #expect(!output.contains("Gate:"), "\(output)")
  }
}
