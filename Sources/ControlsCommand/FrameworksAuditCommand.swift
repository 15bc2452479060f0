import ControlFrameworks
import ControlModel

extension Command {
  /// Audits somebody else's mapping against the official catalogues.
  static let frameworksAudit = Command(
    name: "frameworks audit",
    summary: "check somebody else's mapping file against the official catalogues",
    operands: "FILE",
    operandCount: 1...1,
    options: [
      CommandOption("against", "FRAMEWORK", "the framework it speaks of (default: what it says)")
    ],
    discussion: """
      Reads Prowler's compliance JSON, a CISO Assistant library in YAML, or a CSV of items
      (id,title) or crosswalk rows (from_framework,from_id,to_framework,to_id,…).
      Exit codes: 0 clean, 1 something differs, 64 wrong usage, 65 the file cannot be read.
      """
  ) { session in
    let path = session.arguments.operands[0]
    let against = try session.arguments.value("against").map { try session.catalog($0).framework }
    let (value, _) = try FrameworkFiles.data(at: path)
    let file = try FrameworkFiles.imported { () throws(ImportProblems) in
      try MappingFile(value, path: path, framework: against)
    }
    var isClean = true
    var lines: [String] = []
    for part in file.parts {
      guard let framework = part.framework, let catalog = Catalogs.catalog(framework) else {
        lines += [
          "\(part.name): no catalogue here; \(Set(part.entries.map(\.id)).count) ids were not checked",
          "",
        ]
        continue
      }
      let audit = MappingAudit(part, against: catalog)
      isClean = isClean && audit.isClean
      lines += AuditText.lines(of: audit, path: path, width: session.console.width) + [""]
    }
    session.console.write(lines.dropLast().joined(separator: "\n") + "\n")
    return isClean ? .approve : .deny
  }
}

/// An audit as text.
enum AuditText {
  static func lines(of audit: MappingAudit, path: String, width: Int) -> [String] {
    let catalog = audit.catalog
    let total = catalog.items.count { !$0.kind.isGroup && !$0.isWithdrawn }
    let counts: [(String, Int)] = [
      ("unknown", audit.count("unknown")), ("withdrawn", audit.count("withdrawn")),
      ("other spelling", audit.count("spelling")), ("other title", audit.count("title")),
      ("other text", audit.count("text")), ("repeated", audit.count("repeated")),
    ]
    var lines = Columns.wrapped(
      "\(audit.name) against \(catalog.title) (\(catalog.framework))",
      width
    )
    lines.append("  \(Help.padded("ids in the file", 16)) \(audit.idCount)")
    lines += counts.filter { $0.1 > 0 }.map { "  \(Help.padded($0.0, 16)) \($0.1)" }
    if audit.uncheckedCount > 0 {
      lines.append(
        "  \(Help.padded("not checked", 16)) \(audit.uncheckedCount), outside the catalogue's selection"
      )
    }
    lines.append("  \(Help.padded("absent", 16)) \(audit.absent.count) of \(total) requirements")
    if !audit.findings.isEmpty { lines.append("") }
    for finding in audit.findings {
      let text =
        "\(path):\(finding.line): finding[\(finding.problem.word)] \(finding.id): \(finding.problem.text)"
      lines += Columns.wrapped(text, width).enumerated().map { $0 == 0 ? $1 : "  " + $1 }
    }
    if !audit.absent.isEmpty, audit.isList {
      lines.append("")
      let ids = audit.absent.map(\.requirement.id).joined(separator: ", ")
      lines += Columns.wrapped("absent: \(ids)", width - 2).enumerated().map {
        $0 == 0 ? $1 : "  " + $1
      }
    }
    return lines
  }
}

extension MappingAudit.Problem {
  /// What is wrong, in words.
  fileprivate var text: String {
    switch self {
    case .unknown(let near): "no such item\(near.map { "; the nearest is \($0)" } ?? "")"
    case .spelling(let official): "the official spelling is \(official)"
    case .withdrawn(let successors):
      successors.isEmpty
        ? "withdrawn, without a successor" : "withdrawn; now \(successors.joined(separator: ", "))"
    case .title(let official): "the official title is \"\(official)\""
    case .text(let owner?, _, _): "the text is that of \(owner.id) (\(owner.framework))"
    case .text(nil, let found, let official):
      "the text says \"\(found)\", the official one \"\(official)\""
    case .repeated(let line): "stands in line \(line) too"
    }
  }
}
