import ControlModel

/// NIST SP 800-53: `AC-2(3)`, written AC-02 (03), ac-2.3 or AC-2.
struct SecurityControlRule: CitationRule {
  let frameworks: [FrameworkID] = [.sp80053]

  private static let otherFamilies: Set<String> = [
    "AT", "CA", "CP", "MA", "MP", "PE", "PL", "PM", "PS", "PT", "SC", "SI",
  ]

  /// Where NIST took up controls it withdrew, as far as the catalogue has them.
  private static let successors = [
    "AC-13": ["AC-2", "AU-6"], "RA-4": ["RA-3"], "SA-6": ["CM-10"], "SA-7": ["CM-11"],
    "SA-12": ["SR"], "SA-13": ["SA-8"], "SA-14": ["RA-9"], "SA-18": ["SR-9"], "SA-19": ["SR-11"],
  ]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard citation.tail.isEmpty, citation.words.count == 1, citation.numbers.count <= 2 else {
      return nil
    }
    let family = citation.words[0]
    guard let number = citation.numbers.first else {
      return citation.reading(.sp80053(family)).map { .items([$0]) }
    }
    guard Catalogs.item(.sp80053(family)) != nil else {
      guard Self.otherFamilies.contains(family) else { return nil }
      return .noSuchItem(
        note: "SP 800-53 has a family \(family), but the catalogue holds only AC, AU, CM, IA, IR, "
          + "RA, SA and SR.",
        suggestions: []
      )
    }
    let base = "\(family)-\(number)"
    guard citation.numbers.count == 2 else { return control(base, citation) }
    let enhancement = "\(base)(\(citation.numbers[1]))"
    if let reading = citation.reading(.sp80053(enhancement)) { return .items([reading]) }
    return .noSuchItem(
      note: "The catalogue holds selected enhancements only, and \(enhancement) is not one.",
      suggestions: Catalogs.item(.sp80053(base)).map { [$0.requirement] } ?? []
    )
  }

  private func control(_ id: String, _ citation: Citation) -> RuleAnswer {
    guard let reading = citation.reading(.sp80053(id)),
      let item = Catalogs.item(reading.requirement)
    else {
      let ids = (Catalogs.catalog(.sp80053)?.items ?? []).map(\.requirement.id)
      return .noSuchItem(
        note: "SP 800-53 Rev. 5 has no \(id).",
        suggestions: Suggestion.nearest(to: id, among: ids, atMost: 3).map(RequirementID.sp80053)
      )
    }
    guard item.isWithdrawn else { return .items([reading]) }
    let taken = (Self.successors[id] ?? []).map {
      Reading(.sp80053($0), .successor, "NIST withdrew \(id) and took it up in \($0).")
    }
    let old = Reading(item.requirement, .superseded, "NIST has withdrawn \(id).")
    return .items(taken + [old], superseded: true)
  }
}
