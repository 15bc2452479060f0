/// Where texts that were written lately lie, so that a value that is repeated is stored once.
///
/// It remembers some thousands and forgets the older of two that want one place: enough for names,
/// tenants and tools, and ids that never come back cost no table of all ids.
struct RecentTexts: ~Copyable, Sendable {
  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var slot: UInt64
  }

  private static let pairCount = 2048

  private var entries = GrowingBuffer<Entry>()

  init() {}

  /// The slot of a text that is already stored, or of the same text stored now.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - texts: The stored texts.
  /// - Returns: The text's slot.
  mutating func slot(of bytes: Span<UInt8>, in texts: inout GrowingBuffer<UInt8>) -> TextSlot {
    if bytes.isEmpty { return TextSlot(offset: 0, length: 0) }
    if entries.count == 0 {
      entries.append(repeating: Entry(hash: 0, slot: 0), count: 2 * Self.pairCount)
    }
    let hash = TextHash.mixed(bytes).hash
    let first = 2 * Int(truncatingIfNeeded: hash & UInt64(Self.pairCount - 1))
    for index in first...first + 1 where entries[index].hash == hash {
      let known = TextSlot(bits: entries[index].slot)
      // A row that was discarded takes its texts with it.
      if known.offset + known.length <= texts.count, known.length == bytes.count,
        texts.borrowed.withSpan(known.offset, known.length, { TextHash.haveSameBytes($0, bytes) })
      {
        return known
      }
    }
    let slot = TextSlot(offset: texts.count, length: bytes.count)
    texts.append(contentsOf: bytes)
    entries[first + 1] = entries[first]
    entries[first] = Entry(hash: hash, slot: slot.bits)
    return slot
  }
}
