/// The names of members met so far, with what each means and what usually follows it.
///
/// Logs are written by programs: the members of one row mostly stand in the order of the row before,
/// with the same blanks. So each name keeps the bytes it was written with, up to its value, and the
/// two names that followed it last. A guess that holds costs a comparison of a few words; one that
/// fails costs a look-up by hash. Nothing depends on the guess but speed.
struct NameTable: ~Copyable {
  /// At most so many members of a plan.
  static let plannedLimit = 160
  /// At most so many names are kept, those that the plan does not name included.
  static let entryLimit = 400
  /// The entry for names beyond that limit: they are looked up each time.
  static let overflow = 0
  /// The entries from this one on stand for the start of an object, one for each scope.
  private static let tableSize = 1024
  private static let keptNameBytes = 32 * 1024

  /// One name in one scope.
  struct Entry {
    /// What stands between the comma or brace and the value, as last written, up to 48 bytes.
    var pattern: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (~0, 0, 0, 0, 0, 0)
    var masks: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (~0, 0, 0, 0, 0, 0)
    /// The pattern's length; 0 where there is none, and then the pattern matches nothing.
    var patternLength = 0
    /// The names that followed, the last one first; 0 where none did.
    var next = 0
    var nextButOne = 0
    /// How its value is read.
    var reading = ValueReading.skipped
    var field = -1
    /// The scope it stands in, and the one its value opens.
    var scope = 0
    var inner = 0
    /// Its words in the table of words.
    var firstWord = 0
    var wordCount = 0
    var lastWord = 0
    var hash: UInt64 = 0
    var nameStart = 0
    var nameLength = 0
  }

  /// Whether what an entry was last written with stands at a place.
  @inline(__always)
  static func stands(_ entry: UnsafePointer<Entry>, at place: TextPointer) -> Bool {
    let first = (ByteWord.load(place) ^ entry.pointee.pattern.0) & entry.pointee.masks.0
    let second = (ByteWord.load(place + 8) ^ entry.pointee.pattern.1) & entry.pointee.masks.1
    let third = (ByteWord.load(place + 16) ^ entry.pointee.pattern.2) & entry.pointee.masks.2
    if first | second | third != 0 { return false }
    return entry.pointee.patternLength <= 24 || restStands(entry, at: place)
  }

  @inline(never)
  private static func restStands(_ entry: UnsafePointer<Entry>, at place: TextPointer) -> Bool {
    let fourth = (ByteWord.load(place + 24) ^ entry.pointee.pattern.3) & entry.pointee.masks.3
    let fifth = (ByteWord.load(place + 32) ^ entry.pointee.pattern.4) & entry.pointee.masks.4
    let sixth = (ByteWord.load(place + 40) ^ entry.pointee.pattern.5) & entry.pointee.masks.5
    return fourth | fifth | sixth == 0
  }

  /// The entries; the first is for names that are not kept.
  let entries: UnsafeMutablePointer<Entry>
  private let slots: UnsafeMutablePointer<UInt16>
  private let names: UnsafeMutablePointer<UInt8>
  private var entryCount = 1
  private var nameCount = 0
  private let scopeCount: Int

  /// Enters the names of a plan.
  init(_ plan: RowPlan) {
    entries = .allocate(capacity: Self.entryLimit)
    entries.initialize(repeating: Entry(), count: Self.entryLimit)
    slots = .allocate(capacity: Self.tableSize)
    slots.initialize(repeating: 0, count: Self.tableSize)
    names = .allocate(capacity: Self.keptNameBytes + ByteWord.padding)
    names.initialize(repeating: 0, count: Self.keptNameBytes + ByteWord.padding)
    scopeCount = (plan.members.map(\.inner).max() ?? 0) + 1
    // Entries 1 to `scopeCount` are the starts of the scopes.
    entryCount = 1 + scopeCount
    for scope in 0..<scopeCount { entries[1 + scope].scope = scope }
    var firstWord = 0
    for member in plan.members {
      var padded = member.name + [UInt8](repeating: 0, count: ByteWord.padding)
      let entry = padded.withUnsafeMutableBufferPointer { bytes -> Int in
        guard let base = bytes.baseAddress else { return Self.overflow }
        let place = TextPointer(base)
        let hash = Self.hash(place, member.name.count, member.scope)
        return insert(place, member.name.count, hash, member.scope)
      }
      entries[entry].reading = member.reading
      entries[entry].field = member.field
      entries[entry].inner = member.inner
      entries[entry].firstWord = firstWord
      entries[entry].wordCount = member.words.count
      firstWord += member.words.count
    }
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    names.deallocate()
  }

