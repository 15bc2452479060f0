import ControlModel

/// A framework as a table, one row for each item: `id,parent,kind,title,text,source`.
enum CatalogTable {
  static let columns = ["id", "parent", "kind", "title", "text", "source"]

  static func read(
    _ rows: [EvidenceValue],
    path: String,
    id framework: FrameworkID
  ) throws(ImportProblems) -> ImportedCatalog {
    var notes = ImportNotes(.frameworkMalformed, path: path)
    let whole = rows.first ?? EvidenceValue(.null, line: 1)
    if rows.isEmpty {
      notes.add(
        whole,
        found: "no items",
        needed: "one row for each item",
        remedy: "export the list again"
      )
    }
    for name in whole.members?.map(\.name) ?? [] where !columns.contains(name) {
      let near = Suggestion.nearest(to: name, among: columns)
      notes.add(
        whole,
        found: "the column \(name.squeezed)",
        needed: "only \(columns.joined(separator: ", "))",
        remedy: near.map { "call it \($0)" } ?? "remove the column"
      )
    }
    for name in ["id", "title"] where whole[name] == nil && !rows.isEmpty {
      notes.add(
        whole,
        found: "no column \(name)",
        needed: "the columns id and title",
        remedy: "add \(name)"
      )
    }
    try notes.check()

    let parents = Set(rows.compactMap { $0["parent"]?.string })
    var drafts: [DraftItem] = []
    for row in rows {
      let id = row["id"]?.string ?? ""
      let parent = row["parent"]?.string ?? ""
      drafts.append(
        DraftItem(
          value: row,
          id: id,
          parent: parent.isEmpty ? nil : parent,
          kind: kind(row, isParent: parents.contains(id), notes: &notes),
          title: (row["title"]?.string ?? "").squeezed,
          text: (row["text"]?.string ?? "").squeezed,
          source: row["source"]?.string ?? path
        )
      )
    }
    let items = DraftItem.items(of: drafts, framework: framework, notes: &notes)
    try notes.check()
    return ImportedCatalog(
      catalog: Catalog(
        framework: framework,
        title: framework.name,
        publisher: "",
        published: "",
        address: "",
        licence: "",
        items: items
      )
    )
  }

  private static func kind(
    _ row: EvidenceValue,
    isParent: Bool,
    notes: inout ImportNotes
  ) -> CatalogItem.Kind {
    let word = (row["kind"]?.string ?? "").squeezed
    if word.isEmpty { return isParent ? .category : .control }
    if let kind = CatalogItem.Kind(rawValue: word) { return kind }
    let known = CatalogItem.Kind.allCases.map(\.rawValue)
    notes.add(
      row,
      found: "the kind \"\(word)\"",
      needed: "one of \(known.joined(separator: ", "))",
      remedy: Suggestion.nearest(to: word, among: known).map { "write \($0)" } ?? "leave it empty"
    )
    return .control
  }
}
