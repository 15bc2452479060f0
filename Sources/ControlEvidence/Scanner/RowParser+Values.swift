import ControlModel

extension RowParser {
  /// Reads a value of a kind that is rarer, or written in a rarer way.
  ///
  /// - Parameters:
  ///   - start: Where the value starts.
  ///   - entry: What its name means.
  ///   - bit: The field as a bit.
  ///   - depth: How many lists and objects the value stands in.
  /// - Returns: The byte behind the value, or `nil` where it is not what the field may hold.
  @inline(never)
  mutating func value(
    _ start: TextPointer,
    _ entry: UnsafeMutablePointer<NameTable.Entry>,
    _ bit: UInt64,
    depth: Int
  ) -> TextPointer? {
    let reading = entry.pointee.reading
    if reading == .unsure { return nil }
    if reading == .recordName { return recordType(start) }
    // Null is as good as absent.
    if start.pointee == UInt8(ascii: "n") { return Self.wordEnd(start, "null") }
    let slot = row.slots.address + max(entry.pointee.field, 0)
    var end: TextPointer?
    switch reading {
    case .text:
      guard let number = NumberScan(start) else { return nil }
      slot.pointee = RowValues.textSlot(start - base, number.end - start)
      end = number.end
    case .bool:
      end = Self.wordEnd(start, "true")
      slot.pointee = end == nil ? 0 : 1
      if end == nil { end = Self.wordEnd(start, "false") }
    case .integer:
      guard let number = NumberScan(start), let value = number.integer else { return nil }
      slot.pointee = UInt64(bitPattern: Int64(value))
      end = number.end
    case .decimal:
      guard let number = NumberScan(start), let value = Self.decimal(number, start) else {
        return nil
      }
      slot.pointee = value.bitPattern
      end = number.end
    case .moment:
      return moment(start, slot, bit)
    case .duration:
      end = duration(start, slot)
    case .texts, .words:
      end = list(start, entry, slot, depth: depth)
    case .object:
      // A value where an object was expected fills nothing.
      return skip(start, depth: depth)
    case .instant, .word, .skipped, .recordName, .unsure:
      return nil
    }
    if end != nil { row.presence |= bit }
    return end
  }

  /// Reads a text that has escapes or letters outside ASCII; one of the key is read the slow way,
  /// which looks whether it passes for another.
  ///
  /// - Parameters:
  ///   - first: The byte behind the opening quote.
  ///   - special: The first byte that is not plain.
  ///   - field: The field's number.
  ///   - bit: The field as a bit.
  /// - Returns: The byte behind the closing quote, or `nil` where the text is malformed.
  @inline(never)
  mutating func unusualText(
    _ first: TextPointer,
    _ special: TextPointer,
    _ field: Int,
    _ bit: UInt64
  ) -> TextPointer? {
    guard bit & keys == 0, let text = text(first, special) else { return nil }
    row.slots.address[field] = text.slot
    row.presence |= bit
    return text.end
  }

  /// The slot of a text and the byte behind its closing quote.
  private mutating func text(
    _ first: TextPointer,
    _ special: TextPointer
  ) -> (slot: UInt64, end: TextPointer)? {
    var hasEscape = false
    guard let end = TextScan.end(special, &hasEscape) else { return nil }
    if !hasEscape { return (RowValues.textSlot(first - base, end - first), end + 1) }
    guard let slot = row.decode(first, to: end) else { return nil }
    return (slot, end + 1)
  }