  /// The entry that stands for the start of an object.
  @inline(__always)
  static func start(of scope: Int) -> Int { 1 &+ scope }

  /// A hash of a name in a scope.
  @inline(__always)
  static func hash(_ name: TextPointer, _ length: Int, _ scope: Int) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: length &+ scope &<< 16) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < length {
      let word = ByteWord.load(name + index) & ByteWord.mask(first: length &- index)
      let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low
      index &+= 8
    }
    return state
  }

  /// The entry of a name, entered where it is new and there is room.
  ///
  /// - Returns: The entry's number, or ``overflow``.
  mutating func entry(_ name: TextPointer, _ length: Int, _ hash: UInt64, _ scope: Int) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (Self.tableSize - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      let entry = entries + number
      if entry.pointee.hash == hash, entry.pointee.scope == scope,
        entry.pointee.nameLength == length,
        ByteWord.equal(TextPointer(names + entry.pointee.nameStart), name, count: length)
      {
        return number
      }
      slot = (slot + 1) & (Self.tableSize - 1)
    }
    return insert(name, length, hash, scope)
  }

  private mutating func insert(
    _ name: TextPointer,
    _ length: Int,
    _ hash: UInt64,
    _ scope: Int
  ) -> Int {
    guard entryCount < Self.entryLimit, nameCount + length <= Self.keptNameBytes else {
      return Self.overflow
    }
    var slot = Int(truncatingIfNeeded: hash) & (Self.tableSize - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (Self.tableSize - 1) }
    let number = entryCount
    slots[slot] = UInt16(number)
    (names + nameCount).update(from: name, count: length)
    entries[number].hash = hash
    entries[number].scope = scope
    entries[number].nameStart = nameCount
    entries[number].nameLength = length
    nameCount += length
    entryCount += 1
    return number
  }

  /// Keeps how a name was written, and what it followed.
  ///
  /// - Parameters:
  ///   - number: The name's entry.
  ///   - previous: The entry it followed.
  ///   - start: The byte behind the comma or brace.
  ///   - length: The bytes from there to the value.
  func learn(_ number: Int, after previous: Int, _ start: TextPointer, _ length: Int) {
    guard number != Self.overflow else { return }
    let before = entries + previous
    if before.pointee.next != number {
      before.pointee.nextButOne = before.pointee.next
      before.pointee.next = number
    }
    let entry = entries + number
    guard length <= 48 else { return }
    entry.pointee.patternLength = length
    entry.pointee.masks = (
      ByteWord.mask(first: length), ByteWord.mask(first: length - 8),
      ByteWord.mask(first: length - 16), ByteWord.mask(first: length - 24),
      ByteWord.mask(first: length - 32), ByteWord.mask(first: length - 40)
    )
    entry.pointee.pattern = (
      ByteWord.load(start) & entry.pointee.masks.0,
      ByteWord.load(start + 8) & entry.pointee.masks.1,
      ByteWord.load(start + 16) & entry.pointee.masks.2,
      ByteWord.load(start + 24) & entry.pointee.masks.3,
      ByteWord.load(start + 32) & entry.pointee.masks.4,
      ByteWord.load(start + 40) & entry.pointee.masks.5
    )
  }
}
