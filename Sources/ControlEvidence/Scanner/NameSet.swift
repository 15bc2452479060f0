/// The names met in the objects of one row, to find one that stands twice.
///
/// It holds hashes only: two names that share one look like the same name, and then the row is read
/// the slow way, which knows.
struct NameSet: ~Copyable {
  private struct Slot {
    var hash: UInt64 = 0
    var row: UInt32 = 0
  }

  private static let size = 1024
  private static let limit = 700
  private let slots: UnsafeMutablePointer<Slot>
  private var row: UInt32 = 1
  private var count = 0

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
  }

  deinit { slots.deallocate() }

  /// Forgets all names, for the next row.
  @inline(__always)
  mutating func removeAll() {
    count = 0
    row &+= 1
    if row == 0 { clear() }
  }

  /// Notes a name.
  ///
  /// - Parameter hash: The name's hash, mixed with the number of its object.
  /// - Returns: `false` where the name may have been met, or where there is no more room.
  @inline(__always)
  mutating func insert(_ hash: UInt64) -> Bool {
    var index = Int(truncatingIfNeeded: hash &>> 20) & (Self.size - 1)
    while slots[index].row == row {
      if slots[index].hash == hash { return false }
      index = (index &+ 1) & (Self.size - 1)
    }
    slots[index] = Slot(hash: hash, row: row)
    count &+= 1
    return count < Self.limit
  }

  @inline(never)
  private mutating func clear() {
    slots.update(repeating: Slot(), count: Self.size)
    row = 1
  }
}
