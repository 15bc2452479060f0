import ControlModel

/// One result of an assessment in OSCAL.
struct OSCALResult {
  private let cursor: Cursor
  private let tool: String
  private let target: String
  private let id: String
  private let startedAt: Instant
  private let endedAt: Instant?
  private let observations: [String: Cursor]

  /// Takes a result.
  ///
  /// - Throws: ``Diagnostic`` where it has no id or no start.
  init(_ cursor: Cursor, tool: String, context: EvidenceContext) throws(Diagnostic) {
    self.cursor = cursor
    self.tool = tool
    id = try cursor.required("uuid")
    guard let start = try cursor.instant("start") else {
      throw cursor.malformed(found: "no start", needed: "when the assessment started")
    }
    startedAt = start
    endedAt = try cursor.instant("end")
    target = context.account ?? cursor["title"]?.text ?? cursor.path
    var observations: [String: Cursor] = [:]
    for observation in try cursor.list("observations") {
      if let id = observation["uuid"]?.text { observations[id] = observation }
    }
    self.observations = observations
  }

  /// Reads the run and its findings.
  func read(into sink: inout RecordSink) throws(Diagnostic) {
    let findings = try cursor.list("findings")
    sink.add(
      ScanRun(
        id: id,
        tool: tool,
        target: target,
        targetKind: .configuration,
        succeeded: true,
        findingCount: findings.filter { Self.state($0)?.text == "not-satisfied" }.count,
        startedAt: startedAt,
        endedAt: endedAt,
        locator: cursor.locator
      )
    )
    for finding in findings {
      sink.attempt { (sink) throws(Diagnostic) in sink.add(try record(finding)) }
    }
  }

  private static func state(_ finding: Cursor) -> Cursor? { finding["target"]?["status"]?["state"] }

  private func record(_ finding: Cursor) throws(Diagnostic) -> PostureFinding {
    guard let word = Self.state(finding)?.text, let status = PostureWords.status(word) else {
      throw finding.malformed(
        found: "no state of the target",
        needed: "satisfied or not-satisfied"
      )
    }
    let related = try finding.list("related-observations").compactMap { reference in
      reference["observation-uuid"]?.text.flatMap { observations[$0] }
    }
    var collectedAt: Instant?
    for observation in related {
      guard let instant = try observation.instant("collected") else { continue }
      collectedAt = max(instant, collectedAt ?? instant)
    }
    let subject = related.lazy.compactMap { $0["subjects"]?.elements.first }.first
    let severity = finding["props"]?.elements.first { $0["name"]?.text == "severity" }?["value"]
    return PostureFinding(
      id: try finding.required("uuid"),
      tool: tool,
      run: id,
      rule: try (finding["target"] ?? finding).required("target-id"),
      resource: (subject?["title"] ?? subject?["subject-uuid"])?.text ?? target,
      status: status,
      severity: PostureWords.severity(severity?.text),
      lastSeenAt: collectedAt ?? endedAt ?? startedAt,
      locator: finding.locator
    )
  }
}
