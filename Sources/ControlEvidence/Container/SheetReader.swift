/// Reads the rows of one sheet.
final class SheetReader: XMLTaker {
  /// The rows that have cells, in order.
  private(set) var rows: [Workbook.Row] = []
  /// The number of the row that is being read, from 1.
  private(set) var number = 0
  /// What is wrong with the sheet, the first of it; `nil`: nothing.
  private(set) var problem: (found: String, isLimit: Bool)?

  private let texts: [String]
  private var cells: [String] = []
  private var column = 0
  private var type = ""
  private var current = ""
  private var isValue = false

  /// Takes the texts that cells share.
  init(_ texts: [String]) { self.texts = texts }

  func start(_ name: String, _ attributes: [String: String]) {
    switch plain(name) {
    case "row":
      number = attributes["r"].flatMap { Int($0) } ?? number + 1
      cells = []
      column = -1
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      current = ""
    case "v", "t": isValue = true
    default: break
    }
  }

  func text(_ piece: String) {
    if isValue { current += piece }
    if current.utf8.count > Limits.maximumCellLengthInBytes {
      fail("a cell of more than \(Limits.maximumCellLengthInBytes) bytes", isLimit: true)
      current = ""
    }
  }

  func end(_ name: String) {
    switch plain(name) {
    case "v", "t": isValue = false
    case "c": endCell()
    case "row":
      if rows.count == Limits.maximumRecords {
        fail("more than \(Limits.maximumRecords) rows", isLimit: true)
      } else if cells.contains(where: { !$0.isEmpty }) {
        rows.append(Workbook.Row(number: number, cells: cells))
      }
    default: break
    }
  }

  private func endCell() {
    guard (0..<Limits.maximumColumns).contains(column) else {
      return fail("a cell beyond column \(Limits.maximumColumns)", isLimit: true)
    }
    var value = current
    if type == "s" {
      guard let index = Int(current), texts.indices.contains(index) else {
        return fail("a cell whose text the file does not hold", isLimit: false)
      }
      value = texts[index]
    }
    while cells.count <= column { cells.append("") }
    cells[column] = value
  }

  private func fail(_ found: String, isLimit: Bool) {
    if problem == nil { problem = (found, isLimit) }
  }

  /// The column of a cell's name from 0: `A1` is 0, `AB7` is 27; `nil` for another name.
  private static func column(_ name: String) -> Int? {
    let letters = name.utf8.prefix { (65...90).contains($0) }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}
