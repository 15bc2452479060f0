import ControlModel

/// Asks every rule what a code means.
enum CodeReader {
  /// What the rules together say about a code.
  struct Answer {
    var readings: [Reading] = []
    var isSuperseded = false
    var refusals: [String] = []
    var suggestions: [RequirementID] = []
    /// Whether the items come from another framework than the one the context names.
    var isElsewhere = false

    /// Whether no rule knows anything of the code.
    var isEmpty: Bool { readings.isEmpty && refusals.isEmpty }
  }

  /// Reads a code, in its context first, then in every framework, then as a title.
  ///
  /// - Parameter citation: The citation.
  /// - Returns: The readings, or why there are none.
  static func read(_ citation: Citation) -> Answer {
    var answer = ask(CitationRules.rules(for: citation.context), citation)
    if !answer.readings.isEmpty || (citation.context != nil && !answer.refusals.isEmpty) {
      return answer
    }
    answer.readings = titled(citation)
    guard answer.readings.isEmpty, citation.context != nil else { return answer }
    let free = Citation(text: citation.text, code: citation.code, context: nil)
    var elsewhere = ask(CitationRules.all, free)
    guard !elsewhere.readings.isEmpty else { return answer }
    elsewhere.isElsewhere = true
    return elsewhere
  }

  private static func ask(_ rules: [any CitationRule], _ citation: Citation) -> Answer {
    var answer = Answer()
    for rule in rules {
      switch rule.answer(to: citation) {
      case .items(let readings, let superseded):
        answer.readings += readings
        answer.isSuperseded = answer.isSuperseded || superseded
      case .noSuchItem(let note, let suggestions):
        answer.refusals.append(note)
        answer.suggestions += suggestions
      case nil: break
      }
    }
    return answer
  }

  /// The items with the citation as their title or short label.
  private static func titled(_ citation: Citation) -> [Reading] {
    let written = Words(citation.code).joined
    guard written.contains(where: \.isLetter) else { return [] }
    let catalogs = citation.context.map { [Catalogs.catalog($0)].compactMap(\.self) }
    return (catalogs ?? Catalogs.all).flatMap { catalog in
      catalog.items.filter { Words($0.name).joined == written }.map {
        Reading(
          $0.requirement,
          .title,
          "\u{201C}\($0.name)\u{201D} names \($0.requirement.id) of \(catalog.framework)."
        )
      }
    }
  }
}
