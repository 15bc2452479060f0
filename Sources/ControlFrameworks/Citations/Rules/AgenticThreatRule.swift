import ControlModel

/// OWASP Agentic AI - Threats and Mitigations: `T2`, written T02, T-2 or t2.
struct AgenticThreatRule: CitationRule {
  let frameworks: [FrameworkID] = [.agenticThreats]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard let number = citation.number(after: ["T"], in: .agenticThreats),
      citation.numbers.count == 1
    else { return nil }
    let note =
      number == 16 || number == 17
      ? "OWASP's multi-agent guide gives this number another meaning." : ""
    if let reading = citation.reading(RequirementID(.agenticThreats, "T\(number)"), note: note) {
      return .items([reading])
    }
    let guide =
      (18...47).contains(number)
      ? " Numbers up to T47 stand in OWASP's multi-agent guide, which is another document." : ""
    return .noSuchItem(
      note: "Version 1.1 has seventeen threats, T1 to T17.\(guide)",
      suggestions: [
        RequirementID(.agenticThreats, "T1"), RequirementID(.agenticThreats, "T17"),
      ]
    )
  }
}
