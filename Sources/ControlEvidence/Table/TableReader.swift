import ControlModel

/// A table of text cells with a header row.
struct Table {
  /// The names of the columns, as written.
  let columns: [String]
  /// The data rows; each has as many cells as there are columns.
  let rows: [Row]

  /// A data row and where it starts.
  struct Row {
    /// The line on which the row starts, from 1.
    let line: Int
    /// The cells in the order of the columns.
    let cells: [String]
  }
}

/// Reads delimited text by RFC 4180: quoted cells may hold the separator, quotes and line breaks.
enum TableReader {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8, without a byte-order mark.
  ///   - separator: The byte between cells.
  ///   - path: The file's path, for messages.
  ///   - most: The most rows.
  /// - Returns: The header and the rows; a row that is wholly blank is left out.
  /// - Throws: ``Diagnostic`` with code `evidence-malformed` where a row has more or fewer cells
  ///   than the header, a quote stays open, or two columns share a name, and
  ///   `evidence-limit` where it is too wide or too long.
  static func read(
    _ bytes: [UInt8],
    separator: UInt8 = UInt8(ascii: ","),
    path: String,
    most: Int = Limits.maximumRecords
  ) throws(Diagnostic) -> Table {
    var scanner = CellScanner(bytes, separator: separator, path: path)
    guard let header = try scanner.row() else {
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path, line: 1),
        found: "an empty file",
        needed: "a header row",
        remedy: "export the file again"
      )
    }
    var names: Set<String> = []
    for name in header.cells where !names.insert(name).inserted {
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path, line: header.line),
        found: "the column \"\(clipped(name))\" twice",
        needed: "each column once",
        remedy: "export the file again"
      )
    }
    var rows: [Table.Row] = []
    while let row = try scanner.row() {
      if row.cells == [""] { continue }
      if rows.count == most {
        throw Limits.tooManyRecords(at: Locator(path: path, line: row.line))
      }
      guard row.cells.count == header.cells.count else {
        throw Diagnostic(
          .evidenceMalformed,
          at: Locator(path: path, line: row.line, pointer: "row \(rows.count + 1)"),
          found: "\(row.cells.count) cells",
          needed: "\(header.cells.count) cells, one for each column of the header",
          remedy: "export the file again: this row is cut off or has a stray separator"
        )
      }
      rows.append(row)
    }
    return Table(columns: header.cells, rows: rows)
  }
}

/// Splits delimited text into rows of cells.
private struct CellScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let path: String
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8], separator: UInt8, path: String) {
    self.bytes = bytes
    self.separator = separator
    self.path = path
  }

  mutating func row() throws(Diagnostic) -> Table.Row? {
    guard index < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try cell())
      if cells.count > Limits.maximumColumns {
        throw limit(start, "more than \(Limits.maximumColumns) cells in one row")
      }
      guard index < bytes.count else { return Table.Row(line: start, cells: cells) }
      let byte = bytes[index]
      index += 1
      if byte == separator { continue }
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      line += 1
      return Table.Row(line: start, cells: cells)
    }
  }

  private mutating func cell() throws(Diagnostic) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return try plainCell() }
    index += 1
    let start = line
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          text.append(byte)
          index += 1
          continue
        }
        guard index == bytes.count || isEnd(bytes[index]) else {
          throw malformed(line, "text after a closing quote", "a separator or the end of the row")
        }
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      text.append(byte)
      if text.count > Limits.maximumCellLengthInBytes {
        throw limit(start, "a cell of more than \(Limits.maximumCellLengthInBytes) bytes")
      }
    }
    throw malformed(start, "a quote that is never closed", "a closing quote: the file is cut off")
  }

  private mutating func plainCell() throws(Diagnostic) -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    if index - start > Limits.maximumCellLengthInBytes {
      throw limit(line, "a cell of \(index - start) bytes")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func limit(_ line: Int, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceLimit,
      at: Locator(path: path, line: line),
      found: found,
      needed: "a table within the limits",
      remedy: "split the export, or leave out what is not evidence"
    )
  }

  private func malformed(_ line: Int, _ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .evidenceMalformed,
      at: Locator(path: path, line: line),
      found: found,
      needed: needed,
      remedy: "export the file again"
    )
  }
}
