public import ControlModel

/// The one list of forms in which an answer of the trust graph is written.
public enum TrustFormat: String, Sendable, CaseIterable {
  /// For a terminal.
  case text
  /// For programs; the members are those of ``TrustAnswer``.
  case json
  /// For Graphviz.
  case dot
  /// For Markdown that draws Mermaid diagrams.
  case mermaid
  /// For BloodHound, in its OpenGraph form.
  case opengraph

  /// Writes an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - width: How many columns a terminal has; counts for ``text`` alone.
  ///   - color: Whether ANSI colours are used; counts for ``text`` alone.
  /// - Returns: The document, ending in a line feed.
  public func render(_ answer: TrustAnswer, width: Int, color: Bool) -> String {
    switch self {
    case .text: TrustText.render(answer, width: width, color: color)
    case .json: TrustJSON.render(answer)
    case .dot: TrustDOT.render(answer)
    case .mermaid: TrustMermaid.render(answer)
    case .opengraph: TrustOpenGraph.render(answer)
    }
  }
}
