public import ControlModel

/// Takes in crosswalk rows of the organisation's own, as
/// `from_framework,from_id,to_framework,to_id,relation,source,rationale`.
///
/// Each row joins an item of an imported framework to an item of any known one. The imported item
/// may stand on either side; a row that stands the other way round is turned.
public enum CrosswalkImport {
  static let columns = [
    "from_framework", "from_id", "to_framework", "to_id", "relation", "source", "rationale",
  ]

  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - value: The file's content: a list of objects with text members.
  ///   - path: The file's path, for messages.
  ///   - imported: The frameworks that were imported.
  ///   - known: The catalogues that come with the tool.
  /// - Returns: The links, each from an item of an imported framework.
  /// - Throws: ``ImportProblems`` with code `crosswalk-malformed`.
  public static func read(
    _ value: EvidenceValue,
    path: String,
    imported: [Catalog],
    known: [Catalog]
  ) throws(ImportProblems) -> [Crosswalk] {
    var notes = ImportNotes(.crosswalkMalformed, path: path)
    guard let rows = value.elements, let first = rows.first else {
      notes.add(
        value,
        found: value.elements == nil ? value.typeName : "no rows",
        needed: "a table with the columns \(columns.joined(separator: ","))",
        remedy: "give a CSV with that header and at least one row"
      )
      throw ImportProblems(notes.all)
    }
    for name in columns.dropLast(2) where first[name] == nil {
      notes.add(
        first,
        found: "no column \(name)",
        needed: "the columns \(columns.joined(separator: ","))",
        remedy: "add the column"
      )
    }
    for name in first.members?.map(\.name) ?? [] where !columns.contains(name) {
      notes.add(
        first,
        found: "the column \(name.squeezed)",
        needed: "the columns \(columns.joined(separator: ","))",
        remedy: Suggestion.nearest(to: name, among: columns).map { "call it \($0)" }
          ?? "remove the column"
      )
    }
    try notes.check()
    let reader = CrosswalkRows(path: path, imported: imported, all: known + imported)
    let links = rows.compactMap { reader.link($0, notes: &notes) }
    try notes.check()
    return links
  }
}

/// Reads single rows of a crosswalk.
private struct CrosswalkRows {
  let path: String
  let imported: [Catalog]
  let all: [Catalog]

  func link(_ row: EvidenceValue, notes: inout ImportNotes) -> Crosswalk? {
    let from = item(row, "from", notes: &notes)
    let to = item(row, "to", notes: &notes)
    let relation = relation(row, notes: &notes)
    guard let from, let to, let relation else { return nil }
    let source = row["source"]?.string ?? ""
    let rationale = row["rationale"]?.string ?? ""
    func made(
      _ from: RequirementID,
      _ to: RequirementID,
      _ relation: Crosswalk.Relation
    ) -> Crosswalk {
      Crosswalk(
        from: from,
        to: to,
        relation: relation,
        source: source.isEmpty ? path : source,
        rationale: rationale,
        isLocal: true
      )
    }
    if from == to {
      notes.add(
        row,
        found: "\(from.id) on both sides",
        needed: "two items",
        remedy: "name the item it stands to"
      )
      return nil
    }
    if isImported(from), isImported(to) {
      notes.add(
        row,
        found: "\(from.id) and \(to.id), both of imported frameworks",
        needed: "one item of a framework that comes with the tool",
        remedy: "map each of the two to the items that controls know"
      )
      return nil
    }
    if isImported(from) { return made(from, to, relation) }
    if isImported(to) { return made(to, from, relation.turned) }
    notes.add(
      row,
      found: "\(from.id) and \(to.id), neither of an imported framework",
      needed: "one item of a framework given with --framework",
      remedy: "rows between known frameworks change nothing: remove the row"
    )
    return nil
  }

  private func isImported(_ id: RequirementID) -> Bool {
    imported.contains { $0.framework == id.framework }
  }

  private func item(
    _ row: EvidenceValue,
    _ side: String,
    notes: inout ImportNotes
  ) -> RequirementID? {
    let name = (row["\(side)_framework"]?.string ?? "").squeezed
    let id = (row["\(side)_id"]?.string ?? "").squeezed
    guard let catalog = all.first(where: { $0.framework.name == name }) else {
      let names = all.map(\.framework.name)
      notes.add(
        row,
        found: "the framework \"\(name)\"",
        needed: "a framework that has a catalogue",
        remedy: Suggestion.nearest(to: name, among: names).map { "write \($0)" }
          ?? "give it with --framework, or write one of \(names.joined(separator: ", "))"
      )
      return nil
    }
    if catalog[id] != nil { return RequirementID(catalog.framework, id) }
    let near = Suggestion.nearest(to: id, among: catalog.items.map(\.requirement.id))
    notes.add(
      row,
      found: "\"\(id)\", which \(catalog.framework) does not have",
      needed: "an official id",
      remedy: near.map { "write \($0)" } ?? "see controls coverage \(name)"
    )
    return nil
  }

  private func relation(_ row: EvidenceValue, notes: inout ImportNotes) -> Crosswalk.Relation? {
    let word = (row["relation"]?.string ?? "").squeezed
    if let relation = Crosswalk.Relation(written: word) { return relation }
    let known = Crosswalk.Relation.written.map(\.word)
    notes.add(
      row,
      found: "the relation \"\(word)\"",
      needed: "one of \(known.joined(separator: ", "))",
      remedy: Suggestion.nearest(to: word, among: known).map { "write \($0)" }
        ?? "write related where nothing more is known"
    )
    return nil
  }
}

extension Crosswalk.Relation {
  /// The words an organisation's own file may use, those of NIST IR 8477 and OSCAL among them.
  static let written: [(word: String, relation: Crosswalk.Relation)] = [
    ("equal", .equal), ("subset-of", .subsetOf), ("superset-of", .supersetOf),
    ("overlaps", .overlaps), ("partial", .partial), ("related", .related),
    ("maps-to", .mapsTo), ("addressed-by", .addressedBy), ("equal-to", .equal),
    ("equivalent-to", .equal), ("intersects-with", .overlaps), ("intersects", .overlaps),
    ("subset", .subsetOf), ("superset", .supersetOf),
  ]

  init?(written word: String) {
    guard let entry = Self.written.first(where: { $0.word == word }) else { return nil }
    self = entry.relation
  }

  /// The relation read from the other side.
  var turned: Crosswalk.Relation {
    switch self {
    case .subsetOf: .supersetOf
    case .supersetOf: .subsetOf
    case .equal, .overlaps: self
    default: .related
    }
  }
}
