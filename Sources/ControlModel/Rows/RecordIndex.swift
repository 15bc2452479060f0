/// Finds rows by the text of a field: the rows of a type that hold it, in order.
///
/// A table of open addressing leads from a hash to the first row; rows with the same text are
/// chained. It takes 11 to 21 bytes a row, and 4 more where texts repeat. Texts are compared where they lie.
///
/// Like a block, an index is read through a handle of one's own by each thread.
package final class RecordIndex: Sendable {
  /// The rows, in order.
  package let blocks: [RecordBlock]

  private let store: RecordIndexStore
  private let heads: BorrowedBuffer<UInt64>
  private let next: BorrowedBuffer<UInt32>
  private let entryRows: BorrowedBuffer<UInt32>
  private let entryTexts: BorrowedBuffer<UInt64>
  private let ownTexts: BorrowedBuffer<UInt8>
  private let starts: RowStarts

  private init(_ store: RecordIndexStore, _ blocks: [RecordBlock]) {
    self.store = store
    self.blocks = blocks
    heads = store.parts.heads.borrowed
    next = store.parts.next.borrowed
    entryRows = store.parts.entryRows.borrowed
    entryTexts = store.parts.entryTexts.borrowed
    ownTexts = store.parts.ownTexts.borrowed
    starts = store.starts
  }

  package convenience init(_ blocks: [RecordBlock], by field: IndexedField) {
    var builder = RecordIndexBuilder(blocks, field)
    builder.build()
    self.init(RecordIndexStore(builder), blocks)
  }

  /// The same index over handles of the same blocks, for the use of one thread.
  ///
  /// - Parameter blocks: Handles of the blocks that the index was built over, in their order.
  /// - Returns: The handle.
  package func handle(over blocks: [RecordBlock]) -> RecordIndex { RecordIndex(store, blocks) }

  /// The bytes held by the index.
  package var sizeInBytes: Int { store.parts.sizeInBytes }

  /// The first row that holds a text, or `nil`.
  ///
  /// - Parameter text: The text.
  /// - Returns: The row.
  /// - Complexity: O(1). Nothing is allocated.
  package func first(_ text: String) -> RecordRow? {
    head(text.utf8Span.span).map(entryRow)
  }

  /// Calls a closure with each row that holds a text, in order.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - body: Called with each row.
  package func forEach(_ text: String, _ body: (RecordRow) -> Void) {
    var entry = head(text.utf8Span.span)
    while let current = entry {
      body(entryRow(current))
      entry = successor(of: current)
    }
  }

  /// How many rows the index is over.
  package var rowCount: Int { starts.count }

  /// A row by its number among the rows of all blocks.
  package func row(_ number: Int) -> RecordRow {
    let (block, index) = starts.place(of: number)
    return RecordRow(block: blocks[block], index: Int32(index))
  }

  /// The numbers of rows that hold one text, several each, in order of the first; for an index by a
  /// field of text.
  package var repeatedRows: [[Int]] {
    var groups: [[Int]] = []
    var isLater: Set<Int> = []
    for entry in 0..<next.count where next[entry] != 0 && !isLater.contains(entry) {
      var rows = [entry]
      while let later = successor(of: rows[rows.count - 1]) {
        rows.append(later)
        isLater.insert(later)
      }
      groups.append(rows)
    }
    return groups
  }

  private func entryRow(_ entry: Int) -> RecordRow {
    row(entryRows.count == 0 ? entry : Int(entryRows[entry]))
  }

  private func successor(of entry: Int) -> Int? {
    guard next.count > 0 else { return nil }
    let link = next[entry]
    return link == 0 ? nil : Int(link) - 1
  }

  private func head(_ text: Span<UInt8>) -> Int? {
    guard heads.count > 0 else { return nil }
    let hash = TextHash.hash(text)
    var position = IndexHead.position(of: hash, among: heads.count)
    while true {
      let head = IndexHead(bits: heads[position])
      guard let entry = head.entry else { return nil }
      if head.tag == IndexHead.tag(of: hash), holds(entry, text) { return entry }
      position = position + 1 == heads.count ? 0 : position + 1
    }
  }

  private func holds(_ entry: Int, _ text: Span<UInt8>) -> Bool {
    withExtendedLifetime(store) {
      if entryTexts.count == 0 {
        let (block, index) = starts.place(of: entry)
        return blocks[block].holds(index, store.field, text)
      }
      let bits = entryTexts[entry]
      if store.field == IndexedField.computedNumber {
        let slot = TextSlot(bits: bits)
        return ownTexts.withSpan(slot.offset, slot.length) { TextHash.areEqual($0, text) }
      }
      let (block, _) = starts.place(of: Int(entryRows[entry]))
      return blocks[block].withText(bits) { TextHash.areEqual($0, text) }
    }
  }
}

