import ControlModel

/// NIST AI RMF: `GOVERN 1.6`, written GV-1.6, GOV 1.6, govern-1.6, or with an action's number.
struct AIRiskManagementRule: CitationRule {
  let frameworks: [FrameworkID] = [.aiRMF]

  private static let functions = [
    "GOVERN": "GOVERN", "GOV": "GOVERN", "GV": "GOVERN",
    "MAP": "MAP", "MP": "MAP",
    "MEASURE": "MEASURE", "MEAS": "MEASURE", "MS": "MEASURE",
    "MANAGE": "MANAGE", "MAN": "MANAGE", "MG": "MANAGE",
  ]

  func answer(to citation: Citation) -> RuleAnswer? {
    guard citation.tail.isEmpty, citation.words.count == 1,
      let function = Self.functions[citation.words[0]]
    else { return nil }
    let numbers = citation.numbers.map(String.init)
    let id: String
    switch numbers.count {
    case 0:
      guard citation.context == .aiRMF || citation.words[0] == function else { return nil }
      id = function
    case 1: id = "\(function) \(numbers[0])"
    case 2, 3: id = "\(function) \(numbers[0]).\(numbers[1])"
    default: return nil
    }
    let note =
      numbers.count == 3
      ? "The last number is that of an action which AI 600-1 suggests under it." : ""
    if let reading = citation.reading(.aiRMF(id), note: note) { return .items([reading]) }
    let ids = (Catalogs.catalog(.aiRMF)?.items ?? []).map(\.requirement.id)
    return .noSuchItem(
      note: "AI RMF 1.0 has no \(id).",
      suggestions: Suggestion.nearest(to: id, among: ids, atMost: 3).map(RequirementID.aiRMF)
    )
  }

  let topics: [Topic] = [
    Topic(
      "partner",
      "procure",
      "supplier",
      "vendor",
      "third party",
      is: [.aiRMF("GOVERN 6.1"), .aiRMF("MAP 4.1"), .aiRMF("MANAGE 3.1")],
      because: "outside parties are GOVERN 6.1, MAP 4.1 and MANAGE 3.1"
    ),
    Topic(
      "measurement",
      is: [.aiRMF("MEASURE 2.4")],
      because: "a system in use is measured under MEASURE 2.4"
    ),
    Topic(
      "one time",
      "point in time",
      "periodic",
      is: [.aiRMF("GOVERN 1.5")],
      because: "review that goes on is planned under GOVERN 1.5"
    ),
    Topic(
      "mapping",
      unless: ["partner", "procure"],
      is: [.aiRMF("MAP 1.1")],
      because: "mapping begins with purpose and context"
    ),
    Topic(
      "accountab",
      "assign owner",
      is: [.aiRMF("GOVERN 2.1")],
      because: "roles and lines of responsibility are GOVERN 2.1"
    ),
    Topic(
      "accountab",
      unless: ["procure", "assign owner"],
      is: [.aiRMF("GOVERN 2.3")],
      because: "where nobody else is named, executives answer for it"
    ),
    Topic(
      "ownership",
      "inventory",
      is: [.aiRMF("GOVERN 1.6")],
      because: "only what is in the inventory can have an owner"
    ),
    Topic(
      "operational risk",
      is: [.aiRMF("MEASURE 2.8"), .aiRMF("MANAGE 4.1")],
      because: "risk in operation is accounted for in MEASURE 2.8 and handled in MANAGE 4.1"
    ),
    Topic(
      "approv",
      "go or no go",
      is: [.aiRMF("MANAGE 1.1")],
      because: "whether to proceed is decided under MANAGE 1.1"
    ),
    Topic(
      "measurable",
      "metric",
      is: [.aiRMF("MEASURE 1.1")],
      because: "what is measured is chosen under MEASURE 1.1"
    ),
    Topic(
      "monitor",
      "continuously monitor",
      unless: ["procure", "partner"],
      is: [.aiRMF("MEASURE 2.4"), .aiRMF("MANAGE 4.1")],
      because: "a system in use is watched under MEASURE 2.4 and MANAGE 4.1"
    ),
    Topic(
      "lifecycle risk",
      "life cycle risk",
      unless: ["procure", "partner"],
      is: [.aiRMF("MANAGE 4.1")],
      because: "risk after release is MANAGE 4.1"
    ),
    Topic(
      "govern behavio",
      is: [.aiRMF("MEASURE 2.4"), .aiRMF("MANAGE 2.4")],
      because: "behaviour is watched under MEASURE 2.4 and stopped under MANAGE 2.4"
    ),
  ]
}
