import ControlTesting

/// What a test must be to stand for a version: on its topic, in date, finished and good enough.
struct EvaluationRule: Sendable {
  /// What was to be tested, as findings call it, such as `triage`.
  let target: String
  /// The version that is in use.
  let version: String
  /// The digest of that version, where it is recorded.
  var digest: String?
  /// The greatest age of a test.
  let maximumAge: Duration
  /// The smallest share of cases that must go well; 0 where each test's own threshold decides.
  let minimum: Double

  /// States that a topic was tested well.
  ///
  /// Of each suite's measure the latest result counts: one that went well does not excuse another
  /// that did not.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - evaluations: The tests of the target, of any version and topic.
  ///   - asOf: When to judge.
  /// - Throws: A ``Deviation``.
  func expectTested(on topic: String, by evaluations: [Evaluation], at asOf: Instant) throws {
    let onTopic = evaluations.filter { $0.topic == topic && $0.completedAt <= asOf }
    let ofVersion = onTopic.filter(isOfVersion)
    guard let newest = ofVersion.max(by: { $0.completedAt < $1.completedAt }) else {
      let other = onTopic.max { $0.completedAt < $1.completedAt }
      throw Deviation(
        "\(topic) test of \(target)",
        expected: "of version \(version)",
        observed: other.map { "\($0.id), of version \($0.targetVersion ?? "not recorded")" }
          ?? "none on record"
      )
    }
    let inDate = ofVersion.filter { asOf.duration(since: $0.completedAt) <= maximumAge }
    if inDate.isEmpty {
      throw Deviation(
        "\(topic) test of \(target)",
        expected: "at most \(maximumAge.words) ago",
        observed: "\(asOf.duration(since: newest.completedAt).words) ago, \(newest.id)"
      )
    }
    var latest: [[String?]: Evaluation] = [:]
    for evaluation in inDate {
      let measure = [evaluation.suite, evaluation.metric, evaluation.group]
      if latest[measure].map({ $0.completedAt <= evaluation.completedAt }) ?? true {
        latest[measure] = evaluation
      }
    }
    for evaluation in latest.values.sorted(by: { $0.id < $1.id }) { try checkResult(evaluation) }
  }

  /// A result that names no version counts as one of this version that shows nothing.
  private func isOfVersion(_ evaluation: Evaluation) -> Bool {
    if evaluation.targetVersion == nil && evaluation.targetDigest == nil { return true }
    if let digest, let tested = evaluation.targetDigest { return tested == digest }
    return evaluation.targetVersion == version
  }

  private func checkResult(_ evaluation: Evaluation) throws {
    if evaluation.targetVersion == nil && evaluation.targetDigest == nil {
      throw Deviation(
        "version in \(evaluation.id)",
        expected: version,
        observed: "not recorded"
      )
    }
    let isWhole =
      !evaluation.partial && evaluation.caseCount > 0
      && evaluation.completedCount == evaluation.caseCount
    if !isWhole {
      throw Deviation(
        "cases of \(evaluation.id)",
        expected: "all of them run",
        observed: "\(evaluation.completedCount) of \(evaluation.caseCount)"
          + (evaluation.partial ? ", a part" : "")
      )
    }
    guard evaluation.value >= 0, minimum == 0 || evaluation.value <= 1 else {
      throw Deviation(
        "value of \(evaluation.id)",
        expected: "a ratio from 0 to 1",
        observed: "\(evaluation.value)"
      )
    }
    guard minimum > 0 || evaluation.threshold != nil else {
      throw Deviation(
        "threshold of \(evaluation.id)",
        expected: "present",
        observed: "not recorded"
      )
    }
    switch evaluation.better {
    case .higher:
      let floor = max(evaluation.threshold ?? minimum, minimum)
      try expect("value of \(evaluation.id)", evaluation.value, .atLeast(floor))
    case .lower:
      // 1 - 0.95 is a little more than 0.05: what a finding shows is what is compared.
      let most = minimum > 0 ? ((1 - minimum) * 1_000_000).rounded() / 1_000_000 : .infinity
      try expect(
        "value of \(evaluation.id)",
        evaluation.value,
        .atMost(min(evaluation.threshold ?? most, most))
      )
    }
  }
}
