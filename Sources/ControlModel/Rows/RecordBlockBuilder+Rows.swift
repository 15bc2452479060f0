extension RecordBlockBuilder {
  /// Adds a row whose slots are ready, in one call: for readers that make millions.
  ///
  /// A slot of a text is its place in `text` and its length above bit 31, or what ``sideText(_:)``
  /// gave. A slot of a list is the place of its first element in `lists` and their number above bit
  /// 31; an element is a text's slot or a word's ordinal. Instants, whole numbers and moments are
  /// their 64 bits, see ``SlotCoding``; a decimal is its bit pattern, a Boolean value 0 or 1.
  ///
  /// - Parameters:
  ///   - line: The line on which the row starts, from 1; 0: none.
  ///   - element: The number at the end of its pointer; -1: none.
  ///   - presence: Which fields the row has, bit *f* for field *f*.
  ///   - slots: One for each field that is present, in order of field.
  ///   - lists: The elements of the row's lists.
  ///   - text: What text slots point into: the window that was lent, or bytes that are copied.
  package mutating func appendRow(
    line: Int,
    element: Int32,
    presence: UInt64,
    slots: Span<UInt64>,
    lists: Span<UInt64>,
    text: Span<UInt8>
  ) {
    precondition(slots.count == presence.nonzeroBitCount, "a slot for each field")
    precondition(presence & ~layout.allFields == 0, "no such field")
    columns.headers.append(
      RowHeader(
        presence: presence,
        start: UInt32(columns.slots.count),
        line: line <= 0 ? 0 : RowHeader.line(line),
        place: placeNumber,
        element: element
      )
    )
    if isBorrowing && presence & layout.listFields == 0 {
      columns.slots.append(contentsOf: slots)
      return
    }
    var rest = presence
    for index in slots.indices {
      let field = rest.trailingZeroBitCount
      rest &= rest &- 1
      columns.slots.append(adopted(slots[index], layout.shapes[field], lists, text))
    }
  }

  /// Stores a text that differs from the bytes of its window, such as one with escapes.
  ///
  /// - Parameter bytes: The text in UTF-8; copied.
  /// - Returns: The slot for ``appendRow(line:element:presence:slots:lists:text:)``.
  package mutating func sideText(_ bytes: Span<UInt8>) -> UInt64 {
    let slot = TextSlot(offset: columns.texts.count, length: bytes.count)
    columns.texts.append(contentsOf: bytes)
    return slot.bits
  }

  /// Adds a copy of a record's row, with its place.
  ///
  /// - Parameter row: A row of the builder's record type.
  package mutating func append(_ row: RecordRow) {
    let block = row.block
    let index = Int(row.index)
    precondition(block.layout === layout, "a row of another type")
    mark()
    let header = block.columns.headers[index]
    line = header.line
    element = header.element
    placeNumber = places.number(of: block.places[header.place])
    var rest = header.presence
    var position = Int(header.start)
    while rest != 0 {
      let field = rest.trailingZeroBitCount
      rest &= rest &- 1
      set(field, copied(block.columns.slots[position], layout.shapes[field], block))
      position += 1
    }
    endRow()
  }

  /// A slot of a ready row as this block holds it.
  private mutating func adopted(
    _ bits: UInt64,
    _ shape: RecordLayout.Shape,
    _ lists: Span<UInt64>,
    _ text: Span<UInt8>
  ) -> UInt64 {
    switch shape {
    case .text:
      return adoptedText(bits, text)
    case .texts, .words:
      let list = ListSlot(bits: bits)
      let start = columns.items.count
      for index in list.start..<list.start + list.count {
        let item = shape == .texts ? adoptedText(lists[index], text) : lists[index]
        columns.items.append(item)
      }
      return ListSlot(start: start, count: list.count).bits
    default:
      return bits
    }
  }

  private mutating func adoptedText(_ bits: UInt64, _ text: Span<UInt8>) -> UInt64 {
    let slot = TextSlot(bits: bits)
    if isBorrowing || slot.isOwn { return bits }
    return store(text.extracting(slot.offset..<slot.offset + slot.length))
  }

  /// A slot of another block as this block holds it.
  private mutating func copied(
    _ bits: UInt64,
    _ shape: RecordLayout.Shape,
    _ block: RecordBlock
  ) -> UInt64 {
    switch shape {
    case .text:
      return copiedText(bits, block)
    case .texts, .words:
      let list = ListSlot(bits: bits)
      let start = columns.items.count
      for index in list.start..<list.start + list.count {
        let item = block.columns.items[index]
        columns.items.append(shape == .texts ? copiedText(item, block) : item)
      }
      return ListSlot(start: start, count: list.count).bits
    case .duration:
      guard let item = SlotCoding.item(bits) else { return bits }
      columns.items.append(block.columns.items[item])
      columns.items.append(block.columns.items[item + 1])
      return SlotCoding.bits(item: columns.items.count - 2)
    default:
      return bits
    }
  }

  private mutating func copiedText(_ bits: UInt64, _ block: RecordBlock) -> UInt64 {
    let slot = TextSlot(bits: bits)
    let source = slot.isOwn ? block.columns.texts : block.window
    return source.withSpan(slot.offset, slot.length) { store($0) }
  }
}
