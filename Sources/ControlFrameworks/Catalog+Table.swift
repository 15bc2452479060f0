import ControlModel

extension Catalog {
  /// A catalogue from the table embedded for it.
  ///
  /// - Parameters:
  ///   - framework: The framework and its version.
  ///   - title: The framework's official title.
  ///   - publisher: Who publishes it.
  ///   - published: When this version was published.
  ///   - address: Where the publisher has it.
  ///   - licence: Under which terms its titles are quoted.
  ///   - source: Where the publisher has an item whose row names no source of its own.
  ///   - labels: A table of short names with the columns id and label.
  ///   - table: The items with the columns id, parent, kind, title, text and source.
  init(
    framework: FrameworkID,
    title: String,
    publisher: String,
    published: String,
    address: String,
    licence: String,
    source: String? = nil,
    labels: String? = nil,
    table: String
  ) {
    let names = labels.map(Self.labels) ?? [:]
    let rows = Table(
      embedded: table,
      columns: ["id", "parent", "kind", "title", "text", "source"],
      defaults: source.map { ["source": $0] } ?? [:]
    ).rows
    self.init(
      framework: framework,
      title: title,
      publisher: publisher,
      published: published,
      address: address,
      licence: licence,
      items: rows.map { row in
        guard let kind = CatalogItem.Kind(rawValue: row[2]) else {
          preconditionFailure("\(framework) \(row[0]): unknown kind \(row[2])")
        }
        return CatalogItem(
          requirement: RequirementID(framework, row[0]),
          parent: row[1].isEmpty ? nil : row[1],
          kind: kind,
          title: row[3],
          text: row[4],
          label: names[row[0]],
          source: row[5]
        )
      }
    )
  }

  /// Short names by id.
  private static func labels(_ table: String) -> [String: String] {
    let rows = Table(embedded: table, columns: ["id", "label"]).rows
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }
}
