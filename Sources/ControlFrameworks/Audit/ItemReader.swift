import ControlModel

/// Finds the official item behind an entry of a file, and says what differs.
struct ItemReader {
  enum Reading {
    case item(CatalogItem, MappingAudit.Problem?)
    case problem(MappingAudit.Problem)
    case unchecked
  }

  private let catalog: Catalog
  private let ids: [[String]: String]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    ids = Dictionary(
      catalog.items.map { (WrittenID.key($0.requirement.id), $0.requirement.id) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func reading(of entry: MappingFile.Entry) -> Reading {
    // `node12` is a name that CISO Assistant gives to what has no id of its publisher's.
    if entry.isFolded, entry.id.hasPrefix("node"), Int(entry.id.dropFirst(4)) != nil {
      return .unchecked
    }
    if let item = catalog[entry.id] { return found(item, entry) }
    if let id = ids[WrittenID.key(entry.id)], let item = catalog[id] {
      return found(item, entry, spelling: entry.isFolded ? nil : id)
    }
    if let successors = Successors.ofOldID(entry.id, in: catalog.framework) {
      return .problem(.withdrawn(successors: successors))
    }
    let whole = WrittenID.withoutParts(entry.id)
    if whole != entry.id, let id = ids[WrittenID.key(whole)], let item = catalog[id] {
      return found(item, entry)
    }
    if !entry.isFolded, let item = respelled(entry.id) {
      return found(item, entry, spelling: item.requirement.id)
    }
    if catalog.leavesOut(entry.id) { return .unchecked }
    let all = catalog.items.map(\.requirement.id)
    return .problem(.unknown(nearest: Suggestion.nearest(to: entry.id, among: all)))
  }

  /// The one item of the framework that people mean when they write so: `NHI-3` is `NHI3:2025`.
  private func respelled(_ id: String) -> CatalogItem? {
    let resolution = CitationResolver.resolve(id)
    guard resolution.verdict == .respelled || resolution.verdict == .ambiguous else { return nil }
    let own = resolution.requirements.filter { $0.framework == catalog.framework }
    return own.count == 1 ? catalog[own[0].id] : nil
  }

  private func found(
    _ item: CatalogItem,
    _ entry: MappingFile.Entry,
    spelling: String? = nil
  ) -> Reading {
    // A file that says itself that the item is withdrawn is right.
    let saysSo = [entry.title, entry.text].contains { $0?.folded.contains("withdrawn") == true }
    if item.isWithdrawn, !saysSo {
      return .item(item, .withdrawn(successors: Successors.of(item.requirement)))
    }
    return .item(item, spelling.map { .spelling(official: $0) })
  }

  /// What the entry says of the item that the publisher does not say.
  func problems(of entry: MappingFile.Entry, as item: CatalogItem) -> [MappingAudit.Problem] {
    var problems: [MappingAudit.Problem] = []
    if let title = entry.title, !title.isEmpty, item.title != item.requirement.id, !item.isWithdrawn
    {
      // NIST also writes an enhancement's title behind that of its control and a bar.
      let last = title.split(separator: "|").last.map(String.init) ?? title
      let written = [title, WrittenID.split(title).title ?? title, last].map(\.folded)
      if !written.contains(item.title.folded), !written.contains(item.requirement.id.folded) {
        problems.append(.title(official: item.title))
      }
    }
    if catalog.quotesItsPublisher, let text = entry.text, !text.isEmpty, !item.text.isEmpty,
      text.folded != item.text.folded
    {
      let (found, official) = text.firstDifference(from: item.text)
      problems.append(.text(of: owner(of: text), found: found, official: official))
    }
    return problems
  }

  /// The item whose official text this is, in the framework or the one it replaced.
  private func owner(of text: String) -> RequirementID? {
    let wanted = text.folded
    let older = catalog.framework == .csf ? [Catalog.nistCSF11] : []
    for catalog in [catalog] + older {
      if let item = catalog.items.first(where: { $0.text.folded == wanted }) {
        return item.requirement
      }
    }
    return nil
  }
}

extension Catalog {
  /// Whether the texts are the publisher's own words.
  var quotesItsPublisher: Bool { [.csf, .csf11, .aiRMF].contains(framework) }

  /// Whether an id may be official although the catalogue, a selection, does not hold it.
  func leavesOut(_ id: String) -> Bool {
    switch framework {
    case .aicm, .sp80063: return true
    case .sp80053:
      // Eight families with all their base controls, and a selection of enhancements.
      let isEnhancement = id.contains("(") || WrittenID.key(id).count > 2
      let family = WrittenID.key(id).first ?? ""
      let isSelected = items.contains {
        $0.parent == nil && $0.requirement.id.lowercased() == family
      }
      return isEnhancement || (family.count == 2 && !isSelected)
    case .iso42001: return !id.hasPrefix("A.")
    default: return false
    }
  }
}

/// What took the place of withdrawn items.
enum Successors {
  /// The successors of an id that an older version of the framework had, or `nil`.
  static func ofOldID(_ id: String, in framework: FrameworkID) -> [String]? {
    guard framework == .csf else { return nil }
    let key = WrittenID.key(id)
    guard
      let old = Catalog.nistCSF11.items.first(where: { WrittenID.key($0.requirement.id) == key })
    else { return nil }
    return Crosswalks.from(old.requirement).filter { $0.to.framework == framework }.map(\.to.id)
  }

  /// The successors of a withdrawn item that its catalogue still lists.
  static func of(_ requirement: RequirementID) -> [String] {
    requirement.framework == .sp80053 ? sp80053[requirement.id] ?? [] : []
  }

  /// What the OSCAL catalogue of SP 800-53 Rev 5 links withdrawn controls to.
  private static let sp80053: [String: [String]] = [
    "AC-13": ["AC-2", "AU-6"], "AC-15": ["MP-3"], "AU-15": ["AU-5(5)"], "IR-10": ["IR-4(11)"],
    "RA-4": ["RA-3"], "SA-6": ["CM-10", "SI-7"], "SA-7": ["CM-11", "SI-7"], "SA-12": ["SR"],
    "SA-13": ["SA-8"], "SA-14": ["RA-9"], "SA-18": ["SR-9"], "SA-19": ["SR-11"],
  ]
}
