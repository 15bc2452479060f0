import ControlModel
import ControlReports

extension Command {
  /// Compares two runs.
  static let diff = Command(
    name: "diff",
    summary: "compare two runs: what turned and why, which findings came and went",
    operands: "OLD NEW",
    operandCount: 2...2,
    options: [],
    discussion: """
      OLD and NEW are results.json files. A turn's cause is evidence, control, policy, waiver, or
      time where nothing else changed.
      Exit codes: 0 no change, 1 changed, 2 not comparable, 64 wrong usage, 65 a file cannot be
      read, 70 a fault of the tool.
      """
  ) { session in
    let files = session.arguments.operands
    let diff = ResultsDiff(
      from: try session.results(at: files[0]),
      to: try session.results(at: files[1])
    )
    let console = session.console
    console.write(DiffText().render(diff, width: console.width, color: console.showsColor))
    if !diff.isComparable { return .hold }
    return diff.hasChanges ? .deny : .approve
  }
}
