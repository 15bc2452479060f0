extension RecordBlock {
  /// The slot of a field in a row, or `nil` where the field is absent.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package func slot(_ row: Int, _ field: Int) -> UInt64? {
    let header = columns.headers[row]
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: field)
    guard header.presence & bit != 0 else { return nil }
    let before = (header.presence & (bit &- 1)).nonzeroBitCount
    return columns.slots[Int(header.start) &+ before]
  }

  /// The text of a slot.
  @inline(__always)
  package func text(_ bits: UInt64) -> String {
    let slot = TextSlot(bits: bits)
    return withExtendedLifetime(self) {
      memory(of: slot).text(slot.offset, slot.length)
    }
  }

  /// Calls a closure with the text of a slot in UTF-8; nothing is copied.
  ///
  /// - Parameters:
  ///   - bits: The slot of a text.
  ///   - body: Called with the bytes, which are there during the call only.
  /// - Returns: What the closure returns.
  @inline(__always)
  package func withText<Result>(_ bits: UInt64, _ body: (Span<UInt8>) -> Result) -> Result {
    let slot = TextSlot(bits: bits)
    return withExtendedLifetime(self) {
      memory(of: slot).withSpan(slot.offset, slot.length, body)
    }
  }

  @inline(__always)
  private func memory(of slot: TextSlot) -> BorrowedBuffer<UInt8> {
    slot.isOwn ? columns.texts : window
  }

  /// The elements of a list's slot, as slots.
  package func items(_ bits: UInt64) -> [UInt64] {
    let slot = ListSlot(bits: bits)
    return (slot.start..<slot.start + slot.count).map { columns.items[$0] }
  }

  /// The elements of a list's slot, each made into a value.
  @inline(__always)
  func items<Value>(_ bits: UInt64, _ value: (UInt64) -> Value) -> [Value] {
    let slot = ListSlot(bits: bits)
    var values: [Value] = []
    values.reserveCapacity(slot.count)
    for index in slot.start..<slot.start + slot.count { values.append(value(columns.items[index])) }
    return values
  }

  /// Calls a closure with each element of a list's slot.
  @inline(__always)
  package func forEachItem(_ bits: UInt64, _ body: (UInt64) -> Void) {
    let slot = ListSlot(bits: bits)
    for index in slot.start..<slot.start + slot.count { body(columns.items[index]) }
  }

  func duration(_ bits: UInt64) -> Duration {
    guard let item = SlotCoding.item(bits) else { return SlotCoding.duration(bits) }
    return Duration(
      secondsComponent: Int64(bitPattern: columns.items[item]),
      attosecondsComponent: Int64(bitPattern: columns.items[item + 1])
    )
  }

  /// The line on which a row stands, from 1; 0 where that is not known.
  ///
  /// - Complexity: O(1); no path is made.
  @inline(__always)
  package func line(_ row: Int) -> UInt32 {
    let line = columns.headers[row].line
    return line == 0 ? 0 : UInt32(truncatingIfNeeded: line) &- 1
  }

  /// Where a row was read.
  package func locator(_ row: Int) -> Locator {
    let header = columns.headers[row]
    let place = places[header.place]
    let pointer = place.pointer.map { header.element < 0 ? $0 : "\($0)\(header.element)" }
    return Locator(
      path: place.path,
      digest: place.digest,
      line: header.line == 0 ? nil : Int(header.line) - 1,
      pointer: pointer
    )
  }
}
