import ControlTesting

/// How often each of many things was seen, with the record that showed it first.
///
/// Keys keep the order of their first sight, so that findings follow the evidence whatever the
/// number of shards.
struct SightingTally<Key: Hashable & Sendable & Codable>: Sendable, Codable {
  /// One thing seen.
  struct Sighting: Sendable, Codable {
    let first: RecordReference
    var count: Int

    /// The count and the first record, as a finding prints them.
    var words: String { "\(count) event\(count == 1 ? "" : "s"), first \(first.key)" }
  }

  private var sightings = Sightings<Key, Sighting>()

  /// Notes that a record showed a thing.
  mutating func note(_ key: Key, _ record: any EvidenceRecord) {
    sightings.note(key, Sighting(first: RecordReference(record), count: 1)) { $0.count += 1 }
  }

  /// Takes in what was seen after this tally's records.
  mutating func merge(_ later: Self) {
    sightings.merge(later.sightings) { $0.count += $1.count }
  }

  /// Everything seen, in order of first sight.
  var all: [(key: Key, sighting: Sighting)] {
    sightings.all.map { (key: $0.key, sighting: $0.value) }
  }
}
