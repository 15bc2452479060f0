import ControlModel

/// A cell of a workbook: text, a whole number, or nothing.
struct XLSXCell {
  let text: String
  let number: Int?
  let style: XLSXStyle

  /// Text, in which nothing acts.
  static func text(_ text: String, _ style: XLSXStyle = .plain) -> XLSXCell {
    XLSXCell(text: text, number: nil, style: style)
  }

  /// A whole number; an empty cell where there is none.
  static func number(_ number: Int?) -> XLSXCell {
    XLSXCell(text: "", number: number, style: .plain)
  }
}

/// What a sheet is called and holds: a heading that stays in view, and rows under it.
struct XLSXSheet {
  /// A column: its heading, and its width in characters.
  struct Column {
    let name: String
    let width: Int
  }

  /// The most rows of a sheet, its heading among them, and the most columns.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384
  /// The most UTF-16 units of a cell.
  static let textLimit = 32_767

  /// Its name on the tab, at most 31 characters.
  let name: String
  let columns: [Column]
  /// How many columns stay in view besides the heading.
  let frozenColumns: Int
  /// Writes the rows, each by a call.
  let rows: (([XLSXCell]) -> Void) -> Void

  /// Writes the sheet as a part of a workbook.
  ///
  /// - Returns: The cells that the sheet fills, such as `$A$1:$C$9`.
  func write(to sink: ReportSink) -> String {
    sink.write(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <sheetViews><sheetView workbookViewId="0">\(pane)</sheetView></sheetViews>
      <cols>
      """
    )
    for (index, column) in columns.enumerated() {
      sink.write(
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>"
      )
    }
    sink.write("</cols>\n<sheetData>\n")
    if columns.count > Self.columnLimit { sink.fail(tooLarge) }
    var count = 0
    let write = { (cells: [XLSXCell]) in
      count += 1
      if count > Self.rowLimit { sink.fail(tooLarge) }
      sink.write("<row r=\"\(count)\">")
      for (index, cell) in cells.enumerated() {
        sink.write(markup(cell, at: "\(Self.letters(index))\(count)"))
      }
      sink.write("</row>\n")
    }
    write(columns.map { .text($0.name, .heading) })
    rows(write)
    let last = Self.letters(columns.count - 1)
    sink.write("</sheetData>\n<autoFilter ref=\"A1:\(last)\(count)\"/>\n</worksheet>\n")
    return "$A$1:$\(last)$\(count)"
  }

  private var pane: String {
    let corner = "\(Self.letters(frozenColumns))2"
    let columns = frozenColumns > 0 ? "xSplit=\"\(frozenColumns)\" " : ""
    let place = frozenColumns > 0 ? "bottomRight" : "bottomLeft"
    return """
      <pane \(columns)ySplit="1" topLeftCell="\(corner)" activePane="\(place)" state="frozen"/>
      """
  }

  private func markup(_ cell: XLSXCell, at place: String) -> String {
    let style = cell.style.place == 0 ? "" : " s=\"\(cell.style.place)\""
    if let number = cell.number { return "<c r=\"\(place)\"\(style)><v>\(number)</v></c>" }
    if cell.text.isEmpty { return "" }
    let text = Self.text(cell.text)
    return
      "<c r=\"\(place)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
  }

  /// Text as a cell holds it: no formula, nothing that acts, and no longer than a cell may be.
  static func text(_ text: String) -> String {
    var text = withoutFormula(text)
    if text.utf16.count > textLimit {
      let whole = text.utf16.count
      let note = "… (\(grouped(whole)) characters; the whole is in results.json)"
      // A cut within a pair of units goes back to its start.
      var kept = String(text.utf16.prefix(textLimit - note.utf16.count))
      if kept == nil { kept = String(text.utf16.prefix(textLimit - note.utf16.count - 1)) }
      text = (kept ?? "") + note
    }
    return xml(escaped(text))
  }

  /// A spreadsheet program reads `_x000A_` as the character of that number (ECMA-376, ST_Xstring),
  /// so the underscore that would start one is written as such a number itself.
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var escaped = ""
    var kept = 0
    for start in bytes.indices where startsNumber(bytes[start...]) {
      escaped += String(decoding: bytes[kept..<start], as: UTF8.self) + "_x005F_"
      kept = start + 1
    }
    return kept == 0 ? text : escaped + String(decoding: bytes[kept...], as: UTF8.self)
  }

  /// Whether bytes start with `_x`, four hexadecimal digits and `_`.
  private static func startsNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "_"), bytes.count >= 7 else { return false }
    let start = bytes.startIndex
    return bytes[start + 1] == UInt8(ascii: "x") && bytes[start + 6] == UInt8(ascii: "_")
      && bytes[(start + 2)..<(start + 6)].allSatisfy {
        Character(UnicodeScalar($0)).isHexDigit
      }
  }

  /// The letters of a column, counted from nought: A to Z, then AA.
  static func letters(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  private var tooLarge: Diagnostic {
    Diagnostic(
      .reportTooLarge,
      found: "more rows or columns in the sheet \(name) than a spreadsheet can hold",
      needed: "at most \(grouped(Self.rowLimit)) rows and \(grouped(Self.columnLimit)) columns",
      remedy: "write csv, or one subject at a time with --subject"
    )
  }
}
