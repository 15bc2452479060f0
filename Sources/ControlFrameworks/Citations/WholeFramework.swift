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

  /// The lists in which items are found by words: those for which it was measured how often that is
  /// right.
  static let wordLists: Set<FrameworkID> = [.nhi, .asi, .csf, .aiRMF]
  /// How many items are given that share no more than words with a text.
  private static let itemsByWords = 3

  /// The items of a framework, and those it leads to, that a text describes: by what it speaks of
  /// where that is known, else by the words it shares with them.
  ///
  /// Where the text speaks of a group, the item of the group that shares the most with it is first.
  static func meanings(_ about: String, in framework: FrameworkID) -> [Reading] {
    let described = topics(about, in: framework)
    if described.isEmpty { return byWords(about, in: framework, atMost: itemsByWords) }
    var readings: [Reading] = []
    for reading in described {
      let isGroup = Catalogs.item(reading.requirement)?.kind.isGroup ?? false
      let group = reading.requirement
      let inside =
        isGroup ? byWords(about, in: group.framework, under: group, atMost: 1) : []
      readings += inside.filter { item in
        !(readings + described).contains { $0.requirement == item.requirement }
      }
      if !readings.contains(where: { $0.requirement == reading.requirement }) {
        readings.append(reading)
      }
    }
    return readings
  }

  /// The items that a text speaks of in phrases that are known to mean them.
  static func topics(_ about: String, in framework: FrameworkID) -> [Reading] {
    Topic.readings(CitationRules.rules(for: framework).flatMap(\.topics), of: about)
  }

  private static func byWords(
    _ about: String,
    in framework: FrameworkID,
    under group: RequirementID? = nil,
    atMost limit: Int
  ) -> [Reading] {
    guard wordLists.contains(framework) else { return [] }
    let matches = WordIndex.all[framework]?.matches(about, atMost: limit, in: group) ?? []
    return matches.map { match in
      let words = match.words.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
      return Reading(
        match.requirement,
        .words,
        "Found by words alone (\(words)), so a person must confirm it."
      )
    }
  }

  private static func mainParts(of framework: FrameworkID) -> [Reading] {
    let items = Catalogs.catalog(framework)?.items.filter { $0.parent == nil } ?? []
    return items.map {
      Reading($0.requirement, .whole, "\($0.name) is one of the framework's main parts.")
    }
  }
}
