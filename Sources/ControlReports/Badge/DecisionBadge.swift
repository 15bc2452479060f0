import ControlModel

/// The decision of each subject as a picture of one line, for a page that tells where things stand.
///
/// One SVG with a line for each subject; `controls report badge --subject NAME` gives the line of
/// one. It holds no script and asks for nothing from elsewhere.
public struct DecisionBadge: ReportRenderer {
  /// The name by which the format is asked for.
  public let format = "badge"
  /// The name of the file it is written to.
  public let fileName = "badge.svg"
  /// What the document is.
  public let summary = "SVG with the decision of each subject"

  /// The height of a line, in user units of the picture.
  private static let height = 20
  /// The space between lines.
  private static let gap = 4
  /// How many columns of text a subject's id may take.
  private static let widest = 40

  /// Creates a renderer.
  public init() {}

  /// Writes the whole document: the SVG.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - sink: Where the document goes.
  public func write(_ report: Report, to sink: ReportSink) {
    let subjects = report.results.subjects
    let lines = subjects.map { subject in
      Line(
        label: cut(visible(subject.subject.id), to: Self.widest),
        value: "\(subject.tier.rawValue): \(subject.decision.rawValue)",
        color: Self.color(subject.decision)
      )
    }
    let shown =
      lines.isEmpty ? [Line(label: "controls", value: "hold", color: Self.color(.hold))] : lines
    let width = shown.map(\.width).max() ?? 0
    let height = shown.count * (Self.height + Self.gap) - Self.gap
    let title = shown.map { "\($0.label) \($0.value)" }.joined(separator: "; ")
    sink.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" role="img" \
      viewBox="0 0 \(width) \(height)" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
      <title>\(xml(title)), as of \(report.results.asOf)</title>

      """
    )
    for (index, line) in shown.enumerated() {
      sink.write(line.markup(top: index * (Self.height + Self.gap), height: Self.height))
    }
    sink.write("</svg>\n")
  }

  /// A colour on which white text has a contrast of at least 4.5.
  private static func color(_ decision: GateDecision) -> String {
    switch decision {
    case .approve: "#1a7f37"
    case .hold: "#8a6100"
    case .deny: "#b3261e"
    }
  }

  private struct Line {
    let label: String
    let value: String
    let color: String

    /// Seven units a column and a margin on both sides; text is fitted to it, whatever the font.
    var labelWidth: Int { columns(label) * 7 + 12 }
    var valueWidth: Int { columns(value) * 7 + 12 }
    var width: Int { labelWidth + valueWidth }

    func markup(top: Int, height: Int) -> String {
      """
      <g transform="translate(0 \(top))" fill="#fff">
      <rect width="\(labelWidth)" height="\(height)" fill="#3d444d"/>
      <rect x="\(labelWidth)" width="\(valueWidth)" height="\(height)" fill="\(color)"/>
      <text x="6" y="14" textLength="\(labelWidth - 12)">\(xml(label))</text>
      <text x="\(labelWidth + 6)" y="14" textLength="\(valueWidth - 12)">\(xml(value))</text>
      </g>

      """
    }
  }
}
