import ControlModel

/// CSA MAESTRO: `L4`, written layer 4; `L4.3` and `X.3` for threats, whose numbers are ours.
struct MAESTRORule: CitationRule {
  let frameworks: [FrameworkID] = [.maestro]
  let weighsMeaning = true

  func answer(to citation: Citation) -> RuleAnswer? {
    guard citation.tail.isEmpty, citation.numbers.count <= 2 else { return nil }
    switch citation.words {
    case ["L"], ["LAYER"]: return layer(citation)
    case [] where citation.context == .maestro: return layer(citation)
    case ["X"], ["CROSS", "LAYER"], ["CROSS", "LAYER", "THREATS"]:
      return named(citation.numbers.isEmpty ? "X" : "X.\(citation.numbers[0])", citation)
    case ["M"], ["AI"]:
      guard citation.context == .maestro || citation.words == ["M"] else { return nil }
      return invented(citation)
    default: return nil
    }
  }

  private func layer(_ citation: Citation) -> RuleAnswer? {
    guard !citation.numbers.isEmpty else { return nil }
    return named("L" + citation.numbers.map(String.init).joined(separator: "."), citation)
  }

  private func named(_ id: String, _ citation: Citation) -> RuleAnswer {
    let note = id.contains(".") ? "CSA numbers the layers only; the threat's number is ours." : ""
    if let reading = citation.reading(.maestro(id), note: note) { return .items([reading]) }
    let ids = (Catalogs.catalog(.maestro)?.items ?? []).map(\.requirement.id)
    return .noSuchItem(
      note: "MAESTRO has seven layers, L1 to L7, and no \(id).",
      suggestions: Suggestion.nearest(to: id, among: ids, atMost: 3).map(RequirementID.maestro)
    )
  }

  /// MAESTRO defines no codes but its layers' numbers.
  private func invented(_ citation: Citation) -> RuleAnswer {
    let layer = citation.numbers.first.flatMap { Catalogs.item(.maestro("L\($0)")) }
    let hint = layer.map { " Layer \($0.requirement.id.dropFirst()) is \($0.title)." } ?? ""
    return .noSuchItem(
      note: "MAESTRO defines no code \(citation.code); it numbers its layers 1 to 7.\(hint)",
      suggestions: layer.map { [$0.requirement] } ?? []
    )
  }

  private static let whole = (1...7).map { RequirementID.maestro("L\($0)") } + [.maestro("X")]

  let topics: [Topic] = [
    Topic(
      "lifecycle",
      "life cycle",
      "ownership",
      "governance",
      "policy",
      "compliance",
      is: [.maestro("L6")],
      because: "security and compliance cut across all layers in L6"
    ),
    Topic(
      "runtime",
      "run time",
      "observab",
      "monitor",
      is: [.maestro("L5")],
      because: "agents are watched while they run in L5"
    ),
    Topic(
      "runtime",
      "run time",
      "request time",
      "control flow",
      "orchestrat",
      "tool",
      is: [.maestro("L3")],
      because: "the framework that runs the agent acts in L3"
    ),
    Topic(
      "tool",
      "delegat",
      "partner",
      "marketplace",
      "integration",
      is: [.maestro("L7")],
      because: "agents meet tools, partners and other agents in L7"
    ),
    Topic(
      "partner",
      "supply chain",
      "cross layer",
      is: [.maestro("X")],
      because: "a compromised partner reaches across layers"
    ),
    Topic(
      "threat model",
      "scoping",
      "decomposition",
      isFallback: true,
      is: Self.whole,
      because: "it is the method as a whole, which gives every layer a disposition"
    ),
  ]
}
