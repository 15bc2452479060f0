public import ControlModel

/// Somebody else's list of, or mapping to, items of frameworks.
public struct MappingFile: Sendable {
  /// One place in the file that names an item.
  public struct Entry: Sendable, Hashable {
    /// The id as the file writes it.
    public let id: String
    /// The title the file gives the item; `nil` where it gives none.
    public let title: String?
    /// The text the file gives the item; `nil` where it gives none.
    public let text: String?
    /// The line.
    public let line: Int
    /// Whether the id is a part of a longer name in small letters, so that case says nothing.
    let isFolded: Bool

    init(id: String, title: String?, text: String?, line: Int, isFolded: Bool) {
      self.id = id.squeezed
      self.title = title?.squeezed
      self.text = text?.squeezed
      self.line = line
      self.isFolded = isFolded
    }
  }

  /// What the file says of one framework.
  public struct Part: Sendable {
    /// The framework; `nil` where no catalogue of it is known.
    public let framework: FrameworkID?
    /// What the file calls it.
    public let name: String
    /// Whether the file lists the framework; otherwise it only refers to its items.
    public let isList: Bool
    /// The entries in the order of the file.
    public internal(set) var entries: [Entry]
  }

  /// The parts, framework by framework.
  public let parts: [Part]

  /// Reads a file in one of the forms that are known: Prowler's compliance JSON, a CISO Assistant
  /// library, a table of items, or a table of crosswalk rows.
  ///
  /// - Parameters:
  ///   - value: The file's content.
  ///   - path: The file's path, for messages; a table of items is known by its file name.
  ///   - framework: The framework it speaks of; `nil`: what the file says.
  /// - Throws: ``ImportProblems`` with code `mapping-unknown`.
  public init(
    _ value: EvidenceValue,
    path: String,
    framework: FrameworkID? = nil
  ) throws(ImportProblems) {
    if let requirements = value["Requirements"]?.elements {
      parts = [Self.prowler(value, requirements, framework)]
    } else if value["objects"] != nil {
      parts = CISOLibrary(value).parts(as: framework)
    } else if let rows = value.elements, let first = rows.first, first["from_framework"] != nil {
      parts = Self.crosswalk(rows)
    } else if let rows = value.elements, rows.first?["id"] != nil {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      parts = [
        Part(
          framework: framework ?? Self.framework(named: name),
          name: name,
          isList: true,
          entries: rows.map { row in
            Entry(
              id: row["id"]?.string ?? "",
              title: row["title"]?.string,
              text: row["text"]?.string,
              line: row.line,
              isFolded: false
            )
          }
        )
      ]
    } else {
      parts = []
    }
    var notes = ImportNotes(.mappingUnknown, path: path)
    if parts.allSatisfy({ $0.entries.isEmpty }) {
      notes.add(
        value,
        found: value.typeName,
        needed: "Prowler's compliance JSON, a CISO Assistant library with a framework or mapping, "
          + "or a CSV with the column id or from_framework",
        remedy: "convert the mapping to one of these forms"
      )
    } else if parts.allSatisfy({ $0.framework == nil }) {
      notes.add(
        value,
        found: parts.map(\.name).joined(separator: ", "),
        needed: "a framework that has a catalogue here: "
          + Catalogs.frameworks.map(\.name).joined(separator: ", "),
        remedy: "say which one it is: --against FRAMEWORK"
      )
    }
    try notes.check()
  }

  private static func prowler(
    _ root: EvidenceValue,
    _ requirements: [EvidenceValue],
    _ framework: FrameworkID?
  ) -> Part {
    let name = [root["Framework"], root["Version"]].compactMap { $0?.string }.joined(separator: " ")
    let known = framework ?? Self.framework(named: name)
    let entries = requirements.map { requirement in
      // Prowler's own key is in Id; the publisher's id is in Name, with or without the title.
      let written = requirement["Name"]?.string ?? requirement["Id"]?.string ?? ""
      let (id, title) = WrittenID.split(written)
      return Entry(
        id: id,
        title: title,
        text: requirement["Description"]?.string,
        line: requirement.line,
        isFolded: false
      )
    }
    return Part(framework: known, name: name, isList: true, entries: entries)
  }

  private static func crosswalk(_ rows: [EvidenceValue]) -> [Part] {
    var parts: [Part] = []
    for row in rows {
      for side in ["from", "to"] {
        let name = row["\(side)_framework"]?.string ?? ""
        let entry = Entry(
          id: row["\(side)_id"]?.string ?? "",
          title: nil,
          text: nil,
          line: row.line,
          isFolded: false
        )
        if let index = parts.firstIndex(where: { $0.name == name }) {
          parts[index].entries.append(entry)
        } else {
          parts.append(
            Part(framework: framework(named: name), name: name, isList: false, entries: [entry])
          )
        }
      }
    }
    return parts
  }

  /// The framework that a file's own words name, or `nil`.
  static func framework(named name: String) -> FrameworkID? {
    if let known = Catalogs.frameworks.first(where: { $0.name == name }) { return known }
    return Catalogs.framework(named: name)
  }
}
