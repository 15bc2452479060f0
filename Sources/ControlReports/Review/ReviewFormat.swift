public import ControlModel

/// A list for an access review as a document.
public enum ReviewFormat: String, Sendable, Hashable, CaseIterable {
  /// One row for each item, with empty cells for the decision.
  case csv
  /// One object for each item.
  case json

  /// The whole document.
  ///
  /// - Parameters:
  ///   - list: The items.
  ///   - results: The results that they come from.
  /// - Returns: The document's text, ending in a line feed.
  public func render(_ list: ReviewList, of results: AssessmentResults) -> String {
    switch self {
    case .csv: ReviewTable.text(list)
    case .json: Self.document(list, results)
    }
  }

  private static func document(_ list: ReviewList, _ results: AssessmentResults) -> String {
    CollectedDocument.text { sink in
      var writer = JSONWriter(.indented, to: sink)
      writer.object { writer in
        writer.member("schema", "control-testing/review-list/1")
        writer.member("asOf", results.asOf.description)
        writer.member("items", list.items) { write($1, to: &$0) }
      }
      sink.write("\n")
    }
  }

  private static func write(_ item: ReviewItem, to writer: inout JSONWriter) {
    writer.member("subject", item.subject)
    writer.member("owner", item.owner)
    writer.member("targetKind", item.target.kind.rawValue)
    writer.member("target", item.target.id)
    writer.member("identity", item.target.identity)
    writer.member("entitlement", item.target.entitlement)
    writer.member("reason", item.reason)
    writer.member("evidence", item.evidence) { writer, place in
      writer.member("path", place.path)
      writer.member("sha256", place.digest.isEmpty ? nil : place.digest)
      writer.member("line", place.line)
      writer.member("pointer", place.pointer)
    }
    writer.member("suggestedDecision", item.suggestion.rawValue)
    writer.member("control", item.control)
    writer.member("severity", item.severity.rawValue)
    writer.member("finding", item.finding)
    writer.member("remedy", item.remedy)
  }
}

/// A list for an access review as comma-separated values (RFC 4180).
private enum ReviewTable {
  /// The columns of the table, in order; the last three are the reviewer's to fill in.
  static let columns = [
    "subject", "owner", "targetKind", "target", "identity", "entitlement", "reason", "evidence",
    "line", "pointer", "sha256", "suggestedDecision", "control", "severity", "finding", "remedy",
    "decision", "reviewer", "decidedAt",
  ]

  static func text(_ list: ReviewList) -> String {
    let rows = list.items.map { item in
      [
        item.subject, item.owner, item.target.kind.rawValue, item.target.id,
        item.target.identity ?? "", item.target.entitlement ?? "", item.reason,
        item.evidence?.path ?? "", item.evidence?.line.map(String.init) ?? "",
        item.evidence?.pointer ?? "", item.evidence?.digest ?? "", item.suggestion.rawValue,
        item.control, item.severity.rawValue, item.finding, item.remedy, "", "", "",
      ]
    }
    return ([columns] + rows).map { $0.map(csv).joined(separator: ",") + "\n" }.joined()
  }
}
