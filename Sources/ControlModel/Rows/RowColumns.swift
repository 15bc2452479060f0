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

/// Where rows come from: a file, and the part of the pointer that they share.
struct RowPlace: Sendable, Hashable {
  /// The file's number in the block.
  var file: Int
  /// The pointer, or what stands before its last number; `nil`: no pointer.
  var pointer: String?
}

/// A file that rows of a block were read from.
struct RowFile: Sendable, Hashable {
  var path: String
  var digest: String
}

/// A text's slot: where it lies and how long it is.
struct TextSlot {
  /// The first byte.
  let offset: Int
  /// The length in bytes.
  let length: Int
  /// Whether it lies in the window that was lent, rather than in the block's own texts.
  let isInWindow: Bool

  /// Texts of a block take less than this: a slot has 32 bits for the place.
  static let textLimit = 1 << 32
  /// A text is shorter than this: a slot has 31 bits for the length.
  static let lengthLimit = 1 << 31

  init(offset: Int, length: Int, isInWindow: Bool = false) {
    precondition(offset < Self.textLimit && length < Self.lengthLimit, "text beyond the limit")
    self.offset = offset
    self.length = length
    self.isInWindow = isInWindow
  }

  init(bits: UInt64) {
    offset = Int(bits & 0xFFFF_FFFF)
    length = Int(bits >> 32 & 0x7FFF_FFFF)
    isInWindow = bits >> 63 != 0
  }

  var bits: UInt64 {
    UInt64(offset) | UInt64(length) << 32 | (isInWindow ? 1 << 63 : 0)
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
