public import ControlModel

/// What an answer to a requirement takes: files, people, or both.
///
/// The ratings and their sentences are this project's own, made for the five frameworks of the
/// matrix; other frameworks have none.
public struct Assessability: Sendable, Hashable {
  /// The requirement.
  public let requirement: RequirementID
  /// Whether files can decide it, people must state it, or each gives a part.
  public let mode: ControlDescription.Mode
  /// The kinds of evidence that an answer needs, in the order in which they matter.
  public let evidenceKinds: [EvidenceKind]
  /// What a check would assert, in one sentence.
  public let assertion: String

  /// The rating of a requirement.
  ///
  /// - Parameter requirement: The requirement.
  /// - Returns: The rating, or `nil` where the item is not rated.
  public static func of(_ requirement: RequirementID) -> Assessability? {
    tables.first { $0.framework == requirement.framework }?.table()[requirement.id]
  }

  /// Every rating, framework after framework in the order of the matrix.
  public static var all: [Assessability] { tables.flatMap { $0.table().ratings } }

  private struct Entry: Sendable {
    let framework: FrameworkID
    let table: @Sendable () -> AssessabilityTable
  }

  private static let tables: [Entry] = [
    Entry(framework: .nhi) { .owaspNHI2025 },
    Entry(framework: .asi) { .owaspASI2026 },
    Entry(framework: .csf) { .nistCSF20 },
    Entry(framework: .aiRMF) { .nistAIRMF10 },
    Entry(framework: .maestro) { .csaMAESTRO2025 },
  ]
}

extension ControlDescription.Mode {
  /// What files can show of a requirement of this mode, and what they never can.
  public var whatFilesShow: String {
    switch self {
    case .automated: "files can decide it"
    case .hybrid: "files decide a part; no file shows the rest, people state it and sign"
    case .attested: "no file can show it; people state it and sign"
    }
  }
}

/// The ratings of one framework.
struct AssessabilityTable: Sendable {
  /// The ratings in the order of the table.
  let ratings: [Assessability]
  private let positions: [String: Int]

  /// Reads an embedded table with the columns id, mode, kinds and assertion.
  init(framework: FrameworkID, table: String) {
    let rows = Table(embedded: table, columns: ["id", "mode", "kinds", "assertion"]).rows
    let ratings = rows.map { row in
      guard let mode = ControlDescription.Mode(rawValue: row[1]) else {
        preconditionFailure("\(framework) \(row[0]): unknown mode \(row[1])")
      }
      return Assessability(
        requirement: RequirementID(framework, row[0]),
        mode: mode,
        evidenceKinds: row[2].split(separator: ";").map { EvidenceKind(String($0)) },
        assertion: row[3]
      )
    }
    self.ratings = ratings
    positions = Dictionary(
      ratings.enumerated().map { ($1.requirement.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The rating of an item, or `nil`.
  subscript(id: String) -> Assessability? { positions[id].map { ratings[$0] } }
}
