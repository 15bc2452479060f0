import ControlsCommand
import Foundation
import Testing

/// What a pipeline, and whoever looks after it, do with finished results.
struct GateCommandTests {
  /// The sample estate judged at its own as-of time, and where its results stand.
  struct Judged {
    let estate: Estate
    let results: String

    init() async throws {
      let run = try await WholeEstate.run.value
      try #require(run.code <= 2, "\(run.error)")
      estate = try Estate()
      results = estate.path("reports/results.json")
      try FileManager.default.createDirectory(
        atPath: estate.path("reports"),
        withIntermediateDirectories: true
      )
      try run.reports["results.json"]?.write(to: URL(fileURLWithPath: results))
    }

    /// The results with a text in the place of another, in a file of their own.
    func edited(_ old: String, _ new: String) throws -> String {
      let text = try String(contentsOfFile: results, encoding: .utf8)
      try #require(text.contains(old), "\(old) is not in the results")
      let path = estate.path("edited-\(UUID().uuidString).json")
      try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: path))
      return path
    }
  }

  @Test func gateDecidesAsTheRunDidAndJudgesAloneTheSameWay() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    for subject in ["orchard-agents", "tallybird-assist", "claims-cloud"] {
      let run = await judged.estate.run("test", "--quiet", "--subject", subject)
      let read = await Estate.run(["gate", "--results", judged.results, "--subject", subject])
      let alone = await judged.estate.run("gate", "--subject", subject)
      #expect(read.code == run.code, "\(subject): \(read.error)")
      #expect(alone.code == run.code, "\(subject): \(alone.error)")
      #expect(alone.output == read.output)
      #expect(read.output.split(separator: "\n").count <= 24)
    }
  }

  @Test func profileDecidesBesideTheWhole() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let run = await estate.run("test", "--profile", "all", "--subject", "orchard-agents")
    let results = estate.path("reports/results.json")
    #expect(run.code != 0, "\(run.error)")
    for name in ["readiness", "procurement", "partnership", "assurance"] {
      #expect(run.output.contains("Profile \(name), as its gate for"))
      let gate = await Estate.run(["gate", "--results", results, "--profile", name])
      #expect(gate.output.contains("profile \(name) decides"), "\(gate.error)")
      let alone = await estate.run("gate", "--profile", name, "--subject", "orchard-agents")
      #expect(alone.code == gate.code)
      #expect(alone.output == gate.output)
    }
    #expect(run.output.contains("pilot stays as the whole decides: "))
    let alone = await estate.run("gate", "--subject", "orchard-agents")
    let whole = await Estate.run(["gate", "--results", results])
    #expect(whole.code == alone.code, "\(whole.output)")
    #expect(whole.output == alone.output)
  }

  @Test func profileThatWasNotJudgedIsNoAnswer() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let lacking = await Estate.run(["gate", "--results", judged.results, "--profile", "assurance"])
    #expect(lacking.code == 64)
    #expect(lacking.error.contains("run controls test --profile assurance"))
    let unknown = await judged.estate.run("gate", "--profile", "readyness")
    #expect(unknown.code == 64)
    #expect(unknown.error.contains("readiness"))
  }

  @Test func denialNamesOwnerReasonAndRemedyOnOneScreen() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let (code, output, _) = await Estate.run(
      ["gate", "--results", judged.results, "--subject", "tallybird-assist"]
    )
    #expect(code == 1)
    for part in [
      "Gate: DENY", "owner: team-", "denies  ", "mend    ", "more reasons: controls work",
    ] {
      #expect(output.contains(part), "\(part) is not in:\n\(output)")
    }
  }

  @Test func resultsForAnotherTierAreNoApproval() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let (code, output, _) = await Estate.run(
      ["gate", "--results", judged.results, "--subject", "orchard-agents", "--tier", "production"]
    )
    #expect(code == 1 || code == 2)
    #expect(output.contains("orchard-agents was judged for pilot, not for production"))
  }

  @Test func sameRunIsNotWorseAndNoChange() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let plain = await Estate.run(["gate", "--results", judged.results])
    let same = await Estate.run(
      ["gate", "--results", judged.results, "--not-worse-than", judged.results]
    )
    #expect(same.code == plain.code)
    #expect(same.output == plain.output)
    let diff = await Estate.run(["diff", judged.results, judged.results])
    #expect(diff.code == 0)
    #expect(diff.output == "no change\n")
  }

  @Test func laterRunIsWorseWithTheCause() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let later = judged.estate.path("later")
    let run = await Estate.run([
      "test", "--quiet", "--evidence", judged.estate.path("evidence"), "--policy",
      judged.estate.path("controls/policy.yaml"), "--waivers",
      judged.estate.path("controls/waivers.yaml"), "--reports", later, "--as-of",
      "2027-11-20T09:00:00Z",
    ])
    #expect(run.code <= 2, "\(run.error)")
    let diff = await Estate.run(["diff", judged.results, "\(later)/results.json"])
    #expect(diff.code == 1)
    #expect(
      diff.output.contains("nothing but the time changed, from 2026-11-20T09:00:00Z to 2027-")
    )
    let gate = await Estate.run(
      ["gate", "--results", "\(later)/results.json", "--not-worse-than", judged.results]
    )
    #expect(gate.code == 1)
    #expect(gate.output.contains("got worse since the last accepted run"))
    #expect(gate.output.contains("WORSE  "))
  }

  @Test func runOfOtherControlsIsNotComparable() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let part = judged.estate.path("part")
    _ = await Estate.run([
      "test", "--quiet", "--evidence", judged.estate.path("evidence"), "--policy",
      judged.estate.path("controls/policy.yaml"), "--waivers",
      judged.estate.path("controls/waivers.yaml"), "--reports", part, "--filter", "NHI7",
    ])
    let (code, output, _) = await Estate.run(["diff", judged.results, "\(part)/results.json"])
    #expect(code == 2)
    #expect(output.hasPrefix("not comparable\n  because  the suites differ: controls "))
  }

  @Test func filesThatCannotBeReliedOnAre65() async throws {
    let judged = try await Judged()
    defer { judged.estate.remove() }
    let missing = await Estate.run(["gate", "--results", judged.estate.path("none.json")])
    #expect(missing.code == 65)
    let schema = try judged.edited("control-testing/results/", "control-testing/other/")
    for command in [
      ["gate", "--results", schema], ["diff", schema, judged.results],
      ["work", "--results", schema],
    ] {
      #expect(await Estate.run(command).code == 65, "\(command[0])")
    }
    let turned = try judged.edited("\"decision\": \"deny\"", "\"decision\": \"approve\"")
    let (code, output, error) = await Estate.run(["gate", "--results", turned])
    #expect(code == 65)
    #expect(output.isEmpty)
    #expect(error.contains("results-malformed"))
  }

  @Test(
    arguments: [
      ["gate", "--results", "x", "--evidence", "y"], ["gate", "--tier", "prod"], ["diff", "x"],
      ["horizon", "--count", "0"], ["horizon", "--until", "soon"], ["work", "--format", "pdf"],
    ]
  )
  func wrongUsageIs64(_ words: [String]) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let evidence = words[0] == "horizon" ? ["--evidence", estate.path("evidence")] : []
    #expect(await Estate.run(words + evidence).code == 64)
  }

  @Test func publishedTableOfExitCodesIsThatOfTheTool() throws {
    let guide = try DocumentationTests.text("Documentation/gating-a-pipeline.md")
    let published = guide.matches(of: /\n\| ([0-9]+) \|/).compactMap { Int32($0.output.1) }
    #expect(!published.isEmpty)
    #expect(Set(published) == Set((Int32(0)...255).filter { ExitCode(rawValue: $0) != nil }))
  }

  @Test func horizonAndItsMemberOfTheResultsAgree() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let listed = await estate.run("horizon", "--count", "1")
    #expect(listed.code == 0, "\(listed.error)")
    let run = await estate.run("test", "--quiet", "--horizon")
    #expect(run.output.contains(listed.output), "\(run.output)")
    let text = try String(contentsOfFile: estate.path("reports/results.json"), encoding: .utf8)
    #expect(
      text.components(separatedBy: "\"horizon\": {").count == TestCommandTests.decisions.count + 1
    )
    let again = await Estate.run(["report", "json", "--from", estate.path("reports/results.json")])
    #expect(again.output == text)
    let gate = await Estate.run(["gate", "--results", estate.path("reports/results.json")])
    #expect(gate.code == run.code)
  }
}
