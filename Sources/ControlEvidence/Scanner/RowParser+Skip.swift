extension RowParser {
  /// Checks a value that fills nothing.
  ///
  /// - Parameters:
  ///   - start: Where the value starts.
  ///   - depth: How many lists and objects it stands in.
  /// - Returns: The byte behind it, or `nil` where it is not well-formed, or is nested too deeply, or
  ///   has a name that is unusual or stands twice.
  @inline(never)
  mutating func skip(_ start: TextPointer, depth: Int) -> TextPointer? {
    switch start.pointee {
    case TextScan.quote: return skipText(start + 1)
    case UInt8(ascii: "{"): return skipObject(start + 1, depth: depth)
    case UInt8(ascii: "["): return skipList(start + 1, depth: depth)
    case UInt8(ascii: "t"): return Self.wordEnd(start, "true")
    case UInt8(ascii: "f"): return Self.wordEnd(start, "false")
    case UInt8(ascii: "n"): return Self.wordEnd(start, "null")
    default: return NumberScan(start)?.end
    }
  }

  private mutating func skipText(_ first: TextPointer) -> TextPointer? {
    let special = TextScan.firstSpecial(first)
    if special.pointee == TextScan.quote { return special + 1 }
    var hasEscape = false
    guard let end = TextScan.end(special, &hasEscape) else { return nil }
    if !hasEscape { return end + 1 }
    // Decoded to be checked, and dropped.
    let used = row.decodedCount
    defer { row.decodedCount = used }
    return row.decode(first, to: end) == nil ? nil : end + 1
  }

  private mutating func skipObject(_ start: TextPointer, depth: Int) -> TextPointer? {
    guard depth < Limits.maximumDepth else { return nil }
    objectCount &+= 1
    let salt = objectCount &* 0xA24B_AED4_963E_E407
    var place = blanksEnd(start)
    if place.pointee == UInt8(ascii: "}") { return place + 1 }
    while true {
      guard place.pointee == TextScan.quote else { return nil }
      let first = place + 1
      let end = TextScan.firstSpecial(first)
      let length = end - first
      guard end.pointee == TextScan.quote, length <= Limits.maximumNameLengthInBytes,
        met.insert(NameTable.hash(first, length, Self.skippedScope) ^ salt)
      else { return nil }
      place = blanksEnd(end + 1)
      guard place.pointee == UInt8(ascii: ":") else { return nil }
      guard let next = skip(blanksEnd(place + 1), depth: depth + 1) else { return nil }
      place = blanksEnd(next)
      if place.pointee == UInt8(ascii: "}") { return place + 1 }
      guard place.pointee == UInt8(ascii: ",") else { return nil }
      place = blanksEnd(place + 1)
    }
  }

  private mutating func skipList(_ start: TextPointer, depth: Int) -> TextPointer? {
    guard depth < Limits.maximumDepth else { return nil }
    var place = blanksEnd(start)
    if place.pointee == UInt8(ascii: "]") { return place + 1 }
    while true {
      skippedElements &+= 1
      guard skippedElements < Self.skippedLimit, let next = skip(place, depth: depth + 1) else {
        return nil
      }
      place = blanksEnd(next)
      if place.pointee == UInt8(ascii: "]") { return place + 1 }
      guard place.pointee == UInt8(ascii: ",") else { return nil }
      place = blanksEnd(place + 1)
    }
  }

  /// A row with more elements than these is read the slow way, which has a bound on values.
  private static var skippedLimit: Int { 100_000 }

  /// The scope of names in objects that fill nothing.
  private static var skippedScope: Int { 0xFFFF }
}
