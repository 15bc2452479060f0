import ControlModel

/// Results as a workbook (Office Open XML): decisions, matrix, findings, evidence and waivers.
///
/// Every cell is text or a number and none a formula; the outcome stands in words beside its
/// colour. Findings that are more than a sheet can hold go on in the next one.
public struct XLSXWorkbook: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "xlsx"
  /// The name of the file it is written to.
  public let fileName = "results.xlsx"
  /// What the document is.
  public let summary = "workbook: decisions, matrix, findings, evidence, waivers"
  /// A workbook is a ZIP container.
  public let isText = false

  private static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
  private static let links = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// How many findings stand in one sheet.
  private let findingsPerSheet: Int

  /// Creates a renderer.
  public init() { self.init(findingsPerSheet: XLSXSheet.rowLimit - 1) }

  /// Creates a renderer with smaller sheets, for tests.
  init(findingsPerSheet: Int) { self.findingsPerSheet = findingsPerSheet }

  /// Writes the whole document, a sheet at a time.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let sheets = XLSXSheets(report: report, findingsPerSheet: findingsPerSheet).all
    var zip = ZipWriter(to: sink)
    zip.member("[Content_Types].xml") { $0.write(Self.contentTypes(sheets.count)) }
    zip.member("_rels/.rels") { $0.write(Self.packageLinks) }
    zip.member("xl/_rels/workbook.xml.rels") { $0.write(Self.workbookLinks(sheets.count)) }
    zip.member("xl/styles.xml") { $0.write(XLSXStyle.sheet) }
    var places: [String] = []
    for (index, sheet) in sheets.enumerated() {
      zip.member("xl/worksheets/sheet\(index + 1).xml") { places.append(sheet.write(to: $0)) }
    }
    zip.member("xl/workbook.xml") { $0.write(Self.workbook(sheets.map(\.name), places)) }
    zip.finish()
  }

  private static func contentTypes(_ count: Int) -> String {
    let sheets = (1...count).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(office).worksheet+xml\"/>"
    }
    return start + """
      <Types xmlns="\(types)">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="\(office).sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="\(office).styles+xml"/>
      \(sheets.joined(separator: "\n"))
      </Types>

      """
  }

  private static let packageLinks =
    start + """
      <Relationships xmlns="\(links)">
      <Relationship Id="rId1" Type="\(kinds)/officeDocument" Target="xl/workbook.xml"/>
      </Relationships>

      """

  private static func workbookLinks(_ count: Int) -> String {
    let sheets = (1...count).map {
      "<Relationship Id=\"rId\($0)\" Type=\"\(kinds)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    return start + """
      <Relationships xmlns="\(links)">
      \(sheets.joined(separator: "\n"))
      <Relationship Id="rId\(count + 1)" Type="\(kinds)/styles" Target="styles.xml"/>
      </Relationships>

      """
  }

  /// The list of sheets; each name of a filter's cells is what spreadsheet programs look for.
  private static func workbook(_ names: [String], _ places: [String]) -> String {
    let sheets = names.enumerated().map {
      "<sheet name=\"\(xml($1))\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
    }
    let filters = zip(names, places).enumerated().map {
      """
      <definedName name="_xlnm._FilterDatabase" localSheetId="\($0)" hidden="1">\
      '\(xml($1.0))'!\($1.1)</definedName>
      """
    }
    return start + """
      <workbook xmlns="\(main)" xmlns:r="\(kinds)">
      <sheets>
      \(sheets.joined(separator: "\n"))
      </sheets>
      <definedNames>
      \(filters.joined(separator: "\n"))
      </definedNames>
      </workbook>

      """
  }
}
