import ControlAssessment
import ControlEvidence
import ControlModel
import ControlReports

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
      .profile,
      CommandOption("reports", "DIR", "where reports are written (default: reports)"),
      CommandOption(
        "report",
        "FORMAT[:PATH]",
        "another report, in --reports or at PATH; may be repeated (controls report --help: formats)"
      ),
      CommandOption("all", nil, "list every row of the matrix and every control with findings"),
      CommandOption("quiet", nil, "print the decisions only"),
      CommandOption(
        "horizon",
        nil,
        "find when time alone turns each decision; in results.json too"
      ),
    ],
    discussion: """
      A profile leaves nothing out: all controls run, and the exit code is the profile's decision.
      Exit codes: 0 approve, 1 deny, 2 hold (could not assess), 64 wrong usage,
      65 evidence, policy or waivers cannot be read, 70 a fault of the tool, 130 interrupted.
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
    var run = await session.run(plan, over: inventories)
    if arguments.has("horizon") {
      await run.findHorizons(
        HorizonSearch(until: plan.asOf.advanced(by: HorizonSearch.standardSpan))
      )
    }
    return try session.report(run, folder: folder, requests: requests)
  }
}

extension Session {
  /// Writes the reports of a run, prints the matrix and the decisions.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - folder: Where the standard reports are written.
  ///   - requests: Further reports, each with its path.
  /// - Returns: The exit code of the decision.
  /// - Throws: What writing a file throws.
  func report(
    _ run: Run,
    folder: String,
    requests: [(renderer: any ReportRenderer, path: String)]
  ) throws -> ExitCode {
    let results = run.results
    let report = Report(results: results, catalogs: run.plan.catalogs)
    try Interrupt.process.whileWriting {
      try ReportFolder(path: folder).write(report)
      for request in requests {
        try ReportFolder.write(report, with: request.renderer, to: request.path)
      }
    }
    let matrix = TerminalMatrix(showsAll: arguments.has("all"))
    console.write(
      arguments.has("quiet")
        ? matrix.decisions(report, width: console.width, color: console.showsColor)
        : matrix.render(report, width: console.width, color: console.showsColor)
    )
    console.write(
      HorizonText().render(
        results,
        width: console.width,
        color: console.showsColor
      )
    )
    console.write("\nreport: \(folder)/matrix.html\n")
    for request in requests { console.write("report: \(request.path)\n") }
    return ExitCode(rawValue: try askedDecision(of: results).exitCode) ?? .ownFault
  }
}
