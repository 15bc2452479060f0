import ControlModel

extension RowValues {
  /// Adds the row to a builder.
  ///
  /// - Parameters:
  ///   - builder: The builder of the row's type.
  ///   - line: The line on which the row starts.
  ///   - element: The number at the end of its pointer; -1: none.
  ///   - text: The window.
  ///   - packed: Room for the slots in order of field.
  @inline(__always)
  mutating func append(
    to builder: inout RecordBlockBuilder,
    line: Int,
    element: Int32,
    _ text: Span<UInt8>,
    _ packed: UnsafeMutablePointer<UInt64>
  ) {
    if decodedCount > 0 { adoptDecoded(&builder) }
    var rest = presence
    var count = 0
    while rest != 0 {
      packed[count] = slots.address[rest.trailingZeroBitCount]
      count &+= 1
      rest &= rest &- 1
    }
    builder.appendRow(
      line: line,
      element: element,
      presence: presence,
      slots: Span(_unsafeElements: UnsafeBufferPointer(start: packed, count: count)),
      lists: Span(
        _unsafeElements: UnsafeBufferPointer(start: elements.address, count: elementCount)
      ),
      text: text
    )
  }

  /// Moves the texts that were decoded into the builder's own texts.
  @inline(never)
  private mutating func adoptDecoded(_ builder: inout RecordBlockBuilder) {
    var rest = presence
    while rest != 0 {
      let field = rest.trailingZeroBitCount
      rest &= rest &- 1
      let slot = slots.address + field
      switch builder.layout.shapes[field] {
      case .text: slot.pointee = adopted(slot.pointee, &builder)
      case .texts:
        let start = Int(slot.pointee & 0xFFFF_FFFF)
        for index in start..<start + Int(slot.pointee >> 32) {
          elements.address[index] = adopted(elements.address[index], &builder)
        }
      default: break
      }
    }
    decodedCount = 0
  }

  private func adopted(_ bits: UInt64, _ builder: inout RecordBlockBuilder) -> UInt64 {
    guard bits & Self.isDecoded != 0 else { return bits }
    let start = Int(bits & (Self.isDecoded - 1))
    return builder.sideText(
      Span(
        _unsafeElements: UnsafeBufferPointer(
          start: UnsafePointer(decoded) + start,
          count: Int(bits >> 32)
        )
      )
    )
  }
}
