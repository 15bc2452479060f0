import ControlAssessment
import ControlModel
import ControlReports

extension Command {
  /// Lists what the next access review has to decide.
  static let review = Command(
    name: "review",
    summary: "list what the next access review has to decide: whose access, why, what is advised",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
      CommandOption("format", "FORMAT", "csv or json (default: csv)"),
      CommandOption("output", "FILE", "where it is written (default: standard output)"),
    ],
    discussion: """
      The evidence is judged as controls test does, since identities and entitlements stand there.
      What is waived is left out. Reviewers' decisions come back as evidence of the kind
      access-review-record, and the control LIF-3 looks for them.

      Exit codes: 0 written, whatever was decided; 64 wrong usage, 65 evidence, policy or waivers
      cannot be read, 70 a fault of the tool.
      """
  ) { session in
    let word = session.arguments.value("format") ?? ReviewFormat.csv.rawValue
    guard let format = ReviewFormat(rawValue: word) else {
      throw UsageProblem.unknown("format", word, among: ReviewFormat.allCases.map(\.rawValue))
    }
    let run = try await session.run()
    let targets = Dictionary(
      run.inventories.map { ($0.subject.id, ReviewTargets($0, run.plan)) },
      uniquingKeysWith: { one, _ in one }
    )
    let list = ReviewList(run.results) { targets[$0]?.target(of: $1) }
    let text = format.render(list, of: run.results)
    guard let path = session.arguments.value("output") else {
      session.console.write(text)
      return .approve
    }
    try OutputFile.write(text, to: path)
    session.console.write("wrote \(list.items.count) items to \(path)\n")
    return .approve
  }
}
