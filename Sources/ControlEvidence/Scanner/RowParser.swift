import ControlModel

/// Reads one JSON object as one record, straight from the bytes: no value is built in between, and no
/// memory is taken for a row.
///
/// It is strict (RFC 8259, as ``JSONReader`` is), and it may decline: where a row is not well-formed,
/// lacks a mandatory field, holds a value of another type, or is only unusual, it says so, and the
/// row is read the slow way, which words what is wrong. So all that matters here is that a row which
/// is accepted is accepted there too, with the same values. Tests compare the two.
struct RowParser: ~Copyable {
  /// The names of members.
  var names: NameTable
  /// The words of enumerations.
  let words: WordTable
  /// The names met in the row, those of the record's fields left out.
  var met = NameSet()
  /// The last day met.
  var times = InstantScan()
  /// What the row says.
  var row: RowValues
  /// The fields whose members were met, as bits.
  var seen: UInt64 = 0
  /// The first byte of the window.
  var base: TextPointer
  /// How many objects of the row were opened.
  var objectCount: UInt64 = 0
  /// How many elements the row's lists that fill nothing have.
  var skippedElements = 0
  /// Whether a line feed may stand between the parts of a row.
  let allowsLineFeed: Bool
  /// The record type's name, which the member `record` may hold.
  let recordName: [UInt8]
  private let required: UInt64
  /// The fields that make the record's key, as bits.
  let keys: UInt64
  /// Another record type that the last row names, where that is why it was declined.
  var otherName: String?

  /// Creates a parser; one is used by one thread at a time.
  ///
  /// - Parameters:
  ///   - plan: Which member fills which field.
  ///   - recordName: The record type's name.
  ///   - keyFields: The numbers of the fields that make the record's key.
  ///   - allowsLineFeed: Whether a row may spread over lines.
  init(_ plan: RowPlan, recordName: String, keyFields: [Int], allowsLineFeed: Bool) {
    names = NameTable(plan)
    words = WordTable(plan.members.map(\.words))
    let row = RowValues()
    base = TextPointer(row.decoded)
    self.row = row
    required = plan.required
    keys = keyFields.reduce(0) { bits, field in
      guard plan.fields.indices.contains(field),
        ValueReading.of(plan.fields[field].type).0 == .text
      else { return bits }
      return bits | 1 << UInt64(field)
    }
    self.allowsLineFeed = allowsLineFeed
    self.recordName = Array(recordName.utf8)
  }

  /// Reads the row that starts at a place.
  ///
  /// - Parameters:
  ///   - start: The opening brace.
  ///   - base: The first byte of the window; texts are given by their distance from it.
  ///   - depth: How many lists and objects the row stands in.
  /// - Returns: The byte behind the closing brace, or `nil` where the row is to be read the slow way.
  ///   After `nil`, what ``row`` holds means nothing.
  mutating func read(
    _ start: TextPointer,
    base: TextPointer,
    depth: Int = 0
  ) -> TextPointer? {
    self.base = base
    row.removeAll()
    seen = 0
    objectCount = 0
    skippedElements = 0
    met.removeAll()
    guard start.pointee == UInt8(ascii: "{"), let end = object(start + 1, scope: 0, depth: depth)
    else { return nil }
    return row.presence & required == required && !hasDeletionInKey() ? end : nil
  }

  /// Whether a text of the key holds the control character DEL: keys that may pass for others are
  /// judged the slow way, and all others of them are no plain text (``unusualText``).
  private func hasDeletionInKey() -> Bool {
    var rest = keys & row.presence
    while rest != 0 {
      let slot = row.slots.address[rest.trailingZeroBitCount]
      rest &= rest &- 1
      if RowValues.holds(0x7F, slot, from: base) { return true }
    }
    return false
  }

  /// Forgets the texts that were decoded so far.
  mutating func startWindow() { row.decodedCount = 0 }

  /// Reads the members of an object whose brace was opened.
  mutating func object(_ start: TextPointer, scope: Int, depth: Int) -> TextPointer? {
    guard depth < Limits.maximumDepth else { return nil }
    let salt = objectCount &* 0xA24B_AED4_963E_E407
    objectCount &+= 1
    let entries = names.entries
    let slots = row.slots.address
    var place = start
    var current = NameTable.start(of: scope)
    while true {
      var number = entries[current].next
      if !NameTable.stands(entries + number, at: place) {
        number = entries[current].nextButOne
        if !NameTable.stands(entries + number, at: place) {
          guard let found = name(place, after: current, scope: scope) else {
            // An object without members ends where its first name would stand.
            return current == NameTable.start(of: scope) ? emptyEnd(place) : nil
          }
          place = found.value
          number = found.number
          if number == NameTable.overflow {
            guard met.insert(found.hash ^ salt), let end = skip(place, depth: depth + 1) else {
              return nil
            }
            guard let next = afterValue(end) else { return nil }
            place = next
            if place[-1] == UInt8(ascii: "}") { return place }
            continue
          }
        } else {
          place += entries[number].patternLength
        }
      } else {
        place += entries[number].patternLength
      }
      // The guess may hold and another blank follow.
      if place.pointee <= 0x20 { place = blanksEnd(place) }
      let entry = entries + number
      current = number
      let field = entry.pointee.field
      var bit: UInt64 = 0
      if field >= 0 {
        bit = 1 &<< UInt64(truncatingIfNeeded: field)
        if seen & bit != 0 { return nil }
        seen |= bit
      } else {
        guard met.insert(entry.pointee.hash ^ salt) else { return nil }
      }
      switch entry.pointee.reading {
      case .text where place.pointee == TextScan.quote:
        let first = place + 1
        let end = TextScan.firstSpecial(first)
        if end.pointee == TextScan.quote {
          slots[field] = RowValues.textSlot(first - base, end - first)
          row.presence |= bit
          place = end + 1
        } else {
          guard let next = unusualText(first, end, field, bit) else { return nil }
          place = next
        }
      case .word where place.pointee == TextScan.quote:
        var length = 0
        let ordinal = words.ordinal(
          at: place + 1,
          from: entry.pointee.firstWord,
          count: entry.pointee.wordCount,
          guess: entry.pointee.lastWord,
          &length
        )
        if ordinal < 0 { return nil }
        entry.pointee.lastWord = ordinal
        slots[field] = UInt64(truncatingIfNeeded: ordinal)
        row.presence |= bit
        place += length &+ 1
      case .instant where place.pointee == TextScan.quote:
        var nanoseconds: Int64 = 0
        guard let next = times.read(place, &nanoseconds) else { return nil }
        slots[field] = UInt64(bitPattern: nanoseconds)
        row.presence |= bit
        place = next
      case .skipped:
        if place.pointee == TextScan.quote,
          case let end = TextScan.firstSpecial(place + 1), end.pointee == TextScan.quote
        {
          place = end + 1
        } else {
          guard let next = skip(place, depth: depth + 1) else { return nil }
          place = next
        }
      case .object where place.pointee == UInt8(ascii: "{"):
        guard let next = object(place + 1, scope: entry.pointee.inner, depth: depth + 1) else {
          return nil
        }
        place = next
      default:
        guard let next = value(place, entry, bit, depth: depth + 1) else { return nil }
        place = next
      }
      if place.pointee == UInt8(ascii: ",") {
        place += 1
      } else {
        guard let next = afterValue(place) else { return nil }
        place = next
        if place[-1] == UInt8(ascii: "}") { return place }
      }
    }
  }
}
