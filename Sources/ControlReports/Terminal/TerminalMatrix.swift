import ControlModel

/// The matrix for a terminal: the tables first, then findings, and the decisions last, where the
/// reader's eye rests.
///
/// The wording is for people and may change; programs read ``ResultsJSON``.
public struct TerminalMatrix: Sendable {
  /// Whether every requirement has a line and every control its findings; else uncovered requirements
  /// are counted under their category, and the findings are those of the most severe controls.
  public var showsAll: Bool
  /// Of how many controls of a subject the findings are written out; the others are counted.
  public var controlsPerSubject: Int
  /// How many findings of one control are written out; the others are counted.
  public var findingsPerControl: Int

  /// Creates a matrix for terminals.
  ///
  /// - Parameters:
  ///   - showsAll: Whether every requirement has a line and every control its findings.
  ///   - controlsPerSubject: Of how many controls of a subject the findings are written out.
  ///   - findingsPerControl: How many findings of one control are written out.
  public init(showsAll: Bool = false, controlsPerSubject: Int = 10, findingsPerControl: Int = 3) {
    self.showsAll = showsAll
    self.controlsPerSubject = controlsPerSubject
    self.findingsPerControl = findingsPerControl
  }

  /// The matrix with uncovered requirements folded and a few findings for each control.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used; words say everything without them.
  /// - Returns: Lines of at most the width, each ending in a line feed.
  public static func render(_ report: Report, width: Int, color: Bool) -> String {
    Self().render(report, width: width, color: color)
  }

  /// The matrix as configured.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  /// - Returns: Lines of at most the width, each ending in a line feed.
  public func render(_ report: Report, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    let results = report.results
    let counts = """
      Control assessment as of \(results.asOf): \(counted(results.subjects.count, "subject")), \
      \(counted(results.controls.count, "control"))
      """
    for line in wrapped(counts, to: page.width) { page.line(page.ink(line, .bold)) }
    writeProfiles(of: report, to: &page)
    for section in report.sections { write(section, of: report, to: &page) }
    for result in results.subjects { writeFindings(of: result, in: report, to: &page) }
    writeDecisions(of: report, to: &page)
    writeProfileDecisions(of: report, to: &page)
    return page.text
  }

  /// The decisions alone, with what blocks.
  ///
  /// - Parameters:
  ///   - report: The finished results.
  ///   - width: How many columns the window has; less than 48 counts as 48.
  ///   - color: Whether ANSI colours are used.
  /// - Returns: Lines of at most the width, each ending in a line feed.
  public func decisions(_ report: Report, width: Int, color: Bool) -> String {
    var page = TerminalPage(width: width, usesColor: color)
    writeDecisions(of: report, to: &page)
    writeProfileDecisions(of: report, to: &page)
    return page.text
  }
}
