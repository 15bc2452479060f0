import ControlTesting
import SuiteVocabulary

extension Agent {
  /// States that a rule watches the agent, is on, and fired in a test that is in date.
  func expectDetection(in scope: Scope) throws {
    let direct = scope.all(DetectionRule.self, where: \.agents, contains: id)
    let rules = direct + scope.all(DetectionRule.self, where: \.systems, contains: system)
    let enabled = rules.filter(\.enabled)
    guard
      let best = enabled.max(by: { $0.provenAt < $1.provenAt })
    else {
      throw Deviation(
        "detection rule",
        expected: "one that is on and names the agent",
        observed: rules.first.map { "\($0.id), off" } ?? "none on record"
      )
    }
    let limit = scope.policy.detectionTestMaximumAge
    guard let tested = best.testedAt.instant, tested <= scope.asOf else {
      throw Deviation(
        "test of \(best.id)",
        expected: "at most \(limit.words) ago",
        observed: best.testedAt.description
      )
    }
    try expect("age of the test of \(best.id)", scope.asOf.duration(since: tested), .atMost(limit))
    guard let fired = best.lastFiredAt.instant, tested <= fired, fired <= scope.asOf else {
      throw Deviation(
        "last alert of \(best.id)",
        expected: "in the test of \(tested) or since",
        observed: best.lastFiredAt.description
      )
    }
  }
}

extension DetectionRule {
  /// When the rule was last tested and fired; the beginning of time where it did not.
  fileprivate var provenAt: Instant {
    guard let tested = testedAt.instant, let fired = lastFiredAt.instant, tested <= fired else {
      return Instant(nanosecondsSinceEpoch: .min)
    }
    return tested
  }
}
