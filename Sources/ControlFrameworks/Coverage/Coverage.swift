public import ControlModel

/// Which requirements controls answer, how, and what the unanswered ones would take.
///
/// Coverage speaks of controls and not of evidence: it says what could be judged, never how it
/// went. What files decide and what people state are counted apart and never added up.
public struct Coverage: Sendable {
  /// How far controls answer a requirement.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// At least one control satisfies it.
    case satisfied
    /// Controls contribute to it and none satisfies it.
    case supported
    /// No control maps to it.
    case uncovered
  }

  /// One requirement.
  public struct Row: Sendable {
    /// The item of the catalogue.
    public let item: CatalogItem
    /// How far controls answer it.
    public let standing: Standing
    /// The controls that answer it.
    public let entry: RequirementMap.Entry
    /// What an answer takes; `nil` where the item is not rated.
    public let rating: Assessability?

    /// How it is answered, by the controls whose results count; where none maps to it, how it would
    /// be; `nil` where nothing says so.
    public var mode: ControlDescription.Mode? {
      let modes = Set(entry.looked.map(\.mode))
      if modes.isEmpty { return rating?.mode }
      return modes.count == 1 ? modes.first : .hybrid
    }

    /// Whether automated controls alone satisfy it although people must state a part of it, or all.
    public var claimsMoreThanFilesShow: Bool {
      guard let rating, rating.mode != .automated else { return false }
      return standing == .satisfied && mode == .automated
    }

    /// The kinds of evidence that an answer needs: those of the rating, else those that the
    /// controls need.
    public var evidenceKinds: [EvidenceKind] {
      if let rating { return rating.evidenceKinds }
      var kinds: [EvidenceKind] = []
      for kind in entry.looked.flatMap(\.needs).flatMap(\.kinds) where !kinds.contains(kind) {
        kinds.append(kind)
      }
      return kinds
    }
  }

  /// The requirements of one framework.
  public struct Section: Sendable {
    /// The framework's catalogue.
    public let catalog: Catalog
    /// The requirements in the publisher's order, and the items that only head others where
    /// controls name them; those count nowhere.
    public let rows: [Row]
    /// The rows that count as requirements.
    public let requirements: [Row]

    /// How many requirements stand so and are, or would be, answered so.
    ///
    /// - Parameters:
    ///   - standing: How far controls answer them.
    ///   - mode: How; `nil`: those of which nothing says it.
    /// - Returns: The number of requirements, which is no part of any other number.
    public func count(_ standing: Standing, _ mode: ControlDescription.Mode?) -> Int {
      requirements.count { $0.standing == standing && $0.mode == mode }
    }

    /// How many requirements are answered, or would be, in a way that nothing states.
    public var unratedCount: Int { requirements.count { $0.mode == nil } }
  }

  /// The frameworks in order.
  public let sections: [Section]

  /// Measures coverage.
  ///
  /// - Parameters:
  ///   - controls: The controls in the order of their suites.
  ///   - links: The organisation's own crosswalk rows.
  ///   - catalogs: The frameworks to measure, in the order wanted.
  public init(
    controls: [ControlDescription],
    links: [Crosswalk] = [],
    catalogs: [Catalog]
  ) {
    let map = RequirementMap(controls: controls, links: links)
    sections = catalogs.map { Self.section($0, map) }
  }

  private static func section(_ catalog: Catalog, _ map: RequirementMap) -> Section {
    // A list of nothing but domains is a list of requirements all the same.
    let hasOnlyGroups = catalog.items.allSatisfy { $0.kind.isGroup }
    var rows: [Row] = []
    var requirements: [Row] = []
    for item in catalog.items where !item.isWithdrawn {
      let entry = map.entry(for: item.requirement)
      let standing: Standing =
        entry.isUncovered ? .uncovered : entry.satisfiedBy.isEmpty ? .supported : .satisfied
      let row = Row(
        item: item,
        standing: standing,
        entry: entry,
        rating: Assessability.of(item.requirement)
      )
      let isRequirement = hasOnlyGroups || !item.kind.isGroup
      if isRequirement { requirements.append(row) }
      if isRequirement || !entry.isUncovered { rows.append(row) }
    }
    return Section(catalog: catalog, rows: rows, requirements: requirements)
  }
}
