import ControlTesting
import SuiteVocabulary

extension Agent {
  /// States that the framework that the agent is built with is in the bill of materials, pinned.
  func expectFrameworkPinned(in scope: Scope) throws {
    let frameworks = scope.all(Component.self, where: \.agents, contains: id).filter {
      $0.kind == .framework
    }
    if frameworks.isEmpty {
      throw Deviation(
        "framework",
        expected: "a component of the agent in the bill of materials",
        observed: "none on record"
      )
    }
    for framework in frameworks {
      try expect("version of \(framework.name)", framework.version, .notEmpty)
      try expect("pinning of \(framework.name)", framework.pinned, .equal(true))
    }
  }

  /// States that the version of the agent that runs withstood a test on each topic.
  func expectFrameworkTested(in scope: Scope) throws {
    let rule = EvaluationRule(
      target: id,
      version: version,
      digest: manifestDigest,
      maximumAge: scope.policy.evaluationMaximumAge,
      minimum: scope.policy.minimumEvasionResistance
    )
    let tests = scope.evaluations(ofAgent: id)
    for topic in scope.policy.frameworkEvaluationTopics.sorted() {
      try rule.expectTested(on: topic, by: tests, at: scope.asOf)
    }
  }
}

extension Scope {
  /// The tests of an agent, by whatever field names it.
  func evaluations(ofAgent id: String) -> [Evaluation] {
    let direct = all(Evaluation.self, where: \.target, is: id).filter { $0.targetKind == .agent }
    let named = all(Evaluation.self, where: \.agent, is: id).filter {
      $0.targetKind == .agent && $0.target != id
    }
    return direct + named
  }
}
