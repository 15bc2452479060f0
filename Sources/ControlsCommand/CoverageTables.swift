import ControlFrameworks
import ControlModel

/// Coverage as CSV by RFC 4180, one row for each requirement.
enum CoverageTable {
  private static let columns = [
    "framework", "id", "name", "standing", "answered", "satisfied_automated", "satisfied_hybrid",
    "satisfied_attested", "supported_by", "through", "rated", "evidence_kinds",
    "what_a_check_asserts",
    "what_files_show",
  ]

  static func render(_ coverage: Coverage, width: Int, totalsOnly: Bool) -> String {
    if totalsOnly { return totals(coverage) }
    let rows = coverage.sections.flatMap { section in section.rows.map(cells) }
    return ([columns] + rows).map(line).joined()
  }

  private static func cells(_ row: Coverage.Row) -> [String] {
    let requirement = row.item.requirement
    let rating = row.rating
    return [
      requirement.framework.name, requirement.id, row.item.name, row.standing.rawValue,
      row.mode?.rawValue ?? "", satisfying(row, .automated), satisfying(row, .hybrid),
      satisfying(row, .attested), row.entry.supportedBy.map(\.id).joined(separator: ";"),
      row.entry.through.map(\.id).joined(separator: ";"), rating?.mode.rawValue ?? "",
      row.evidenceKinds.map(\.name).joined(separator: ";"), rating?.assertion ?? "",
      rating?.mode.whatFilesShow ?? "",
    ]
  }

  /// The counts, one row for each framework, standing and mode; nothing in it is a sum.
  private static func totals(_ coverage: Coverage) -> String {
    let rows = coverage.sections.flatMap { section in
      Coverage.Standing.allCases.flatMap { standing in
        ([.automated, .hybrid, .attested, nil] as [ControlDescription.Mode?]).map { mode in
          [
            section.catalog.framework.name, standing.rawValue, mode?.rawValue ?? "",
            "\(section.count(standing, mode))",
          ]
        }
      }
    }
    return ([["framework", "standing", "mode", "requirements"]] + rows).map(line).joined()
  }

  private static func satisfying(_ row: Coverage.Row, _ mode: ControlDescription.Mode) -> String {
    row.entry.satisfiedBy.filter { $0.mode == mode }.map(\.id).joined(separator: ";")
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// A cell, quoted where it must be, that no spreadsheet takes for a formula.
  private static func cell(_ text: String) -> String {
    let text = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

/// Coverage in Markdown: totals, then a table of requirements for each framework.
enum CoverageMarkdown {
  static func render(_ coverage: Coverage, width: Int, totalsOnly: Bool) -> String {
    var lines = [
      "# Coverage", "",
      "What files decide and what people state are counted apart and never added up.", "",
      "| framework | requirements | standing | automated | hybrid | attested | not rated |",
      "| --- | ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    for section in coverage.sections {
      for standing in Coverage.Standing.allCases {
        let modes: [ControlDescription.Mode?] = [.automated, .hybrid, .attested, nil]
        let counts = modes.map { "\(section.count(standing, $0))" }
        lines.append(
          row(
            [section.catalog.framework.name, "\(section.requirements.count)", standing.words]
              + counts
          )
        )
      }
    }
    for section in coverage.sections where !totalsOnly {
      lines += ["", "## \(escaped(section.catalog.title))", ""]
      lines += [
        "| id | name | standing | controls | rated | evidence | what a check asserts |",
        "| --- | --- | --- | --- | --- | --- | --- |",
      ]
      lines += section.rows.map(requirement)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func requirement(_ row: Coverage.Row) -> String {
    let through = row.entry.through.map(\.id)
    let controls =
      row.entry.satisfiedBy.map { "\($0.id) (\($0.mode.rawValue))" }
      + row.entry.supportedBy.map { "supports: \($0.id) (\($0.mode.rawValue))" }
      + (through.isEmpty ? [] : ["through \(through.joined(separator: ", "))"])
    return self.row([
      row.item.requirement.id, row.item.name, row.standing.words,
      controls.joined(separator: "; "),
      row.rating.map { "\($0.mode.rawValue): \($0.mode.whatFilesShow)" } ?? "",
      row.evidenceKinds.map(\.name).joined(separator: ", "), row.rating?.assertion ?? "",
    ])
  }

  private static func row(_ cells: [String]) -> String {
    "| \(cells.map(escaped).joined(separator: " | ")) |"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "`", "*", "_", "<", "[": result += "\\\(character)"
      case "\n", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
