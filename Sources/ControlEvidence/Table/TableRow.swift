import ControlModel

/// A row of a table, its cells by column.
struct TableRow {
  private let table: Table
  private let offset: Int
  private let document: EvidenceDocument

  /// Takes the row at a place, from 0.
  init(_ table: Table, _ offset: Int, _ document: EvidenceDocument) {
    self.table = table
    self.offset = offset
    self.document = document
  }

  /// The cell of a column without blanks around it, or `nil` where there is no such column or it is
  /// empty.
  ///
  /// - Complexity: O(*n*) in the number of columns.
  subscript(column: String) -> String? {
    guard let index = table.columns.firstIndex(of: column) else { return nil }
    let cell = table.rows[offset].cells[index]
    let text = cell.drop(while: \.isWhitespace)
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(text[...last])
  }

  /// The row's place.
  var locator: Locator {
    Locator(
      path: document.path,
      digest: document.digest,
      line: table.rows[offset].line,
      pointer: "row \(offset + 1)"
    )
  }

  /// The cell that a record cannot do without.
  func required(_ column: String) throws(Diagnostic) -> String {
    guard let cell = self[column] else {
      throw malformed(found: "no \(column)", needed: "the cell of that column")
    }
    return cell
  }

  /// A diagnostic about this row.
  func malformed(found: String, needed: String) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: locator,
      found: found,
      needed: needed,
      remedy: "export the file again, or mend the tool that wrote it"
    )
  }
}
