/// Builds the tables of an index.
struct RecordIndexBuilder: ~Copyable {
  let blocks: [RecordBlock]
  let field: IndexedField
  let starts: RowStarts
  var parts = RecordIndexParts()

  init(_ blocks: [RecordBlock], _ field: IndexedField) {
    self.blocks = blocks
    self.field = field
    starts = RowStarts(blocks)
  }

  /// Enters every row, the last first: so each chain starts with the first row, and the table holds
  /// the first row of each text.
  mutating func build() {
    // Entries are counted in 32 bits; no evidence that fits in memory has more.
    precondition(starts.count < Int(UInt32.max), "too many rows")
    switch field {
    case .text(let number): enterTexts(number)
    case .texts(let number): enterLists(number)
    case .computed(let texts): enterComputed(texts)
    }
  }

  private mutating func enterTexts(_ field: Int) {
    let blocks = blocks
    let bit: UInt64 = 1 << UInt64(field)
    var present = 0
    for block in blocks {
      for row in 0..<block.rowCount where block.columns.headers[row].presence & bit != 0 {
        present += 1
      }
    }
    makeHeads(for: present)
    for (number, block) in blocks.enumerated().reversed() {
      let first = starts.first(of: number)
      for row in (0..<block.rowCount).reversed() {
        guard let bits = block.slot(row, field) else { continue }
        let hash = block.withText(bits) { TextHash.hash($0) }
        enter(first + row, hash) { parts, starts, other in
          let (otherBlock, otherRow) = starts.place(of: other)
          guard let otherBits = blocks[otherBlock].slot(otherRow, field) else { return false }
          return block.withText(bits) { text in
            blocks[otherBlock].withText(otherBits) { TextHash.areEqual($0, text) }
          }
        }
      }
    }
  }

  private mutating func enterLists(_ field: Int) {
    let blocks = blocks
    var blockNumbers: [UInt32] = []
    for (number, block) in blocks.enumerated() {
      let first = starts.first(of: number)
      for row in 0..<block.rowCount {
        guard let bits = block.slot(row, field) else { continue }
        for item in block.items(bits) {
          parts.entryRows.append(UInt32(first + row))
          parts.entryTexts.append(item)
          blockNumbers.append(UInt32(number))
        }
      }
    }
    makeHeads(for: parts.entryRows.count)
    for entry in (0..<parts.entryRows.count).reversed() {
      let block = blocks[Int(blockNumbers[entry])]
      let bits = parts.entryTexts[entry]
      let hash = block.withText(bits) { TextHash.hash($0) }
      enter(entry, hash) { parts, _, other in
        block.withText(bits) { text in
          blocks[Int(blockNumbers[other])].withText(parts.entryTexts[other]) {
            TextHash.areEqual($0, text)
          }
        }
      }
    }
  }

  private mutating func enterComputed(_ texts: (RecordRow) -> [String]) {
    for (number, block) in blocks.enumerated() {
      let first = starts.first(of: number)
      for row in 0..<block.rowCount {
        for text in texts(RecordRow(block: block, index: Int32(row))) {
          let bytes = text.utf8Span.span
          let slot = TextSlot(offset: parts.ownTexts.count, length: bytes.count)
          parts.ownTexts.append(contentsOf: bytes)
          parts.entryRows.append(UInt32(first + row))
          parts.entryTexts.append(slot.bits)
        }
      }
    }
    makeHeads(for: parts.entryRows.count)
    for entry in (0..<parts.entryRows.count).reversed() {
      let slot = TextSlot(bits: parts.entryTexts[entry])
      let hash = parts.ownTexts.borrowed.withSpan(slot.offset, slot.length) { TextHash.hash($0) }
      enter(entry, hash) { parts, _, other in
        let otherSlot = TextSlot(bits: parts.entryTexts[other])
        let all = parts.ownTexts.borrowed
        return all.withSpan(slot.offset, slot.length) { text in
          all.withSpan(otherSlot.offset, otherSlot.length) { TextHash.areEqual($0, text) }
        }
      }
    }
  }

  /// Makes an empty table that stays at most three quarters full.
  private mutating func makeHeads(for count: Int) {
    if count > 0 { parts.heads.append(repeating: 0, count: count + count / 3 + 1) }
  }

  /// Puts an entry before those of the same text, or into a free place.
  private mutating func enter(
    _ entry: Int,
    _ hash: UInt64,
    _ isSame: (borrowing RecordIndexParts, RowStarts, _ other: Int) -> Bool
  ) {
    let tag = IndexHead.tag(of: hash)
    var position = IndexHead.position(of: hash, among: parts.heads.count)
    while let other = IndexHead(bits: parts.heads[position]).entry {
      if IndexHead(bits: parts.heads[position]).tag == tag, isSame(parts, starts, other) {
        link(entry, to: other)
        break
      }
      position = position + 1 == parts.heads.count ? 0 : position + 1
    }
    parts.heads[position] = IndexHead(tag: tag, entry: entry).bits
  }

  private mutating func link(_ entry: Int, to other: Int) {
    if parts.next.count == 0 {
      let count = parts.entryRows.count == 0 ? starts.count : parts.entryRows.count
      parts.next.append(repeating: 0, count: count)
    }
    parts.next[entry] = UInt32(other) + 1
  }
}

extension RowStarts {
  /// The number of the first row of a block.
  func first(of block: Int) -> Int { starts[block] }
}
