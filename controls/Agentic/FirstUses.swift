import ControlTesting

/// Who was the first to use each of many things, for millions of things.
///
/// The texts stand one after the other in one buffer, and the table beside it holds numbers alone:
/// about a hundred bytes for each thing, where a dictionary of records takes several hundred. A
/// thing is found by its hash and confirmed by its text, so that two are never taken for one.
struct FirstUses: Sendable {
  /// Where a use stands in ``texts``: the thing, then the user's key, then its JSON pointer.
  private struct Entry {
    let start: Int
    let thingLength: Int32
    let keyLength: Int32
    /// `-1`: no pointer.
    let pointerLength: Int32
    let source: Int32
    /// `0`: no line.
    let line: Int
    /// Differs from process to process, and so never leaves this one.
    let hash: Int
  }

  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  /// A user of each file, for what all of the file share.
  private var sources: [RecordReference] = []
  /// Numbers of entries, from 1, by hash; 0 where the slot is free.
  ///
  /// There are a power of two.
  private var slots: [UInt32] = []

  /// Creates a table of nothing.
  init() {}

  /// The numbers of the things, in the order in which they were first used.
  var indices: Range<Int> { entries.indices }

  /// Notes a use.
  ///
  /// - Parameters:
  ///   - thing: What is used.
  ///   - user: Who uses it.
  /// - Returns: Whether it is the first use of the thing; another one is not kept.
  /// - Complexity: O(1) on average.
  mutating func note(_ thing: String, by user: RecordReference) -> Bool {
    if (entries.count + 1) * 4 > slots.count * 3 { grow() }
    let hash = thing.hashValue
    let slot = slot(of: thing, hash)
    if slots[slot] != 0 { return false }
    let start = texts.count
    texts.append(contentsOf: thing.utf8)
    let afterThing = texts.count
    texts.append(contentsOf: user.key.utf8)
    let afterKey = texts.count
    if let pointer = user.locator.pointer { texts.append(contentsOf: pointer.utf8) }
    entries.append(
      Entry(
        start: start,
        thingLength: Int32(afterThing - start),
        keyLength: Int32(afterKey - afterThing),
        pointerLength: user.locator.pointer == nil ? -1 : Int32(texts.count - afterKey),
        source: source(of: user),
        line: user.locator.line ?? 0,
        hash: hash
      )
    )
    slots[slot] = UInt32(entries.count)
    return true
  }

  /// Who used a thing first; `nil` where nobody did.
  func first(of thing: String) -> RecordReference? {
    if slots.isEmpty { return nil }
    let number = slots[slot(of: thing, thing.hashValue)]
    return number == 0 ? nil : user(at: Int(number) - 1)
  }

  /// What was used, by its number.
  func thing(at index: Int) -> String {
    text(entries[index].start, entries[index].thingLength)
  }

  /// Who used it first, by the thing's number.
  func user(at index: Int) -> RecordReference {
    let entry = entries[index]
    var user = sources[Int(entry.source)]
    let key = entry.start + Int(entry.thingLength)
    let pointer = key + Int(entry.keyLength)
    user.key = text(key, entry.keyLength)
    user.locator.line = entry.line == 0 ? nil : entry.line
    user.locator.pointer = entry.pointerLength < 0 ? nil : text(pointer, entry.pointerLength)
    return user
  }

  private func text(_ start: Int, _ length: Int32) -> String {
    String(decoding: texts[start..<start + Int(length)], as: UTF8.self)
  }

  /// The slot of a thing, or the free one where it belongs.
  private func slot(of thing: String, _ hash: Int) -> Int {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, self.thing(at: index) == thing { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  private mutating func source(of user: RecordReference) -> Int32 {
    // Records of one file follow one another: the last source is nearly always the one.
    let known = sources.lastIndex { source in
      source.recordType == user.recordType && source.locator.path == user.locator.path
        && source.locator.digest == user.locator.digest
    }
    if let known { return Int32(known) }
    sources.append(user)
    return Int32(sources.count - 1)
  }
}

extension FirstUses: Codable {
  /// Encodes things and users in turn, in order of first use.
  ///
  /// - Parameter encoder: Where to write.
  /// - Throws: What the encoder throws.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for index in indices {
      try container.encode(thing(at: index))
      try container.encode(user(at: index))
    }
  }

  /// Decodes what `encode(to:)` wrote.
  ///
  /// - Parameter decoder: Where to read.
  /// - Throws: `DecodingError` where it is no such table.
  init(from decoder: any Decoder) throws {
    self.init()
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      let thing = try container.decode(String.self)
      _ = note(thing, by: try container.decode(RecordReference.self))
    }
  }
}
