import ControlFrameworks
import ControlModel

/// Coverage for a terminal: totals of each framework, then its requirements one by one.
enum CoverageText {
  static func render(_ coverage: Coverage, width: Int, totalsOnly: Bool) -> String {
    var lines: [String] = []
    for section in coverage.sections {
      lines += totals(section, width: width) + [""]
      if !totalsOnly { lines += section.rows.flatMap { row($0, width: width) } + [""] }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func totals(_ section: Coverage.Section, width: Int) -> [String] {
    let modes: [ControlDescription.Mode?] =
      [.automated, .hybrid, .attested] + (section.unratedCount > 0 ? [nil] : [])
    let names = modes.map { $0?.rawValue ?? "not rated" }
    var lines = fitted("\(section.catalog.framework)  \(section.catalog.title)", width)
    lines.append(
      "  \(Help.padded("\(section.requirements.count) requirements", 22))"
        + names.map { right($0, 11) }.joined()
    )
    for standing in Coverage.Standing.allCases {
      let counts = modes.map { right("\(section.count(standing, $0))", 11) }
      lines.append("  \(Help.padded(standing.words, 22))\(counts.joined())")
    }
    let bold = section.requirements.filter(\.claimsMoreThanFilesShow).map(\.item.requirement.id)
    if !bold.isEmpty {
      lines += wrapped(
        "  beware",
        "satisfied by automated controls alone, though people must state a part: "
          + bold.joined(separator: ", "),
        12,
        width
      )
    }
    return lines
  }

  private static func row(_ row: Coverage.Row, width: Int) -> [String] {
    let item = row.item
    let name = item.name == item.requirement.id ? "" : "  \(item.name)"
    var lines = fitted("\(item.requirement.id)\(name)", width)
    let through = row.entry.through.map(\.id)
    if !through.isEmpty {
      lines += wrapped("  through", through.joined(separator: ", "), 12, width)
    }
    for (label, controls) in [
      ("  satisfied", row.entry.satisfiedBy), ("  supported", row.entry.supportedBy),
    ] {
      for mode in ControlDescription.Mode.allCases {
        let ids = controls.filter { $0.mode == mode }.map(\.id)
        if ids.isEmpty { continue }
        lines += wrapped(label, "\(mode.rawValue): \(ids.joined(separator: ", "))", 12, width)
      }
    }
    if row.standing == .uncovered { lines.append("  uncovered  no control maps to it") }
    if let rating = row.rating {
      lines += wrapped("  mode", "\(rating.mode.rawValue): \(rating.mode.whatFilesShow)", 12, width)
      lines += wrapped("  asserts", rating.assertion, 12, width)
    }
    if !row.evidenceKinds.isEmpty {
      let kinds = row.evidenceKinds.map(\.name).joined(separator: ", ")
      lines += wrapped("  evidence", kinds, 12, width)
    }
    return lines
  }

  private static func wrapped(
    _ label: String,
    _ text: String,
    _ column: Int,
    _ width: Int
  )
    -> [String]
  {
    Columns.wrapped(text, width - column - 1).enumerated().map { offset, line in
      Help.padded(offset == 0 ? label : "", column + 1) + line
    }
  }

  /// The line as it is where it fits, else broken at blanks.
  private static func fitted(_ line: String, _ width: Int) -> [String] {
    line.count <= width ? [line] : Columns.wrapped(line, width)
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Coverage.Standing {
  /// The words a person reads.
  var words: String {
    switch self {
    case .satisfied: "satisfied"
    case .supported: "supported only"
    case .uncovered: "uncovered"
    }
  }
}
