import ControlAssessment
import ControlEvidence
import ControlModel
import ControlReports
import Foundation

extension Command {
  /// Merges the partial results of all shards of a plan into the reports of one run.
  static let merge = Command(
    name: "merge",
    summary: "merge the partial results of all shards: matrix, reports, decision as of one run",
    operands: "PLAN.json PARTIAL.json...",
    operandCount: 1...100_001,
    options: CommandOption.scaleOut + [
      CommandOption("reports", "DIR", "where reports are written (default: reports)"),
      CommandOption("report", "FORMAT[:PATH]", "another report; may be repeated"),
      CommandOption("all", nil, "list every row of the matrix, the uncovered ones too"),
      CommandOption("quiet", nil, "print the decisions only"),
    ],
    discussion: """
      A folder stands for the .json files in it. A shard that did not report is an error: what was
      not judged is never taken for clean. A shard that ran twice counts once.

      Exit codes: 0 approve, 1 deny, 2 hold (could not assess), 64 wrong usage, 65 a partial is
      missing, damaged or of another plan, 70 a fault of the tool, 130 interrupted.
      """
  ) { session in
    let folder = session.arguments.value("reports") ?? "reports"
    let requests = try ReportFormats.requests(session.arguments.all("report"), folder: folder)
    let planned = try PlannedRun(session)
    let partials = try read(session.arguments.operands.dropFirst(), of: planned)
    let chosen = try ShardCheck(plan: planned.file, digest: planned.digest).chosen(from: partials)
    let run = await session.run(
      planned.plan,
      over: planned.inventories,
      shards: shards(planned.file, chosen)
    )
    return try session.report(run, folder: folder, requests: requests)
  }

  private static func read(
    _ operands: some Sequence<String>,
    of planned: PlannedRun
  ) throws -> [ReadPartial] {
    var problems: [Diagnostic] = []
    var partials: [ReadPartial] = []
    for path in operands.flatMap({ jsonFiles($0) }) {
      do throws(Diagnostic) {
        guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else {
          throw Diagnostic(
            .partialMalformed,
            at: Locator(path: path),
            found: "no such file",
            needed: "what controls worker wrote",
            remedy: "mend the path, or run the worker again"
          )
        }
        partials.append(try ReadPartial(bytes, name: path, controls: planned.plan.controls))
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    return partials
  }

  private static func jsonFiles(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
  }

  private static func shards(
    _ plan: ShardPlan,
    _ chosen: [String: ReadPartial]
  ) -> [String: [String: ShardedStream]] {
    var all: [String: [String: ShardedStream]] = [:]
    for subject in plan.subjects {
      for file in subject.files {
        all[subject.id, default: [:]][file.path] = ShardedStream(
          digest: file.sha256,
          results: file.shards.compactMap { chosen[$0.id]?.file.result }
        )
      }
    }
    return all
  }
}
