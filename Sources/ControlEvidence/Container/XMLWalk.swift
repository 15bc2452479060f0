import ControlModel
import Foundation

// On Linux the parser stands in a module of its own, over libxml2.
#if canImport(FoundationXML)
import FoundationXML
#endif

/// What takes the parts of an XML document in order.
protocol XMLTaker: AnyObject {
  /// An element starts.
  ///
  /// - Parameters:
  ///   - name: The element's name, as written.
  ///   - attributes: Its attributes by name.
  func start(_ name: String, _ attributes: [String: String])
  /// Text stands here; one text may come in pieces.
  func text(_ piece: String)
  /// An element ends.
  func end(_ name: String)
}

/// Walks through an XML document, as the parts of spreadsheets are.
///
/// A document type is refused before parsing: spreadsheets have none, and through it entities could
/// grow without bound or name other files. Depth is bounded.
enum XMLWalk {
  /// Gives every part of a document to a taker.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8.
  ///   - taker: Takes the parts.
  ///   - path: The file's path, for messages.
  ///   - part: What the document is within the file.
  /// - Throws: ``Diagnostic`` with code `evidence-malformed`, `evidence-encoding` or
  ///   `evidence-limit`.
  static func walk(
    _ bytes: [UInt8],
    into taker: any XMLTaker,
    path: String,
    part: String
  ) throws(Diagnostic) {
    let text = try EncodingCheck.withoutMark(bytes, path: path)
    // Also with blanks or in a comment: no spreadsheet writes the word.
    if text.firstRange(of: Array("<!DOCTYPE".utf8)) != nil
      || text.firstRange(of: Array("<!ENTITY".utf8)) != nil
    {
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path),
        found: "a document type in \(part)",
        needed: "XML as spreadsheets write it",
        remedy: "save the file again with a spreadsheet program"
      )
    }
    let delegate = Delegate(taker)
    let parser = XMLParser(data: Data(text))
    parser.shouldResolveExternalEntities = false
    parser.delegate = delegate
    let isWhole = parser.parse()
    if delegate.isTooDeep {
      throw Diagnostic(
        .evidenceLimit,
        at: Locator(path: path),
        found: "more than \(Limits.maximumDepth) levels of nesting in \(part)",
        needed: "a spreadsheet within the limits",
        remedy: "save the file again with a spreadsheet program"
      )
    }
    if !isWhole || parser.parserError != nil || !delegate.isBalanced {
      throw Diagnostic(
        .evidenceMalformed,
        at: Locator(path: path),
        found: "\(part) that is no well-formed XML, line \(parser.lineNumber)",
        needed: "well-formed XML",
        remedy: "save the file again with a spreadsheet program"
      )
    }
  }

  private final class Delegate: NSObject, XMLParserDelegate {
    private let taker: any XMLTaker
    private var open: [String] = []
    private var isMismatched = false
    private(set) var isTooDeep = false

    /// Whether each element that started ended: the parser alone lets some that did not go by.
    var isBalanced: Bool { open.isEmpty && !isMismatched }

    init(_ taker: any XMLTaker) { self.taker = taker }

    func parser(
      _ parser: XMLParser,
      didStartElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      open.append(elementName)
      if open.count > Limits.maximumDepth {
        isTooDeep = true
        parser.abortParsing()
        return
      }
      taker.start(elementName, attributes)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { taker.text(string) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      taker.text(String(decoding: block, as: UTF8.self))
    }

    func parser(
      _ parser: XMLParser,
      didEndElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      if open.popLast() != elementName { isMismatched = true }
      taker.end(elementName)
    }
  }
}
