public import ControlModel

/// The links between frameworks that come with the tool.
///
/// Each pair of frameworks has a table of its own, read when a question first touches the pair.
/// Links that their publisher calls unreviewed are left out unless asked for.
public enum Crosswalks {
  /// The links that start at an item.
  ///
  /// - Parameters:
  ///   - id: The item.
  ///   - includingUnreviewed: Whether to give unreviewed links as well.
  /// - Returns: The links in the order of their tables; empty where there are none.
  public static func from(
    _ id: RequirementID,
    includingUnreviewed: Bool = false
  ) -> [Crosswalk] {
    let links = registry.filter { $0.from == id.framework }.flatMap {
      $0.table().links(from: id.id)
    }
    return includingUnreviewed ? links : links.filter(\.isReviewed)
  }

  /// The links that lead to an item.
  ///
  /// - Parameters:
  ///   - id: The item.
  ///   - includingUnreviewed: Whether to give unreviewed links as well.
  /// - Returns: The links in the order of their tables; empty where there are none.
  public static func to(
    _ id: RequirementID,
    includingUnreviewed: Bool = false
  ) -> [Crosswalk] {
    let links = registry.filter { $0.to == id.framework }.flatMap { $0.table().links(to: id.id) }
    return includingUnreviewed ? links : links.filter(\.isReviewed)
  }

  /// Every link, table after table.
  ///
  /// - Parameter includingUnreviewed: Whether to give unreviewed links as well.
  /// - Returns: The links in the order of their tables.
  public static func all(includingUnreviewed: Bool = false) -> [Crosswalk] {
    let links = registry.flatMap { $0.table().links }
    return includingUnreviewed ? links : links.filter(\.isReviewed)
  }

  private struct Entry: Sendable {
    let from: FrameworkID
    let to: FrameworkID
    let table: @Sendable () -> CrosswalkTable

    init(
      _ from: FrameworkID,
      _ to: FrameworkID,
      _ table: @escaping @Sendable () -> CrosswalkTable
    ) {
      self.from = from
      self.to = to
      self.table = table
    }
  }

  private static let registry: [Entry] = [
    Entry(.asi, .agenticThreats) { .owaspASI2026ToOWASPAgenticThreats11 },
    Entry(.asi, .owaspLLM) { .owaspASI2026ToOWASPLLM2025 },
    Entry(.nhi, .asi) { .owaspNHI2025ToOWASPASI2026 },
    Entry(.nhi, .agenticThreats) { .owaspNHI2025ToOWASPAgenticThreats11 },
    Entry(.asi, .nhi) { .owaspASI2026ToOWASPNHI2025 },
    Entry(.asi, .csf) { .owaspASI2026ToNISTCSF20 },
    Entry(.asi, .aiRMF) { .owaspASI2026ToNISTAIRMF10 },
    Entry(.maestro, .asi) { .csaMAESTRO2025ToOWASPASI2026 },
    Entry(.maestro, .agenticThreats) { .csaMAESTRO2025ToOWASPAgenticThreats11 },
    Entry(.csf11, .csf) { .nistCSF11ToNISTCSF20 },
    Entry(.nhi, .csf) { .owaspNHI2025ToNISTCSF20 },
    Entry(.nhi, .sp80053) { .owaspNHI2025ToNISTSP80053R5 },
    Entry(.nhi, .aiRMF) { .owaspNHI2025ToNISTAIRMF10 },
    Entry(.aiRMF, .csf) { .nistAIRMF10ToNISTCSF20 },
    Entry(.aiRMF, .ai600) { .nistAIRMF10ToNISTAI6001 },
    Entry(.csf, .owaspLLM) { .nistCSF20ToOWASPLLM2025 },
    Entry(.csf, .sp80053) { .nistCSF20ToNISTSP80053R5 },
  ]
}

extension FrameworkID {
  /// OWASP Top 10 for LLM Applications 2025, which links lead to; no catalogue of it comes along.
  static let owaspLLM: FrameworkID = "OWASP-LLM-2025"
}
