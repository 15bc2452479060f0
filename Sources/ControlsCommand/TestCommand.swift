import ControlAssessment
import ControlEvidence
import ControlModel
import ControlReports
import Foundation
import Synchronization

extension Command {
  /// Judges the evidence, writes the reports, prints the matrix and the decision.
  static let test = Command(
    name: "test",
    summary: "judge the evidence of all subjects; print the matrix, write reports, decide",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
      CommandOption(
        "filter",
        "WORD",
        "only controls whose id, suite or requirement starts with WORD; then nothing is approved"
      ),
      CommandOption("reports", "DIR", "where reports are written (default: reports)"),
      CommandOption(
        "report",
        "FORMAT[:PATH]",
        "another report, in --reports or at PATH; may be repeated (controls report --help: formats)"
      ),
      CommandOption("all", nil, "list every row of the matrix, the uncovered ones too"),
      CommandOption("quiet", nil, "print the decisions only"),
    ],
    discussion: """
      Exit codes: 0 approve, 1 deny, 2 hold (could not assess), 64 wrong usage,
      65 evidence, policy or waivers cannot be read, 70 a fault of the tool.
      """
  ) { session in
    let arguments = session.arguments
    let filter = arguments.value("filter")
    let folder = arguments.value("reports") ?? "reports"
    let requests = try ReportFormats.requests(arguments.all("report"), folder: folder)
    let plan = try session.plan(filter: filter)
    if plan.controls.isEmpty {
      throw UsageProblem("no control matches --filter \(filter ?? ""); see controls list controls")
    }
    let inventories = try session.inventories(plan.policy)
    if arguments.value("as-of") == nil, try session.plannedAsOf() != nil {
      session.console.writeError(
        "note: the as-of time \(plan.asOf) is fixed by \(session.evidence.path)/assessment-plan.yaml\n"
      )
    }
    let meter = ProgressMeter(session.console)
    let results = await Assessment.run(
      plan,
      over: inventories,
      toolVersion: ControlsCommand.version,
      progress: { meter.show($0.done, of: $0.total) }
    )
    meter.clear()
    let report = Report(results: results, catalogs: plan.catalogs)
    try ReportFolder(path: folder).write(report)
    for request in requests {
      try ReportFolder.write(request.renderer.render(report), to: request.path)
    }
    let matrix = TerminalMatrix(showsAll: arguments.has("all"))
    session.console.write(
      arguments.has("quiet")
        ? matrix.decisions(report, width: session.console.width, color: session.console.showsColor)
        : matrix.render(report, width: session.console.width, color: session.console.showsColor)
    )
    session.console.write("\nreport: \(folder)/matrix.html\n")
    for request in requests { session.console.write("report: \(request.path)\n") }
    return ExitCode(rawValue: results.decision.exitCode) ?? .ownFault
  }
}

/// One line on a terminal that says how far the work has come.
final class ProgressMeter: Sendable {
  private let console: Console
  private let shown = Mutex(-1)

  init(_ console: Console) { self.console = console }

  func show(_ done: Int, of total: Int) {
    guard console.showsProgress, total > 0 else { return }
    let percent = done * 100 / total
    let isNew = shown.withLock { last in
      defer { last = percent }
      return last != percent
    }
    if isNew { console.writeError("\rjudging \(done) of \(total) controls (\(percent) %)") }
  }

  func clear() {
    if console.showsProgress { console.writeError("\r\u{1B}[K") }
  }
}
