import ControlTesting

/// How often each of many things was seen, with the record that showed it first.
///
/// Keys keep the order of their first sight, so that findings follow the evidence whatever the
/// number of shards.
struct SightingTally<Key: Hashable & Sendable>: Sendable {
  /// One thing seen.
  struct Sighting: Sendable {
    let first: RecordReference
    var count: Int

    /// The count and the first record, as a finding prints them.
    var words: String { "\(count) event\(count == 1 ? "" : "s"), first \(first.key)" }
  }

  private(set) var keys: [Key] = []
  private var sightings: [Key: Sighting] = [:]

  /// Notes that a record showed a thing.
  mutating func note(_ key: Key, _ record: any EvidenceRecord) {
    add(key, Sighting(first: RecordReference(record), count: 1))
  }

  /// Takes in what was seen after this tally's records.
  mutating func merge(_ later: Self) {
    for (key, sighting) in later.all { add(key, sighting) }
  }

  private mutating func add(_ key: Key, _ sighting: Sighting) {
    if sightings[key] == nil {
      keys.append(key)
      sightings[key] = sighting
    } else {
      sightings[key]?.count += sighting.count
    }
  }

  /// Everything seen, in order of first sight.
  var all: [(key: Key, sighting: Sighting)] {
    keys.compactMap { key in sightings[key].map { (key, $0) } }
  }
}
