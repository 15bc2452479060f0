import ControlModel

/// How one family of frameworks is cited: the spellings of its ids, and what its items are about.
protocol CitationRule: Sendable {
  /// The frameworks whose items the rule gives.
  var frameworks: [FrameworkID] { get }
  /// What a text beside a citation may speak of, and which items that is.
  var topics: [Topic] { get }
  /// Whether people so often get the numbers wrong that the text beside one is weighed against it.
  var weighsMeaning: Bool { get }
  /// What a code means in the family; `nil` where the code is none of its.
  ///
  /// - Parameter citation: The citation.
  /// - Returns: Items, a refusal, or `nil`.
  func answer(to citation: Citation) -> RuleAnswer?
}

extension CitationRule {
  var topics: [Topic] { [] }
  var weighsMeaning: Bool { false }
}

/// What a rule says about a code of its family.
enum RuleAnswer {
  /// The code names items, the best first.
  case items([Reading], superseded: Bool = false)
  /// The code has the family's shape, but there is no such item.
  case noSuchItem(note: String, suggestions: [RequirementID])
}

/// Every rule, in the order in which a code without a context is tried.
enum CitationRules {
  static let all: [any CitationRule] = [
    NonHumanIdentityRule(), AgenticTopTenRule(), AgenticThreatRule(), CybersecurityFrameworkRule(),
    AIRiskManagementRule(), AIProfileRule(), MAESTRORule(), SecurityControlRule(),
    DigitalIdentityRule(), ZeroTrustRule(), ISO42001Rule(), AIControlsMatrixRule(),
  ]

  /// The rules that give items of a framework; all of them where it is unknown.
  static func rules(for framework: FrameworkID?) -> [any CitationRule] {
    guard let framework else { return all }
    return all.filter { $0.frameworks.contains(framework) }
  }
}
