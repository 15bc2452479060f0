import ControlModel

extension FieldRule {
  /// The field's value in a row as the canonical form writes it, or `nil` where it is absent.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - context: What is known of the file beside its bytes.
  /// - Returns: The value, as text or a list of texts.
  /// - Throws: ``Diagnostic`` with code `record-malformed` at the value that cannot be read.
  func value(in row: MappedRow, _ context: EvidenceContext) throws(Diagnostic) -> EvidenceValue? {
    let found: [ValuePath.Place]
    switch source {
    case .constant(let value): return value
    case .context(let known): return text(of: known, row, context) ?? standard
    case .template(let parts): found = filled(parts, row)
    case .join(let paths, let by):
      let texts = paths.flatMap { $0.places(in: row) }.compactMap { Self.text($0.value) }
      found = texts.isEmpty ? [] : [place(texts.joined(separator: by), row)]
    case .paths(let paths):
      found = paths.lazy.map { $0.places(in: row) }.first { !$0.isEmpty } ?? []
    }
    guard let first = found.first else { return standard }
    if case .list = field.type { return try list(found, row) }
    guard found.count == 1 else {
      throw problem("\(found.count) values", "one value, or a list field", first, row)
    }
    return try scalar(first, row)
  }

  private func text(
    of known: ContextValue,
    _ row: MappedRow,
    _ context: EvidenceContext
  ) -> EvidenceValue? {
    switch known {
    case .account: context.account.map { EvidenceValue(.string($0)) }
    case .collectedAt: context.collectedAt.map { EvidenceValue(.string($0.description)) }
    case .path: EvidenceValue(.string(row.locator.path))
    }
  }

  private func filled(_ parts: [TemplatePart], _ row: MappedRow) -> [ValuePath.Place] {
    var text = ""
    for part in parts {
      switch part {
      case .text(let fixed): text += fixed
      case .path(let path):
        guard let value = path.places(in: row).first.flatMap({ Self.text($0.value) }) else {
          return []
        }
        text += value
      }
    }
    return [place(text, row)]
  }

  private func place(_ text: String, _ row: MappedRow) -> ValuePath.Place {
    .init(value: EvidenceValue(.string(text), line: row.value.line), pointer: row.pointer)
  }

  private func list(
    _ found: [ValuePath.Place],
    _ row: MappedRow
  ) throws(Diagnostic) -> EvidenceValue {
    var elements: [EvidenceValue] = []
    for place in found {
      if let separator, let text = Self.text(place.value) {
        for part in text.split(separator: separator) {
          let trimmed = EvidenceValue(.string(trimmed(part)), line: place.value.line)
          if let value = try scalar(.init(value: trimmed, pointer: place.pointer), row) {
            elements.append(value)
          }
        }
        continue
      }
      let parts = place.value.elements?.enumerated().map { offset, element in
        ValuePath.Place(value: element, pointer: "\(place.pointer)/\(offset)")
      }
      for part in parts ?? [place] {
        if let value = try scalar(part, row) { elements.append(value) }
      }
    }
    return EvidenceValue(.array(elements), line: found.first?.value.line ?? 0)
  }

  private func scalar(
    _ place: ValuePath.Place,
    _ row: MappedRow
  ) throws(Diagnostic) -> EvidenceValue? {
    guard let text = Self.text(place.value) else {
      throw problem(place.value.typeName, "a text, a number or a Boolean value", place, row)
    }
    func made(_ text: String) -> EvidenceValue {
      EvidenceValue(.string(text), line: place.value.line)
    }
    if notRecorded.contains(text) { return standard }
    if never.contains(text) { return made("never") }
    if let words {
      if let word = words[text] ?? otherwise { return made(word) }
      throw problem(
        "\(Redaction.quoted(text)), which the mapping does not translate",
        "one of \(words.keys.sorted().joined(separator: ", "))",
        place,
        row
      )
    }
    if let time {
      if let instant = time.instant(text) { return made(instant.description) }
      throw problem("\(Redaction.quoted(text))", "a time in the mapping's format", place, row)
    }
    if let durationUnit {
      guard Int64(text) != nil else {
        throw problem(Redaction.quoted(text), "a whole number of \(durationUnit)", place, row)
      }
      return made("\(text) \(durationUnit)")
    }
    return made(text)
  }

  private func trimmed(_ part: Substring) -> String {
    var part = part
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  /// The text of a value that is no list and no object.
  static func text(_ value: EvidenceValue) -> String? {
    switch value.content {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  private func problem(
    _ found: String,
    _ needed: String,
    _ place: ValuePath.Place,
    _ row: MappedRow
  ) -> Diagnostic {
    var locator = row.locator
    if place.value.line > 0 { locator.line = place.value.line }
    if !row.isTable, !place.pointer.isEmpty { locator.pointer = place.pointer }
    return Diagnostic(
      .recordMalformed,
      at: locator,
      found: "\(field.name): \(found)",
      needed: needed,
      remedy: "mend the export, or the mapping's rule for \(field.name)"
    )
  }
}
