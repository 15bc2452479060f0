import ControlModel
import Foundation
import Testing

@testable import ControlReports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a format promises, by which the conformance tests read it back.
///
/// A new renderer needs a line in ``all``: how its documents are parsed, and how the findings in
/// them are counted, unless it is a summary that carries none.
struct RendererPromise: Sendable {
  /// What sort of document it is, and so which characters in it could act.
  enum Syntax: Sendable { case json, xml, csv, commands, text, workbook }

  let syntax: Syntax
  /// The entries that are findings, each as some text that names the record; `nil` in summaries.
  let findings: (@Sendable (String) throws -> [String])?

  static let all: [String: RendererPromise] = [
    "html": .init(syntax: .text) { try entries(embedded($0)["results"], "record") },
    "markdown": .init(syntax: .text) {
      lines($0) { $0.hasPrefix("| ") && $0.hasSuffix(" |") && $0.contains(" | at most 60 days | ") }
    },
    "json": .init(syntax: .json) { try entries(JSONValue(parsing: $0), "record") },
    "csv": .init(syntax: .csv) { text in
      let rows = table(text)
      let column = rows.first?.firstIndex(of: "record") ?? 0
      return rows.dropFirst().map { $0[column] }.filter { !$0.isEmpty }
    },
    "xlsx": .init(syntax: .workbook) { text in
      let column = FindingTable.columns.firstIndex(of: "record").map(XLSXSheet.letters) ?? ""
      return try Workbook.cells(Workbook.part("xl/worksheets/sheet3.xml", of: text))
        .filter { $0.place.hasPrefix(column) && Int($0.place.dropFirst(column.count)) ?? 1 > 1 }
        .map(\.text)
    },
    "junit": .init(syntax: .xml) { text in
      lines(try elements(text).map(\.text).joined(separator: "\n")) {
        $0.contains("; mend: Rotate")
      }
    },
    "sarif": .init(syntax: .json) { text in
      try JSONValue(parsing: text)["runs"].elements.flatMap { $0["results"].elements }
        .filter { $0["kind"].string == "fail" }.compactMap { $0["properties"]["record"].string }
    },
    "oscal": .init(syntax: .json) { text in
      try JSONValue(parsing: text)["assessment-results"]["results"].elements
        .flatMap { $0["observations"].elements }.flatMap { $0["props"].elements }
        .filter { $0["name"].string == "record" }.compactMap { $0["value"].string }
    },
    "ocsf": .init(syntax: .json) { text in
      try JSONValue(parsing: text).elements.compactMap { $0["unmapped"]["record"].string }
    },
    "hdf": .init(syntax: .json) { text in
      try JSONValue(parsing: text)["profiles"].elements.flatMap { $0["controls"].elements }
        .flatMap { $0["results"].elements }.compactMap { $0["code_desc"].string }
        .filter { $0.hasSuffix(": age") }
    },
    "cyclonedx": .init(syntax: .json) { text in
      try JSONValue(parsing: text)["declarations"]["evidence"].elements
        .filter { $0["propertyName"].string == "age" }.compactMap { $0["description"].string }
    },
    "github": .init(syntax: .commands) { lines($0) { $0.contains("; mend: Rotate") } },
    "gitlab": .init(syntax: .json) { text in
      try JSONValue(parsing: text).elements.compactMap { $0["description"].string }
        .filter { $0.contains(": age is ") }
    },
    "oscal-plan": .init(syntax: .json, findings: nil),
    "summary": .init(syntax: .text, findings: nil), "badge": .init(syntax: .xml, findings: nil),
  ]

  /// The lines that are entries.
  static func lines(_ text: String, _ isEntry: (Substring) -> Bool) -> [String] {
    text.split(separator: "\n").filter(isEntry).map(String.init)
  }

  /// The findings of a results document.
  static func entries(_ results: JSONValue, _ member: String) throws -> [String] {
    results["subjects"].elements.flatMap { $0["controls"].elements }
      .flatMap { $0["findings"].elements }.compactMap { $0[member].string }
  }

  /// The data that an HTML report carries.
  static func embedded(_ text: String) throws -> JSONValue {
    let match = text.firstMatch(
      of: /(?s)<script type="application\/json" id="data">(.*?)<\/script>/
    )
    let packed = Data(try #require(match).output.1.utf8)
    let data = try PackedDocument(packed).unpacked()
    return try JSONValue(parsing: String(decoding: data, as: UTF8.self))
  }

  /// The rows of a CSV table, read by RFC 4180.
  static func table(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let scalar = characters.popFirst() {
      switch scalar {
      case "\"" where isQuoted && characters.first == "\"":
        characters.removeFirst()
        cell += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted, "\n" where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
        if scalar == "\n" { rows.append([]) }
      default: cell.unicodeScalars.append(scalar)
      }
    }
    rows.removeLast()
    return rows
  }

  /// The elements of an XML document, each with its attributes and its own text.
  static func elements(_ text: String) throws -> [Element] {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed XML: \(String(describing: parser.parserError))")
    return reader.elements
  }

  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _: XMLParser,
      didStartElement name: String,
      namespaceURI _: String?,
      qualifiedName _: String?,
      attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _: XMLParser,
      didEndElement _: String,
      namespaceURI _: String?,
      qualifiedName _: String?
    ) { open.removeLast() }

    func parser(_: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}
