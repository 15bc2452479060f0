import ControlModel

/// Resolves a citation whose code names no item.
enum Unread {
  /// Gives the items the text describes or, where it describes none, suggestions.
  ///
  /// - Parameters:
  ///   - citation: The citation.
  ///   - answer: What the rules said.
  ///   - frameworks: The frameworks the citation is known to speak of.
  ///   - about: What the text beside it says; may be empty.
  /// - Returns: Items read by meaning, or none and suggestions.
  static func resolve(
    _ citation: Citation,
    answer: CodeReader.Answer,
    frameworks: [FrameworkID],
    about: String
  ) -> Resolution {
    let refusal =
      answer.refusals.isEmpty
      ? missing(citation, frameworks) : answer.refusals.joined(separator: " ")
    let readings = frameworks.flatMap { WholeFramework.meanings(about, in: $0) }
    if !readings.isEmpty {
      return Resolution(
        citation: citation.text,
        verdict: .byMeaning,
        readings: readings,
        suggestions: answer.suggestions,
        note: "\(refusal) The text beside it decided."
      )
    }
    let suggestions =
      answer.refusals.isEmpty ? nearest(citation, frameworks) : answer.suggestions
    return Resolution(
      citation: citation.text,
      verdict: .noSuchItem,
      suggestions: suggestions,
      note: refusal
    )
  }

  private static func missing(_ citation: Citation, _ frameworks: [FrameworkID]) -> String {
    guard let framework = frameworks.first else {
      return "No framework here has an item \(citation.code)."
    }
    return "\(framework) has no item \(citation.code)."
  }

  /// The items with ids nearest to the code.
  private static func nearest(
    _ citation: Citation,
    _ frameworks: [FrameworkID]
  ) -> [RequirementID] {
    let chosen = frameworks.compactMap(Catalogs.catalog)
    let items = (chosen.isEmpty ? Catalogs.all : chosen).flatMap(\.items).map(\.requirement)
    let ids = Suggestion.nearest(to: citation.code, among: items.map(\.id), atMost: 3)
    return ids.compactMap { id in items.first { $0.id == id } }
  }
}
