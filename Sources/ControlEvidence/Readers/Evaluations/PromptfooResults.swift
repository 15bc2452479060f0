import ControlModel

/// The results of one evaluation of promptfoo.
struct PromptfooResults {
  private let root: Cursor
  private let results: Cursor
  private let id: String
  private let startedAt: Instant?
  private let completedAt: Instant

  /// Reads the head.
  ///
  /// - Throws: ``Diagnostic`` where it has no time.
  init(_ root: Cursor) throws(Diagnostic) {
    self.root = root
    results = root["results"] ?? root
    id = root["evalId"]?.text ?? "sha256:\(root.digest)"
    let metadata = root["metadata"]
    startedAt = try metadata?.instant("evaluationCreatedAt")
    if let ended = try results.instant("timestamp") {
      completedAt = ended
    } else if let exported = try metadata?.instant("exportedAt") {
      completedAt = exported
    } else {
      throw root.malformed(found: "no time of the evaluation", needed: "results.timestamp")
    }
  }

  /// An evaluation for each prompt and provider, and one more for each red-team plug-in.
  func evaluations(into sink: inout RecordSink) -> [Evaluation] {
    let prompts = results["prompts"]?.elements ?? []
    let tests = results["results"]?.elements ?? []
    var evaluations: [Evaluation] = []
    for (position, prompt) in prompts.enumerated() {
      sink.attempt { (_) throws(Diagnostic) in
        let provider = try prompt.required("provider")
        guard let metrics = prompt["metrics"] else {
          throw prompt.malformed(found: "no metrics", needed: "counts of tests")
        }
        var count = TestCount()
        count.passed = try metrics.integer("testPassCount") ?? 0
        count.failed = try metrics.integer("testFailCount") ?? 0
        count.errors = try metrics.integer("testErrorCount") ?? 0
        if count.all == 0 {
          throw prompt.malformed(found: "no tests", needed: "at least one test that ran")
        }
        evaluations.append(evaluation(prompt, position, provider, count, plugin: nil))
        for (plugin, count) in Self.plugins(tests, position) {
          evaluations.append(evaluation(prompt, position, provider, count, plugin: plugin))
        }
      }
    }
    return evaluations
  }

  /// How many tests of a kind there were, and how they ended.
  private struct TestCount {
    var passed = 0
    var failed = 0
    var errors = 0
    var all: Int { passed + failed + errors }
  }

  /// The tests of each red-team plug-in, in order of name.
  private static func plugins(_ tests: [Cursor], _ position: Int) -> [(String, TestCount)] {
    var counts: [String: TestCount] = [:]
    for test in tests where test["promptIdx"]?.value.integer ?? 0 == position {
      let metadata = test["testCase"]?["metadata"] ?? test["metadata"]
      guard let plugin = metadata?["pluginId"]?.text else { continue }
      // failureReason: 0 none, 1 an assertion, 2 an error.
      if test["failureReason"]?.value.integer == 2 {
        counts[plugin, default: TestCount()].errors += 1
      } else if test["success"]?.value.bool == true {
        counts[plugin, default: TestCount()].passed += 1
      } else {
        counts[plugin, default: TestCount()].failed += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func evaluation(
    _ prompt: Cursor,
    _ position: Int,
    _ provider: String,
    _ count: TestCount,
    plugin: String?
  ) -> Evaluation {
    let config = root["config"]
    let suite = config?["description"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? id
    let isRedTeam = config?["redteam"] != nil || plugin != nil
    return Evaluation(
      id: ["\(id) \(position)", plugin].compactMap { $0 }.joined(separator: " "),
      targetKind: .model,
      target: provider,
      model: provider,
      topic: plugin ?? config?["tags"]?["topic"]?.text ?? (isRedTeam ? "red-team" : suite),
      suite: suite,
      // The tests may hold secrets, so only their digest stands for the version.
      suiteDigest: config?["tests"].map { CanonicalJSON.digest(of: $0.value) },
      metric: "pass-rate",
      value: count.all == 0 ? 0 : Double(count.passed) / Double(count.all),
      better: .higher,
      group: "prompt \(position + 1)",
      caseCount: count.all,
      completedCount: count.passed + count.failed,
      failedCount: count.failed,
      partial: count.errors > 0,
      tool: "promptfoo",
      runBy: root["metadata"]?["author"]?.text,
      resultDigest: root.digest,
      startedAt: startedAt,
      completedAt: completedAt,
      locator: prompt.locator
    )
  }
}
