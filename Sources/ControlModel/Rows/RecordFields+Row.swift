extension RecordFields {
  /// Reads every field of a record type and packs what was found.
  ///
  /// - Parameter layout: The record type's layout.
  /// - Returns: The row, to be refused where ``problems`` is not empty.
  mutating func row(_ layout: RecordLayout) -> RecordRow {
    var builder = RecordBlockBuilder(layout, isInterning: false)
    read(into: &builder)
    builder.endRow()
    return RecordRow(block: builder.finish(isTrimming: false), index: 0)
  }

  /// Begins a row at the record's place and reads every field into it, in order.
  ///
  /// The caller ends the row, or discards it where ``problems`` is not empty. A mandatory field that
  /// is absent is a problem, and holds a value that stands in for it.
  ///
  /// - Parameter builder: Where the row is written.
  package mutating func read(into builder: inout RecordBlockBuilder) {
    builder.beginRow(at: locator)
    let layout = builder.layout
    for (field, description) in layout.fields.enumerated() {
      let isFound = read(field, description.name, layout, into: &builder)
      if isFound || description.isOptional { continue }
      if present(description.name) == nil { noteAbsence(description.name) }
      setPlaceholder(field, layout.shapes[field], &builder)
    }
  }

  /// Reads one field; says whether it has a value.
  private mutating func read(
    _ field: Int,
    _ name: String,
    _ layout: RecordLayout,
    into builder: inout RecordBlockBuilder
  ) -> Bool {
    switch layout.shapes[field] {
    case .text:
      guard let value = text(name) else { return false }
      builder.setText(field, value)
    case .bool:
      guard let value = bool(name) else { return false }
      builder.setBool(field, value)
    case .integer:
      guard let value = integer(name) else { return false }
      builder.setInteger(field, value)
    case .decimal:
      guard let value = decimal(name) else { return false }
      builder.setDecimal(field, value)
    case .instant:
      guard let value = instant(name) else { return false }
      builder.setInstant(field, value)
    case .moment:
      builder.setMoment(field, moment(name))
    case .duration:
      guard let value = duration(name) else { return false }
      builder.setDuration(field, value)
    case .word:
      guard let ordinal = wordOrdinal(name, among: layout.words[field]) else { return false }
      builder.setWord(field, ordinal: ordinal)
    case .texts:
      guard let values = list(name) else { return false }
      builder.beginList()
      for value in values { builder.addText(value.utf8Span.span) }
      builder.endList(field)
    case .words:
      guard let ordinals = wordOrdinals(name, among: layout.words[field]) else { return false }
      builder.beginList()
      for ordinal in ordinals { builder.addWord(field, ordinal: ordinal) }
      builder.endList(field)
    }
    return true
  }

  private func setPlaceholder(
    _ field: Int,
    _ shape: RecordLayout.Shape,
    _ builder: inout RecordBlockBuilder
  ) {
    switch shape {
    case .text: builder.setText(field, "")
    case .bool: builder.setBool(field, false)
    case .integer: builder.setInteger(field, 0)
    case .decimal: builder.setDecimal(field, 0)
    case .instant: builder.setInstant(field, .epoch)
    case .moment: break
    case .duration: builder.setDuration(field, .zero)
    case .word: builder.setWord(field, ordinal: 0)
    case .texts, .words:
      builder.beginList()
      builder.endList(field)
    }
  }
}
