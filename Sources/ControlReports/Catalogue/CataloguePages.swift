public import ControlFrameworks
import ControlModel

/// The catalogue of controls as documents: a page for each, and an index with figures.
///
/// The same suites give the same bytes; no policy file is asked, so that limits are the defaults.
public struct CataloguePages: Sendable {
  /// The name of the index beside the pages.
  public static let indexName = "README.md"

  let entries: [CatalogueEntry]
  let coverage: Coverage
  let sources: [EvidenceKind: CatalogueSource]

  /// Takes the catalogue in.
  ///
  /// - Parameters:
  ///   - entries: The controls, in the order of their suites.
  ///   - catalogs: The frameworks whose figures the index shows.
  ///   - sources: Where evidence comes from.
  public init(
    _ entries: [CatalogueEntry],
    catalogs: [Catalog],
    sources: [CatalogueSource]
  ) {
    self.entries = entries
    coverage = Coverage(controls: entries.map(\.control), links: [], catalogs: catalogs)
    self.sources = Dictionary(
      sources.map { ($0.kind.kind, $0) },
      uniquingKeysWith: { one, _ in one }
    )
  }

  /// Every document, by its file's name: the pages in order, then the index.
  public var documents: [(name: String, text: String)] {
    entries.map { ("\($0.control.id).md", page(of: $0)) } + [(Self.indexName, index)]
  }

  /// The page of one control, ending in a line feed.
  ///
  /// - Parameter entry: The control.
  /// - Returns: The page in Markdown.
  func page(of entry: CatalogueEntry) -> String {
    let control = entry.control
    var parts = ["# \(control.id): \(markdown(control.title))"]
    if !control.rationale.isEmpty { parts.append(markdown(control.rationale)) }
    parts.append(facts(of: entry))
    parts.append("## Evidence\n\n" + evidence(of: control))
    if !control.asks.isEmpty { parts.append("## Statements\n\n" + statements(of: control)) }
    if !entry.limits.isEmpty { parts.append("## Limits\n\n" + limits(of: entry)) }
    parts.append("## Requirements\n\n" + mappings(of: control))
    parts.append("## Remedy\n\n" + markdown(control.remedy))
    if !control.references.isEmpty {
      parts.append("## References\n\n" + control.references.map(reference).joined(separator: "\n"))
    }
    if let example = entry.example { parts.append(contentsOf: examples(example)) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func facts(of entry: CatalogueEntry) -> String {
    let control = entry.control
    var table = MarkdownTable("", "")
    table.row("Severity", control.severity.rawValue)
    table.row("Mode", control.mode.label)
    let gate = control.isHardGate ? "; a hard gate, which no waiver opens" : ""
    table.row("Blocks from", control.blocksFrom.rawValue + gate)
    table.row("Judges", Self.judged(control))
    table.row("Applies to", Self.applies(control))
    if let proof = control.coreProof { table.row("Core proof", proof.label.lowercased()) }
    if !entry.profiles.isEmpty { table.row("Profiles", entry.profiles.joined(separator: ", ")) }
    table.row("Written in", "`\(control.suite)`, `\(Self.file(control.source))`")
    return table.markdown.trimmed
  }

  private static func judged(_ control: ControlDescription) -> String {
    switch control.shape {
    case .record: "each \(control.population)"
    case .fold: "each \(control.population), all of them in one pass"
    case .subject: "the subject as a whole"
    }
  }

  static func applies(_ control: ControlDescription) -> String {
    let kinds = Subject.Kind.allCases.filter(control.subjectKinds.contains).map(\.label)
    let tiers = Tier.allCases.filter(control.tiers.contains).map(\.rawValue)
    return (kinds.isEmpty ? "every subject" : kinds.joined(separator: ", "))
      + (tiers.isEmpty ? "" : "; in \(tiers.joined(separator: ", "))")
  }

  /// The file without the line, which moves with every edit above it.
  private static func file(_ source: String) -> String {
    source.split(separator: ":").first.map(String.init) ?? source
  }

  private func evidence(of control: ControlDescription) -> String {
    if control.needs.isEmpty { return "It names none." }
    var table = MarkdownTable("Kind", "At most", "Comes from", "Formats")
    for need in control.needs {
      let age = need.maximumAge?.words ?? "what the policy says"
      for (index, kind) in need.kinds.enumerated() {
        let name = (index > 0 ? "or " : "") + "`\(kind.name)`"
        let source = sources[kind]
        let formats = (source?.formats ?? []).map { "`\($0)`" }.joined(separator: ", ")
        table.row(
          name,
          age,
          markdown(source?.kind.sources ?? ""),
          formats.isEmpty ? "canonical, or a mapping file" : formats
        )
      }
    }
    return table.markdown.trimmed
  }

  private func statements(of control: ControlDescription) -> String {
    control.asks.map { statement in
      let roles =
        statement.roles.isEmpty ? "who holds a role" : statement.roles.joined(separator: " or ")
      let duty = statement.duty.map { ", accountable for \($0)" } ?? ""
      let topics =
        statement.topics.isEmpty
        ? "any document" : "a document on \(statement.topics.joined(separator: " or "))"
      return "- `\(statement.name)`: \"\(markdown(statement.claim))\" Signed by \(markdown(roles))"
        + "\(markdown(duty)), resting on \(markdown(topics)); at most as old as "
        + "`\(statement.maximumAge.name)`."
    }
    .joined(separator: "\n")
  }

  private func limits(of entry: CatalogueEntry) -> String {
    var table = MarkdownTable("Parameter", "Default", "Meaning")
    for limit in entry.limits {
      let unit = limit.unit.isEmpty ? "" : " \(limit.unit)"
      table.row(
        "`\(limit.name)`",
        markdown("\(limit.defaultValue)\(unit)"),
        markdown(limit.meaning)
      )
    }
    return table.markdown.trimmed
  }

  private func mappings(of control: ControlDescription) -> String {
    var table = MarkdownTable("Requirement", "Relation", "Why")
    let mapped =
      control.satisfies.map { ($0, "satisfies") } + control.supports.map { ($0, "supports") }
    for (requirement, relation) in mapped {
      let name = Catalogs.item(requirement)?.name ?? ""
      let title = name.isEmpty || name == requirement.id ? "" : " \(name)"
      table.row(
        markdown("\(requirement.framework.name) \(requirement.id)\(title)"),
        relation,
        markdown(control.rationales[requirement] ?? "")
      )
    }
    return table.markdown.trimmed
  }

  private func reference(_ text: String) -> String {
    let reference = Reference(text)
    guard let address = reference.address else { return "- \(markdown(text))" }
    let name = reference.name.isEmpty ? address : reference.name
    return "- [\(markdown(name))](\(address))"
  }

  private func examples(_ example: CatalogueExample) -> [String] {
    var parts: [String] = []
    if !example.shared.isEmpty {
      parts.append(
        "## Examples\n\nRecords that the cases share:\n\n```yaml\n\(example.shared)\n```"
      )
    } else {
      parts.append("## Examples")
    }
    if let passing = example.passing { parts.append("Passes:\n\n```yaml\n\(passing)\n```") }
    if let failing = example.failing { parts.append("Fails:\n\n```yaml\n\(failing)\n```") }
    return parts.count > 1 ? parts : []
  }
}
