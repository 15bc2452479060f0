import ControlFrameworks
import ControlModel

/// From controls to requirements: each requirement has the worst outcome of what decides it.
struct RollUp {
  private let results: [String: ControlResult]
  private let satisfying: [RequirementID: [ControlDescription]]
  private let supporting: [RequirementID: [ControlDescription]]

  /// Prepares the roll-up of one subject's results.
  ///
  /// - Parameters:
  ///   - controls: The controls that ran, in order.
  ///   - results: Their results.
  init(controls: [ControlDescription], results: [ControlResult]) {
    self.results = Dictionary(results.map { ($0.control, $0) }, uniquingKeysWith: { one, _ in one })
    var satisfying: [RequirementID: [ControlDescription]] = [:]
    var supporting: [RequirementID: [ControlDescription]] = [:]
    for control in controls {
      for requirement in control.satisfies { satisfying[requirement, default: []].append(control) }
      for requirement in control.supports { supporting[requirement, default: []].append(control) }
    }
    self.satisfying = satisfying
    self.supporting = supporting
  }

  /// Where every item of the catalogues stands, in their order.
  func all(_ catalogs: [Catalog]) -> [RequirementResult] {
    catalogs.flatMap { $0.items.map { standing(of: $0.requirement) } }
  }

  /// Where one requirement stands.
  func standing(of requirement: RequirementID) -> RequirementResult {
    var result = RequirementResult(uncovered: requirement)
    let deciding = satisfying[requirement] ?? []
    let contributing = supporting[requirement] ?? []
    result.satisfiedBy = deciding.map(\.id)
    result.supportedBy = contributing.map(\.id)
    let looked = deciding.isEmpty ? contributing : deciding
    if looked.isEmpty { return result }
    result.standing = deciding.isEmpty ? .supported : .assessed
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
