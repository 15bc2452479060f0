/// What a profile says of a subject.
public struct ProfileResult: Sendable, Hashable {
  /// The profile's name.
  public var profile: String
  /// Its decision, by its own tier and its own controls.
  public var decision: GateDecision
  /// Why: the decisive reasons first, and those of one weight in the profile's order of reading.
  public var reasons: [GateReason]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - profile: The profile's name.
  ///   - decision: Its decision.
  ///   - reasons: Why.
  public init(profile: String, decision: GateDecision, reasons: [GateReason]) {
    self.profile = profile
    self.decision = decision
    self.reasons = reasons
  }
}

extension AssessmentResults {
  /// The results with each subject decided by profiles: the worst of them, for its tier.
  ///
  /// For a screen that shows one decision; a subject without a result of any stays as it is.
  ///
  /// - Parameter names: The profiles' names.
  /// - Returns: The results as those profiles see them.
  public func decided(by names: [String]) -> AssessmentResults {
    var seen = self
    for index in seen.subjects.indices {
      let own = subjects[index].profiles.filter { names.contains($0.profile) }
      guard let decision = own.map(\.decision).max() else { continue }
      seen.subjects[index].decision = decision
      let reasons = own.flatMap(\.reasons)
      seen.subjects[index].reasons = GateDecision.allCases.reversed().flatMap { effect in
        reasons.filter { $0.effect == effect }
      }
      let tiers = profiles.filter { profile in own.contains { $0.profile == profile.name } }
      seen.subjects[index].tier = tiers.map(\.tier).max() ?? subjects[index].tier
    }
    return seen
  }
}
