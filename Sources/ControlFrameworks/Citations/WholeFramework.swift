import ControlModel

/// Resolves a citation that names a framework and no item of it.
enum WholeFramework {
  /// Gives the items the text describes or, where it describes none, the framework's main parts.
  ///
  /// - Parameters:
  ///   - citation: The citation.
  ///   - frameworks: The frameworks it names.
  ///   - about: What the text beside it says; may be empty.
  /// - Returns: The items of every framework named, framework after framework.
  static func resolve(
    _ citation: Citation,
    frameworks: [FrameworkID],
    about: String
  ) -> Resolution {
    guard !frameworks.isEmpty else {
      return Resolution(
        citation: citation.text,
        verdict: .noSuchItem,
        note: "The citation names neither an item nor a framework."
      )
    }
    var readings: [Reading] = []
    var notes: [String] = []
    var hasMeaning = false
    for framework in frameworks {
      let described = meanings(about, in: framework)
      hasMeaning = hasMeaning || !described.isEmpty
      notes.append(
        described.isEmpty
          ? "\(framework) is cited as a whole; its main parts stand for it."
          : "\(framework) is cited without an item; the text beside it decided."
      )
      readings += described.isEmpty ? mainParts(of: framework) : described
    }
    return Resolution(
      citation: citation.text,
      verdict: hasMeaning ? .byMeaning : .wholeFramework,
      readings: readings,
      note: notes.joined(separator: " ")
    )
  }

  /// The items of a framework, and those it leads to, that a text describes.
  static func meanings(_ about: String, in framework: FrameworkID) -> [Reading] {
    let topics = CitationRules.rules(for: framework).flatMap(\.topics)
    return Topic.readings(topics, of: about)
  }

  private static func mainParts(of framework: FrameworkID) -> [Reading] {
    let items = Catalogs.catalog(framework)?.items.filter { $0.parent == nil } ?? []
    return items.map {
      Reading($0.requirement, .whole, "\($0.name) is one of the framework's main parts.")
    }
  }
}
