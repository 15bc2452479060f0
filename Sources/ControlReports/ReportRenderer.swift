/// Turns a report into one document.
///
/// The same report gives the same bytes on any day, in any folder. The document is written as it is
/// made, so that memory does not grow with the number of findings: hold at most what one control
/// found for one subject. To add a format, conform a type in a file of its own and list it in
/// ``ReportRenderers/all``.
public protocol ReportRenderer: Sendable {
  /// The name by which the format is asked for, such as `markdown`.
  var format: String { get }
  /// The name of the file it is written to, such as `matrix.md`.
  var fileName: String { get }
  /// What the document is, in a few words, for the list of formats.
  var summary: String { get }

  /// Whether the document is text in UTF-8, ending in one line feed; true unless said otherwise.
  var isText: Bool { get }

  /// Writes the whole document.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  func write(_ report: Report, to sink: ReportSink)
}

extension ReportRenderer {
  /// Text, as nearly every format is.
  public var isText: Bool { true }

  /// The whole document at once, for small reports and for tests.
  ///
  /// - Parameter report: The finished results.
  /// - Returns: The document's bytes.
  /// - Throws: What the renderer gave the document up for.
  public func bytes(_ report: Report) throws -> [UInt8] {
    try CollectedDocument.bytes { write(report, to: $0) }
  }

  /// The whole document of a text format at once, for small reports and for tests.
  ///
  /// - Parameter report: The finished results.
  /// - Returns: The document's text.
  public func render(_ report: Report) -> String {
    CollectedDocument.text { write(report, to: $0) }
  }
}

/// The formats that reports are written in.
public enum ReportRenderers {
  /// The formats that every run writes.
  public static let standard: [any ReportRenderer] = [
    MatrixHTML(), MatrixMarkdown(), ResultsJSON(),
  ]

  /// Every format, in the order in which help lists them.
  public static let all: [any ReportRenderer] =
    standard + [
      FindingsCSV(), XLSXWorkbook(), JUnitXML(), SARIFLog(), OSCALResults(), OSCALPlan(),
      OCSFFindings(),
      HDFResults(),
      CycloneDXAttestations(), GitHubAnnotations(), StepSummary(), GitLabCodeQuality(),
      DecisionBadge(),
    ]

  /// The renderer of a format, or `nil` where there is none.
  ///
  /// - Parameter name: The format's name.
  /// - Returns: The renderer.
  public static func renderer(format name: String) -> (any ReportRenderer)? {
    all.first { $0.format == name }
  }
}
