extension RecordRow {
  /// A field's value by its type: `String`, `Bool`, `Int`, `Double`, `Instant`, `Moment`, `Duration`,
  /// a word as `String`, or a list of `String`; `nil` where it is absent.
  package func value(_ field: Int) -> (any Sendable)? {
    let shape = block.layout.shapes[field]
    if shape == .moment { return moment(field) }
    guard let bits = slot(field) else { return nil }
    switch shape {
    case .text: return block.text(bits)
    case .bool: return bits == 1
    case .integer: return integer(field)
    case .decimal: return decimal(field)
    case .instant: return instant(field)
    case .moment: return moment(field)
    case .duration: return duration(field)
    case .word: return block.layout.words[field][Int(bits)]
    case .texts: return block.items(bits).map(block.text)
    case .words: return block.items(bits).map { block.layout.words[field][Int($0)] }
    }
  }

  /// The instant of an instant's or moment's field, or `nil` where there is none.
  package func instantIfPresent(_ field: Int) -> Instant? {
    if block.layout.shapes[field] == .moment { return moment(field).instant }
    return optionalInstant(field)
  }

  /// The duration of a duration's field, or `nil` where it is absent.
  package func durationIfPresent(_ field: Int) -> Duration? { optionalDuration(field) }

  /// What tells the record from others of its type: the key fields, joined by a blank.
  package var key: String {
    let fields = block.layout.keyFields
    if fields.count == 1 { return keyPart(fields[0]) }
    return fields.map(keyPart).joined(separator: " ")
  }

  private func keyPart(_ field: Int) -> String {
    if block.layout.shapes[field] == .text { return text(field) }
    return value(field).map { "\($0)" } ?? ""
  }
}

extension EvidenceRecord {
  /// The record's fields by name and their values, for debugging and dumps.
  public var customMirror: Mirror {
    let children = Self.layout.fields.enumerated().map { number, field in
      let value = row.value(number)
      let shown: Any = field.isOptional && field.type != .moment ? value as Any : value ?? ""
      return (label: String?.some(field.name), value: shown)
    }
    let place = (label: String?.some("locator"), value: locator as Any)
    return Mirror(self, children: children + [place], displayStyle: .struct)
  }
}
