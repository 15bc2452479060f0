import ControlModel

/// One sentence in this project's own words for items whose publisher's text is not quoted.
///
/// They help a reader to see what an item is about. They are neither the publisher's text nor a
/// substitute for it.
enum Explanations {
  /// The explanation of an item, or `nil`.
  static func of(_ requirement: RequirementID) -> String? {
    tables[requirement.framework]?()[requirement.id]
  }

  private static let tables: [FrameworkID: @Sendable () -> [String: String]] = [
    .iso42001: { iso42001 },
    .csf11: { csf11 },
    .sp80053: { sp80053 },
    .sp800207: { sp800207 },
  ]

  private static let iso42001 = read(iso42001AnnexA)
  private static let csf11 = read(nistCSF11)
  private static let sp80053 = read(nistSP80053R5)
  private static let sp800207 = read(nistSP800207)

  private static func read(_ table: String) -> [String: String] {
    let rows = Table(embedded: table, columns: ["id", "explanation"]).rows
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }
}
