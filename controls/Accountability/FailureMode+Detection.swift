import ControlTesting
import SuiteVocabulary

extension FailureMode {
  /// States that a rule and a source of logs stand for the failure mode, and that a test showed it.
  func expectDetected(in scope: Scope) throws {
    try checkRules(scope)
    try checkSource(scope)
    try expect("result of the test", testResult, .equal(.detected))
    let limit = scope.policy.detectionTestMaximumAge
    guard let tested = testedAt.instant, tested <= scope.asOf else {
      throw Deviation(
        "test",
        expected: "at most \(limit.words) ago",
        observed: testedAt.description
      )
    }
    try expect("age of the test", scope.asOf.duration(since: tested), .atMost(limit))
  }

  private func checkRules(_ scope: Scope) throws {
    guard let rules, !rules.isEmpty else {
      throw Deviation("detection rule", expected: "named", observed: "not recorded")
    }
    for name in rules {
      guard let rule = scope.first(DetectionRule.self, name) else {
        throw Deviation(
          "detection rule",
          expected: "one on record",
          observed: "\(name), not among the detection rules"
        )
      }
      try expect("rule \(name) is on", rule.enabled, .equal(true))
    }
  }

  /// The latest status of the source counts: one that was on before and is off now shows nothing.
  private func checkSource(_ scope: Scope) throws {
    let reports = scope.all(LogPipeline.self, where: \.id, is: pipeline)
    guard let latest = reports.max(by: { $0.checkedAt < $1.checkedAt }) else {
      throw Deviation(
        "source",
        expected: "a log pipeline on record",
        observed: pipeline.map { "\($0), not among the log pipelines" } ?? "not recorded"
      )
    }
    try expect("source \(latest.id) is on", latest.enabled, .equal(true))
    if !latest.lastEventAt.hasPassed(at: scope.asOf) {
      throw Deviation(
        "last event of \(latest.id)",
        expected: "at or before \(scope.asOf)",
        observed: latest.lastEventAt.description
      )
    }
  }
}
