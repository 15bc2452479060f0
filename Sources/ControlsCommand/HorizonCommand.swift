import ControlAssessment
import ControlModel
import ControlReports

extension Command {
  /// Lists when decisions turn by themselves.
  static let horizon = Command(
    name: "horizon",
    summary: "list when each decision would turn with nothing but time passing, and what turns it",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.assessment + CommandOption.frameworks + [
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
      CommandOption(
        "until",
        "TIME",
        "RFC 3339 time to search to (default: 400 days after the as-of time)"
      ),
      CommandOption("count", "N", "how many turns of each subject to find (default: 3)"),
    ],
    discussion: """
      A decision holds until the first instant listed. Where the bound on work is reached first,
      that is said, with the time up to which every turn is known.
      Exit codes: 0 searched, 64 wrong usage, 65 evidence, policy or waivers cannot be read,
      70 a fault of the tool.
      """
  ) { session in
    let search = try search(session)
    var run = try await session.run()
    await run.findHorizons(search)
    let console = session.console
    console.write(
      HorizonText().render(run.results, width: console.width, color: console.showsColor)
    )
    return .approve
  }

  private static func search(_ session: Session) throws -> HorizonSearch {
    let asOf = try session.asOf()
    var search = HorizonSearch(until: asOf.advanced(by: HorizonSearch.standardSpan), turnCount: 3)
    if let text = session.arguments.value("until") {
      guard let until = Instant(rfc3339: text), until > asOf else {
        throw UsageProblem("--until needs an RFC 3339 time after \(asOf), not \"\(text)\"")
      }
      search.until = until
    }
    if let text = session.arguments.value("count") {
      guard let count = Int(text), count > 0 else {
        throw UsageProblem("--count needs a whole number above zero, not \"\(text)\"")
      }
      search.turnCount = count
    }
    return search
  }
}
