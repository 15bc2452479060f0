import Foundation
import Testing

/// A run over several processes comes to the results of one, or says why it can't.
struct ScaleOutTests {
  /// A copy of the estate with a plan of it, and the ids of the plan's shards.
  struct Planned {
    let estate: Estate
    let shards: [String]

    init(shards count: Int) async throws {
      estate = try Estate()
      let plan = await estate.run("plan", estate.path("plan.json"), "--shards", "\(count)")
      #expect(plan.code == 0, "\(plan.error)")
      shards = try plan.output.split(separator: "\n").map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require((value as? [String: Any])?["shard"] as? String)
      }
    }

    func work(_ ids: some Sequence<String>, into folder: String = "partials") async {
      let words = ids.flatMap { ["--shard", $0] }
      let worker = await Estate.run(
        ["worker", estate.path("plan.json"), "--output", estate.path(folder)] + words + files
      )
      #expect(worker.code == 0, "\(worker.error)")
    }

    func merge(_ folders: String...) async -> (code: Int32, output: String, error: String) {
      await Estate.run(
        ["merge", estate.path("plan.json")] + folders.map { estate.path($0) }
          + ["--quiet", "--reports", estate.path("merged")] + files
      )
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: estate.path(name), encoding: .utf8)
    }

    private var files: [String] {
      [
        "--evidence", estate.path("evidence"), "--policy", estate.path("controls/policy.yaml"),
        "--waivers", estate.path("controls/waivers.yaml"),
      ]
    }
  }

  @Test(arguments: [1, 3, 50])
  func anySplitGivesTheBytesOfOneRun(_ count: Int) async throws {
    let planned = try await Planned(shards: count)
    defer { planned.estate.remove() }
    #expect(planned.shards.count > 5, "the estate has logs to cut")
    #expect(Set(planned.shards).count == planned.shards.count)
    let single = await planned.estate.run("test", "--quiet")
    await planned.work(planned.shards.shuffled())
    let merged = await planned.merge("partials")
    #expect(merged.code == single.code, "\(merged.error)")
    #expect(try planned.text("merged/results.json") == planned.text("reports/results.json"))
  }

  @Test func shardThatRanTwiceCountsOnceAndOneThatDidNotIsAnError() async throws {
    let planned = try await Planned(shards: 2)
    defer { planned.estate.remove() }
    let lost = try #require(planned.shards.last)
    await planned.work(planned.shards.dropLast())
    let partial = await planned.merge("partials")
    #expect(partial.code == 65)
    #expect(partial.error.contains("error[partial-missing]"))
    #expect(partial.error.contains(lost))
    #expect(!FileManager.default.fileExists(atPath: planned.estate.path("merged")))
    await planned.work([lost])
    await planned.work(planned.shards.prefix(3), into: "again")
    let whole = await planned.merge("partials", "again")
    #expect(whole.code < 3, "\(whole.error)")
  }

  @Test func partialsThatDifferOrAreOfOtherBytesAreRefused() async throws {
    let planned = try await Planned(shards: 2)
    defer { planned.estate.remove() }
    await planned.work(planned.shards)
    let first = try #require(planned.shards.first)
    let text = try planned.text("partials/\(first).json")
    let changed = text.replacing(/"recordCount":([0-9]+)/) { "\"recordCount\":\($0.output.1)1" }
    #expect(changed != text)
    try FileManager.default.createDirectory(
      atPath: planned.estate.path("other"),
      withIntermediateDirectories: true
    )
    try changed.write(
      toFile: planned.estate.path("other/\(first).json"),
      atomically: true,
      encoding: .utf8
    )
    let differing = await planned.merge("partials", "other")
    #expect(differing.code == 65)
    #expect(differing.error.contains("error[partial-foreign]"))
    try "{".write(
      toFile: planned.estate.path("other/\(first).json"),
      atomically: true,
      encoding: .utf8
    )
    let cutOff = await planned.merge("partials", "other")
    #expect(cutOff.code == 65)
    #expect(cutOff.error.contains("error[partial-malformed]"))
    let foreign = try await Planned(shards: 7)
    defer { foreign.estate.remove() }
    await foreign.work([try #require(foreign.shards.first)])
    try FileManager.default.removeItem(atPath: planned.estate.path("other"))
    try FileManager.default.copyItem(
      atPath: foreign.estate.path("partials"),
      toPath: planned.estate.path("other")
    )
    let mixed = await planned.merge("partials", "other")
    #expect(mixed.code == 65)
    #expect(mixed.error.contains("error[partial-foreign]"))
  }

  @Test func workerRefusesAFileThatChangedSinceThePlan() async throws {
    let planned = try await Planned(shards: 2)
    defer { planned.estate.remove() }
    let path = planned.estate.path("evidence/orchard-agents/agents/policy-decision-log.jsonl")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"allow\"", with: "\"deny\"")
      .write(toFile: path, atomically: true, encoding: .utf8)
    var refusals = 0
    for id in planned.shards {
      let worker = await planned.estate.run(
        "worker",
        planned.estate.path("plan.json"),
        "--shard",
        id
      )
      if worker.code == 65, worker.error.contains("error[partial-foreign]") { refusals += 1 }
    }
    #expect(refusals > 0)
    let registers = planned.estate.path("evidence/orchard-agents/agents/tool-registry.yaml")
    try "[]\n".write(toFile: registers, atomically: true, encoding: .utf8)
    let other = await planned.merge("partials")
    #expect(other.code == 65)
    #expect(other.error.contains("other evidence of orchard-agents"))
  }
}
