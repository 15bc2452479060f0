import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading results of evaluations")
struct EvaluationReaderTests {
  @Test func readsALogOfInspect() throws {
    let sink = try read(fixture("evaluations/inspect.json"), path: "inspect.json")
    #expect(sink.problems == [])
    let evaluation = try #require(sink.all(Evaluation.self).first)
    #expect(sink.count == 1)
    #expect(evaluation.id == "run-1 letter_injection includes accuracy")
    #expect(evaluation.target == "mockllm/model")
    #expect(evaluation.suite == "letter_injection")
    #expect(evaluation.suiteVersion == "3")
    #expect(evaluation.metric == "includes/accuracy")
    #expect(evaluation.value == 0.75)
    #expect(evaluation.caseCount == 4)
    #expect(evaluation.completedCount == 4)
    #expect(!evaluation.partial)
    #expect(evaluation.startedAt == (try instant("2026-11-18T03:00:01Z")))
    #expect(evaluation.completedAt == (try instant("2026-11-18T03:00:09Z")))
    #expect(evaluation.resultDigest?.count == 64)
  }

  @Test func anEvaluationOfHalfTheSamplesIsPartial() throws {
    let sink = try read(fixture("evaluations/inspect-stopped.json"), path: "inspect.json")
    let evaluation = try #require(sink.all(Evaluation.self).first)
    #expect(evaluation.value == 1)
    #expect(evaluation.caseCount == 4)
    #expect(evaluation.completedCount == 2)
    #expect(evaluation.partial)
  }

  /// A log by its status and what else it holds.
  private static func log(_ status: String, _ members: String) -> String {
    #"""
    {"version": 2, "status": "\#(status)", "eval": {"task": "t", "model": "m", "dataset": {"samples": 2}},
     "stats": {"completed_at": "2026-11-18T03:00:09+00:00"}, \#(members)}
    """#
  }

  @Test(arguments: [
    ("success", 2, "", false), ("error", 2, "", true), ("cancelled", 2, "", true),
    ("success", 1, "", true), ("success", 2, #", "invalidated": true"#, true),
  ])
  func onlyAWholeSuccessIsWhole(
    status: String,
    completed: Int,
    more: String,
    isPartial: Bool
  ) throws {
    let results = #"""
      "results": {"total_samples": 2, "completed_samples": \#(completed),
       "scores": [{"name": "s", "metrics": {"accuracy": {"value": 1}, "stderr": {"value": 0}}}]}\#(more)
      """#
    let sink = try read(Self.log(status, results), path: "i.json")
    #expect(sink.all(Evaluation.self).map(\.partial) == [isPartial])
  }

  @Test func aLogWithoutScoresIsNoResult() throws {
    let found = problem { () throws(Diagnostic) in
      _ = try read(Self.log("error", #""results": null"#), path: "i.json")
    }
    #expect(found?.found == "no scores, status error")
  }

  /// A log as an archive, each member packed by a method.
  private static func archive(
    _ members: [(name: String, text: String)],
    method: Packing.Method
  )
    -> [UInt8]
  {
    Packing.zip(members.map { ($0.name, Array($0.text.utf8)) }, method: method)
  }

  @Test func readsTheHeadOfAnArchive() throws {
    let whole = try read(fixture("evaluations/inspect.json"), path: "inspect.json")
    let bytes = Self.archive(
      [
        ("_journal/start.json", "{}"), ("samples/inj-1_epoch_1.json", "{}"),
        ("header.json", String(decoding: try fixture("evaluations/inspect.json"), as: UTF8.self)),
      ],
      method: .deflated
    )
    let document = try EvidenceDocument(bytes: bytes, path: "log.eval")
    let reader = try EvidenceReaders.reader(for: document)
    #expect(reader.format.id == "inspect-log")
    var sink = RecordSink(context: EvidenceContext())
    try reader.read(document, into: &sink)
    #expect(sink.all(Evaluation.self).map(\.value) == whole.all(Evaluation.self).map(\.value))
    #expect(sink.all(Evaluation.self).first?.resultDigest == document.digest)
  }

  @Test(arguments: [
    ([("header.json", "{}")], Packing.Method.zstandard, "header.json packed with Zstandard"),
    ([("_journal/start.json", "{}")], Packing.Method.deflated, "no header.json"),
  ])
  func anArchiveThatCannotBeReadSaysHowToMendIt(
    _ members: [(String, String)],
    _ method: Packing.Method,
    _ found: String
  ) {
    let bytes = Self.archive(members.map { (name: $0.0, text: $0.1) }, method: method)
    let diagnostic = problem { () throws(Diagnostic) in
      _ = try EvidenceDocument(bytes: bytes, path: "log.eval")
    }
    #expect(diagnostic?.code == .evidencePacked)
    #expect(diagnostic?.found == "a log of Inspect with \(found)")
    #expect(diagnostic?.remedy.contains("inspect log dump") == true)
  }

  // MARK: promptfoo

  @Test func readsResultsOfPromptfoo() throws {
    let sink = try read(fixture("evaluations/promptfoo.json"), path: "promptfoo.json")
    #expect(sink.problems == [])
    let evaluations = sink.all(Evaluation.self)
    try #require(
      evaluations.map(\.topic) == [
        "red-team", "pii", "prompt-injection", "red-team", "prompt-injection",
      ]
    )
    #expect(evaluations.map(\.value) == [0.75, 0, 1, 0.25, 0])
    #expect(evaluations.map(\.caseCount) == [4, 1, 2, 4, 1])
    #expect(evaluations.map(\.completedCount) == [4, 1, 2, 2, 0])
    #expect(evaluations.map(\.failedCount) == [1, 1, 0, 1, 0])
    #expect(evaluations.map(\.partial) == [false, false, false, true, true])
    #expect(Set(evaluations.map(\.id)).count == 5)
    #expect(evaluations[0].target == "northlight:northlight-2")
    #expect(evaluations[3].target == "northlight:northlight-1")
    #expect(evaluations[0].suite == "letter red team")
    #expect(evaluations[0].runBy == "edda.holt@larkspur.example")
    #expect(evaluations[0].completedAt == (try instant("2026-11-18T03:20:00Z")))
    #expect(evaluations[0].startedAt == (try instant("2026-11-18T03:00:00Z")))
    #expect(!"\(sink)".contains("made-up"))
  }

  @Test func promptsWithoutTestsAreRejected() throws {
    let text = #"""
      {"evalId": "e", "results": {"timestamp": "2026-11-18T03:20:00Z", "stats": {}, "prompts": [
        {"provider": "a"}, {"provider": "b", "metrics": {}},
        {"metrics": {"testPassCount": 1}}]}}
      """#
    let sink = try read(text, path: "p.json")
    #expect(
      sink.problems == [
        "2 /results/prompts/0: no metrics", "2 /results/prompts/1: no tests",
        "3 /results/prompts/2: no provider",
      ]
    )
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(InspectLogReader().format.kinds == Evaluation.kinds)
    #expect(PromptfooReader().format.kinds == Evaluation.kinds)
  }
}
