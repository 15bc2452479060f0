import ControlAssessment
import ControlModel
import ControlReports

extension Command {
  /// Lists the statements that people must sign.
  static let attestList = Command(
    name: "attest list",
    summary:
      "list what people must sign: what is due, who may sign it, why, and until when it stands",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
      CommandOption("role", "ROLE", "only what this role may sign"),
      CommandOption("person", "ID", "only what this person or team may sign"),
      CommandOption("within", "DURATION", "also what ends within this time (default: 30 days)"),
      CommandOption("all", nil, "also what is in force for longer"),
      CommandOption("format", "FORMAT", "text, csv or json (default: text)"),
    ],
    discussion: """
      Missing and faulty statements come first, then those that end soonest.
      Exit codes: 0 listed, whatever is due; 64 wrong usage, 65 evidence or policy cannot be read.
      """
  ) { session in
    let arguments = session.arguments
    let notice = try notice(arguments.value("within") ?? "30 days")
    let (plan, standings) = try session.statements()
    let shown = standings.filter { standing in
      let isDue = standing.state != .inForce || standing.ends(within: notice, of: plan.asOf)
      if !isDue && !arguments.has("all") { return false }
      if let role = arguments.value("role"), !standing.statement.roles.contains(role) {
        return false
      }
      guard let person = arguments.value("person") else { return true }
      return standing.candidates.contains { $0.person == person }
    }.inOrderOfNeed()
    let word = arguments.value("format") ?? "text"
    if word == "text" {
      session.console.write(text(shown, plan.asOf, session.console.width))
      return .approve
    }
    guard let format = StatementFormat(rawValue: word) else {
      let known = ["text"] + StatementFormat.allCases.map(\.rawValue)
      throw UsageProblem.unknown("format", word, among: known)
    }
    session.console.write(format.render(shown, asOf: plan.asOf))
    return .approve
  }

  private static func notice(_ text: String) throws -> Duration {
    guard let notice = Duration(words: text) else {
      throw UsageProblem("--within needs a time such as 30 days, not \"\(text)\"")
    }
    return notice
  }

  private static func text(
    _ standings: [StatementStanding],
    _ asOf: Instant,
    _ width: Int
  ) -> String {
    if standings.isEmpty { return "Nothing is due at \(asOf).\n" }
    let lines = standings.flatMap { standing -> [String] in
      let claim = standing.statement.claim(about: standing.target)
      return [
        "\(standing.subject)  \(standing.statement.name)  \(state(standing, asOf))",
        labelled("about", standing.target, width),
        labelled("says", claim, width),
        labelled("asked by", standing.controls.joined(separator: ", "), width),
        labelled("may sign", signers(standing), width),
        standing.fault.isEmpty ? nil : labelled("because", standing.fault, width),
      ].compactMap { $0 } + [""]
    }
    let open = standings.count { $0.state != .inForce }
    return lines.joined(separator: "\n") + "\n\(open) due, \(standings.count - open) in force\n"
  }

  private static func labelled(_ label: String, _ text: String, _ width: Int) -> String {
    let lines = Columns.wrapped(visible(text), max(40, width - 12))
    return "  \(Help.padded(label, 10))"
      + lines.joined(separator: "\n" + String(repeating: " ", count: 12))
  }

  private static func state(_ standing: StatementStanding, _ asOf: Instant) -> String {
    switch standing.state {
    case .missing: "MISSING"
    case .faulty: "DOES NOT COUNT (\(standing.attestation ?? ""))"
    case .inForce:
      standing.standsUntil.map { "ends \($0), in \($0.duration(since: asOf).words)" } ?? "in force"
    }
  }

  private static func signers(_ standing: StatementStanding) -> String {
    let roles = standing.statement.roles.joined(separator: " or ")
    if standing.candidates.isEmpty {
      return "nobody by the registers; needed: \(roles.isEmpty ? "a role" : roles)"
        + (standing.statement.duty.map { ", accountable for \($0)" } ?? "")
    }
    return standing.candidates.map { "\($0.person) (\($0.role))" }.joined(separator: ", ")
  }
}
