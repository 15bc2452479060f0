import ControlModel
import ControlReports

extension Command {
  /// Lists what is to be done.
  static let work = Command(
    name: "work",
    summary: "list the remedies by owner and system, in the order in which the gate needs them",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.finished + [
      CommandOption("format", "FORMAT", "markdown or csv (default: markdown)")
    ],
    discussion: """
      What is waived is left out. Exit codes: 0 written, whatever was decided; 64 wrong usage,
      65 evidence, policy, waivers or results cannot be read, 70 a fault of the tool.
      """
  ) { session in
    let word = session.arguments.value("format") ?? WorkFormat.markdown.rawValue
    guard let format = WorkFormat(rawValue: word) else {
      throw UsageProblem.unknown("format", word, among: WorkFormat.allCases.map(\.rawValue))
    }
    let results = try await session.resultsOrRun()
    session.console.write(format.render(WorkList(results), of: results))
    return .approve
  }
}
