import ControlFrameworks
import ControlModel

extension Command {
  /// Compares a catalogue that comes with the tool with an official file.
  static let frameworksCompare = Command(
    name: "frameworks compare",
    summary: "compare a catalogue that comes with the tool with its publisher's file",
    operands: "FILE [FRAMEWORK]",
    operandCount: 1...5,
    options: [],
    discussion: """
      FILE is an OSCAL catalogue in JSON, or a CSV with the columns id and title. FRAMEWORK may be
      left out where the file's title or name says it.
      Exit codes: 0 equal, 1 something differs, 64 wrong usage, 65 the file cannot be read.
      """
  ) { session in
    let path = session.arguments.operands[0]
    let name = session.arguments.operands.dropFirst().joined(separator: " ")
    let (value, _) = try FrameworkFiles.data(at: path)
    let file = try FrameworkFiles.imported { () throws(ImportProblems) in
      try CatalogImport.read(value, path: path)
    }
    let catalog: Catalog
    if name.isEmpty {
      let words = [file.catalog.title, file.catalog.framework.name]
      guard let framework = words.lazy.compactMap({ Catalogs.framework(named: $0) }).first,
        let found = Catalogs.catalog(framework)
      else {
        throw UsageProblem(
          "\(path) does not say which framework it is; name one of "
            + Catalogs.frameworks.map(\.name).joined(separator: ", ")
        )
      }
      catalog = found
    } else {
      catalog = try session.catalog(name)
    }
    let comparison = CatalogComparison(catalog, with: file)
    session.console.write(text(comparison, path, session.console.width))
    return comparison.isEmpty ? .approve : .deny
  }

  private static func lines(_ items: [WithdrawnItem]) -> [String] {
    items.map { item in
      (item.id == item.title ? item.id : "\(item.id)  \(item.title)")
        + (item.successors.isEmpty ? "" : "; now \(item.successors.joined(separator: ", "))")
    }
  }

  private static func text(_ comparison: CatalogComparison, _ path: String, _ width: Int) -> String
  {
    let catalog = comparison.catalog
    var lines = Columns.wrapped(
      "\(catalog.framework) (\(catalog.items.count) items) and \(path)",
      width
    )
    func list(_ word: String, _ texts: [String]) {
      if texts.isEmpty { return }
      lines.append("")
      lines.append("\(word): \(texts.count)")
      for text in texts {
        let parts = text.count <= width - 2 ? [text] : Columns.wrapped(text, width - 4)
        lines += parts.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
      }
    }
    list("added", comparison.added.map { "\($0.requirement.id)  \($0.title)" })
    list("withdrawn with an older version, and not marked so", Self.lines(comparison.unmarked))
    list("removed", comparison.removed.map { "\($0.requirement.id)  \($0.title)" })
    list("withdrawn", Self.lines(comparison.withdrawn))
    list("retitled", comparison.retitled.map { "\($0.id)  \"\($0.ours)\" is now \"\($0.theirs)\"" })
    list("reworded", comparison.reworded.map { "\($0.id)  \"\($0.ours)\" is now \"\($0.theirs)\"" })
    if comparison.leftOutCount > 0 {
      lines += [
        "", "\(comparison.leftOutCount) items of the file are outside the catalogue's selection",
      ]
    }
    if comparison.isEmpty { lines += ["", "no difference"] }
    return lines.joined(separator: "\n") + "\n"
  }
}
