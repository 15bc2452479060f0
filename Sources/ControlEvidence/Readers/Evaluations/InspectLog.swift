import ControlModel

/// The head of an Inspect log.
struct InspectLog {
  /// How the evaluation ended: success, error, cancelled or started.
  let status: String
  private let root: Cursor
  private let eval: Cursor
  private let caseCount: Int
  private let completedCount: Int
  private let completedAt: Instant
  private let startedAt: Instant?

  /// Reads the head.
  ///
  /// - Throws: ``Diagnostic`` where it lacks status, samples or times.
  init(_ root: Cursor, _ eval: Cursor) throws(Diagnostic) {
    self.root = root
    self.eval = eval
    status = try root.required("status")
    let results = root["results"]
    let epochs = try eval["config"]?.integer("epochs") ?? 1
    let planned = try eval["dataset"]?.integer("samples").map { $0 * max(1, min(epochs, 10_000)) }
    let total = try results?.integer("total_samples")
    guard let caseCount = planned ?? total else {
      throw eval.malformed(found: "no number of samples", needed: "dataset.samples")
    }
    self.caseCount = max(caseCount, total ?? 0)
    completedCount = try results?.integer("completed_samples") ?? 0
    let times = root["stats"]
    if let started = try Self.time("started_at", times) {
      startedAt = started
    } else {
      startedAt = try eval.instant("created")
    }
    guard let completedAt = try Self.time("completed_at", times) else {
      throw root.malformed(found: "no completed_at", needed: "an evaluation that ended")
    }
    self.completedAt = completedAt
  }

  /// An empty text stands for no time.
  private static func time(_ name: String, _ times: Cursor?) throws(Diagnostic) -> Instant? {
    times?[name]?.text?.isEmpty == false ? try times?.instant(name) : nil
  }

  /// One metric as an evaluation.
  func evaluation(
    _ metric: Cursor,
    _ name: String,
    of score: Cursor
  ) throws(Diagnostic) -> Evaluation {
    guard let value = metric["value"]?.text.flatMap(Double.init) else {
      throw metric.malformed(found: "no value", needed: "a number")
    }
    let task = try eval.required("task")
    let model = try eval.required("model")
    // A sample that ended in an error has no score.
    let scored = try score.integer("scored_samples").map { min($0, completedCount) }
    let done = scored ?? completedCount
    let isInvalid = root["invalidated"]?.value.bool == true
    let scorer = score["name"]?.text ?? score["scorer"]?.text ?? "score"
    let run = eval["run_id"]?.text ?? eval["created"]?.text ?? root.digest
    return Evaluation(
      id: "\(run) \(task) \(scorer) \(name)",
      targetKind: .model,
      target: model,
      model: model,
      topic: task,
      suite: task,
      suiteVersion: eval["task_version"]?.text,
      metric: "\(scorer)/\(name)",
      value: value,
      better: .higher,
      group: score["reducer"]?.text,
      caseCount: caseCount,
      completedCount: done,
      partial: status != "success" || isInvalid || done < caseCount,
      tool: "inspect_ai",
      resultDigest: root.digest,
      startedAt: startedAt,
      completedAt: completedAt,
      locator: metric.locator
    )
  }
}
