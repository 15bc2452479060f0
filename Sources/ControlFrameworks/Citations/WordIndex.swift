import ControlModel

/// The words of a framework's items, for finding those that a text shares the most with.
///
/// A word counts the more the fewer items have it, and more in a title or label than in a text, by
/// the formula of Okapi BM25 with the fourth root of the rarity in the place of its logarithm: a
/// square root is exact everywhere. What is found is a suggestion that a person must confirm.
struct WordIndex: Sendable {
  /// An item that shares words with a text.
  struct Match: Sendable {
    let requirement: RequirementID
    let score: Double
    /// The words of the text that lead to it, in order, each once.
    let words: [String]
  }

  fileprivate struct Entry: Sendable {
    let requirement: RequirementID
    /// The ids of what it belongs to, the nearest first.
    let groups: [String]
    let weights: [String: Double]
    let size: Double
  }

  /// How much a word counts in a title or label, in a text, and in the texts of what it belongs to.
  fileprivate static let titleWeight = 3.0
  fileprivate static let textWeight = 1.0
  fileprivate static let parentWeight = 0.35
  /// The usual constants of BM25: how soon repetition stops to count, and how much length does.
  private static let saturation = 1.2
  private static let lengthEffect = 0.6
  /// A text must share at least so many of its words with an item; one alone is chance.
  private static let fewestWords = 2

  private let entries: [Entry]
  private let rarity: [String: Double]
  private let meanSize: Double

  /// The indexes of all catalogues, made once.
  static let all: [FrameworkID: WordIndex] = Dictionary(
    Catalogs.all.map { ($0.framework, WordIndex($0)) },
    uniquingKeysWith: { first, _ in first }
  )

  init(_ catalog: Catalog) {
    let entries = catalog.items.filter { !$0.kind.isGroup && !$0.isWithdrawn }
      .map { Entry(item: $0, in: catalog) }
    let mean = entries.reduce(0) { $0 + $1.size } / Double(max(1, entries.count))
    meanSize = max(mean, 1)
    var counts: [String: Int] = [:]
    for entry in entries { for word in entry.weights.keys { counts[word, default: 0] += 1 } }
    let total = Double(entries.count)
    rarity = counts.mapValues { (total / Double($0)).squareRoot().squareRoot() }
    self.entries = entries
  }

  /// The items that share the most with a text.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: How many items at most.
  ///   - group: The group that they must stand in, or `nil`.
  /// - Returns: Items, the nearest first; equal ones in the publisher's order.
  /// - Complexity: O(items × words of the text).
  func matches(_ text: String, atMost limit: Int, in group: RequirementID? = nil) -> [Match] {
    var asked: [(stem: String, weight: Double, word: String)] = []
    var seen: Set<String> = []
    for word in Words(text).words.map(\.text) {
      for stem in WordStem.stems(of: word) where seen.insert(stem).inserted {
        asked.append((stem, 1, word))
        for related in RelatedWords.table[stem] ?? [] {
          asked.append((related, RelatedWords.weight, word))
        }
      }
    }
    let own = Dictionary(asked.map { ($0.stem, $0.weight) }, uniquingKeysWith: max)
    let found = entries.enumerated().compactMap { place, entry -> (Int, Match)? in
      if let group, !entry.groups.contains(group.id) { return nil }
      var words: [String] = []
      for (stem, _, word) in asked where entry.weights[stem] != nil && !words.contains(word) {
        words.append(word)
      }
      guard words.count >= Self.fewestWords else { return nil }
      let score = own.keys.sorted().reduce(0) { $0 + self.score($1, in: entry) * (own[$1] ?? 0) }
      return (place, Match(requirement: entry.requirement, score: score, words: words))
    }
    let sorted = found.sorted { ($0.1.score, $1.0) > ($1.1.score, $0.0) }
    return sorted.prefix(limit).map(\.1)
  }

  private func score(_ stem: String, in entry: Entry) -> Double {
    guard let weight = entry.weights[stem], let rarity = rarity[stem] else { return 0 }
    let length = 1 - Self.lengthEffect + Self.lengthEffect * entry.size / meanSize
    return rarity * weight * (Self.saturation + 1) / (weight + Self.saturation * length)
  }
}

extension WordIndex.Entry {
  fileprivate init(item: CatalogItem, in catalog: Catalog) {
    var weights: [String: Double] = [:]
    func add(_ text: String, _ weight: Double) {
      for stem in WordStem.stems(of: text) { weights[stem, default: 0] += weight }
    }
    func title(_ item: CatalogItem) -> String {
      item.title == item.requirement.id ? "" : item.title
    }
    add("\(title(item)) \(item.label ?? "")", WordIndex.titleWeight)
    add(item.text.isEmpty ? item.explanation ?? "" : item.text, WordIndex.textWeight)
    var groups: [String] = []
    var above = item.parent.flatMap { catalog[$0] }
    var weight = WordIndex.parentWeight
    while let group = above {
      add("\(title(group)) \(group.text)", weight)
      weight /= 2
      groups.append(group.requirement.id)
      above = group.parent.flatMap { catalog[$0] }
    }
    requirement = item.requirement
    self.groups = groups
    self.weights = weights
    size = weights.values.sorted().reduce(0, +)
  }
}
