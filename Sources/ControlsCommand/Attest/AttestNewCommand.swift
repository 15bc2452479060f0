import ControlAssessment
import ControlModel
import ControlTesting

extension Command {
  /// Writes statements to sign, filled in as far as evidence allows.
  static let attestNew = Command(
    name: "attest new",
    summary: "write a statement to sign, with every question filled in as far as evidence allows",
    operands: "[CONTROL]",
    operandCount: 0...1,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "the subject; with --csv all where left out"),
      CommandOption("target", "ID", "what it is about, where a control asks about several things"),
      CommandOption("output", "FILE", "where to write the form (default: standard output)"),
      CommandOption("csv", "FILE", "write all that is due as one table instead, a row for each"),
    ],
    discussion: """
      What only a person knows is left blank: who signs where several may, and the document where
      several are in force. Times are counted from the as-of time.
      Exit codes: 0 written, 64 wrong usage, 65 evidence or policy cannot be read.
      """
  ) { session in
    if let path = session.arguments.value("csv") { return try table(session, path) }
    guard let id = session.arguments.operands.first else {
      throw UsageProblem("attest new needs a control, or --csv FILE for all that is due")
    }
    let control = try session.control(asking: id).description
    _ = try session.soleSubject()
    let (plan, standings) = try session.statements()
    let asked = standings.filter { $0.controls.contains(control.id) }
    let standing = try sole(asked, control.id, session.arguments.value("target"))
    let form = StatementForm(standing, control: control.id, at: plan.asOf, by: plan.policy)
    let text = form.yaml(standing)
    guard let path = session.arguments.value("output") else {
      session.console.write(text)
      return .approve
    }
    try OutputFile.write(text, to: path)
    let blanks = form.blanks
    session.console.write("wrote \(path)\n")
    if !blanks.isEmpty {
      session.console.write("left for you: \(blanks.joined(separator: ", "))\n")
    }
    return .approve
  }

  private static func sole(
    _ asked: [StatementStanding],
    _ control: String,
    _ target: String?
  ) throws -> StatementStanding {
    let targets = asked.map(\.target)
    if let target {
      guard let standing = asked.first(where: { $0.target == target }) else {
        throw UsageProblem.unknown("target", target, among: targets)
      }
      return standing
    }
    guard let only = asked.first else {
      throw UsageProblem("\(control) asks for no statement about this subject")
    }
    if asked.count > 1 {
      throw UsageProblem(
        "\(control) asks about \(asked.count) things: name one with --target, of "
          + targets.joined(separator: ", ")
      )
    }
    return only
  }

  private static func table(_ session: Session, _ path: String) throws -> ExitCode {
    let (plan, standings) = try session.statements()
    let only = try session.arguments.operands.first.map {
      try session.control(asking: $0).description.id
    }
    let due = standings.filter { standing in
      standing.state != .inForce && (only.map { standing.controls.contains($0) } ?? true)
    }
    let forms = due.map { standing in
      StatementForm(
        standing,
        control: only ?? standing.controls.first ?? "",
        at: plan.asOf,
        by: plan.policy
      )
    }
    try OutputFile.write(StatementForms.csv(forms), to: path)
    session.console.write("wrote \(forms.count) statements to \(path)\n")
    return .approve
  }
}
