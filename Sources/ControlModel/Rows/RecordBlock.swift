/// Many records of one type as packed rows, which nobody changes any more.
///
/// A record is a view of one row: the block and the row's number. A block can be shared between
/// threads. A thread that reads many records takes a ``handle()`` of its own first: two threads that
/// retain and release one object fight over it.
package final class RecordBlock: @unchecked Sendable {
  // Sendable: `store` is a variable only so that `reclaim` can ask whether it is its only holder.

  /// The record type.
  package let layout: RecordLayout
  /// How many rows there are.
  package let rowCount: Int

  let places: RowPlaces
  /// Keeps the memory that `columns` borrows.
  private var store: RowStore
  let columns: BorrowedColumns
  /// The memory of texts that was lent; empty where none was.
  let window: BorrowedBuffer<UInt8>
  /// Keeps the window.
  private let windowOwner: (any AnyObject & Sendable)?

  init(
    _ layout: RecordLayout,
    _ columns: consuming RowColumns,
    places: RowPlaces,
    window: BorrowedBuffer<UInt8> = BorrowedBuffer(),
    windowOwner: (any AnyObject & Sendable)? = nil
  ) {
    self.layout = layout
    rowCount = columns.rowCount
    store = RowStore(columns)
    self.columns = BorrowedColumns(store.columns)
    self.places = places
    self.window = window
    self.windowOwner = windowOwner
  }

  private init(sharing other: RecordBlock, places: RowPlaces) {
    layout = other.layout
    rowCount = other.rowCount
    self.places = places
    store = other.store
    columns = other.columns
    window = other.window
    windowOwner = other.windowOwner
  }

  /// Another object over the same rows, for the use of one thread.
  ///
  /// - Returns: The handle; it keeps the rows alive like any other.
  package func handle() -> RecordBlock { RecordBlock(sharing: self, places: places) }

  /// The same rows with the digest of their file, where it was not known when they were read.
  ///
  /// - Parameter digest: SHA-256 in hexadecimal.
  /// - Returns: The rows; nothing is copied.
  package func withDigest(_ digest: String) -> RecordBlock {
    var places = places
    places.setDigest(digest)
    return RecordBlock(sharing: self, places: places)
  }

  /// The bytes held by the rows, without a window that was lent.
  package var sizeInBytes: Int { store.columns.sizeInBytes }

  /// Takes a block apart where nobody else holds it or its rows.
  ///
  /// - Parameters:
  ///   - block: The block; `nil` afterwards where it was taken apart.
  ///   - isKeepingRows: Whether the rows are still wanted: then a block whose texts lie in a window
  ///     that was lent stays whole.
  /// - Returns: Its memory and places, or `nil` where somebody else holds the rows.
  static func reclaim(_ block: inout RecordBlock?, isKeepingRows: Bool = true) -> ReclaimedRows? {
    guard isKnownUniquelyReferenced(&block), let only = block,
      isKnownUniquelyReferenced(&only.store),
      only.windowOwner == nil || !isKeepingRows
    else { return nil }
    block = nil
    return ReclaimedRows(columns: only.store.take(), places: only.places)
  }
}

/// What a block was made of.
struct ReclaimedRows: ~Copyable {
  var columns: RowColumns
  var places: RowPlaces
}

/// The owner of a block's memory.
final class RowStore: @unchecked Sendable {
  // Sendable: `take` is called by the only holder alone.
  private(set) var columns: RowColumns

  init(_ columns: consuming RowColumns) { self.columns = columns }

  /// Takes the memory out; what borrowed it must not be used any more.
  func take() -> RowColumns {
    var taken = RowColumns()
    swap(&taken, &columns)
    return taken
  }
}

/// The columns of a block, to be read.
struct BorrowedColumns: Sendable {
  let headers: BorrowedBuffer<RowHeader>
  let slots: BorrowedBuffer<UInt64>
  let items: BorrowedBuffer<UInt64>
  let texts: BorrowedBuffer<UInt8>

  init(_ columns: borrowing RowColumns) {
    headers = columns.headers.borrowed
    slots = columns.slots.borrowed
    items = columns.items.borrowed
    texts = columns.texts.borrowed
  }
}
