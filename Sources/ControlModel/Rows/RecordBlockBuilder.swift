/// Writes rows of one record type and makes a block of them.
///
/// A row comes in one call, ready made, or is begun, set field by field in any order, and ended or
/// discarded:
///
/// ```swift
/// var builder = RecordBlockBuilder(ToolCall.layout)
/// builder.setFile(path: "agents/calls.jsonl", digest: digest, pointerPrefix: nil)
/// builder.beginRow(line: 12, element: nil)
/// builder.setText(0, bytes)
/// builder.endRow()
/// let block = builder.finish()
/// ```
///
/// The caller sets what the layout's `requiredFields` name, and sets each field by its own shape.
package struct RecordBlockBuilder: ~Copyable {
  /// The record type.
  package let layout: RecordLayout

  var columns: RowColumns
  var places: RowPlaces
  /// The file and pointer of the rows that follow.
  var place = RowPlaces.Place(path: "", digest: "", pointer: nil)
  var placeNumber: UInt32 = 0
  /// The row that is being written: presence bits and the slots by field number.
  var pending: UInt64 = 0
  var pendingSlots = GrowingBuffer<UInt64>()
  var line: UInt32 = 0
  var element: Int32 = -1
  /// The first item of the list that is being written.
  var openList = 0
  /// Whether texts of ready rows stay in the window that was lent.
  var isBorrowing: Bool { windowOwner != nil }

  private var textMark = 0
  private var itemMark = 0
  private let isInterning: Bool
  private var window = BorrowedBuffer<UInt8>()
  private var windowOwner: (any AnyObject & Sendable)?

  /// Creates a builder without rows.
  ///
  /// - Parameters:
  ///   - layout: The record type's layout.
  ///   - isInterning: Whether a text that comes again is stored once.
  package init(_ layout: RecordLayout, isInterning: Bool = true) {
    self.init(layout, ReclaimedRows(columns: RowColumns(), places: RowPlaces()), isInterning)
  }

  /// Goes on after the rows of a block.
  init(_ layout: RecordLayout, _ rows: consuming ReclaimedRows, _ isInterning: Bool = true) {
    self.layout = layout
    self.isInterning = isInterning
    places = rows.places
    columns = rows.columns
    pendingSlots.append(repeating: 0, count: layout.fields.count)
  }

  /// How many rows there are.
  package var rowCount: Int { columns.rowCount }

  /// Whether a new block should be begun before the next row: texts and slots are counted in 31 bits.
  package var isFull: Bool {
    columns.texts.count >= 1 << 30 || columns.slots.count >= 1 << 30
      || columns.items.count >= 1 << 30 || columns.rowCount >= 1 << 24
  }

  /// The fields of the row that is being written, as bits.
  package var presentFields: UInt64 { pending }

  /// Ends the row: it is part of the block.
  package mutating func endRow() {
    columns.headers.append(
      RowHeader(
        presence: pending,
        start: UInt32(columns.slots.count),
        line: line,
        place: placeNumber,
        element: element
      )
    )
    var rest = pending
    while rest != 0 {
      columns.slots.append(pendingSlots[rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    pending = 0
  }

  /// Forgets the row that is being written.
  package mutating func discardRow() {
    columns.texts.truncate(to: textMark)
    columns.items.truncate(to: itemMark)
    pending = 0
  }

  /// Lends the builder memory that texts may lie in, such as a window of a file.
  ///
  /// - Parameters:
  ///   - bytes: The memory, at most 2 GiB. The owner keeps it, and keeps it as it is, while it lives.
  ///   - owner: The owner; the block that is made holds it.
  package mutating func lend(
    unsafe bytes: UnsafeRawBufferPointer,
    of owner: any AnyObject & Sendable
  ) {
    window = BorrowedBuffer(unsafe: bytes)
    windowOwner = owner
  }

  /// Makes a block of the rows.
  ///
  /// The builder is empty afterwards, and no memory is lent to it.
  ///
  /// - Parameter isTrimming: Whether memory for further rows is given back: for blocks that are
  ///   held long.
  /// - Returns: The block.
  package mutating func finish(isTrimming: Bool = true) -> RecordBlock {
    var rows = RowColumns()
    swap(&rows, &columns)
    if isTrimming {
      rows.trim()
      places.trim()
    }
    let block = RecordBlock(
      layout,
      rows,
      places: places,
      window: window,
      windowOwner: windowOwner
    )
    places = RowPlaces()
    window = BorrowedBuffer()
    windowOwner = nil
    if !place.path.isEmpty { placeNumber = places.number(of: place) }
    return block
  }

  /// Takes back the memory of a block that is not needed any more, to write other rows into it.
  ///
  /// Where somebody still holds the block or a record of it, it is left alone and the builder takes
  /// fresh memory. Called between blocks, when the builder has no rows.
  ///
  /// - Parameter block: A block that a builder finished; the caller lets go of it.
  package mutating func reuse(_ block: consuming RecordBlock) {
    precondition(rowCount == 0, "rows would be lost")
    var last: RecordBlock? = block
    guard var rows = RecordBlock.reclaim(&last, isKeepingRows: false) else { return }
    rows.columns.removeAll()
    swap(&columns, &rows.columns)
  }

  /// Marks the start of a row's texts and items.
  mutating func mark() {
    textMark = columns.texts.count
    itemMark = columns.items.count
    pending = 0
  }

  /// Notes a field's slot.
  mutating func set(_ field: Int, _ bits: UInt64) {
    pendingSlots[field] = bits
    pending |= 1 << UInt64(field)
  }

  /// Stores a text and gives its slot.
  mutating func store(_ bytes: Span<UInt8>) -> UInt64 {
    if isInterning && !isBorrowing {
      return columns.recent.slot(of: bytes, in: &columns.texts).bits
    }
    let slot = TextSlot(offset: columns.texts.count, length: bytes.count)
    columns.texts.append(contentsOf: bytes)
    return slot.bits
  }
}
