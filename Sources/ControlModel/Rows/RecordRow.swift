/// The packed values of one record: a block and the number of a row in it.
///
/// A record is nothing but its row. Generated properties read from it.
public struct RecordRow: Sendable {
  /// The rows among which it stands.
  package let block: RecordBlock
  /// The row's number in the block.
  package let index: Int32

  /// A row of a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - index: The row's number, less than the block's count.
  package init(block: RecordBlock, index: Int32) {
    self.block = block
    self.index = index
  }

  /// The slot of a field, or `nil` where the field is absent.
  @inline(__always)
  package func slot(_ field: Int) -> UInt64? { block.slot(Int(index), field) }

  /// Where the record was read.
  package var locator: Locator { block.locator(Int(index)) }
}

// What generated properties call. A field that a record cannot do without is there; the value that
// stands in for it is for records that are refused. Each is one call of a property, written out
// rather than mapped, since a control calls them millions of times.
extension RecordRow {
  func text(_ field: Int) -> String {
    guard let bits = slot(field) else { return "" }
    return block.text(bits)
  }
  func optionalText(_ field: Int) -> String? {
    guard let bits = slot(field) else { return nil }
    return block.text(bits)
  }
  func bool(_ field: Int) -> Bool { slot(field) == 1 }
  func optionalBool(_ field: Int) -> Bool? {
    guard let bits = slot(field) else { return nil }
    return bits == 1
  }
  func integer(_ field: Int) -> Int { optionalInteger(field) ?? 0 }
  func optionalInteger(_ field: Int) -> Int? {
    guard let bits = slot(field) else { return nil }
    return Int(Int64(bitPattern: bits))
  }
  func decimal(_ field: Int) -> Double { optionalDecimal(field) ?? 0 }
  func optionalDecimal(_ field: Int) -> Double? {
    guard let bits = slot(field) else { return nil }
    return Double(bitPattern: bits)
  }
  func instant(_ field: Int) -> Instant { optionalInstant(field) ?? .epoch }
  func optionalInstant(_ field: Int) -> Instant? {
    guard let bits = slot(field) else { return nil }
    return Instant(nanosecondsSinceEpoch: Int64(bitPattern: bits))
  }
  func moment(_ field: Int) -> Moment {
    guard let bits = slot(field) else { return .notRecorded }
    return SlotCoding.moment(bits)
  }
  func duration(_ field: Int) -> Duration { optionalDuration(field) ?? .zero }
  func optionalDuration(_ field: Int) -> Duration? {
    guard let bits = slot(field) else { return nil }
    return block.duration(bits)
  }
  func texts(_ field: Int) -> [String] { optionalTexts(field) ?? [] }
  func optionalTexts(_ field: Int) -> [String]? {
    guard let bits = slot(field) else { return nil }
    return block.items(bits) { block.text($0) }
  }
  func word<Word: RecordWord>(_ field: Int, _ type: Word.Type) -> Word {
    guard let bits = slot(field) else { return Word.allCases[0] }
    return Word.allCases[Int(bits)]
  }
  func optionalWord<Word: RecordWord>(_ field: Int, _ type: Word.Type) -> Word? {
    guard let bits = slot(field) else { return nil }
    return Word.allCases[Int(bits)]
  }
  func words<Word: RecordWord>(_ field: Int, _ type: Word.Type) -> [Word] {
    optionalWords(field, type) ?? []
  }
  func optionalWords<Word: RecordWord>(_ field: Int, _ type: Word.Type) -> [Word]? {
    guard let bits = slot(field) else { return nil }
    return block.items(bits) { Word.allCases[Int($0)] }
  }
}

/// An enumeration of words that a field may hold, in the order of the field's table.
public protocol RecordWord: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {}
