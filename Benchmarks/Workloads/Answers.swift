import Foundation

/// What must be found in a workload, as its generator counted while it wrote.
///
/// The generator knows what it put in; it judges nothing.
public struct Answers: Sendable, Equatable {
  /// How many records deviate, by the id of the control.
  public private(set) var counts: [String: Int]
  /// The keys of the records that deviate, by the id of the control, in order of writing; empty
  /// where the workload is too large to keep them.
  public private(set) var keys: [String: [String]]
  /// How many records each file holds, by the name of their kind, unreadable ones too.
  public internal(set) var records: [String: Int] = [:]
  /// The numbers of the lines that cannot be read, from 1, in order.
  public internal(set) var brokenLines: [Int] = []
  private let keepsKeys: Bool

  init(controls: [String], keepsKeys: Bool) {
    counts = Dictionary(uniqueKeysWithValues: controls.map { ($0, 0) })
    keys = Dictionary(uniqueKeysWithValues: controls.map { ($0, []) })
    self.keepsKeys = keepsKeys
  }

  /// Notes that a record deviates.
  mutating func note(_ control: String, _ key: Name) {
    counts[control, default: 0] += 1
    if keepsKeys { keys[control, default: []].append(key.text) }
  }

  /// Notes that there are so many records more of a sort.
  mutating func add(_ sort: String, _ count: Int) { counts[sort, default: 0] += count }

  /// Takes in what was noted of the records after this one's.
  mutating func merge(_ later: Answers) {
    counts.merge(later.counts, uniquingKeysWith: +)
    keys.merge(later.keys, uniquingKeysWith: +)
    records.merge(later.records, uniquingKeysWith: +)
    brokenLines += later.brokenLines
  }

  /// Writes the answers beside a workload.
  func write(to url: URL) throws {
    let document: [String: Any] = [
      "counts": counts, "keys": keepsKeys ? keys : [:], "records": records,
      "brokenLines": brokenLines.count,
    ]
    let data = try JSONSerialization.data(
      withJSONObject: document,
      options: [.prettyPrinted, .sortedKeys]
    )
    try data.write(to: url)
  }
}
