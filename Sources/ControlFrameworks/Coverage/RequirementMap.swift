public import ControlModel

/// Which controls answer for which requirement: those that name it, and those that reach it through
/// crosswalk rows of the organisation's own.
///
/// A row reaches one step far. Where it says that the requirement is equal to or part of another
/// item, whatever decides that item decides the requirement; by any other relation the controls of
/// the other item support it and never decide. Crosswalks that come with the tool reach nothing:
/// they are for readers.
public struct RequirementMap: Sendable {
  /// The controls that answer for one requirement.
  public struct Entry: Sendable, Hashable {
    /// The controls that decide it, in the order of the suites.
    public var satisfiedBy: [ControlDescription] = []
    /// The controls that contribute to it and decide nothing, in the order of the suites.
    public var supportedBy: [ControlDescription] = []
    /// The items through whose controls it is reached, in the order of the rows.
    public var through: [RequirementID] = []

    /// Whether no control answers for it.
    public var isUncovered: Bool { satisfiedBy.isEmpty && supportedBy.isEmpty }

    /// The controls whose results count: the deciding ones, else the contributing ones.
    public var looked: [ControlDescription] { satisfiedBy.isEmpty ? supportedBy : satisfiedBy }
  }

  private let order: [String: Int]
  private let satisfying: [RequirementID: [ControlDescription]]
  private let supporting: [RequirementID: [ControlDescription]]
  private let links: [RequirementID: [(to: RequirementID, strength: Crosswalk.Strength)]]

  /// Prepares the map.
  ///
  /// - Parameters:
  ///   - controls: The controls in the order of their suites.
  ///   - links: The organisation's own crosswalk rows.
  public init(controls: [ControlDescription], links: [Crosswalk] = []) {
    var order: [String: Int] = [:]
    var satisfying: [RequirementID: [ControlDescription]] = [:]
    var supporting: [RequirementID: [ControlDescription]] = [:]
    for (offset, control) in controls.enumerated() {
      order[control.id] = offset
      for requirement in control.satisfies { satisfying[requirement, default: []].append(control) }
      for requirement in control.supports { supporting[requirement, default: []].append(control) }
    }
    self.order = order
    self.satisfying = satisfying
    self.supporting = supporting
    var reached: [RequirementID: [(RequirementID, Crosswalk.Strength)]] = [:]
    for link in links where link.isLocal {
      reached[link.from, default: []].append((link.to, link.strength))
    }
    self.links = reached
  }

  /// The controls that answer for a requirement.
  ///
  /// - Parameter requirement: The requirement.
  /// - Returns: The controls; no control stands on both sides.
  public func entry(for requirement: RequirementID) -> Entry {
    var entry = Entry()
    entry.satisfiedBy = satisfying[requirement] ?? []
    entry.supportedBy = supporting[requirement] ?? []
    guard let links = links[requirement] else { return entry }
    for link in links {
      let deciding = satisfying[link.to] ?? []
      let contributing = supporting[link.to] ?? []
      if !entry.through.contains(link.to) { entry.through.append(link.to) }
      if link.strength == .full {
        entry.satisfiedBy += deciding
        entry.supportedBy += contributing
      } else {
        entry.supportedBy += deciding + contributing
      }
    }
    entry.satisfiedBy = ordered(entry.satisfiedBy, without: [])
    entry.supportedBy = ordered(entry.supportedBy, without: entry.satisfiedBy)
    return entry
  }

  private func ordered(
    _ controls: [ControlDescription],
    without others: [ControlDescription]
  ) -> [ControlDescription] {
    var seen = Set(others.map(\.id))
    return controls.filter { seen.insert($0.id).inserted }
      .sorted { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) }
  }
}
