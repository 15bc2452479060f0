extension RecordBlock {
  /// What must hold of every block and does not; empty where all holds.
  ///
  /// For tests.
  ///
  /// - Returns: One line for each broken rule.
  /// - Complexity: O(*n*) in the number of fields of all rows.
  package func checkInvariants() -> [String] {
    var broken: [String] = []
    func check(_ holds: Bool, _ rule: @autoclosure () -> String) {
      if !holds { broken.append(rule()) }
    }
    let columns = self.columns
    check(columns.headers.count == rowCount, "each row has a header")
    guard broken.isEmpty else { return broken }
    var nextSlot = 0
    for row in 0..<rowCount {
      let header = columns.headers[row]
      let present = header.presence
      check(present & ~layout.allFields == 0, "row \(row) has no field beyond the layout's")
      check(
        present & layout.requiredFields == layout.requiredFields,
        "row \(row) has the fields it cannot do without"
      )
      check(Int(header.start) == nextSlot, "the slots of row \(row) follow the last row's")
      check(Int(header.place) < places.places.count, "row \(row) has a known place")
      nextSlot += present.nonzeroBitCount
      check(nextSlot <= columns.slots.count, "row \(row) has a slot for each field")
      guard broken.isEmpty else { return broken }
      for field in layout.fields.indices {
        if let bits = slot(row, field) {
          check(isSound(bits, field), "row \(row) has a sound \(layout.fields[field].name)")
        }
      }
    }
    check(nextSlot == columns.slots.count, "no slot is left over")
    return broken
  }

  /// Whether what a slot points at is there.
  private func isSound(_ bits: UInt64, _ field: Int) -> Bool {
    switch layout.shapes[field] {
    case .text:
      return isText(bits)
    case .bool:
      return bits <= 1
    case .word:
      return bits < UInt64(layout.words[field].count)
    case .texts, .words:
      let list = ListSlot(bits: bits)
      guard list.start + list.count <= columns.items.count else { return false }
      return items(bits).allSatisfy {
        layout.shapes[field] == .texts ? isText($0) : $0 < UInt64(layout.words[field].count)
      }
    case .duration:
      return SlotCoding.item(bits).map { $0 + 2 <= columns.items.count } ?? true
    case .integer, .decimal, .instant, .moment:
      return true
    }
  }

  private func isText(_ bits: UInt64) -> Bool {
    let slot = TextSlot(bits: bits)
    return slot.offset + slot.length <= (slot.isOwn ? columns.texts.count : window.count)
  }
}
