import ControlFrameworks
import ControlModel
import ControlTesting

extension Command {
  /// Shows which requirements controls answer, how, and what the others would take.
  static let coverage = Command(
    name: "coverage",
    summary: "show which requirements controls answer, how, and what the others would take",
    operands: "[FRAMEWORK]",
    operandCount: 0...4,
    options: CommandOption.frameworks + [
      CommandOption("format", "FORMAT", "text, markdown or csv (default: text)"),
      CommandOption("totals", nil, "print the totals only"),
    ],
    discussion: """
      FRAMEWORK is an id such as NIST-CSF-2.0, or a name such as "csf"; without it all frameworks
      of the matrix are shown. What files decide and what people state is never added up.
      """
  ) { session in
    let formats: [(name: String, render: (Coverage, Int, Bool) -> String)] = [
      ("text", CoverageText.render), ("markdown", CoverageMarkdown.render),
      ("csv", CoverageTable.render),
    ]
    let wanted = session.arguments.value("format") ?? "text"
    guard let format = formats.first(where: { $0.name == wanted }) else {
      throw UsageProblem.unknown("format", wanted, among: formats.map(\.name))
    }
    let name = session.arguments.operands.joined(separator: " ")
    let catalogs = name.isEmpty ? session.catalogs : [try session.catalog(name)]
    let coverage = Coverage(
      controls: session.controls.map(\.description),
      links: session.frameworks.links,
      catalogs: catalogs
    )
    session.console.write(
      format.render(coverage, session.console.width, session.arguments.has("totals"))
    )
    return .approve
  }
}

extension Session {
  /// The catalogue that a word names: an id, or a name that people use.
  ///
  /// - Throws: ``UsageProblem`` where no catalogue has the name.
  func catalog(_ name: String) throws -> Catalog {
    let lower = name.lowercased()
    if let catalog = knownCatalogs.first(where: { $0.framework.name.lowercased() == lower }) {
      return catalog
    }
    if let framework = Catalogs.framework(named: name), let catalog = Catalogs.catalog(framework) {
      return catalog
    }
    throw UsageProblem.unknown("framework", name, among: knownCatalogs.map(\.framework.name))
  }
}
