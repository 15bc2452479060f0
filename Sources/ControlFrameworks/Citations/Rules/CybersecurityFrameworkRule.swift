import ControlModel

/// NIST CSF 2.0 and 1.1: `PR.AA-05` and `PR.AC-4`, with or without the nought, or a function.
struct CybersecurityFrameworkRule: CitationRule {
  let frameworks: [FrameworkID] = [.csf, .csf11]

  private static let functions = [
    "GOVERN": "GV", "IDENTIFY": "ID", "PROTECT": "PR", "DETECT": "DE", "RESPOND": "RS",
    "RECOVER": "RC", "GV": "GV", "ID": "ID", "PR": "PR", "DE": "DE", "RS": "RS", "RC": "RC",
  ]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard citation.tail.isEmpty, let first = citation.words.first,
      let function = Self.functions[first]
    else { return nil }
    switch (citation.words.count, citation.numbers.count) {
    case (1, 0): return group(function, citation)
    case (2, 0): return group("\(function).\(citation.words[1])", citation)
    case (2, 1):
      return subcategory("\(function).\(citation.words[1])", citation.numbers[0], citation)
    default: return nil
    }
  }

  /// A function or a category.
  private func group(_ id: String, _ citation: Citation) -> RuleAnswer? {
    let old = citation.reading(RequirementID(.csf11, id))
    if citation.context == .csf11 { return old.map { .items([$0]) } }
    if let current = citation.reading(.csf(id)) { return .items([current]) }
    guard let old, let items = Catalogs.catalog(.csf11)?.items else { return nil }
    let successors = items.filter { $0.parent == id }.flatMap { Crosswalks.from($0.requirement) }
      .compactMap { Catalogs.item($0.to) }.map { $0.kind == .subcategory ? $0.parent : $0.title }
    var categories: [String] = []
    for case let category? in successors where !categories.contains(category) {
      categories.append(category)
    }
    let readings = categories.compactMap { category in
      Catalogs.item(.csf(category)).map {
        Reading($0.requirement, .successor, "Outcomes of \(id) went to \($0.title) in CSF 2.0.")
      }
    }
    return .items(readings + [superseded(old, id)], superseded: true)
  }

  /// An outcome: the current one, or the one of CSF 1.1 with what took its place.
  private func subcategory(
    _ category: String,
    _ number: Int,
    _ citation: Citation
  ) -> RuleAnswer? {
    let current = RequirementID.csf("\(category)-\(number < 10 ? "0" : "")\(number)")
    let old = RequirementID(.csf11, "\(category)-\(number)")
    if citation.context == .csf11, let reading = citation.reading(old, note: inCurrent(old)) {
      return .items([reading])
    }
    if let reading = citation.reading(current) {
      guard citation.code == old.id, Catalogs.item(old) != nil else { return .items([reading]) }
      let note =
        "\(old.id) is the spelling of CSF 1.1, and CSF 2.0 goes on with it as \(current.id)"
      return .items(
        [
          Reading(current, .successor, "\(note); its wording may have changed."),
          Reading(old, .superseded, "The same outcome as CSF 1.1 had it."),
        ],
        superseded: true
      )
    }
    guard let reading = citation.reading(old) else {
      guard Catalogs.item(.csf(category)) ?? Catalogs.item(RequirementID(.csf11, category)) != nil
      else { return nil }
      return .noSuchItem(
        note: "\(category) has no outcome \(number) in CSF 2.0 or CSF 1.1.",
        suggestions: near(category, number)
      )
    }
    let successors = Crosswalks.from(old).map { link in
      Reading(
        link.to,
        .successor,
        "NIST: \(old.id) of CSF 1.1 was \(Self.verb(link.relation)) \(link.to.id) in CSF 2.0."
      )
    }
    return .items(successors + [superseded(reading, old.id)], superseded: true)
  }

  private func superseded(_ reading: Reading, _ id: String) -> Reading {
    Reading(
      reading.requirement,
      .superseded,
      "\(id) is an id of CSF 1.1, which CSF 2.0 replaced in 2024; CSF 2.0 has no such id."
    )
  }

  /// What became of an outcome of CSF 1.1, as a sentence.
  private func inCurrent(_ old: RequirementID) -> String {
    let ids = Crosswalks.from(old).map(\.to.id).joined(separator: ", ")
    return ids.isEmpty ? "" : "In CSF 2.0 it is \(ids)."
  }

  private static func verb(_ relation: Crosswalk.Relation) -> String {
    switch relation {
    case .movedTo: "moved to"
    case .incorporatedInto: "incorporated into"
    default: "continued as"
    }
  }

  /// The outcomes of the category whose numbers are nearest.
  private func near(_ category: String, _ number: Int) -> [RequirementID] {
    let items = Catalogs.catalog(.csf)?.items.filter { $0.parent == category } ?? []
    let ids = items.map(\.requirement)
    return Suggestion.nearest(
      to: "\(category)-\(number < 10 ? "0" : "")\(number)",
      among: ids.map(\.id),
      atMost: 3
    ).map(RequirementID.csf)
  }

  let topics: [Topic] = [
    Topic(
      "identity",
      "identities",
      is: [.csf("PR.AA-01")],
      because: "identities and credentials are managed under PR.AA-01"
    ),
    Topic(
      "access",
      "least privilege",
      "permission",
      is: [.csf("PR.AA-05")],
      because: "rights and least privilege are PR.AA-05"
    ),
    Topic(
      "logging",
      "log record",
      "audit log",
      is: [.csf("PR.PS-04")],
      because: "log records are PR.PS-04"
    ),
    Topic(
      "visibility",
      "software inventory",
      "service inventory",
      is: [.csf("ID.AM-02")],
      because: "what runs is known from the inventory of ID.AM-02"
    ),
    Topic(
      "supply chain",
      "supplier",
      "vendor",
      "third party",
      is: [.csf("GV.SC")],
      because: "suppliers are the matter of GV.SC"
    ),
    Topic(
      "monitor",
      is: [.csf("DE.CM")],
      because: "watching is the matter of DE.CM"
    ),
  ]
}
