import ControlModel

/// The sheets of a spreadsheet (Office Open XML), as text.
///
/// Formulas count by the value they had when the file was saved. Formats, dates as dates and hidden
/// marks are not read: what is read here are questionnaires, which are text.
struct Workbook {
  /// A sheet.
  struct Sheet {
    /// The sheet's name.
    let name: String
    /// The rows that have cells, in order.
    let rows: [Row]
  }

  /// A row and its number, from 1.
  struct Row {
    /// The row's number within the sheet.
    let number: Int
    /// The cells from column A on; empty where there is none.
    let cells: [String]
  }

  /// The sheets in the order of the workbook.
  let sheets: [Sheet]

  /// Whether an archive is a workbook.
  static func recognizes(_ archive: ZipArchive) -> Bool {
    archive.names.contains("xl/workbook.xml")
  }

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - archive: The file's archive.
  ///   - path: The file's path, for messages.
  /// - Throws: ``Diagnostic`` where a part is missing, damaged or beyond the limits.
  init(_ archive: ZipArchive, path: String) throws(Diagnostic) {
    let index = WorkbookIndex()
    for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
      guard let bytes = try archive.contents(of: part) else { throw Self.missing(part, path) }
      try XMLWalk.walk(bytes, into: index, path: path, part: part)
    }
    let texts = SharedTexts()
    if let bytes = try archive.contents(of: "xl/sharedStrings.xml") {
      try XMLWalk.walk(bytes, into: texts, path: path, part: "xl/sharedStrings.xml")
    }
    var sheets: [Sheet] = []
    for (name, relation) in index.sheets {
      guard let target = index.targets[relation] else { throw Self.missing("a sheet", path) }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      guard let bytes = try archive.contents(of: part) else { throw Self.missing(part, path) }
      let reader = SheetReader(texts.all)
      try XMLWalk.walk(bytes, into: reader, path: path, part: part)
      if let problem = reader.problem {
        throw Diagnostic(
          problem.isLimit ? .evidenceLimit : .evidenceMalformed,
          at: Locator(path: path, pointer: "\(name) row \(reader.number)"),
          found: problem.found,
          needed: "cells within the limits, with texts that the file holds",
          remedy: "save the file again with a spreadsheet program"
        )
      }
      sheets.append(Sheet(name: name, rows: reader.rows))
    }
    self.sheets = sheets
  }

  private static func missing(_ part: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .evidencePacked,
      at: Locator(path: path),
      found: "a workbook without \(clipped(part))",
      needed: "every part that the workbook names",
      remedy: "save the file again with a spreadsheet program"
    )
  }
}

/// The names of the sheets and where each stands.
private final class WorkbookIndex: XMLTaker {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var targets: [String: String] = [:]

  func start(_ name: String, _ attributes: [String: String]) {
    switch plain(name) {
    case "sheet":
      let relation = attributes.first { plain($0.key) == "id" }?.value
      if let relation { sheets.append((attributes["name"] ?? "", relation)) }
    case "Relationship":
      if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
    default: break
    }
  }

  func text(_ piece: String) {}
  func end(_ name: String) {}
}

/// The texts that cells share.
private final class SharedTexts: XMLTaker {
  private(set) var all: [String] = []
  private var current = ""
  private var isText = false
  // Readings of Asian words stand beside their text and are none of it.
  private var isReading = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch plain(name) {
    case "si": current = ""
    case "rPh": isReading = true
    case "t": isText = !isReading
    default: break
    }
  }

  func text(_ piece: String) { if isText { current += piece } }

  func end(_ name: String) {
    switch plain(name) {
    case "si": all.append(current)
    case "rPh": isReading = false
    case "t": isText = false
    default: break
    }
  }
}

/// A name without the prefix of its namespace: `x:row` is `row`.
func plain(_ name: String) -> Substring {
  name.firstIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
}
