import ControlModel

/// A Statement about tests of artefacts (in-toto test result, version 0.1).
struct TestStatement {
  private let statement: InTotoStatement
  private let collectedAt: Instant?

  /// Takes a Statement.
  ///
  /// - Parameters:
  ///   - statement: The Statement.
  ///   - collectedAt: When it was collected, since it has no time of its own.
  init(_ statement: InTotoStatement, at collectedAt: Instant?) {
    self.statement = statement
    self.collectedAt = collectedAt
  }

  /// A run for each artefact and each configuration of the tests.
  func records() throws(Diagnostic) -> [PipelineRun] {
    let body = statement.body
    guard let collectedAt else {
      throw statement.cursor.malformed(
        found: "no time of the test",
        needed: "collectedAt in manifest.json, since the Statement has none"
      )
    }
    let result = try result(body)
    let configuration = try body.list("configuration").first
    let gate = (configuration?["name"] ?? configuration?["uri"])?.text ?? "test-result"
    let pipeline = (body["url"] ?? configuration?["uri"] ?? configuration?["name"])?.text
    return try statement.subjects().map { subject in
      PipelineRun(
        id: "\(subject.digest) \(gate)",
        pipeline: pipeline.map(ServerAddress.withoutSecrets) ?? gate,
        revision: subject.cursor["digest"]?["gitCommit"]?.text ?? subject.digest,
        gate: gate,
        result: result,
        artifactDigest: subject.digest,
        startedAt: collectedAt,
        locator: subject.cursor.locator
      )
    }
  }

  /// A result with warnings is no clean pass.
  private func result(_ body: Cursor) throws(Diagnostic) -> PipelineRun.Result {
    switch try body.required("result") {
    case "PASSED": return .passed
    case "WARNED", "FAILED": return .failed
    default:
      throw (body["result"] ?? body).malformed(
        found: "an unknown result",
        needed: "PASSED, WARNED or FAILED"
      )
    }
  }
}
