/// Packs the values of one record that is made by hand; what generated initialisers call.
///
/// `nil` is a field that is not recorded.
struct RowMaker: ~Copyable {
  private var builder: RecordBlockBuilder

  init(_ layout: RecordLayout, _ locator: Locator) {
    builder = RecordBlockBuilder(layout, isInterning: false)
    builder.beginRow(at: locator)
  }

  consuming func row() -> RecordRow {
    builder.endRow()
    return RecordRow(block: builder.finish(isTrimming: false), index: 0)
  }

  mutating func text(_ field: Int, _ value: String?) {
    if let value { builder.setText(field, value) }
  }
  mutating func bool(_ field: Int, _ value: Bool?) {
    if let value { builder.setBool(field, value) }
  }
  mutating func integer(_ field: Int, _ value: Int?) {
    if let value { builder.setInteger(field, value) }
  }
  mutating func decimal(_ field: Int, _ value: Double?) {
    if let value { builder.setDecimal(field, value) }
  }
  mutating func instant(_ field: Int, _ value: Instant?) {
    if let value { builder.setInstant(field, value) }
  }
  mutating func moment(_ field: Int, _ value: Moment) { builder.setMoment(field, value) }
  mutating func duration(_ field: Int, _ value: Duration?) {
    if let value { builder.setDuration(field, value) }
  }
  mutating func texts(_ field: Int, _ value: [String]?) {
    guard let value else { return }
    builder.beginList()
    for text in value { builder.addText(text.utf8Span.span) }
    builder.endList(field)
  }
  mutating func word<Word: RecordWord>(_ field: Int, _ value: Word?) {
    if let ordinal = value.flatMap(Word.allCases.firstIndex) {
      builder.setWord(field, ordinal: ordinal)
    }
  }
  mutating func words<Word: RecordWord>(_ field: Int, _ value: [Word]?) {
    guard let value else { return }
    builder.beginList()
    for word in value {
      if let ordinal = Word.allCases.firstIndex(of: word) {
        builder.addWord(field, ordinal: ordinal)
      }
    }
    builder.endList(field)
  }
}
