import ControlModel

/// The links from one framework to another, in the order of their table.
struct CrosswalkTable: Sendable {
  /// The links in the order of the table.
  let links: [Crosswalk]

  private let positionsByFrom: [String: [Int]]
  private let positionsByTo: [String: [Int]]

  /// Reads an embedded table.
  ///
  /// - Parameters:
  ///   - from: The framework the links start in.
  ///   - to: The framework they lead to.
  ///   - relation: The relation of a row that names none.
  ///   - source: The source of a row that names none.
  ///   - table: The links with the columns from, to, relation, source and rationale.
  init(
    from: FrameworkID,
    to: FrameworkID,
    relation: String? = nil,
    source: String? = nil,
    table: String
  ) {
    var defaults = ["rationale": ""]
    defaults["relation"] = relation
    defaults["source"] = source
    let columns = ["from", "to", "relation", "source", "rationale"]
    let links = Table(embedded: table, columns: columns, defaults: defaults).rows.map { row in
      guard let relation = Crosswalk.Relation(rawValue: row[2]) else {
        preconditionFailure("\(from) to \(to): unknown relation \(row[2])")
      }
      return Crosswalk(
        from: RequirementID(from, row[0]),
        to: RequirementID(to, row[1]),
        relation: relation,
        source: row[3],
        rationale: row[4]
      )
    }
    self.links = links
    positionsByFrom = Dictionary(grouping: links.indices) { links[$0].from.id }
    positionsByTo = Dictionary(grouping: links.indices) { links[$0].to.id }
  }

  /// The links that start at an item.
  func links(from id: String) -> [Crosswalk] { positionsByFrom[id, default: []].map { links[$0] } }

  /// The links that lead to an item.
  func links(to id: String) -> [Crosswalk] { positionsByTo[id, default: []].map { links[$0] } }
}
