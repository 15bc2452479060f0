import ControlModel

/// NIST SP 800-63-4: `AAL2`, written AAL-2 or aal 2, and the volumes, written 800-63B.
struct DigitalIdentityRule: CitationRule {
  let frameworks: [FrameworkID] = [.sp80063]

  func answer(to citation: Citation) -> RuleAnswer? {
    if let scale = citation.words.first, ["IAL", "AAL", "FAL"].contains(scale) {
      guard citation.words.count == 1, citation.numbers.count <= 1, citation.tail.isEmpty else {
        return nil
      }
      let id = scale + (citation.numbers.first.map(String.init) ?? "")
      if let reading = citation.reading(.sp80063(id)) { return .items([reading]) }
      return .noSuchItem(
        note: "\(scale) has three levels, \(scale)1 to \(scale)3.",
        suggestions: [.sp80063("\(scale)1"), .sp80063("\(scale)3")]
      )
    }
    return volume(citation)
  }

  /// A volume of the suite, in this revision or an older one.
  private func volume(_ citation: Citation) -> RuleAnswer? {
    var numbers = citation.numbers
    if numbers.first == 800 { numbers.removeFirst() }
    if citation.context == .sp80063, numbers.count == 1, citation.words.isEmpty {
      numbers = [63] + numbers
    }
    guard numbers.first == 63, numbers.count <= 2, citation.tail.count <= 1,
      Set(citation.words).isSubset(of: ["NIST", "SP"])
    else { return nil }
    let letter = citation.tail.first ?? ""
    let id = "SP 800-63\(letter)-4"
    let revision = numbers.dropFirst().first ?? 4
    guard let reading = citation.reading(.sp80063(id)) else { return nil }
    guard revision < 4 else { return .items([reading]) }
    return .items(
      [
        Reading(
          reading.requirement,
          .successor,
          "Revision \(revision) was replaced by \(id) in 2025."
        )
      ],
      superseded: true
    )
  }

  let topics: [Topic] = [
    Topic(
      "identity proofing",
      "proofing",
      is: [.sp80063("IAL")],
      because: "the strength of proofing is the scale IAL"
    ),
    Topic(
      "authenticator",
      "authentication strength",
      is: [.sp80063("AAL")],
      because: "the strength of authentication is the scale AAL"
    ),
    Topic(
      "federat",
      "assertion",
      is: [.sp80063("FAL")],
      because: "the strength of assertions is the scale FAL"
    ),
    Topic(
      "machine",
      "workload",
      "service account",
      "non human",
      is: [.sp80053("IA-9"), .sp80053("IA-5"), .sp80053("IA-13")],
      because: "SP 800-63-4 is about natural persons; machine identities are SP 800-53 matters"
    ),
  ]
}