  private static func decimal(_ number: NumberScan, _ start: TextPointer) -> Double? {
    if let value = number.exactDecimal { return value }
    let bytes = UnsafeBufferPointer(start: start, count: number.end - start)
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  private mutating func moment(
    _ start: TextPointer,
    _ slot: UnsafeMutablePointer<UInt64>,
    _ bit: UInt64
  ) -> TextPointer? {
    guard start.pointee == TextScan.quote else { return nil }
    var nanoseconds: Int64 = 0
    if let end = times.read(start, &nanoseconds) {
      slot.pointee = SlotBits.moment(nanoseconds)
      row.presence |= bit
      return end
    }
    if let end = Self.wordEnd(start, "\"never\"") {
      slot.pointee = SlotBits.never
      row.presence |= bit
      return end
    }
    return Self.wordEnd(start, "\"notRecorded\"")
  }

  private func duration(
    _ start: TextPointer,
    _ slot: UnsafeMutablePointer<UInt64>
  ) -> TextPointer? {
    guard start.pointee == TextScan.quote else { return nil }
    let end = TextScan.firstSpecial(start + 1)
    guard end.pointee == TextScan.quote else { return nil }
    let bytes = UnsafeBufferPointer(start: start + 1, count: end - start - 1)
    guard let duration = Duration(words: String(decoding: bytes, as: UTF8.self)),
      let bits = SlotBits.duration(duration)
    else { return nil }
    slot.pointee = bits
    return end + 1
  }

  private mutating func list(
    _ start: TextPointer,
    _ entry: UnsafeMutablePointer<NameTable.Entry>,
    _ slot: UnsafeMutablePointer<UInt64>,
    depth: Int
  ) -> TextPointer? {
    guard start.pointee == UInt8(ascii: "["), depth < Limits.maximumDepth else { return nil }
    let first = row.elementCount
    var place = blanksEnd(start + 1)
    if place.pointee != UInt8(ascii: "]") {
      while true {
        place = blanksEnd(place)
        guard let next = element(place, entry) else { return nil }
        place = blanksEnd(next)
        if place.pointee == UInt8(ascii: "]") { break }
        guard place.pointee == UInt8(ascii: ",") else { return nil }
        place += 1
      }
    }
    slot.pointee = UInt64(first) | UInt64(row.elementCount - first) << 32
    return place + 1
  }

  private mutating func element(
    _ start: TextPointer,
    _ entry: UnsafeMutablePointer<NameTable.Entry>
  ) -> TextPointer? {
    if start.pointee != TextScan.quote {
      guard entry.pointee.reading == .texts, let number = NumberScan(start),
        row.addElement(RowValues.textSlot(start - base, number.end - start))
      else { return nil }
      return number.end
    }
    if entry.pointee.reading == .words {
      var length = 0
      let ordinal = words.ordinal(
        at: start + 1,
        from: entry.pointee.firstWord,
        count: entry.pointee.wordCount,
        guess: 0,
        &length
      )
      guard ordinal >= 0, row.addElement(UInt64(ordinal)) else { return nil }
      return start + 1 + length
    }
    let special = TextScan.firstSpecial(start + 1)
    if special.pointee == TextScan.quote {
      guard row.addElement(RowValues.textSlot(start + 1 - base, special - start - 1)) else {
        return nil
      }
      return special + 1
    }
    guard let text = text(start + 1, special), row.addElement(text.slot) else { return nil }
    return text.end
  }

  /// Reads the member `record`: the row is declined where it names another type.
  private mutating func recordType(_ start: TextPointer) -> TextPointer? {
    guard start.pointee == TextScan.quote else { return nil }
    let end = TextScan.firstSpecial(start + 1)
    guard end.pointee == TextScan.quote else { return nil }
    let bytes = UnsafeBufferPointer(start: start + 1, count: end - start - 1)
    if bytes.elementsEqual(recordName) { return end + 1 }
    if !bytes.isEmpty { otherName = String(decoding: bytes, as: UTF8.self) }
    return nil
  }

  /// The byte behind a word that stands at a place, or `nil`.
  @inline(__always)
  static func wordEnd(_ start: TextPointer, _ word: StaticString) -> TextPointer? {
    for index in 0..<word.utf8CodeUnitCount where start[index] != word.utf8Start[index] {
      return nil
    }
    return start + word.utf8CodeUnitCount
  }
}
