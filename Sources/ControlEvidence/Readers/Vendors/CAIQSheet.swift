import ControlModel

/// The sheet of a questionnaire that holds the questions and answers.
struct CAIQSheet {
  /// A row with its place.
  struct Row {
    let cells: [String]
    let locator: Locator
  }

  /// The rows below the header.
  let rows: [Row]
  private let questionnaire: String
  private let question: Int
  private let answer: Int
  private let ownership: Int?
  private let text: Int?

  /// How far down the header may stand: titles and instructions come before it.
  private static let searchedRows = 30

  /// Finds the sheet, or gives `nil` where the document has none.
  init?(_ document: EvidenceDocument) {
    for (name, rows) in Self.sheets(document) {
      if let sheet = CAIQSheet(name: name, rows: rows) {
        self = sheet
        return
      }
    }
    return nil
  }

  private init?(name: String, rows: [Row]) {
    for (position, row) in rows.prefix(Self.searchedRows).enumerated() {
      let header = row.cells.map(Self.plain)
      guard let question = header.firstIndex(where: { $0 == "question id" || $0 == "questionid" }),
        let answer = header.firstIndex(where: { $0.hasSuffix("answer") })
      else { continue }
      let rest = Array(rows[(position + 1)...])
      let isQuestionnaire = rest.prefix(Self.searchedRows).contains { row in
        row.cells.indices.contains(question) && Self.isQuestion(row.cells[question])
      }
      guard isQuestionnaire else { return nil }
      self.rows = rest
      self.question = question
      self.answer = answer
      ownership = header.firstIndex { $0.contains("ownership") }
      text = header.firstIndex { $0.contains("implementation description") }
      let titles = rows[..<position].flatMap(\.cells) + [name] + row.cells
      questionnaire = Self.questionnaire(titles)
      return
    }
    return nil
  }

  /// The answer of a row, or `nil` where the row asks nothing.
  ///
  /// - Throws: ``Diagnostic`` where there is an answer and no question that it could belong to.
  func answer(_ row: Row, vendor: String) throws(Diagnostic) -> VendorAnswer? {
    let id = cell(row, question)
    let word = cell(row, answer)
    guard Self.isQuestion(id) else {
      if word.isEmpty { return nil }
      throw Diagnostic(
        .recordMalformed,
        at: row.locator,
        found: "an answer without the id of its question",
        needed: "an id such as A&A-01.1",
        remedy: "take the questionnaire as the alliance publishes it"
      )
    }
    let description = text.map { cell(row, $0) } ?? ""
    return VendorAnswer(
      id: "\(vendor) \(questionnaire) \(id)",
      vendor: vendor,
      questionnaire: questionnaire,
      question: id,
      answer: Self.answer(word),
      text: description.isEmpty ? nil : description,
      responsibility: ownership.map { Self.responsibility(cell(row, $0)) },
      locator: row.locator
    )
  }

  private func cell(_ row: Row, _ column: Int) -> String {
    guard row.cells.indices.contains(column) else { return "" }
    let text = row.cells[column].drop(while: \.isWhitespace)
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last])
  }

  private static func answer(_ word: String) -> VendorAnswer.Answer {
    switch word.lowercased() {
    case "yes", "y": .yes
    case "no", "n": .no
    case "na", "n/a", "not applicable": .notApplicable
    case "partial", "partially", "partly": .partly
    case "": .unanswered
    default: .unclear
    }
  }

  private static func responsibility(_ text: String) -> VendorAnswer.Responsibility {
    let text = text.lowercased()
    if text.contains("shared") { return .shared }
    if text.contains("third") || text.contains("3rd") { return .thirdParty }
    if text.hasPrefix("csc") || text.contains("customer") { return .customer }
    if text.hasPrefix("csp") || text.contains("provider") { return .provider }
    return .unstated
  }

  /// `AI-CAIQ` or `CAIQ`, with the version that a title gives: `CAIQ v4.0.3`.
  private static func questionnaire(_ titles: [String]) -> String {
    let isAI = titles.contains { title in
      let title = title.lowercased()
      return title.contains("ai-caiq") || title.contains("aicm")
    }
    let name = isAI ? "AI-CAIQ" : "CAIQ"
    for word in titles.flatMap({ $0.split(whereSeparator: \.isWhitespace) })
    where word.lowercased().hasPrefix("v") {
      let version = word.dropFirst()
      if version.contains("."), version.allSatisfy({ $0.isNumber || $0 == "." }) {
        return "\(name) v\(version)"
      }
    }
    return name
  }

  /// `A&A-01.1`: a domain's letters, a control's number, and mostly the question's.
  private static func isQuestion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].count <= 5,
      parts[0].allSatisfy({ $0.isUppercase || $0 == "&" })
    else { return false }
    return parts[1].first?.isNumber == true && parts[1].allSatisfy { $0.isNumber || $0 == "." }
  }

  /// A header's text in small letters, all white space as one blank.
  private static func plain(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
  }

  private static func sheets(_ document: EvidenceDocument) -> [(String, [Row])] {
    switch document.content {
    case .workbook(let workbook):
      return workbook.sheets.map { sheet in
        let rows = sheet.rows.map { row in
          let place = "\(sheet.name) row \(row.number)"
          return Row(
            cells: row.cells,
            locator: Locator(path: document.path, digest: document.digest, pointer: place)
          )
        }
        return (sheet.name, rows)
      }
    case .table(let table):
      let header = Row(cells: table.columns, locator: Locator(path: document.path, line: 1))
      let rows = table.rows.enumerated().map { offset, row in
        Row(
          cells: row.cells,
          locator: Locator(
            path: document.path,
            digest: document.digest,
            line: row.line,
            pointer: "row \(offset + 1)"
          )
        )
      }
      return [(document.stem, [header] + rows)]
    default: return []
    }
  }
}
