import ControlModel
import ControlReports
import ControlTesting
import ControlTrust

extension Command {
  /// Says who can act as whom and touch what, by the evidence alone.
  static let reach = Command(
    name: "reach",
    summary: "say who can act as whom and touch what, with the record that proves each step",
    operands: "SUBJECT [NAME] | --graph FILE",
    operandCount: 0...2,
    options: CommandOption.assessment + [
      CommandOption("to", nil, "ask who can reach NAME instead of what NAME reaches"),
      CommandOption("standing", nil, "leave out steps that change rights first"),
      CommandOption("certain", nil, "leave out steps on conditions that files cannot decide too"),
      CommandOption("without", "NAME", "as if NAME were revoked; may be repeated"),
      CommandOption("since", "TIME", "what agents reach that they did not reach at TIME"),
      CommandOption(
        "graph",
        "FILE",
        "ask everything of a graph that another tool made: trust-chain-graph records, JSON Lines"
      ),
      CommandOption("format", "FORM", "text, json, dot, mermaid or opengraph (default: text)"),
    ],
    discussion: """
      NAME is an agent, identity, credential, tool, resource or right, by any name that evidence
      gives it. Without NAME: who can become an administrator, what crosses tenants and environments,
      what nobody owns, what several share, and how autonomous each agent is.
      A step on a condition counts as open: who cannot be shown to be kept out is in.
      With --graph, for graphs of millions of steps: how much each agent reaches, which become an
      administrator and how, which reach other tenants, what is lost with each credential, and what
      nobody owns. --format text or json, --certain and --as-of apply.
      Exit codes: 0 answered, 64 wrong usage, 65 evidence cannot be read, 70 a fault of the tool.
      """
  ) { session in
    if let path = session.arguments.value("graph") {
      session.console.write(try answer(session, graph: path))
      return .approve
    }
    guard let name = session.arguments.operands.first else {
      throw UsageProblem("reach needs a SUBJECT, or --graph FILE")
    }
    let names = try session.subjectNames()
    guard names.contains(name) else { throw UsageProblem.unknown("subject", name, among: names) }
    let policy = try session.policy().value
    let found = try session.inventories(policy, of: [name])
    guard let inventory = found.first else { return .hold }
    session.console.write(try answer(session, inventory))
    return .approve
  }

  private static func answer(_ session: Session, _ inventory: Inventory) throws -> String {
    let arguments = session.arguments
    let word = arguments.value("format") ?? TrustFormat.text.rawValue
    guard let format = TrustFormat(rawValue: word) else {
      throw UsageProblem.unknown("format", word, among: TrustFormat.allCases.map(\.rawValue))
    }
    let asOf = try session.asOf()
    var graph = TrustGraph(inventory, asOf: asOf)
    let cut = try arguments.all("without").map { try node($0, in: graph) }
    if !cut.isEmpty { graph = graph.without(Set(cut)) }
    let following = Following(
      conditional: !arguments.has("certain"),
      escalation: !arguments.has("certain") && !arguments.has("standing")
    )
    let console = session.console
    if let text = arguments.value("since") {
      guard let since = Instant(rfc3339: text), since < asOf else {
        throw UsageProblem("--since needs an RFC 3339 time before \(asOf), not \"\(text)\"")
      }
      let old = TrustGraph(inventory, asOf: since)
      let drift = GraphDifference(from: old, to: graph, following: following)
      return ReachOverview(graph, inventory, following, console).drift(drift, since: since)
    }
    let subject = inventory.subject.id
    guard arguments.operands.count == 2 else {
      if format == .text { return ReachOverview(graph, inventory, following, console).text() }
      return format.render(
        graph.answer(subject: subject),
        width: console.width,
        color: console.showsColor
      )
    }
    let index = try node(arguments.operands[1], in: graph)
    let answer =
      arguments.has("to")
      ? graph.answer(to: index, following: following, subject: subject)
      : graph.answer(from: index, following: following, subject: subject)
    return format.render(answer, width: console.width, color: console.showsColor)
  }

  private static func answer(_ session: Session, graph path: String) throws -> String {
    let arguments = session.arguments
    let word = arguments.value("format") ?? TrustFormat.text.rawValue
    guard arguments.operands.isEmpty, word == "text" || word == "json" else {
      throw UsageProblem("--graph takes no SUBJECT, and --format text or json")
    }
    let graph = try ReachGraph(
      path,
      asOf: try session.asOf(),
      certain: arguments.has("certain"),
      session.console
    )
    return word == "json" ? graph.json() : graph.text()
  }

  private static func node(_ name: String, in graph: TrustGraph) throws -> Int {
    if let index = graph.node(name) { return index }
    let near = Suggestion.nearest(to: name, among: graph.nodes.map(\.id))
    let hint =
      near.map { "did you mean \"\($0)\"?" }
      ?? "--format json without a name lists all \(graph.nodes.count)"
    throw UsageProblem("nothing in evidence is called \"\(name)\"; \(hint)")
  }
}
