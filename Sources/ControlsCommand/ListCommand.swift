import ControlAssessment
import ControlEvidence
import ControlFrameworks
import ControlModel
import ControlTesting

extension Command {
  /// Lists what there is.
  static let list = Command(
    name: "list",
    summary: "list controls, profiles, requirements, kinds, formats, parameters or subjects",
    operands: "controls|profiles|requirements|kinds|formats|parameters|subjects",
    operandCount: 1...1,
    options: [
      CommandOption("evidence", "DIR", "folder of evidence, for subjects (default: evidence)"),
      CommandOption(
        "policy",
        "FILE",
        "policy file, for parameters (default: controls/policy.yaml)"
      ),
      CommandOption("subject", "NAME", "only this subject"),
      CommandOption(
        "filter",
        "WORD",
        "only controls whose id, suite or requirement starts with WORD"
      ),
      CommandOption(
        "format",
        "FORMAT",
        "of controls: text, markdown, json or pages (default: text)"
      ),
      CommandOption("output", "DIR", "folder for --format pages"),
      CommandOption(
        "examples",
        "DIR",
        "folder of fixture files, ID.yaml, out of which pages show cases"
      ),
    ] + CommandOption.frameworks + CommandOption.mappings,
    discussion: ""
  ) { session in
    let lists: [(name: String, rows: (Session) throws -> [[String]])] = [
      ("controls", controls), ("profiles", profiles), ("requirements", requirements),
      ("kinds", kinds),
      ("formats", formats), ("parameters", parameters), ("subjects", subjects),
    ]
    let wanted = session.arguments.operands[0]
    guard let list = lists.first(where: { $0.name == wanted }) else {
      throw UsageProblem.unknown("list", wanted, among: lists.map(\.name))
    }
    let word = session.arguments.value("format") ?? CatalogueFormat.text.rawValue
    guard let format = CatalogueFormat(rawValue: word) else {
      throw UsageProblem.unknown("format", word, among: CatalogueFormat.allCases.map(\.rawValue))
    }
    if format != .text {
      guard wanted == "controls" else {
        throw UsageProblem("--format \(word) is for controls list controls")
      }
      try session.writeCatalogue(format)
      return .approve
    }
    session.console.write(Columns.text(try list.rows(session), width: session.console.width))
    return .approve
  }

  private static func controls(_ session: Session) -> [[String]] {
    let word = session.arguments.value("filter") ?? ""
    return session.controls.map(\.description).filter { $0.matches(word) }.map { control in
      [
        control.id, control.severity.rawValue, control.mode.rawValue, control.blocksFrom.rawValue,
        control.title,
      ]
    }
  }

  private static func profiles(_ session: Session) -> [[String]] {
    session.profiles.map { profile in
      [
        profile.name, profile.tier.rawValue, "\(profile.controls.count) controls",
        "\(profile.title). \(profile.purpose)",
      ]
    }
  }

  private static func requirements(_ session: Session) -> [[String]] {
    let map = session.requirementMap
    return session.catalogs.flatMap { catalog in
      catalog.items.map { item in
        let entry = map.entry(for: item.requirement)
        let through =
          entry.through.isEmpty
          ? "" : " through \(entry.through.map(\.id).joined(separator: ", "))"
        let covered =
          entry.isUncovered
          ? "uncovered"
          : entry.satisfiedBy.isEmpty
            ? "supported by \(entry.supportedBy.map(\.id).joined(separator: ", "))"
            : "satisfied by \(entry.satisfiedBy.map(\.id).joined(separator: ", "))"
        return [catalog.framework.name, item.requirement.id, item.name, covered + through]
      }
    }
  }

  private static func kinds(_ session: Session) -> [[String]] {
    EvidenceKind.all.map { kind in
      [
        kind.kind.name, kind.recordTypes.map { $0.recordName }.joined(separator: ", "),
        kind.summary,
      ]
    }
  }

  private static func formats(_ session: Session) throws -> [[String]] {
    let mapped = try session.mappings().map { reader in
      let format = reader.format
      return [
        format.id, format.kinds.map(\.name).joined(separator: ", "),
        "\(format.title); written by \(format.writtenBy); mapping \(reader.mapping.path)",
      ]
    }
    return mapped
      + EvidenceReaders.formats.map { format in
        let kinds =
          format.kinds.count > 10 ? "any kind" : format.kinds.map(\.name).joined(separator: ", ")
        return [format.id, kinds, "\(format.title); written by \(format.writtenBy)"]
      }
  }

  private static func parameters(_ session: Session) throws -> [[String]] {
    let policy = try session.policy().value
    var known: [String: PolicyParameter] = [:]
    for parameter in session.controls.flatMap(\.parameters) { known[parameter.name] = parameter }
    return known.values.sorted { $0.name < $1.name }.map { parameter in
      let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
      let value = policy.value(of: parameter)
      let origin =
        value == parameter.defaultValue ? "the default" : "default \(parameter.defaultValue)\(unit)"
      let source = policy.sources[parameter.name].map { "; source: \($0)" } ?? ""
      return [parameter.name, "\(value)\(unit) (\(origin)\(source)). \(parameter.meaning)"]
    }
  }

  private static func subjects(_ session: Session) throws -> [[String]] {
    try session.inventories(Policy()).map { inventory in
      let subject = inventory.subject
      return [
        subject.id, subject.kind.rawValue, subject.tier.rawValue, subject.owner,
        "\(inventory.files.count) files", subject.name,
      ]
    }
  }
}

/// Rows of cells as aligned columns; the last one takes what room is left.
enum Columns {
  /// The rows as text.
  ///
  /// - Parameters:
  ///   - rows: The cells; each row as long as the others.
  ///   - width: How many columns the terminal has.
  /// - Returns: One or more lines for each row.
  static func text(_ rows: [[String]], width: Int) -> String {
    guard let count = rows.first?.count else { return "" }
    let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    // Where the room for the last column is too small to read, it stands on a line of its own.
    let isWrapped = width - before < 24
    return rows.map { row in
      let head = zip(row, widths).dropLast().map { Help.padded($0, $1) }.joined(separator: "  ")
      let last = row.last ?? ""
      if isWrapped {
        return trimmed(head) + "\n    " + wrapped(last, width - 4).joined(separator: "\n    ")
          + "\n"
      }
      let lines = wrapped(last, width - before)
      let indent = String(repeating: " ", count: before)
      return trimmed(head + "  " + lines.joined(separator: "\n" + indent)) + "\n"
    }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The text in lines of at most so many characters, broken at blanks.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}
