/// The memory of a block's rows, column by column.
///
/// A row has a word of presence bits and one slot of 8 bytes for each field that is present, in
/// order of field. Texts lie in `texts`; a slot says where. Elements of lists lie in `items`.
struct RowColumns: ~Copyable, Sendable {
  /// Which fields each row has: bit *f* for field *f*.
  var presence = GrowingBuffer<UInt64>()
  /// The first slot of each row.
  var starts = GrowingBuffer<UInt32>()
  /// The line of each row and one; 0 where it has none.
  var lines = GrowingBuffer<UInt32>()
  /// The place in `RecordBlock.places` of each row.
  var places = GrowingBuffer<UInt32>()
  /// The number at the end of each row's pointer, -1 where there is none.
  var elements = GrowingBuffer<Int32>()
  /// The fields' values.
  var slots = GrowingBuffer<UInt64>()
  /// The elements of lists, and what does not fit 8 bytes.
  var items = GrowingBuffer<UInt64>()
  /// Texts in UTF-8, one after the other.
  var texts = GrowingBuffer<UInt8>()
  /// Where texts met lately lie.
  var recent = RecentTexts()

  var rowCount: Int { presence.count }

  /// The bytes held.
  var sizeInBytes: Int {
    presence.sizeInBytes + starts.sizeInBytes + lines.sizeInBytes + places.sizeInBytes
      + elements.sizeInBytes + slots.sizeInBytes + items.sizeInBytes + texts.sizeInBytes
  }

  mutating func removeAll() {
    presence.truncate(to: 0)
    starts.truncate(to: 0)
    lines.truncate(to: 0)
    places.truncate(to: 0)
    elements.truncate(to: 0)
    slots.truncate(to: 0)
    items.truncate(to: 0)
    texts.truncate(to: 0)
  }

  /// Gives back the memory that is needed to add rows only.
  mutating func trim() {
    presence.trim()
    starts.trim()
    lines.trim()
    places.trim()
    elements.trim()
    slots.trim()
    items.trim()
    texts.trim()
    recent = RecentTexts()
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
