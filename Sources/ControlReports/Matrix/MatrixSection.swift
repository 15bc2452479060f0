import ControlFrameworks
import ControlModel

/// The matrix of one framework: a row for each official item, a cell for each subject.
struct MatrixSection: Sendable {
  let framework: FrameworkID
  let catalog: Catalog?
  let groups: [MatrixGroup]

  /// The framework's official title, or its id where there is no catalogue.
  var title: String { catalog?.title ?? framework.name }

  /// The rows of requirements, without those that only head others and that no control maps to.
  var rows: [MatrixRow] { groups.flatMap(\.rows) }

  /// The sections of the frameworks that the results speak of, in the order of the results.
  static func all(of results: AssessmentResults, catalogs: [Catalog]) -> [MatrixSection] {
    var frameworks: [FrameworkID] = []
    var byID: [[RequirementID: RequirementResult]] = []
    for subject in results.subjects {
      for entry in subject.requirements where !frameworks.contains(entry.requirement.framework) {
        frameworks.append(entry.requirement.framework)
      }
      byID.append(
        Dictionary(
          subject.requirements.map { ($0.requirement, $0) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
    return frameworks.map { framework in
      let catalog = catalogs.first { $0.framework == framework }
      var items = (catalog?.items ?? []).map { ($0.requirement, Optional($0)) }
      var known = Set(items.map(\.0))
      for subject in results.subjects {
        for entry in subject.requirements where entry.requirement.framework == framework {
          if known.insert(entry.requirement).inserted { items.append((entry.requirement, nil)) }
        }
      }
      let rows = items.map { requirement, item in
        MatrixRow(
          requirement: requirement,
          item: item,
          cells: byID.map { MatrixCell($0[requirement]) }
        )
      }
      return MatrixSection(
        framework: framework,
        catalog: catalog,
        groups: MatrixGroup.groups(of: rows)
      )
    }
  }
}

/// One official item of a framework and where it stands for each subject.
struct MatrixRow: Sendable {
  let requirement: RequirementID
  let item: CatalogItem?
  /// One cell for each subject, in the order of the results.
  let cells: [MatrixCell]

  /// The name a person reads; empty where the item is known by its id alone.
  var name: String {
    guard let item, item.name != requirement.id else { return "" }
    return item.name
  }

  /// The items of other frameworks through which controls answer for it, by crosswalk rows that the
  /// organisation gave; empty where the controls name the requirement themselves.
  var through: [RequirementID] {
    var items: [RequirementID] = []
    for item in cells.flatMap({ $0.result?.through ?? [] }) where !items.contains(item) {
      items.append(item)
    }
    return items
  }

  /// `through NIST-CSF-2.0 PR.AA-05`, or `nil` where the controls name the requirement themselves.
  var throughWords: String? {
    let items = through.map { "\($0.framework.name) \($0.id)" }
    return items.isEmpty ? nil : "through " + items.joined(separator: ", ")
  }

  /// Whether no control maps to it for any subject.
  var isUncovered: Bool { cells.allSatisfy { $0.status == .uncovered } }
}

/// Rows under one heading: a category of a function, a layer, or a list without headings.
struct MatrixGroup: Sendable {
  /// The function that starts with this group, if one does.
  var band: MatrixRow?
  /// The item that heads the rows; `nil` in a list without headings.
  var head: MatrixRow?
  /// The rows; the head is the first of them where controls map to the head itself.
  var rows: [MatrixRow]

  /// Groups rows by their parents, in the publisher's order.
  static func groups(of rows: [MatrixRow]) -> [MatrixGroup] {
    let parents = Set(rows.compactMap { $0.item?.parent })
    let grandparents = Set(
      rows.filter { parents.contains($0.requirement.id) }.compactMap { $0.item?.parent }
    )
    var groups: [MatrixGroup] = []
    var band: MatrixRow?
    for row in rows {
      let id = row.requirement.id
      if grandparents.contains(id) {
        band = row
        if !row.isUncovered {
          groups.append(MatrixGroup(band: take(&band), head: row, rows: [row]))
        }
      } else if parents.contains(id) {
        groups.append(
          MatrixGroup(band: take(&band), head: row, rows: row.isUncovered ? [] : [row])
        )
      } else if let last = groups.indices.last,
        row.item?.parent == groups[last].head?.requirement.id
      {
        groups[last].rows.append(row)
      } else {
        groups.append(MatrixGroup(band: take(&band), head: nil, rows: [row]))
      }
    }
    return groups
  }

  private static func take(_ row: inout MatrixRow?) -> MatrixRow? {
    defer { row = nil }
    return row
  }

  /// How many cells of a subject say what, in the order of ``CellStatus``.
  func counts(subject index: Int) -> [(status: CellStatus, count: Int)] {
    CellStatus.allCases.compactMap { status in
      let count = rows.count { $0.cells[index].status == status }
      return count > 0 ? (status, count) : nil
    }
  }
}
