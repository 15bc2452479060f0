import ControlAssessment
import ControlModel
import ControlReports
import Foundation

/// A run that a command made itself, with what it judged.
struct Run: Sendable {
  let plan: AssessmentPlan
  let inventories: [Inventory]
  var results: AssessmentResults

  /// Searches how far the decision of each subject lasts.
  mutating func findHorizons(_ search: HorizonSearch) async {
    let (plan, inventories) = (self.plan, self.inventories)
    let found = await withTaskGroup(of: (String, Horizon).self) { group in
      for inventory in inventories {
        group.addTask { (inventory.subject.id, search.horizon(of: inventory, in: plan)) }
      }
      var horizons: [String: Horizon] = [:]
      for await (id, horizon) in group { horizons[id] = horizon }
      return horizons
    }
    for index in results.subjects.indices {
      results.subjects[index].horizon = found[results.subjects[index].subject.id]
    }
  }
}

extension Session {
  /// Judges the evidence that the command line names, with all controls.
  func run() async throws -> Run {
    let plan = try plan()
    return await run(plan, over: try inventories(plan.policy))
  }

  /// Judges evidence by a plan, and shows on a terminal how far it has come.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - inventories: The subjects' evidence.
  ///   - shards: Streams that were judged elsewhere, by subject and path.
  /// - Returns: The results and what they are of.
  func run(
    _ plan: AssessmentPlan,
    over inventories: [Inventory],
    shards: [String: [String: ShardedStream]] = [:]
  ) async -> Run {
    let meter = ProgressMeter(console)
    let assessed = await Assessment.assess(
      plan,
      over: inventories,
      toolVersion: ControlsCommand.version,
      threads: ProcessInfo.processInfo.activeProcessorCount,
      shards: shards,
      progress: { meter.show($0) }
    )
    meter.clear()
    var run = Run(plan: plan, inventories: assessed.inventories, results: assessed.results)
    run.drawPictures()
    return run
  }

  /// The results of `--results`, else those of a run of the command's own.
  ///
  /// - Throws: ``UsageProblem`` where a file and something to judge are both named.
  func resultsOrRun() async throws -> AssessmentResults {
    guard let path = arguments.value("results") else { return try await run().results }
    for name in ["evidence", "policy", "waivers", "as-of"] where arguments.has(name) {
      throw UsageProblem(
        "--\(name) says what to judge, and --results what was judged: give one of them"
      )
    }
    var results = try results(at: path)
    let wanted = arguments.all("subject")
    let present = results.subjects.map(\.subject.id)
    for name in wanted where !present.contains(name) {
      throw UsageProblem.unknown("subject", name, among: present)
    }
    if !wanted.isEmpty { results.subjects.removeAll { !wanted.contains($0.subject.id) } }
    let contradictions = GateCheck.contradictions(in: results)
    if !contradictions.isEmpty {
      throw Problems(
        contradictions.map {
          Diagnostic(
            .resultsMalformed,
            at: Locator(path: path),
            found: $0,
            needed: "results as controls test wrote them",
            remedy: "run controls test again"
          )
        }
      )
    }
    return results
  }
}

extension CommandOption {
  /// The options of every command that takes finished results or judges itself.
  static let finished: [CommandOption] =
    [
      CommandOption(
        "results",
        "FILE",
        "results.json of an earlier run (default: judge the evidence now)"
      ),
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
    ] + assessment + frameworks
}
