public import ControlModel

/// A work list as a document for people or for a tracker.
public enum WorkFormat: String, Sendable, Hashable, CaseIterable {
  /// Headings for owners and systems, one box to tick for each remedy.
  case markdown
  /// One row for each record to mend, so that rows can be sorted, assigned and closed.
  case csv

  /// The whole document.
  ///
  /// - Parameters:
  ///   - list: The work.
  ///   - results: The results that it comes from.
  /// - Returns: The document's text, ending in a line feed.
  public func render(_ list: WorkList, of results: AssessmentResults) -> String {
    switch self {
    case .markdown: WorkMarkdown.text(list, results)
    case .csv: WorkCSV.text(list)
    }
  }
}

/// Work in Markdown.
private enum WorkMarkdown {
  /// How many records of one remedy are named; the rest is counted.
  static let recordLimit = 20

  static func text(_ list: WorkList, _ results: AssessmentResults) -> String {
    var lines = ["# Work before the gate opens", "", "As of \(results.asOf)."]
    if list.groups.isEmpty { lines += ["", "Nothing is to be done."] }
    var owner: String?
    for group in list.groups {
      if group.owner != owner { lines += ["", "## \(markdown(group.owner))"] }
      owner = group.owner
      lines += ["", "### \(markdown(group.system))", ""]
      for item in group.items { lines += text(item) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ item: WorkItem) -> [String] {
    let head =
      "- [ ] **\(markdown(item.control))** \(item.need.label), \(item.severity.rawValue): "
      + "\(markdown(item.remedy))"
    var lines = [head, "  - subject \(markdown(item.subject)): \(markdown(item.title))"]
    if !item.problem.isEmpty { lines.append("  - because \(markdown(item.problem))") }
    for record in item.records.prefix(recordLimit) {
      lines.append("  - \(markdown(record.record)): \(markdown(record.problem))")
    }
    let more = item.records.count - recordLimit
    if more > 0 { lines.append("  - and \(counted(more, "more record"))") }
    if item.isCut { lines.append("  - and more records than the policy keeps as examples") }
    return lines
  }
}

/// Work as comma-separated values (RFC 4180), one row for each record.
private enum WorkCSV {
  static let header = [
    "owner", "system", "need", "severity", "subject", "control", "title", "record", "place",
    "problem", "remedy",
  ]

  static func text(_ list: WorkList) -> String {
    var rows = [header]
    for group in list.groups {
      for item in group.items {
        let head = [
          group.owner, group.system, item.need.label, item.severity.rawValue, item.subject,
          item.control, item.title,
        ]
        if item.records.isEmpty { rows.append(head + ["", "", item.problem, item.remedy]) }
        for record in item.records {
          rows.append(head + [record.record, record.place, record.problem, item.remedy])
        }
      }
    }
    return rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that no spreadsheet program takes for a formula and no character of which acts.
  private static func cell(_ text: String) -> String {
    var shown = visible(text)
    let first = shown.first { $0 != " " } ?? " "
    if "=+-@|%".contains(first) { shown = "'" + shown }
    let isPlain = !shown.contains { ",\"'".contains($0) }
    if isPlain, !shown.hasPrefix(" "), !shown.hasSuffix(" ") { return shown }
    let parts = shown.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