extension RecordBlock {
  /// Whether a text field of a row holds a text.
  func holds(_ row: Int, _ field: Int, _ text: Span<UInt8>) -> Bool {
    guard let bits = slot(row, field) else { return false }
    return withText(bits) { TextHash.areEqual($0, text) }
  }
}

/// What rows are found by.
package enum IndexedField {
  /// The text of a field.
  case text(Int)
  /// Each element of a list of texts.
  case texts(Int)
  /// Texts that are computed from a row.
  case computed((RecordRow) -> [String])

  static let computedNumber = -1

  var number: Int {
    switch self {
    case .text(let field), .texts(let field): field
    case .computed: Self.computedNumber
    }
  }
}

/// The memory of an index, which handles share.
final class RecordIndexStore: Sendable {
  let parts: RecordIndexParts
  let starts: RowStarts
  /// The field's number, or ``IndexedField/computedNumber``.
  let field: Int

  init(_ builder: consuming RecordIndexBuilder) {
    starts = builder.starts
    field = builder.field.number
    parts = builder.parts
  }
}

/// The tables of an index.
struct RecordIndexParts: ~Copyable, Sendable {
  /// Open addressing: a tag of the hash and the first entry; see ``IndexHead``.
  var heads = GrowingBuffer<UInt64>()
  /// For each entry the next one of the same text and one; 0 at the end.
  ///
  /// Empty where no text repeats.
  var next = GrowingBuffer<UInt32>()
  /// For each entry its row; empty where entries are rows.
  var entryRows = GrowingBuffer<UInt32>()
  /// For each entry its text's slot; empty where it is the row's.
  var entryTexts = GrowingBuffer<UInt64>()
  /// The texts that were computed.
  var ownTexts = GrowingBuffer<UInt8>()

  var sizeInBytes: Int {
    heads.sizeInBytes + next.sizeInBytes + entryRows.sizeInBytes + entryTexts.sizeInBytes
      + ownTexts.sizeInBytes
  }
}

/// A place in the table: a tag of the hash in the upper half, the entry and one in the lower.
struct IndexHead {
  let bits: UInt64

  var tag: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var entry: Int? {
    let number = UInt32(truncatingIfNeeded: bits)
    return number == 0 ? nil : Int(number) - 1
  }

  init(bits: UInt64) { self.bits = bits }
  init(tag: UInt32, entry: Int) { bits = UInt64(tag) << 32 | UInt64(UInt32(entry) + 1) }

  static func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }

  /// Where the search for a hash starts in a table of any size.
  static func position(of hash: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(count)).high)
  }
}

/// Leads from a row's number among all blocks to its block.
struct RowStarts: Sendable {
  private static let chunk = 1024

  /// The number of the first row of each block, and of the row after the last.
  let starts: [Int]
  /// For each chunk of rows the block of its first row.
  private let blocks: [UInt32]

  init(_ blocks: [RecordBlock]) {
    var starts = [0]
    for block in blocks { starts.append(starts[starts.count - 1] + block.rowCount) }
    self.starts = starts
    var chunks: [UInt32] = []
    var block = 0
    if blocks.count > 1 {
      for row in stride(from: 0, to: starts[blocks.count], by: Self.chunk) {
        while starts[block + 1] <= row { block += 1 }
        chunks.append(UInt32(block))
      }
    }
    self.blocks = chunks
  }

  /// How many rows there are.
  var count: Int { starts[starts.count - 1] }

  /// The block of a row, and its number there.
  func place(of row: Int) -> (block: Int, index: Int) {
    if blocks.isEmpty { return (0, row) }
    var block = Int(blocks[row / Self.chunk])
    while starts[block + 1] <= row { block += 1 }
    return (block, row - starts[block])
  }
}
