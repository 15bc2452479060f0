import ControlAssessment
import ControlModel
import ControlReports

extension Command {
  /// Decides for a pipeline, and says on one screen what blocks.
  static let gate = Command(
    name: "gate",
    summary: "decide for a pipeline: exit code, what blocks, who owns it, what would unblock it",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.finished + [
      .profile,
      CommandOption(
        "not-worse-than",
        "FILE",
        "results.json of the last accepted run: fail where a control got worse since"
      ),
    ],
    discussion: """
      Exit codes: 0 approve, 1 deny or got worse, 2 hold (could not assess, judged for another
      tier, or not comparable with the last accepted run), 64 wrong usage, 65 evidence, policy,
      waivers or results cannot be read, 70 a fault of the tool.
      """
  ) { session in
    let baseline = try session.arguments.value("not-worse-than").map { try session.results(at: $0) }
    let tier = try session.tier()
    let results = try await session.resultsOrRun()
    if let path = session.arguments.value("results") {
      try session.expectProfiles(in: results, at: path)
    }
    let profiles = try session.wantedProfiles()
    let check = GateCheck(
      results,
      for: tier,
      by: profiles.map(\.name),
      notWorseThan: baseline
    )
    let (width, color) = (session.console.width, session.console.showsColor)
    var text = ""
    if let diff = check.diff { text += DiffText().regressions(diff, width: width, color: color) }
    // One profile has the screen to itself; of several the worst of each subject is shown.
    let shown = profiles.isEmpty ? results : results.decided(by: profiles.map(\.name))
    let report = Report(results: shown, catalogs: session.catalogs)
    text += GateScreen(decision: check.decision, notes: check.notes).render(
      report,
      width: width,
      color: color
    )
    session.console.write(text)
    return ExitCode(rawValue: check.decision.exitCode) ?? .ownFault
  }
}
