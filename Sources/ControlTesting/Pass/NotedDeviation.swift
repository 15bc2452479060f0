import ControlModel

/// A deviation with the record it is about, as a tally keeps it.
package struct NotedDeviation: Sendable, Hashable, Codable {
  /// What deviates.
  package var deviation: Deviation
  /// The record; `nil`: the subject as a whole.
  package var record: RecordReference?
  /// The id of the waiver that covers it, if any.
  package var waiver: String?

  /// The order in which findings are listed: by place, record, attribute and what was seen.
  ///
  /// The rest follows, so that the order is the same whatever order the deviations came in.
  static func precedes(_ left: NotedDeviation, _ right: NotedDeviation, _ subject: String) -> Bool {
    let places = (left.place, right.place)
    if places.0 != places.1 { return places.0 < places.1 }
    let names = (left.record?.key ?? subject, right.record?.key ?? subject)
    if names.0 != names.1 { return names.0 < names.1 }
    let (one, two) = (left.deviation, right.deviation)
    if one.attribute != two.attribute { return one.attribute < two.attribute }
    if one.observed != two.observed { return one.observed < two.observed }
    if one.expected != two.expected { return one.expected < two.expected }
    return one.path.lexicographicallyPrecedes(two.path)
  }

  private var place: Locator { record?.locator ?? Locator(path: "") }
}

/// The first few deviations in the order of findings, out of any number that are shown to it.
struct FirstDeviations: Sendable, Hashable {
  private(set) var examples: [NotedDeviation]
  /// The last example once there are as many as may be kept: what comes after it is not kept.
  private var bar: NotedDeviation?

  init(_ examples: [NotedDeviation] = []) { self.examples = examples }

  mutating func add(_ noted: NotedDeviation, _ rule: TallyRule) {
    if rule.kept == 0 { return }
    if let bar, !NotedDeviation.precedes(noted, bar, rule.subject) { return }
    examples.append(noted)
    // Sorting every so often costs less than keeping the order with each one.
    if examples.count >= 2 * rule.kept { settle(rule) }
  }

  mutating func merge(_ later: FirstDeviations, _ rule: TallyRule) {
    if later.examples.isEmpty { return }
    examples += later.examples
    if examples.count > rule.kept { settle(rule) }
  }

  /// Puts the examples in order and drops those beyond the limit.
  mutating func settle(_ rule: TallyRule) {
    examples.sort { NotedDeviation.precedes($0, $1, rule.subject) }
    if examples.count < rule.kept { return }
    examples.removeLast(examples.count - rule.kept)
    bar = examples.last
  }
}
