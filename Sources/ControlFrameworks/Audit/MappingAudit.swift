public import ControlModel

/// What is wrong with somebody else's list of, or mapping to, the items of one framework.
public struct MappingAudit: Sendable {
  /// What is wrong with one entry.
  public enum Problem: Sendable, Hashable {
    /// The framework has no such item; the nearest id there is.
    case unknown(nearest: String?)
    /// The id is spelled otherwise than its publisher spells it.
    case spelling(official: String)
    /// The item was withdrawn; what took its place.
    case withdrawn(successors: [String])
    /// The official title is another.
    case title(official: String)
    /// The official text is another: the item whose text it is, if one is known, and the words at
    /// the first difference.
    case text(of: RequirementID?, found: String, official: String)
    /// The item stands in an earlier line too.
    case repeated(line: Int)

    /// A stable word for the sort of problem.
    public var word: String {
      switch self {
      case .unknown: "unknown"
      case .spelling: "spelling"
      case .withdrawn: "withdrawn"
      case .title: "title"
      case .text: "text"
      case .repeated: "repeated"
      }
    }
  }

  /// One problem and its place.
  public struct Finding: Sendable, Hashable {
    /// The line of the file.
    public let line: Int
    /// The id as the file writes it.
    public let id: String
    /// What is wrong.
    public let problem: Problem
  }

  /// The catalogue that was compared with.
  public let catalog: Catalog
  /// What the file calls the framework.
  public let name: String
  /// How many different ids the file names.
  public let idCount: Int
  /// The findings in the order of the file.
  public let findings: [Finding]
  /// The requirements that the file does not name, in the publisher's order.
  public let absent: [CatalogItem]
  /// How many ids could not be checked, since the catalogue holds a selection only.
  public let uncheckedCount: Int
  /// Whether the file lists the framework, so that absent items are findings.
  public let isList: Bool

  /// Whether nothing is wrong.
  public var isClean: Bool { findings.isEmpty && !(isList && !absent.isEmpty) }

  /// Audits one part of a file.
  ///
  /// - Parameters:
  ///   - part: What the file says of one framework.
  ///   - catalog: The official catalogue.
  public init(_ part: MappingFile.Part, against catalog: Catalog) {
    let reader = ItemReader(catalog)
    var findings: [Finding] = []
    var lines: [String: Int] = [:]
    var named: Set<String> = []
    var unchecked = 0
    for entry in part.entries {
      if let line = lines[entry.id] {
        if part.isList,
          part.entries.count(where: { $0.id == entry.id && $0.text == entry.text }) > 1
        {
          findings.append(Finding(line: entry.line, id: entry.id, problem: .repeated(line: line)))
        }
        continue
      }
      lines[entry.id] = entry.line
      func note(_ problem: Problem) {
        findings.append(Finding(line: entry.line, id: entry.id, problem: problem))
      }
      switch reader.reading(of: entry) {
      case .item(let item, let problem):
        named.insert(item.requirement.id)
        if let problem { note(problem) }
        reader.problems(of: entry, as: item).forEach(note)
      case .problem(let problem): note(problem)
      case .unchecked: unchecked += 1
      }
    }
    self.catalog = catalog
    name = part.name
    isList = part.isList
    idCount = lines.count
    uncheckedCount = unchecked
    self.findings = findings
    absent = catalog.items.filter { item in
      !item.kind.isGroup && !item.isWithdrawn && !named.contains(item.requirement.id)
    }
  }

  /// How many findings are of a sort.
  ///
  /// - Parameter word: The sort's word.
  /// - Returns: The number of findings.
  public func count(_ word: String) -> Int { findings.count { $0.problem.word == word } }
}
