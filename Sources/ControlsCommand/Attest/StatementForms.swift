import ControlEvidence
import ControlModel
import ControlReports

/// Forms in files: one in YAML, or many as the rows of a table.
enum StatementForms {
  /// Reads the forms of a file.
  ///
  /// - Throws: ``Problems`` where it cannot be read or holds no form.
  static func read(_ path: String) throws -> [StatementForm] {
    let bytes = try bytes(of: path)
    do throws(Diagnostic) {
      if path.lowercased().hasSuffix(".csv") {
        return try TextTable.rows(of: bytes, path: path).map { line, cells in
          StatementForm(row: cells.mapValues(withoutMark), path: "\(path):\(line)")
        }
      }
      let root = try ConfigurationDocument.read(bytes, path: path)
      let (form, problems) = StatementForm.read(root, path: path)
      if !problems.isEmpty { throw problems[0] }
      return [form]
    } catch {
      throw Problems([error])
    }
  }

  /// The bytes of a file that must be there.
  ///
  /// - Throws: ``Problems`` where it is not, or cannot be read.
  static func bytes(of path: String) throws -> [UInt8] {
    do throws(Diagnostic) {
      if let bytes = try EvidenceFolder.bytes(at: path, name: path) { return bytes }
      throw Diagnostic(
        .evidenceUnreadable,
        at: Locator(path: path),
        found: "no such file",
        needed: "a file that controls attest new or attest sign wrote",
        remedy: "mend the path"
      )
    } catch {
      throw Problems([error])
    }
  }

  /// Many forms as a table, formulas neutralised.
  static func csv(_ forms: [StatementForm]) -> String {
    let rows = [StatementForm.names] + forms.map { form in StatementForm.names.map { form[$0] } }
    return rows.map { $0.map(csvCell).joined(separator: ",") + "\n" }.joined()
  }

  /// The cell without the apostrophe that keeps a spreadsheet program from acting on it.
  private static func withoutMark(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let next = cell.dropFirst().first, "=+-@".contains(next) else {
      return cell
    }
    return String(cell.dropFirst())
  }
}
