import ControlModel

/// NIST AI 600-1: the section numbers of its risks, `2.1` to `2.12`.
struct AIProfileRule: CitationRule {
  let frameworks: [FrameworkID] = [.ai600]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard citation.tail.isEmpty, citation.words.isEmpty || citation.words == ["SECTION"],
      citation.numbers.count == 2, citation.numbers[0] == 2
    else { return nil }
    if let reading = citation.reading(RequirementID(.ai600, "2.\(citation.numbers[1])")) {
      return .items([reading])
    }
    return citation.context == .ai600
      ? .noSuchItem(
        note: "The profile has twelve risks, sections 2.1 to 2.12.",
        suggestions: [RequirementID(.ai600, "2.1"), RequirementID(.ai600, "2.12")]
      )
      : nil
  }
}
