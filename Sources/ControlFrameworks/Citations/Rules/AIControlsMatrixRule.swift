import ControlModel

/// CSA AI Controls Matrix: its domains, such as `IAM`, also where a control of one is cited.
struct AIControlsMatrixRule: CitationRule {
  let frameworks: [FrameworkID] = [.aicm]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard citation.tail.isEmpty, citation.numbers.count <= 1 else { return nil }
    let id = citation.words.joined(separator: "&")
    let note =
      citation.numbers.isEmpty
      ? "" : "Its controls may not be copied, so the catalogue ends at the domain."
    return citation.reading(RequirementID(.aicm, id), note: note).map { .items([$0]) }
  }
}
