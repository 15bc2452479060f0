import ControlModel

/// Every instant that a subject's records carry, by record type, in order.
struct EvidenceTimes {
  /// More distinct durations than this in one record type are measurements rather than limits.
  static let durationLimit = 16

  /// The instants of each type's records, and those moved by the durations of the same record.
  private(set) var instants: [String: [Instant]] = [:]
  /// The distinct durations of each type's records, where there are few.
  private(set) var durations: [String: [Duration]] = [:]

  /// Collects the instants and durations of an inventory.
  ///
  /// - Parameter inventory: The subject's evidence.
  /// - Complexity: O(*n* log *n*) in the number of record fields.
  init(_ inventory: Inventory) {
    var instants: [String: Set<Instant>] = [:]
    var durations: [String: Set<Duration>] = [:]
    var timed: [String: Bool] = [:]
    inventory.forEachRecord { record in
      let type = type(of: record)
      let name = type.recordName
      let isTimed = timed[name] ?? type.fields.contains { $0.type.isTimed }
      timed[name] = isTimed
      guard isTimed else { return }
      let found = RecordTimes(record)
      instants[name, default: []].formUnion(found.instants)
      for instant in found.instants {
        for duration in found.durations {
          instants[name, default: []].insert(instant.advanced(by: duration))
          instants[name, default: []].insert(instant.advanced(by: .zero - duration))
        }
      }
      durations[name, default: []].formUnion(found.durations)
    }
    self.instants = instants.mapValues { $0.sorted() }
    self.durations = durations.mapValues { $0.sorted() }.filter {
      $0.value.count <= Self.durationLimit
    }
  }

  /// The first instant after another in the records of some types, each moved by some offsets.
  ///
  /// - Parameters:
  ///   - instant: What it must lie after.
  ///   - types: The record types; `nil`: all.
  ///   - offsets: By how much a record's instant may be moved.
  /// - Returns: The earliest, or `nil` where there is none.
  /// - Complexity: O(*t* · *o* · log *n*) for *t* types, *o* offsets, *n* instants of a type.
  func first(
    after instant: Instant,
    in types: Set<String>?,
    movedBy offsets: Set<Duration>
  ) -> Instant? {
    var first: Instant?
    for (name, instants) in self.instants where types?.contains(name) ?? true {
      for offset in offsets {
        let wanted = instant.advanced(by: .zero - offset)
        let index = instants.firstIndex(after: wanted)
        guard index < instants.count else { continue }
        let candidate = instants[index].advanced(by: offset)
        if candidate > instant { first = min(first ?? candidate, candidate) }
      }
    }
    return first
  }

  /// The few distinct durations that records of some types carry.
  ///
  /// - Parameter types: The record types; `nil`: all.
  /// - Returns: The durations.
  func durations(of types: Set<String>?) -> Set<Duration> {
    var all: Set<Duration> = []
    for (name, durations) in durations where types?.contains(name) ?? true {
      all.formUnion(durations)
    }
    return all
  }
}

/// The instants and durations among the fields of one record.
private struct RecordTimes {
  private(set) var instants: [Instant] = []
  private(set) var durations: [Duration] = []

  init(_ record: any EvidenceRecord) {
    for child in Mirror(reflecting: record).children {
      if let moment = child.value as? Moment {
        if let instant = moment.instant { instants.append(instant) }
      } else if let instant = child.value as? Instant {
        instants.append(instant)
      } else if let duration = child.value as? Duration {
        durations.append(duration)
      } else if let list = child.value as? [Instant] {
        instants += list
      }
    }
  }
}

extension FieldDescription.FieldType {
  fileprivate var isTimed: Bool {
    switch self {
    case .instant, .moment, .duration: true
    case .list(let element): element.isTimed
    default: false
    }
  }
}

extension Array where Element == Instant {
  /// The index of the first element after an instant, in an array that is in order.
  fileprivate func firstIndex(after instant: Instant) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
