public import ControlModel

/// Reads our own form of a kind: JSON, JSON Lines, YAML or CSV with the kind's documented fields.
///
/// The kind comes from the manifest, from a member `kind` beside `records`, or from the file's name,
/// as in `role-register.yaml`. A kind with several record types takes the first unless a record says
/// otherwise with `record: ScanRun`.
public struct CanonicalReader: EvidenceReader {
  /// The canonical form; it can yield any kind.
  public let format = EvidenceFormat(
    id: "canonical",
    title: "canonical form of a kind",
    writtenBy: "you, or a script of yours",
    kinds: EvidenceKind.all.map(\.kind)
  )

  /// Creates the reader.
  public init() {}

  /// Whether the file's name is that of a kind, or its content names one.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    kind(of: document, listed: []) != nil
  }

  /// Reads the records of the file's kind.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let description = kind(of: document, listed: sink.context.kinds) else {
      throw Diagnostic(
        .evidenceFormatUnknown,
        at: Locator(path: document.path, digest: document.digest),
        found: "no kind",
        needed: "a file name such as role-register.yaml, or one kind in manifest.json",
        remedy: "rename the file after its kind; `controls list kinds` lists them"
      )
    }
    sink.kinds.insert(description.kind)
    if let table = document.table {
      for (offset, row) in table.rows.enumerated() {
        let members = zip(table.columns, row.cells).map { name, cell in
          EvidenceValue.Member(name: name, value: EvidenceValue(.string(cell), line: row.line))
        }
        let locator = Locator(
          path: document.path,
          digest: document.digest,
          line: row.line,
          pointer: "row \(offset + 1)"
        )
        let value = EvidenceValue(.object(members), line: row.line)
        take(value, at: locator, of: description, isTabular: true, into: &sink)
      }
      return
    }
    for root in document.roots {
      do throws(Diagnostic) {
        try read(root, of: description, into: &sink)
      } catch {
        // A line that holds no record is one line; a document that holds none is none.
        guard case .jsonLines = document.content else { throw error }
        sink.reject(error)
      }
    }
  }

  /// Reads the records of one JSON or YAML value: a record, a list of them, or `records` within it.
  ///
  /// - Parameters:
  ///   - root: The value.
  ///   - description: The kind.
  ///   - sink: Takes records and problems.
  /// - Throws: ``Diagnostic`` where the value is none of these.
  func read(
    _ root: Cursor,
    of description: EvidenceKindDescription,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    let list = root["records"] ?? root
    for element in list.elements {
      take(element.value, at: element.locator, of: description, isTabular: false, into: &sink)
    }
    if list.value.elements == nil, list.value.members == nil, !list.value.isNull {
      throw root.malformed(found: list.value.typeName, needed: "a list of records")
    }
  }

  /// Reads one record.
  ///
  /// - Parameters:
  ///   - value: The record's value, an object where all is well.
  ///   - locator: Where it stands.
  ///   - description: The kind.
  ///   - isTabular: Whether it is a row of a table.
  ///   - sink: Takes the record or its problems.
  func take(
    _ value: EvidenceValue,
    at locator: Locator,
    of description: EvidenceKindDescription,
    isTabular: Bool,
    into sink: inout RecordSink
  ) {
    guard value.members != nil else {
      sink.reject(
        Diagnostic(
          .recordMalformed,
          at: locator,
          found: value.typeName,
          needed: "an object with fields",
          remedy: "mend the record"
        )
      )
      return
    }
    let wanted = value["record"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let types = description.recordTypes
    guard let type = wanted == nil ? types.first : types.first(where: { $0.recordName == wanted })
    else {
      sink.reject(
        Diagnostic(
          .recordMalformed,
          at: locator,
          found: "record: \(clipped(wanted ?? ""))",
          needed: "one of \(types.map { $0.recordName }.joined(separator: ", "))",
          remedy: "mend the record's type"
        )
      )
      return
    }
    // What an unsigned file says of its own signature is no proof.
    let isAttestation = type.recordName == Attestation.recordName
    let judged = (isAttestation ? value.setting("verified", to: "notTried") : value)
      .typingAwaySecrets()
    read(type, judged, locator, isTabular, &sink)
  }

  private func read<R: EvidenceRecord>(
    _ type: R.Type,
    _ value: EvidenceValue,
    _ locator: Locator,
    _ isTabular: Bool,
    _ sink: inout RecordSink
  ) {
    var fields = RecordFields(value, at: locator, fields: R.fields, isTabular: isTabular)
    let record = R(reading: &fields)
    if fields.problems.isEmpty {
      sink.add(record)
    } else {
      for problem in fields.problems.dropLast() { sink.note(problem) }
      if let last = fields.problems.last { sink.reject(last) }
    }
  }

  private func kind(
    of document: EvidenceDocument,
    listed: [EvidenceKind]
  ) -> EvidenceKindDescription? {
    if listed.count == 1 { return EvidenceKind.all.first { $0.kind == listed[0] } }
    if let root = document.root, root["records"] != nil, let name = root["kind"]?.text {
      return EvidenceKind.all.first { $0.kind.name == name }
    }
    let file = document.path.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".").first.map(String.init) ?? ""
    return EvidenceKind.all.first { $0.kind.name == stem }
  }
}
