public import ControlModel

/// A file of data about frameworks, in whichever of the tool's formats it is written.
public enum DataDocument {
  /// Reads a file of one value: strict JSON, one YAML document, or a delimited table.
  ///
  /// A table becomes a list of objects, one for each row, with the columns as members; every value
  /// keeps the line it stands on.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path; its name settles what the bytes leave open.
  /// - Returns: The value.
  /// - Throws: ``Diagnostic`` where the bytes are malformed or beyond the limits.
  public static func read(_ bytes: [UInt8], path: String) throws(Diagnostic) -> EvidenceValue {
    let document = try EvidenceDocument(bytes: bytes, path: path)
    switch document.content {
    case .json(let value): return value
    case .yaml(let values) where values.count == 1: return values[0]
    case .table(let table):
      let rows = table.rows.map { row in
        EvidenceValue(
          .object(
            zip(table.columns, row.cells).map { name, cell in
              EvidenceValue.Member(name: name, value: EvidenceValue(.string(cell), line: row.line))
            }
          ),
          line: row.line
        )
      }
      return EvidenceValue(.array(rows), line: 1)
    case .jsonLines, .yaml, .workbook, .text:
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path, line: 1),
        found: "something else",
        needed: "one JSON value, one YAML document or a CSV table",
        remedy: "give the file in one of these formats"
      )
    }
  }
}
