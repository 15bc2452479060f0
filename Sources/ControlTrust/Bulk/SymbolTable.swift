/// Names as 32-bit symbols, in the order in which they were met.
///
/// Names are compared byte by byte: ids that differ in any byte are two names.
struct SymbolTable {
  /// Where each name starts in ``bytes``, with one more for the end.
  private(set) var starts: [Int] = [0]
  private(set) var bytes: [UInt8] = []
  /// Where each name was met first: a place that grows along the file.
  private(set) var places: [UInt64] = []
  private var hashes: [UInt64] = []
  /// The upper half of a name's hash beside its symbol plus one; 0 where the slot is free.
  private var slots: [UInt64]

  /// Makes room.
  ///
  /// - Parameter capacity: How many names are expected.
  init(capacity: Int = 1024) {
    var size = 2048
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// How many names there are.
  var count: Int { places.count }

  /// The symbol of a name, a new one where it is met for the first time.
  ///
  /// - Parameters:
  ///   - name: The name in UTF-8.
  ///   - hash: A hash of its bytes, the same in every table that is merged with this one.
  ///   - place: Where it is met.
  /// - Returns: The symbol, from 0.
  /// - Complexity: O(1) on average.
  @inline(__always)
  mutating func symbol(of name: Span<UInt8>, hash: UInt64, at place: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    let mark = hash & 0xFFFF_FFFF_0000_0000
    while true {
      let found = slots[slot]
      if found == 0 { break }
      if found & 0xFFFF_FFFF_0000_0000 == mark {
        let symbol = UInt32(truncatingIfNeeded: found) &- 1
        if isNamed(Int(symbol), name) {
          if place < places[Int(symbol)] { places[Int(symbol)] = place }
          return symbol
        }
      }
      slot = (slot &+ 1) & mask
    }
    return insert(name, hash, place, slot)
  }

  /// The symbol of a name, or `nil` where it was never met.
  func existing(_ name: Span<UInt8>, hash: UInt64) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let symbol = UInt32(truncatingIfNeeded: slots[slot]) &- 1
      if slots[slot] >> 32 == hash >> 32, isNamed(Int(symbol), name) { return symbol }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The name of a symbol.
  func name(_ symbol: Int) -> String {
    String(decoding: bytes[starts[symbol]..<starts[symbol + 1]], as: UTF8.self)
  }

  /// Takes in the names of another table.
  ///
  /// - Parameter other: A table whose hashes are made in the same way.
  /// - Returns: The symbol here of each symbol there.
  mutating func merge(_ other: SymbolTable) -> [UInt32] {
    var symbols: [UInt32] = []
    symbols.reserveCapacity(other.count)
    let all = other.bytes.span
    for index in 0..<other.count {
      let name = all.extracting(other.starts[index]..<other.starts[index + 1])
      symbols.append(symbol(of: name, hash: other.hashes[index], at: other.places[index]))
    }
    return symbols
  }

  @inline(__always)
  private func isNamed(_ symbol: Int, _ name: Span<UInt8>) -> Bool {
    let start = starts[symbol]
    let length = starts[symbol &+ 1] &- start
    if length != name.count { return false }
    return bytes.withUnsafeBytes { own in
      name.withUnsafeBytes { other in
        var offset = 0
        while offset &+ 8 <= length {
          let one = own.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
          if one != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
          offset &+= 8
        }
        while offset < length {
          if own[start &+ offset] != other[offset] { return false }
          offset &+= 1
        }
        return true
      }
    }
  }

  @inline(never)
  private mutating func insert(
    _ name: Span<UInt8>,
    _ hash: UInt64,
    _ place: UInt64,
    _ slot: Int
  ) -> UInt32 {
    let symbol = UInt32(count)
    name.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    starts.append(bytes.count)
    places.append(place)
    hashes.append(hash)
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(symbol + 1)
    if count * 2 > slots.count { grow() }
    return symbol
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(symbol + 1)
    }
  }
}
