import ControlEvidence
import ControlModel
import ControlReports

/// Cases cut out of a control's fixture file, as it writes them.
enum FixtureExcerpt {
  /// What a fixture file shows of its control.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file's path, for messages.
  /// - Returns: What the cases share, the first that passes and the first that fails.
  /// - Throws: ``Diagnostic`` where the file is no YAML that may be read.
  static func read(_ bytes: [UInt8], path: String) throws(Diagnostic) -> CatalogueExample {
    let root = try ConfigurationDocument.read(bytes, path: path)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let cases = root["cases"]?.elements ?? []
    /// The lines of a case: from its own to the next one's.
    func text(_ index: Int) -> String? {
      let start = cases[index].line - 1
      let end = index + 1 < cases.count ? cases[index + 1].line - 1 : lines.count
      guard lines.indices.contains(start), start < end, end <= lines.count else { return nil }
      return trimmed(lines[start..<end])
    }
    func first(_ outcome: String) -> String? {
      cases.indices.first { cases[$0]["outcome"]?.string == outcome }.flatMap(text)
    }
    let heading = lines.firstIndex { $0.hasPrefix("records:") }
    let end = lines.firstIndex { $0.hasPrefix("cases:") }
    var shared = ""
    if let heading, let end, heading < end { shared = trimmed(lines[heading..<end]) }
    return CatalogueExample(shared: shared, passing: first("pass"), failing: first("fail"))
  }

  private static func trimmed(_ lines: ArraySlice<String>) -> String {
    var lines = lines
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
