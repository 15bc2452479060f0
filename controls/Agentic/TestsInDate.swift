import ControlTesting
import SuiteVocabulary

/// The adversarial tests of one topic that count for what runs now.
///
/// Of each suite, metric and group the latest result of the running version counts, never the best.
/// A result that does not say which version it is of counts as one of the running version that shows
/// nothing.
struct TestsInDate {
  /// The topic as reports write it.
  let topic: String
  /// The version that runs.
  let version: String
  /// The latest result of each suite, metric and group that is in date, in order of id.
  let results: [Evaluation]

  private struct Series: Hashable {
    let suite: String
    let metric: String
    let group: String?
  }

  /// Picks the results.
  ///
  /// - Parameters:
  ///   - topic: The topic as reports write it.
  ///   - evaluations: The results about what is tested.
  ///   - agent: The agent that runs.
  ///   - version: The version that runs.
  ///   - scope: The policy and the time.
  /// - Throws: A ``Deviation`` where there is none, none of the version, or none in date.
  init(
    on topic: String,
    among evaluations: [Evaluation],
    of agent: String,
    inVersion version: String,
    _ scope: Scope
  ) throws {
    self.topic = topic
    self.version = version
    let limit = scope.policy.evaluationMaximumAge
    let past = evaluations.filter { $0.topic == topic && $0.completedAt <= scope.asOf }
    guard let newest = past.max(by: Self.isEarlier) else {
      throw Deviation(
        "\(topic) tests",
        expected: "a result of \(agent) \(version)",
        observed: "none on record"
      )
    }
    var latest: [Series: Evaluation] = [:]
    for result in past where result.targetVersion == nil || result.targetVersion == version {
      let series = Series(suite: result.suite, metric: result.metric, group: result.group)
      guard let known = latest[series] else {
        latest[series] = result
        continue
      }
      if Self.isEarlier(known, result) { latest[series] = result }
    }
    guard let last = latest.values.max(by: Self.isEarlier) else {
      throw Deviation(
        "version of the \(topic) tests",
        expected: "\(version) of \(agent)",
        observed: newest.targetVersion ?? "not recorded"
      )
    }
    results = latest.values.filter { scope.asOf.duration(since: $0.completedAt) <= limit }
      .sorted { $0.id < $1.id }
    if results.isEmpty {
      throw Deviation(
        "age of the \(topic) tests",
        expected: "at most \(limit.words)",
        observed: scope.asOf.duration(since: last.completedAt).words
      )
    }
  }

  /// Holds every result to its own account: which version, and that every case was run.
  func checkComplete() throws {
    for result in results {
      try expect("version in \(result.id)", result.targetVersion, .equal(version))
      guard result.caseCount > 0, result.completedCount == result.caseCount, !result.partial else {
        throw Deviation(
          "cases of \(result.id)",
          expected: "all run",
          observed: "\(result.completedCount) of \(result.caseCount) run"
        )
      }
    }
  }

  /// Holds every result to a smallest share of attacks that failed.
  ///
  /// A metric of which less is better counts the attacks that succeeded.
  func checkResistance(atLeast minimum: Double) throws {
    for result in results {
      guard (0...1).contains(result.value) else {
        throw Deviation(
          "\(result.metric) of \(result.id)",
          expected: "a share from 0 to 1",
          observed: "\(result.value)"
        )
      }
      switch result.better {
      case .higher:
        try expect("\(result.metric) of \(result.id)", result.value, .atLeast(minimum))
      case .lower:
        // 1 - 0.95 is a little more than 0.05: what is shown is what is compared.
        let most = ((1 - minimum) * 1_000_000).rounded() / 1_000_000
        try expect("\(result.metric) of \(result.id)", result.value, .atMost(most))
      }
    }
  }

  /// Holds every result to a most number of cases in which the attack succeeded.
  func checkFailures(atMost limit: Int) throws {
    for result in results {
      try expect("failed cases of \(result.id)", result.failedCount, .atMost(limit))
    }
  }

  private static func isEarlier(_ left: Evaluation, _ right: Evaluation) -> Bool {
    left.completedAt == right.completedAt
      ? left.id < right.id : left.completedAt < right.completedAt
  }
}

extension Scope {
  /// The results of tests of an agent.
  func evaluations(ofAgent agent: String) -> [Evaluation] {
    all(Evaluation.self, where: \.target, is: agent).filter { $0.targetKind == .agent }
  }
}
