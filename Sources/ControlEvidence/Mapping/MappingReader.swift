public import ControlModel

/// Reads an export by a mapping file.
public struct MappingReader: EvidenceReader {
  /// The mapping.
  public let mapping: EvidenceMapping

  /// The format that the mapping names.
  public var format: EvidenceFormat { mapping.format }

  /// Creates a reader.
  ///
  /// - Parameter mapping: The mapping.
  public init(_ mapping: EvidenceMapping) { self.mapping = mapping }

  /// Whether the document has all that the mapping says its format has.
  ///
  /// A mapping that says nothing of that is only used where it is named.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    guard let detection = mapping.detection, hasContainer(document) else { return false }
    if let table = document.table {
      let first = rows(of: table, document).first
      return detection.has.allSatisfy { table.columns.contains($0.text) }
        && detection.equals.allSatisfy { path, value in
          first?.value[path.text]?.string == value
        }
    }
    guard let root = document.roots.first else { return false }
    let whole = MappedRow(
      value: root.value,
      root: root.value,
      pointer: "",
      locator: root.locator,
      isTable: false
    )
    return detection.has.allSatisfy { !$0.places(in: whole).isEmpty }
      && detection.equals.allSatisfy { path, value in
        path.places(in: whole).contains { FieldRule.text($0.value) == value }
      }
  }

  /// Reads a record for each row that the mapping keeps.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard hasContainer(document) else {
      throw Diagnostic(
        .evidenceFormatUnknown,
        at: Locator(path: document.path, digest: document.digest, line: 1),
        found: "another container than \(mapping.container?.rawValue ?? "data")",
        needed: "what \(mapping.format.id) is, by its mapping",
        remedy: "export it in that form, or mend container in \(mapping.path)"
      )
    }
    sink.kinds.formUnion(mapping.format.kinds)
    if let table = document.table {
      for row in rows(of: table, document) { take(row, into: &sink) }
      return
    }
    for root in document.roots {
      if let partial = mapping.partial { markPartial(partial, root, into: &sink) }
      for row in try rows(of: root) { take(row, into: &sink) }
    }
  }

  private func hasContainer(_ document: EvidenceDocument) -> Bool {
    switch (mapping.container, document.content) {
    case (_, .text): false
    case (nil, _), (.json, .json), (.jsonLines, .jsonLines), (.yaml, .yaml), (.table, .table): true
    // One line of JSON Lines is a JSON value too, and several values may stand in one file.
    case (.jsonLines, .json), (.json, .jsonLines): true
    default: false
    }
  }

  private func take(_ row: MappedRow, into sink: inout RecordSink) {
    guard row.value.members != nil || row.isTable else {
      sink.reject(
        Diagnostic(
          .recordMalformed,
          at: row.locator,
          found: row.value.typeName,
          needed: "an object",
          remedy: "export the file again, or mend rows in \(mapping.path)"
        )
      )
      return
    }
    guard mapping.filters.allSatisfy({ $0.keeps(row) }) else { return sink.leaveOut() }
    var members: [EvidenceValue.Member] = []
    var problems: [Diagnostic] = []
    for rule in mapping.rules {
      do throws(Diagnostic) {
        if let value = try rule.value(in: row, sink.context) {
          members.append(.init(name: rule.field.name, value: value))
        }
      } catch {
        problems.append(error)
      }
    }
    if let last = problems.last {
      for problem in problems.dropLast() { sink.note(problem) }
      return sink.reject(last)
    }
    add(mapping.recordType, EvidenceValue(.object(members), line: row.value.line), row, &sink)
  }

  private func add<R: EvidenceRecord>(
    _ type: R.Type,
    _ value: EvidenceValue,
    _ row: MappedRow,
    _ sink: inout RecordSink
  ) {
    // Everything is text by now, as in a table, so that one rule serves every container.
    var fields = RecordFields(
      value.typingAwaySecrets(),
      at: row.locator,
      fields: R.fields,
      isTabular: true
    )
    let record = R(reading: &fields)
    guard let last = fields.problems.last else { return sink.add(record) }
    for problem in fields.problems.dropLast() { sink.note(problem) }
    sink.reject(last)
  }

  // MARK: Rows

  private func rows(of table: Table, _ document: EvidenceDocument) -> [MappedRow] {
    table.rows.enumerated().map { offset, row in
      let members = zip(table.columns, row.cells).map { name, cell in
        EvidenceValue.Member(name: name, value: EvidenceValue(.string(cell), line: row.line))
      }
      let value = EvidenceValue(.object(members), line: row.line)
      return MappedRow(
        value: value,
        root: value,
        pointer: "",
        locator: Locator(
          path: document.path,
          digest: document.digest,
          line: row.line,
          pointer: "row \(offset + 1)"
        ),
        isTable: true
      )
    }
  }

  private func rows(of root: Cursor) throws(Diagnostic) -> [MappedRow] {
    func row(_ value: EvidenceValue, _ pointer: String) -> MappedRow {
      let place = Cursor(value: value, pointer: pointer, path: root.path, digest: root.digest)
      return MappedRow(
        value: value,
        root: root.value,
        pointer: pointer,
        locator: place.locator,
        isTable: false
      )
    }
    var places = [ValuePath.Place(value: root.value, pointer: "")]
    if let path = mapping.rows {
      places = path.places(in: row(root.value, ""))
      if places.isEmpty {
        throw root.malformed(found: "nothing at \(clipped(path.text))", needed: "the list of rows")
      }
    }
    return places.flatMap { place -> [MappedRow] in
      guard let elements = place.value.elements else { return [row(place.value, place.pointer)] }
      return elements.enumerated().map { row($1, "\(place.pointer)/\($0)") }
    }
  }

  private func markPartial(_ path: ValuePath, _ root: Cursor, into sink: inout RecordSink) {
    let whole = MappedRow(
      value: root.value,
      root: root.value,
      pointer: "",
      locator: root.locator,
      isTable: false
    )
    let found = path.places(in: whole).first { place in
      FieldRule.text(place.value).map { !["", "false"].contains($0) } ?? true
    }
    guard let found else { return }
    var locator = root.locator
    locator.pointer = found.pointer
    if found.value.line > 0 { locator.line = found.value.line }
    sink.markPartial(locator, marker: path.text)
  }
}
