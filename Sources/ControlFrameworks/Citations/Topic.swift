import ControlModel

/// Something a text beside a citation may speak of, and the items that it is.
struct Topic: Sendable {
  /// Beginnings of words or phrases; one of them must stand in the text.
  let stems: [String]
  /// Beginnings of words or phrases that make the text speak of something more exact.
  let unless: [String]
  /// Whether it counts only where the text speaks of nothing else.
  let isFallback: Bool
  /// The items.
  let items: [RequirementID]
  /// Why these, as the end of a sentence.
  let reason: String

  /// Says what a phrase means.
  ///
  /// - Parameters:
  ///   - stems: Beginnings of phrases, lower case, words parted by single blanks.
  ///   - unless: Beginnings of phrases that switch the topic off.
  ///   - isFallback: Whether it counts only where the text speaks of nothing else.
  ///   - items: The items that it is.
  ///   - reason: Why these, as a clause.
  init(
    _ stems: String...,
    unless: [String] = [],
    isFallback: Bool = false,
    is items: [RequirementID],
    because reason: String
  ) {
    self.stems = stems
    self.unless = unless
    self.isFallback = isFallback
    self.items = items
    self.reason = reason
  }

  /// The items a text describes, each once, in the order of the topics.
  ///
  /// - Parameters:
  ///   - topics: What the text may speak of.
  ///   - text: The text.
  /// - Returns: Readings by meaning; empty where the text speaks of none of the topics.
  static func readings(_ topics: [Topic], of text: String) -> [Reading] {
    let words = Words(text)
    let spoken = topics.compactMap { topic in
      topic.phrase(in: words).map { (topic: topic, phrase: $0) }
    }
    let firm = spoken.filter { !$0.topic.isFallback }
    var readings: [Reading] = []
    for (topic, phrase) in firm.isEmpty ? spoken : firm {
      for item in topic.items where !readings.contains(where: { $0.requirement == item }) {
        readings.append(
          Reading(item, .meaning, "The text speaks of \u{201C}\(phrase)\u{201D}: \(topic.reason).")
        )
      }
    }
    return readings
  }

  /// The stem that stands in the text, unless a more exact one does.
  private func phrase(in words: Words) -> String? {
    guard !unless.contains(where: words.containsStem) else { return nil }
    return stems.first(where: words.containsStem)
  }
}
