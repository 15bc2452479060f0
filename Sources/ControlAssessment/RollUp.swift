import ControlFrameworks
import ControlModel

/// From controls to requirements: each requirement has the worst outcome of what decides it.
struct RollUp {
  private let results: [String: ControlResult]
  private let map: RequirementMap

  /// Prepares the roll-up of one subject's results.
  ///
  /// - Parameters:
  ///   - controls: The controls that ran, in order.
  ///   - results: Their results.
  ///   - links: The organisation's own crosswalk rows, for items of frameworks of its own.
  init(controls: [ControlDescription], results: [ControlResult], links: [Crosswalk] = []) {
    self.results = Dictionary(results.map { ($0.control, $0) }, uniquingKeysWith: { one, _ in one })
    map = RequirementMap(controls: controls, links: links)
  }

  /// Where every item of the catalogues stands, in their order.
  func all(_ catalogs: [Catalog]) -> [RequirementResult] {
    catalogs.flatMap { $0.items.map { standing(of: $0.requirement) } }
  }

  /// Where one requirement stands.
  func standing(of requirement: RequirementID) -> RequirementResult {
    var result = RequirementResult(uncovered: requirement)
    let entry = map.entry(for: requirement)
    result.satisfiedBy = entry.satisfiedBy.map(\.id)
    result.supportedBy = entry.supportedBy.map(\.id)
    result.through = entry.through
    let looked = entry.looked
    if looked.isEmpty { return result }
    result.standing = entry.satisfiedBy.isEmpty ? .supported : .assessed
    let outcomes = looked.compactMap { results[$0.id] }
    result.outcome = outcomes.map(\.outcome).max() ?? .notAssessed
    let modes = Set(looked.map(\.mode))
    result.modes = ControlDescription.Mode.allCases.filter { modes.contains($0) }
    result.failedCount = outcomes.reduce(0) { $0 + $1.failedCount }
    result.populationCount = outcomes.reduce(0) { $0 + $1.population.count }
    result.isClaimedOnly = outcomes.contains { $0.isClaimedOnly && $0.outcome == .notAssessed }
    return result
  }
}
