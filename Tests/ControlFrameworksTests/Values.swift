import ControlModel

@testable import ControlFrameworks

/// Values as a reader of files would give them.
enum Values {
  /// The rows of a table, each with the line it stands on.
  static func table(_ text: String) throws -> EvidenceValue {
    let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let rows = try Table(text, columns: header).rows
    return EvidenceValue(
      .array(
        rows.enumerated().map { offset, cells in
          object(zip(header, cells).map { ($0, .string($1)) }, line: offset + 2)
        }
      ),
      line: 1
    )
  }

  static func object(_ members: [(String, EvidenceValue.Content)], line: Int = 0) -> EvidenceValue {
    EvidenceValue(
      .object(
        members.map { EvidenceValue.Member(name: $0, value: EvidenceValue($1, line: line)) }
      ),
      line: line
    )
  }

  static func list(_ values: [EvidenceValue]) -> EvidenceValue.Content { .array(values) }
}
