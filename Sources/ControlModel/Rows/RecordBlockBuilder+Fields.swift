extension RecordBlockBuilder {
  /// Sets a text.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - bytes: The text in UTF-8; copied.
  package mutating func setText(_ field: Int, _ bytes: Span<UInt8>) { set(field, store(bytes)) }

  /// Sets a text.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - text: The text; copied.
  package mutating func setText(_ field: Int, _ text: String) { setText(field, text.utf8Span.span) }

  /// Sets a text that lies in the window that was lent; nothing is copied.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - range: Where it lies, in UTF-8.
  package mutating func setText(_ field: Int, window range: Range<Int>) {
    set(field, windowSlot(range))
  }

  /// Sets a Boolean value.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - value: The value.
  package mutating func setBool(_ field: Int, _ value: Bool) { set(field, value ? 1 : 0) }

  /// Sets a whole number.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - value: The number.
  package mutating func setInteger(_ field: Int, _ value: Int) {
    set(field, UInt64(bitPattern: Int64(value)))
  }

  /// Sets a decimal number.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - value: The number.
  package mutating func setDecimal(_ field: Int, _ value: Double) { set(field, value.bitPattern) }

  /// Sets an instant.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - value: The instant.
  package mutating func setInstant(_ field: Int, _ value: Instant) {
    set(field, UInt64(bitPattern: value.nanosecondsSinceEpoch))
  }

  /// Sets a moment.
  ///
  /// One that is not recorded is as good as not set.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - value: The moment.
  package mutating func setMoment(_ field: Int, _ value: Moment) {
    if let bits = SlotCoding.bits(of: value) {
      set(field, bits)
    } else {
      pending &= ~(1 << UInt64(field))
    }
  }

  /// Sets a duration.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - value: The duration.
  package mutating func setDuration(_ field: Int, _ value: Duration) {
    if let bits = SlotCoding.bits(of: value) { return set(field, bits) }
    let item = columns.items.count
    columns.items.append(UInt64(bitPattern: value.components.seconds))
    columns.items.append(UInt64(bitPattern: value.components.attoseconds))
    set(field, SlotCoding.bits(item: item))
  }

  /// Sets a word of an enumeration.
  ///
  /// - Parameters:
  ///   - field: The field's number.
  ///   - ordinal: The word's place among the layout's `words` of the field.
  package mutating func setWord(_ field: Int, ordinal: Int) {
    precondition(ordinal >= 0 && ordinal < layout.words[field].count, "no such word")
    set(field, UInt64(ordinal))
  }

  /// Begins a list of texts or words: the elements follow, then ``endList(_:)``.
  package mutating func beginList() { openList = columns.items.count }

  /// Adds a text to the list that was begun.
  ///
  /// - Parameter bytes: The text in UTF-8; copied.
  package mutating func addText(_ bytes: Span<UInt8>) { columns.items.append(store(bytes)) }

  /// Adds a text of the window that was lent to the list that was begun.
  ///
  /// - Parameter range: Where it lies.
  package mutating func addText(window range: Range<Int>) {
    columns.items.append(windowSlot(range))
  }

  /// Adds a word to the list that was begun.
  ///
  /// - Parameters:
  ///   - field: The list's field number.
  ///   - ordinal: The word's place among the layout's `words` of the field.
  package mutating func addWord(_ field: Int, ordinal: Int) {
    precondition(ordinal >= 0 && ordinal < layout.words[field].count, "no such word")
    columns.items.append(UInt64(ordinal))
  }

  /// Ends the list and sets it, empty or not.
  ///
  /// - Parameter field: The field's number.
  package mutating func endList(_ field: Int) {
    let count = columns.items.count - openList
    set(field, ListSlot(start: openList, count: count).bits)
  }

  private func windowSlot(_ range: Range<Int>) -> UInt64 {
    TextSlot(offset: range.lowerBound, length: range.count, isOwn: false).bits
  }
}
