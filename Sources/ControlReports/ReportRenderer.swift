/// Turns a report into one document.
///
/// The same report gives the same bytes on any day, in any folder. To add a format, conform a type
/// in a file of its own and list it in ``ReportRenderers/all``.
public protocol ReportRenderer: Sendable {
  /// The name by which the format is asked for, such as `markdown`.
  var format: String { get }
  /// The name of the file it is written to, such as `matrix.md`.
  var fileName: String { get }
  /// What the document is, in a few words, for the list of formats.
  var summary: String { get }

  /// The whole document.
  ///
  /// - Parameter report: The finished results.
  /// - Returns: The document's text, ending in a line feed.
  func render(_ report: Report) -> String
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
      FindingsCSV(), JUnitXML(), SARIFLog(), OSCALResults(), OSCALPlan(), OCSFFindings(),
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
