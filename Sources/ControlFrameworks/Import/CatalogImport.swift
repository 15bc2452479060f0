public import ControlModel

/// Takes in frameworks that do not come with the tool: an OSCAL catalogue, or a table of items.
///
/// ```swift
/// let imported = try CatalogImport.read(value, path: "larkspur-baseline.csv")
/// ```
public enum CatalogImport {
  /// Reads a catalogue in either form.
  ///
  /// A table is a list of objects with the members `id` and `title` and, as they have a value,
  /// `parent`, `kind`, `text` and `source`; an OSCAL catalogue is an object with `catalog`.
  ///
  /// - Parameters:
  ///   - value: The file's content.
  ///   - path: The file's path, for messages; a table without an id is called by its file name.
  ///   - id: The id to give the framework; `nil`: what the file says.
  /// - Returns: The catalogue.
  /// - Throws: ``ImportProblems`` with code `framework-malformed`.
  public static func read(
    _ value: EvidenceValue,
    path: String,
    id: FrameworkID? = nil
  ) throws(ImportProblems) -> ImportedCatalog {
    if let catalog = value["catalog"] {
      return try OSCALCatalog.read(catalog, path: path, id: id)
    }
    if let rows = value.elements {
      return try CatalogTable.read(rows, path: path, id: id ?? FrameworkID(fileName(path)))
    }
    var notes = ImportNotes(.frameworkMalformed, path: path)
    notes.add(
      value,
      found: value.typeName,
      needed:
        "an OSCAL catalogue (an object with \"catalog\") or a table with the columns id and title",
      remedy:
        "give the catalogue in JSON, or a CSV with the header id,parent,kind,title,text,source"
    )
    throw ImportProblems(notes.all)
  }

  /// The name of a file without its folder and its extension.
  private static func fileName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }
}

/// An item before it is known that the whole file is in order.
struct DraftItem {
  let value: EvidenceValue
  let id: String
  let parent: String?
  let kind: CatalogItem.Kind
  let title: String
  let text: String
  let source: String

  /// The items of a framework, where each has an id of its own and a parent above it.
  static func items(
    of drafts: [DraftItem],
    framework: FrameworkID,
    notes: inout ImportNotes
  ) -> [CatalogItem] {
    var lines: [String: Int] = [:]
    let all = drafts.map(\.id)
    for draft in drafts {
      if let problem = idProblem(draft.id) {
        notes.add(
          draft.value,
          found: problem,
          needed: "the id as its publisher writes it",
          remedy: "mend the row"
        )
      }
      if let line = lines[draft.id] {
        notes.add(
          draft.value,
          found: "the id \(draft.id.squeezed), which line \(line) has too",
          needed: "each id once",
          remedy: "remove one of the two, or mend its id"
        )
      }
      if let parent = draft.parent, lines[parent] == nil {
        let isBelow = all.contains(parent)
        let near = Suggestion.nearest(to: parent, among: all)
        notes.add(
          draft.value,
          found: isBelow
            ? "the parent \(parent) of \(draft.id), which does not stand above it"
            : "the parent \(parent) of \(draft.id), which the file does not have",
          needed: isBelow ? "parents above their children" : "the id of an item of the file",
          remedy: isBelow
            ? "move the parent up"
            : near.map { "write \($0), or add the parent" } ?? "add the parent"
        )
      }
      if draft.title.isEmpty, draft.text.isEmpty {
        notes.add(
          draft.value,
          found: "\(draft.id) without title and text",
          needed: "a title",
          remedy: "say what the item is"
        )
      }
      if lines[draft.id] == nil { lines[draft.id] = draft.value.line }
    }
    return drafts.map { draft in
      CatalogItem(
        requirement: RequirementID(framework, draft.id),
        parent: draft.parent,
        kind: draft.kind,
        title: draft.title.isEmpty ? draft.id : draft.title,
        text: draft.text,
        label: nil,
        source: draft.source
      )
    }
  }

  private static func idProblem(_ id: String) -> String? {
    if id.isEmpty { return "an empty id" }
    if id.unicodeScalars.contains(where: \.isActing) { return "an id with a control character" }
    if id != id.squeezed { return "an id with blanks around it or in a row" }
    return id.count > 100 ? "an id of \(id.count) characters" : nil
  }
}

extension String {
  /// The words with one blank between them: no line breaks, no blanks around, and nothing that acts
  /// on a terminal instead of being read.
  var squeezed: String {
    var words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.unicodeScalars.contains(where: \.isActing) {
      words = String(
        String.UnicodeScalarView(words.unicodeScalars.map { $0.isActing ? "\u{FFFD}" : $0 })
      )
    }
    return words
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character or turns the direction of writing.
  fileprivate var isActing: Bool {
    properties.generalCategory == .control || properties.isBidiControl
  }
}
