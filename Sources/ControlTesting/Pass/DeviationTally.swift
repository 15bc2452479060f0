import ControlModel

/// The deviations that a check found: exact counts, and the first few of those open and of those
/// waived.
///
/// Two tallies merge into what one of all deviations would be, in any order.
package struct DeviationTally: Sendable, Hashable, Codable {
  /// How many deviations no waiver covers.
  package private(set) var openCount = 0
  /// How many deviations a waiver covers.
  package private(set) var waivedCount = 0
  /// The ids of the waivers that cover a deviation.
  package private(set) var waivers: Set<String> = []
  private var open = FirstDeviations()
  private var waived = FirstDeviations()
  private var failing = FailingRecords()

  /// Creates a tally of nothing.
  package init() {}

  /// How many different records have a deviation that no waiver covers.
  package var failingCount: Int { failing.count }

  /// The first deviations in the order of findings; where some are left out, open ones are kept
  /// before waived ones.
  ///
  /// - Parameter rule: How many are kept.
  /// - Returns: At most as many as the rule says.
  package func examples(_ rule: TallyRule) -> [NotedDeviation] {
    var settled = self
    settled.open.settle(rule)
    settled.waived.settle(rule)
    return (settled.open.examples + settled.waived.examples).prefix(rule.kept)
      .sorted { NotedDeviation.precedes($0, $1, rule.subject) }
  }

  /// Counts a deviation.
  ///
  /// - Parameters:
  ///   - deviation: The deviation.
  ///   - record: The record that it is about; `nil`: the subject.
  ///   - rule: What is kept and what is waived.
  package mutating func add(
    _ deviation: Deviation,
    _ record: RecordReference?,
    _ rule: TallyRule
  ) {
    let waiver = rule.waivers.isEmpty ? nil : rule.waivers[record?.key ?? rule.subject]
    let noted = NotedDeviation(deviation: deviation, record: record, waiver: waiver)
    if let waiver {
      waivedCount += 1
      waivers.insert(waiver)
      waived.add(noted, rule)
    } else {
      openCount += 1
      failing.insert(record)
      open.add(noted, rule)
    }
  }

  /// Takes in another tally of the same check.
  ///
  /// - Parameters:
  ///   - later: The other tally.
  ///   - rule: What is kept.
  package mutating func merge(_ later: DeviationTally, _ rule: TallyRule) {
    if later.openCount + later.waivedCount == 0 { return }
    openCount += later.openCount
    waivedCount += later.waivedCount
    waivers.formUnion(later.waivers)
    failing.formUnion(later.failing)
    open.merge(later.open, rule)
    waived.merge(later.waived, rule)
  }

  /// The tally with its examples in order: equal for equal deviations, whatever order they came in.
  ///
  /// - Parameter rule: What is kept.
  /// - Returns: The settled tally.
  package func settled(_ rule: TallyRule) -> DeviationTally {
    var settled = self
    settled.open.settle(rule)
    settled.waived.settle(rule)
    return settled
  }

  private enum CodingKeys: String, CodingKey {
    case openCount, waivedCount, waivers, open, waived, failing
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(openCount, forKey: .openCount)
    try container.encode(waivedCount, forKey: .waivedCount)
    // A set has no order of its own; the same tally must give the same bytes.
    try container.encode(waivers.sorted(), forKey: .waivers)
    try container.encode(open.examples, forKey: .open)
    try container.encode(waived.examples, forKey: .waived)
    try container.encode(failing, forKey: .failing)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    openCount = try container.decode(Int.self, forKey: .openCount)
    waivedCount = try container.decode(Int.self, forKey: .waivedCount)
    waivers = Set(try container.decode([String].self, forKey: .waivers))
    open = FirstDeviations(try container.decode([NotedDeviation].self, forKey: .open))
    waived = FirstDeviations(try container.decode([NotedDeviation].self, forKey: .waived))
    failing = try container.decode(FailingRecords.self, forKey: .failing)
  }
}
