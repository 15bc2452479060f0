import ControlModel

/// ISO/IEC 42001 Annex A: `A.6.2.8`, written A6.2.8 or Annex A 6.2.8.
struct ISO42001Rule: CitationRule {
  let frameworks: [FrameworkID] = [.iso42001]

  func answer(to citation: Citation) -> RuleAnswer? {
    let isAnnex =
      citation.words == ["A"] || citation.words == ["ANNEX", "A"]
      || (citation.words.isEmpty && citation.context == .iso42001)
    guard isAnnex, citation.tail.isEmpty, !citation.numbers.isEmpty else { return nil }
    // `A-04` and `A04` are never clauses; a clause has no nought and no dash.
    guard !citation.code.contains("-"), !citation.code.contains("A0"), !citation.code.contains("a0")
    else { return nil }
    let id = "A." + citation.numbers.map(String.init).joined(separator: ".")
    if let reading = citation.reading(RequirementID(.iso42001, id)) { return .items([reading]) }
    guard citation.context == .iso42001 || citation.numbers.count > 1 else { return nil }
    let ids = (Catalogs.catalog(.iso42001)?.items ?? []).map(\.requirement.id)
    return .noSuchItem(
      note: "Annex A of ISO/IEC 42001:2023 has no \(id).",
      suggestions: Suggestion.nearest(to: id, among: ids, atMost: 3).map {
        RequirementID(.iso42001, $0)
      }
    )
  }
}
