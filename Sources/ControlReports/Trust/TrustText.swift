import ControlModel

/// An answer of the trust graph for a terminal: what was found by kind, each with the steps of one
/// shortest way and the record behind each step.
enum TrustText {
  /// The kinds in the order of a chain, from who acts to what is touched.
  private static let order = [
    "agent", "person", "vendor", "identity", "role", "tool", "secret", "credential", "entitlement",
    "resource", "environment", "tenant",
  ]

  static func render(_ answer: TrustAnswer, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    for part in wrapped(visible(answer.question), to: page.width) {
      page.line(page.ink(part, .bold))
    }
    page.line("in \(visible(answer.subject)) at \(answer.asOf)")
    guard answer.start != nil else {
      for step in answer.steps {
        page.line()
        write(step, answer, &page)
      }
      return page.text
    }
    page.line(summary(answer))
    let kinds = Set(answer.ways.map { answer.things[$0.end].kind })
    for kind in order.filter(kinds.contains) + kinds.subtracting(order).sorted() {
      let ways = answer.ways.filter { answer.things[$0.end].kind == kind }
      page.heading("\(kind) (\(ways.count))")
      for way in ways { write(way, answer, &page) }
    }
    return page.text
  }

  private static func summary(_ answer: TrustAnswer) -> String {
    if answer.ways.isEmpty { return "nothing" }
    let administrators = answer.ways.count { answer.things[$0.end].isAdministrator }
    let open = answer.ways.count { way in
      way.steps.contains { !answer.steps[$0].conditions.isEmpty }
    }
    var parts = ["\(answer.ways.count) found"]
    if open > 0 { parts.append("\(open) on conditions that files cannot decide") }
    if administrators > 0 { parts.append("all power over \(administrators) account(s)") }
    return parts.joined(separator: ", ")
  }

  private static func write(
    _ way: TrustAnswer.Way,
    _ answer: TrustAnswer,
    _ page: inout TerminalPage
  ) {
    let thing = answer.things[way.end]
    page.line()
    for part in wrapped(visible(thing.name), to: page.width - 2) {
      page.line("  " + page.ink(part, thing.isAdministrator ? .boldRed : .bold))
    }
    let facts = [
      thing.sensitivity, thing.tenant.map { "tenant \($0)" },
      thing.environment.map { "environment \($0)" }, thing.owner.map { "owner \($0)" },
      thing.isKnown ? nil : "in no record of its own", thing.isLive ? nil : "cannot act",
    ].compactMap { $0 }
    if !facts.isEmpty { page.entry("", facts.joined(separator: ", "), indent: 2, gutter: 2) }
    for index in way.steps { write(answer.steps[index], answer, &page) }
  }

  private static func write(
    _ step: TrustAnswer.Step,
    _ answer: TrustAnswer,
    _ page: inout TerminalPage
  ) {
    let words =
      "\(answer.things[step.from].name) \(step.kind) \(answer.things[step.to].name)"
    page.entry(step.isEscalation ? "gains" : "step", words, indent: 4, gutter: 7)
    if !step.reason.isEmpty { page.entry("", step.reason, indent: 4, gutter: 7) }
    if !step.conditions.isEmpty {
      page.entry("if", step.conditions.joined(separator: "; "), indent: 4, gutter: 7)
    }
    page.entry("proof", "\(step.locator)", indent: 4, gutter: 7)
  }
}
