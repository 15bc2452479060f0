import ControlModel

/// Decides between the readings of a code, and between them and the text beside it.
enum Weighing {
  /// How many other items a text must describe before it overrules a number altogether.
  private static let enoughToOverrule = 2

  /// Decides what a code that has readings resolves to.
  ///
  /// - Parameters:
  ///   - citation: The citation.
  ///   - answer: The readings by code; at least one.
  ///   - about: What the text beside it says; may be empty.
  /// - Returns: The items, the best first.
  static func resolve(
    _ citation: Citation,
    answer: CodeReader.Answer,
    about: String
  ) -> Resolution {
    if answer.isSuperseded {
      return settled(citation, .superseded, answer.readings, answer: answer)
    }
    let exact = answer.readings.filter { $0.basis == .exact }
    let chosen = exact.isEmpty ? answer.readings : exact
    let others = exact.isEmpty ? [] : answer.readings.filter { $0.basis != .exact }
    let preferred = narrowed(chosen, by: about)
    guard preferred.count == 1, let reading = preferred.first else {
      return settled(citation, .ambiguous, preferred, others: others, answer: answer)
    }
    let left = chosen.filter { $0 != reading } + others
    if let weighed = weigh(reading, citation, about: about, others: left) { return weighed }
    let verdict: Resolution.Verdict = reading.basis == .exact ? .exact : .respelled
    return settled(citation, verdict, [reading], others: left, answer: answer)
  }

  /// The readings the text describes best; all of them where it describes none.
  private static func narrowed(_ readings: [Reading], by about: String) -> [Reading] {
    guard readings.count > 1, !about.isEmpty else { return readings }
    let spoken = Set(Words(about).words.map(\.text))
    let scores = readings.map { reading in
      let title = Catalogs.item(reading.requirement)?.name ?? ""
      let shared = Words(title).words.filter { $0.text.count > 3 && spoken.contains($0.text) }
      let described = WholeFramework.topics(about, in: reading.requirement.framework)
      return shared.count + (described.contains { $0.requirement == reading.requirement } ? 2 : 0)
    }
    guard let best = scores.max(), best > 0 else { return readings }
    return zip(readings, scores).filter { $0.1 == best }.map(\.0)
  }

  /// The number against the text, or `nil` where there is nothing to weigh.
  private static func weigh(
    _ reading: Reading,
    _ citation: Citation,
    about: String,
    others: [Reading]
  ) -> Resolution? {
    let framework = reading.requirement.framework
    let isGroup = Catalogs.item(reading.requirement)?.kind.isGroup ?? false
    let isWeighed = CitationRules.rules(for: framework).contains(where: \.weighsMeaning)
    guard isGroup || isWeighed, !names(reading, in: about) else { return nil }
    // Shared words choose within a group; they are too weak to speak against a number.
    var described =
      isGroup
      ? WholeFramework.meanings(about, in: framework) : WholeFramework.topics(about, in: framework)
    if isGroup {
      described = described.filter { isInside($0.requirement, reading.requirement) }
      guard !described.isEmpty else { return nil }
      return Resolution(
        citation: citation.text,
        verdict: .byMeaning,
        readings: described + [reading],
        otherReadings: others,
        note: "\(reading.requirement.id) groups other items; the text beside it says which."
      )
    }
    guard let first = described.first else { return nil }
    if first.requirement == reading.requirement {
      return Resolution(
        citation: citation.text,
        verdict: reading.basis == .exact ? .exact : .respelled,
        readings: [reading] + described.dropFirst(),
        otherReadings: others,
        note: "\(reading.note) The text beside it describes the same item."
      )
    }
    return disagreeing(reading, described, citation, others: others)
  }

  /// Whether a text gives the very title of an item.
  private static func names(_ reading: Reading, in text: String) -> Bool {
    guard let item = Catalogs.item(reading.requirement), item.title != item.requirement.id else {
      return false
    }
    return Words(text).position(of: Words(item.title).words.map(\.text)) != nil
  }

  /// A number and a text that put different items first.
  private static func disagreeing(
    _ reading: Reading,
    _ described: [Reading],
    _ citation: Citation,
    others: [Reading]
  ) -> Resolution {
    let id = reading.requirement.id
    let names = described.map(\.requirement.id).joined(separator: ", ")
    let start = "By number this is \(id), but the text beside it describes \(names)."
    if described.contains(where: { $0.requirement == reading.requirement }) {
      return Resolution(
        citation: citation.text,
        verdict: .byMeaning,
        readings: described,
        otherReadings: others,
        note: "The text beside it describes \(names); the number is that of \(id)."
      )
    }
    guard described.count >= enoughToOverrule else {
      return Resolution(
        citation: citation.text,
        verdict: .byMeaning,
        readings: described + [reading],
        otherReadings: others,
        note: "\(start) The number stays as the second reading."
      )
    }
    let overruled = Reading(
      reading.requirement,
      reading.basis,
      "\(reading.note) The text beside it speaks of others."
    )
    return Resolution(
      citation: citation.text,
      verdict: .byMeaning,
      readings: described,
      otherReadings: [overruled] + others,
      note: start
    )
  }

  private static func settled(
    _ citation: Citation,
    _ verdict: Resolution.Verdict,
    _ readings: [Reading],
    others: [Reading] = [],
    answer: CodeReader.Answer
  ) -> Resolution {
    var notes = [readings.first?.note ?? ""]
    if verdict == .ambiguous {
      let ids = readings.map(\.requirement.description).joined(separator: ", ")
      let isOneList = Set(readings.map(\.requirement.framework)).count == 1
      notes = [
        isOneList
          ? "It fits several items of one list: \(ids). Cite one by its id."
          : "It fits items of several lists: \(ids). Name the framework."
      ]
    }
    if verdict == .superseded {
      notes = readings.suffix(1).map(\.note) + readings.dropLast().map(\.note)
    }
    if verdict == .exact || verdict == .respelled, !others.isEmpty {
      let ids = others.map(\.requirement.description).joined(separator: ", ")
      notes.append("It may also be taken for \(ids).")
    }
    if answer.isElsewhere, let context = citation.context, let first = readings.first {
      notes.append("It belongs to \(first.requirement.framework), not to \(context).")
    }
    return Resolution(
      citation: citation.text,
      verdict: verdict,
      readings: readings,
      otherReadings: others,
      note: notes.joined(separator: " ")
    )
  }

  /// Whether an item stands anywhere under a group.
  private static func isInside(_ item: RequirementID, _ group: RequirementID) -> Bool {
    guard item.framework == group.framework else { return false }
    var parent = Catalogs.item(item)?.parent
    while let current = parent {
      if current == group.id { return true }
      parent = Catalogs.item(RequirementID(group.framework, current))?.parent
    }
    return false
  }
}
