import ControlModel

extension RecordTables {
  /// Puts one record in the place of several that describe one thing.
  ///
  /// The first of them keeps its place. Where no key field repeats the table stays as it is.
  ///
  /// - Parameters:
  ///   - type: The record type; records of one thing agree in its first key field.
  ///   - key: What records of one thing have in common.
  ///   - join: Takes another record into the one that stays; called in order, with the number of the
  ///     other's row.
  /// - Complexity: O(*n*) in the number of records.
  mutating func merge<R: EvidenceRecord, Key: Hashable>(
    _ type: R.Type,
    by key: (R) -> Key,
    join: (inout R, R, _ row: Int) -> Void
  ) {
    guard let field = R.layout.keyFields.first else { return }
    let index = RecordIndex(blocks(type), by: .text(field))
    var joined: [Int: R] = [:]
    var isLeftOut: Set<Int> = []
    for rows in index.repeatedRows {
      var firstRows: [Key: Int] = [:]
      for row in rows {
        let record = R(row: index.row(row))
        guard let first = firstRows[key(record)] else {
          firstRows[key(record)] = row
          continue
        }
        var whole = joined[first] ?? R(row: index.row(first))
        join(&whole, record, row)
        joined[first] = whole
        isLeftOut.insert(row)
      }
    }
    if isLeftOut.isEmpty { return }
    remove(type)
    append(
      (0..<index.rowCount).lazy.filter { !isLeftOut.contains($0) }.map { row in
        joined[row] ?? R(row: index.row(row))
      }
    )
  }
}
