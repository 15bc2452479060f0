package import ControlModel

/// A table that people fill in: rows by the names of their columns.
package enum TextTable {
  /// Reads comma-separated values with a header row (RFC 4180).
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes, in UTF-8.
  ///   - path: The file's path, for messages.
  /// - Returns: The rows in order, each with the line it starts on, from 1.
  /// - Throws: ``Diagnostic`` where the bytes are no such table.
  package static func rows(
    of bytes: [UInt8],
    path: String
  ) throws(Diagnostic) -> [(line: Int, cells: [String: String])] {
    let text = try EncodingCheck.withoutMark(bytes, path: path)
    let table = try TableReader.read(text, path: path)
    return table.rows.map { row in
      let cells = zip(table.columns, row.cells)
      return (row.line, Dictionary(cells, uniquingKeysWith: { one, _ in one }))
    }
  }
}
