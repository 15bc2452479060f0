public import ControlModel

/// Reads answers to the questionnaires of the Cloud Security Alliance: CAIQ and AI-CAIQ.
///
/// Both come as spreadsheets (XLSX), or as tables saved from them. An answer is the vendor's word and
/// no evidence of operation. The file names neither vendor nor date: the vendor is the manifest's
/// account.
public struct CAIQReader: EvidenceReader {
  /// The questionnaire with answers.
  public let format = EvidenceFormat(
    id: "caiq",
    title: "CAIQ or AI-CAIQ with answers (XLSX, CSV)",
    writtenBy: "vendors, in the Cloud Security Alliance's spreadsheet",
    kinds: [.vendorAssurance]
  )

  /// Creates the reader.
  public init() {}

  /// Whether a sheet, or the table, has questions of the questionnaire and a column of answers.
  public func recognizes(_ document: EvidenceDocument) -> Bool { CAIQSheet(document) != nil }

  /// Reads an answer for each question.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    guard let sheet = CAIQSheet(document) else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no sheet with a column Question ID and a column of answers",
        needed: "the questionnaire with its header row",
        remedy: "give the spreadsheet, or a table whose first row is the header"
      )
    }
    let vendor = try sink.context.neededAccount("the vendor's id", document)
    for row in sheet.rows {
      sink.attempt { (sink) throws(Diagnostic) in
        if let answer = try sheet.answer(row, vendor: vendor) { sink.add(answer) }
      }
    }
  }
}
