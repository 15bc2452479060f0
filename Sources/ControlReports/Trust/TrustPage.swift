/// Lines about the trust graph for a terminal.
public struct TrustPage: Sendable {
  private var page: TerminalPage

  /// Creates an empty page.
  ///
  /// - Parameters:
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  public init(width: Int, color: Bool) {
    page = TerminalPage(width: width, usesColor: color)
  }

  /// What was written, each line of at most the width.
  public var text: String { page.text }

  /// Adds a heading after an empty line.
  ///
  /// - Parameter words: The heading.
  public mutating func heading(_ words: String) { page.heading(words) }

  /// Adds a short line as it is.
  ///
  /// - Parameter text: The line; empty for none.
  public mutating func line(_ text: String = "") { page.line(text) }

  /// Adds a text, later lines indented under the first.
  ///
  /// - Parameters:
  ///   - label: What stands before it; empty for nothing.
  ///   - words: The text.
  public mutating func entry(_ label: String, _ words: String) {
    page.entry(label, words, indent: 2, gutter: label.isEmpty ? 0 : 6)
  }

  /// Says how many more there are, where there are.
  ///
  /// - Parameter count: How many were left out; zero or less for none.
  public mutating func rest(_ count: Int) {
    if count > 0 { page.line("  and \(count) more") }
  }
}
