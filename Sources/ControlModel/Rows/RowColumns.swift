/// The memory of a block's rows.
///
/// A row has a header and one slot of 8 bytes for each field that is present, in order of field.
/// Texts lie in `texts`; a slot says where. Elements of lists lie in `items`.
struct RowColumns: ~Copyable, Sendable {
  /// What is known of each row beside its fields.
  var headers = GrowingBuffer<RowHeader>()
  /// The fields' values.
  var slots = GrowingBuffer<UInt64>()
  /// The elements of lists, and what does not fit 8 bytes.
  var items = GrowingBuffer<UInt64>()
  /// Texts in UTF-8, one after the other.
  var texts = GrowingBuffer<UInt8>()
  /// Where texts met lately lie.
  var recent = RecentTexts()

  var rowCount: Int { headers.count }

  /// The bytes held.
  var sizeInBytes: Int {
    headers.sizeInBytes + slots.sizeInBytes + items.sizeInBytes + texts.sizeInBytes
  }

  mutating func removeAll() {
    headers.truncate(to: 0)
    slots.truncate(to: 0)
    items.truncate(to: 0)
    texts.truncate(to: 0)
  }

  /// Gives back the memory that is needed to add rows only.
  mutating func trim() {
    headers.trim()
    slots.trim()
    items.trim()
    texts.trim()
    recent = RecentTexts()
  }
}

/// What is known of a row beside its fields: 24 bytes, together because they are read together.
struct RowHeader: BitwiseCopyable {
  /// Which fields the row has: bit *f* for field *f*.
  var presence: UInt64
  /// Its first slot.
  var start: UInt32
  /// Its line and one; 0 where it has none.
  var line: UInt32
  /// The number of its place in the block's ``RowPlaces``.
  var place: UInt32
  /// The number at the end of its pointer, -1 where there is none.
  var element: Int32

  /// A line as it is written here; lines below 0 are none.
  static func line(_ line: Int?) -> UInt32 {
    guard let line else { return 0 }
    return UInt32(clamping: line &+ 1)
  }
}

/// A text's slot: where it lies in bits 0 to 30, whether that is in the block's own texts in bit 31,
/// and how long it is in the bits above.
struct TextSlot {
  /// The first byte.
  let offset: Int
  /// The length in bytes.
  let length: Int
  /// Whether it lies in the block's own texts, rather than in the window that was lent.
  let isOwn: Bool

  /// Texts of a block and windows take no more than this.
  static let textLimit = 1 << 31

  init(offset: Int, length: Int, isOwn: Bool = true) {
    precondition(offset < Self.textLimit && length < Self.textLimit, "text beyond the limit")
    self.offset = offset
    self.length = length
    self.isOwn = isOwn
  }

  init(bits: UInt64) {
    offset = Int(bits & 0x7FFF_FFFF)
    length = Int(bits >> 32)
    isOwn = bits & 0x8000_0000 != 0
  }

  var bits: UInt64 {
    UInt64(offset) | UInt64(length) << 32 | (isOwn ? 0x8000_0000 : 0)
  }
}

/// A list's slot: where its elements lie among the items.
struct ListSlot {
  let start: Int
  let count: Int

  init(start: Int, count: Int) {
    precondition(start < 1 << 32 && count < 1 << 32, "list beyond the limit")
    self.start = start
    self.count = count
  }

  init(bits: UInt64) {
    start = Int(bits & 0xFFFF_FFFF)
    count = Int(bits >> 32)
  }

  var bits: UInt64 { UInt64(start) | UInt64(count) << 32 }
}
