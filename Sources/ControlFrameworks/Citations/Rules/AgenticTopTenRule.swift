import ControlModel

/// OWASP Top 10 for Agentic Applications: `ASI02`, written ASI2, asi-02, A2, A02 or A-02.
struct AgenticTopTenRule: CitationRule {
  let frameworks: [FrameworkID] = [.asi]
  let weighsMeaning = true

  func answer(to citation: Citation) -> RuleAnswer? {
    if let other = ofAnotherList(citation) { return other }
    guard let number = citation.number(after: ["ASI", "A", "AI"], in: .asi),
      isOneNumber(citation.numbers)
    else { return nil }
    if citation.words == ["AI"], citation.context == nil {
      return .noSuchItem(
        note: "No framework here has codes that begin with AI.",
        suggestions: [.asi(number), .maestro("L\(number)")].filter { Catalogs.item($0) != nil }
      )
    }
    guard citation.words != ["AI"] || citation.context == .asi else { return nil }
    var notes: [String] = []
    if citation.words == ["A"] {
      notes.append(
        "The list's own prefix is ASI; A alone is also used by the OWASP Top 10 for web."
      )
    }
    if citation.words == ["AI"] { notes.append("The list's own prefix is ASI.") }
    guard let reading = citation.reading(.asi(number), note: notes.joined(separator: " ")) else {
      return citation.words == ["ASI"] || citation.context == .asi
        ? .noSuchItem(
          note: "The list has ten risks, ASI01 to ASI10.",
          suggestions: [.asi(1), .asi(10)]
        )
        : nil
    }
    return .items([reading])
  }

  /// One number, or a number and the list's year.
  private func isOneNumber(_ numbers: [Int]) -> Bool {
    numbers.count == 1 || (numbers.count == 2 && numbers[1] == 2026)
  }

  /// Codes of other lists that look alike.
  private func ofAnotherList(_ citation: Citation) -> RuleAnswer? {
    let note: String
    switch (citation.words, citation.numbers.count) {
    case (["AAI"], 1...):
      note =
        "AAI codes come from a draft whose numbers mean other risks than those of the list; "
        + "cite the risk by its title."
    case (["LLM"], 1...):
      note = "LLM codes belong to the OWASP Top 10 for LLM Applications, another list."
    case (["A"], 2) where (2003...2025).contains(citation.numbers[1]):
      note = "A code with this year belongs to the OWASP Top 10 for web applications."
    default: return nil
    }
    return .noSuchItem(note: note, suggestions: [])
  }

  let topics: [Topic] = [
    Topic(
      "tool",
      "runtime control",
      "run time control",
      "autonom",
      unless: ["tool issued"],
      is: [.asi(2)],
      because: "it is about what an agent may do with its tools at run time"
    ),
    Topic(
      "agent access",
      "permission",
      "privilege",
      "delegated authority",
      is: [.asi(3)],
      because: "it is about the rights an agent acts with"
    ),
    Topic(
      "goal hijack",
      "goal manipulation",
      "prompt injection",
      "behavio",
      is: [.asi(1)],
      because: "a changed goal shows in what the agent does"
    ),
    Topic(
      "supply chain",
      "third party",
      "untrusted component",
      is: [.asi(4)],
      because: "a component comes from others"
    ),
    Topic(
      "code execution",
      "rce",
      "generated code",
      is: [.asi(5)],
      because: "text turns into running code"
    ),
    Topic(
      "memory",
      "context poison",
      "rag poison",
      is: [.asi(6)],
      because: "stored or retrieved context steers later reasoning"
    ),
    Topic(
      "inter agent",
      "agent to agent",
      "a2a",
      is: [.asi(7)],
      because: "it is about messages between agents"
    ),
    Topic(
      "cascad",
      "blast radius",
      is: [.asi(8)],
      because: "one fault spreads"
    ),
    Topic(
      "overtrust",
      "over trust",
      "approval fatigue",
      "human trust",
      is: [.asi(9)],
      because: "people rely on the agent more than they should"
    ),
    Topic(
      "rogue",
      "drift",
      "behavio",
      is: [.asi(10)],
      because: "an agent departs from its intended function"
    ),
  ]
}
