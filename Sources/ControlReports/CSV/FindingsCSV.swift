import ControlModel

/// Findings as a table: a row for each finding, and one for each control without any.
///
/// RFC 4180 with line feeds. A spreadsheet program takes text that starts with `=`, `+`, `-` or `@`
/// for a formula; such a cell gets an apostrophe in front, by which those programs know text.
public struct FindingsCSV: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "csv"
  /// The name of the file it is written to.
  public let fileName = "findings.csv"
  /// What the document is.
  public let summary = "findings as a table, formulas neutralised"

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the table, its heading first.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    sink.write(FindingTable.columns.joined(separator: ",") + "\n")
    FindingTable.forEachRow(of: report) { cells, _ in
      sink.write(cells.map(csv).joined(separator: ",") + "\n")
    }
  }
}

/// A cell in which nothing acts: no formula, no control character, no end of row.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The cell, in quotes where it needs them.
func csv(_ text: String) -> String {
  let cell = withoutFormula(text)
  let quotes = UInt8(ascii: "\"")
  let needsQuotes = cell.utf8.contains { $0 == quotes || ",; ".utf8.contains($0) }
  guard needsQuotes else { return cell }
  return "\"\(cell.utf8.contains(quotes) ? cell.replacing("\"", with: "\"\"") : cell)\""
}

/// Text that no spreadsheet program takes for a formula, with what acts in it made visible.
///
/// A program that splits at semicolons starts a cell behind each, so what stands there is looked
/// at as well.
///
/// - Parameter text: Any text, evidence included.
/// - Returns: The text, with an apostrophe in front of what would start a formula.
func withoutFormula(_ text: String) -> String {
  if isHarmless(text) { return text }
  var cell = ""
  var startsCell = true
  for scalar in visible(text).unicodeScalars {
    if startsCell, isFormulaStart(scalar) { cell += "'" }
    if !scalar.properties.isWhitespace, scalar != "\"" { startsCell = scalar == ";" }
    cell.unicodeScalars.append(scalar)
  }
  return cell
}

/// Whether a text is printable ASCII in one cell that starts no formula, as nearly all are.
private func isHarmless(_ text: String) -> Bool {
  var hasStarted = false
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: ";") else { return false }
    if hasStarted || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") { continue }
    hasStarted = true
    if "=+-@".utf8.contains(byte) { return false }
  }
  return true
}

/// Whether a spreadsheet program takes what starts so for a formula, in wide letters too.
private func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
  "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}".unicodeScalars.contains(scalar)
}
