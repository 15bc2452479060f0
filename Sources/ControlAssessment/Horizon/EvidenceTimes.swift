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
    for type in inventory.recordTypes {
      let layout = type.layout
      guard !layout.timeFields.isEmpty || !layout.durationFields.isEmpty else { continue }
      var instants: [Instant] = []
      var durations: Set<Duration> = []
      for block in inventory.blocks(type) {
        for index in 0..<block.rowCount {
          let row = RecordRow(block: block, index: Int32(index))
          let own = layout.durationFields.compactMap { row.durationIfPresent($0) }
          durations.formUnion(own)
          for field in layout.timeFields {
            guard let instant = row.instantIfPresent(field) else { continue }
            instants.append(instant)
            for duration in own {
              instants.append(instant.advanced(by: duration))
              instants.append(instant.advanced(by: .zero - duration))
            }
          }
        }
      }
      self.instants[type.recordName] = instants.sortedWithoutRepeats()
      if durations.count <= Self.durationLimit {
        self.durations[type.recordName] = durations.sorted()
      }
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

extension Array where Element == Instant {
  /// The instants in order, each once.
  fileprivate consuming func sortedWithoutRepeats() -> [Instant] {
    sort()
    var kept = 0
    for index in indices where index == 0 || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
    return self
  }

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
