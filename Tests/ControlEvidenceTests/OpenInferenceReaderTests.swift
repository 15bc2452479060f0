import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading traces in other conventions than GenAI's")
struct OpenInferenceReaderTests {
  @Test func readsSpansOfOpenInference() throws {
    let sink = try read(fixture("agents/openinference.json"), path: "agents/oi.json")
    #expect(sink.problems == [])
    let runs = sink.all(AgentRun.self)
    try #require(runs.map(\.agent) == ["letter-drafter", "claims-triage"])
    #expect(runs.map(\.callCount) == [1, 2])
    #expect(runs.map(\.fanOut) == [0, 1])
    #expect(runs.map(\.onBehalfOf) == [nil, "person:edda.holt"])
    #expect(runs[0].parentRun == runs[1].id)
    let calls = sink.all(ToolCall.self)
    #expect(calls.map(\.tool) == ["get_claim", "close_claim", "draft_letter"])
    #expect(calls.map(\.agent) == ["claims-triage", "claims-triage", "letter-drafter"])
    // The exception that the span recorded says why it failed.
    #expect(calls.map(\.result) == [.ok, .denied, .ok])
    #expect(calls.map(\.error) == [nil, "PermissionError", nil])
    #expect(calls.map(\.session) == ["conv-0042", "conv-0042", nil])
    #expect(calls.map { $0.argumentsDigest == nil } == [false, true, true])
    #expect(calls.map { $0.resultDigest == nil } == [false, true, true])
    #expect(!"\(sink)".contains("claim_id"))
  }

  /// One export request with one span, by its name, attributes and status.
  private static func request(
    _ name: String,
    _ attributes: [String: String],
    status: String = "1"
  ) -> String {
    let list = attributes.sorted { $0.key < $1.key }.map {
      #"{"key": "\#($0.key)", "value": {"stringValue": "\#($0.value)"}}"#
    }
    return #"""
      {"resourceSpans": [{"scopeSpans": [{"spans": [{"name": "\#(name)",
       "traceId": "31f93a5953b2e52d06a9e7e3376b4faf", "spanId": "79bb0a80e4ef9ff3",
       "startTimeUnixNano": "1", "endTimeUnixNano": "2", "status": {"code": \#(status)},
       "attributes": [\#(list.joined(separator: ","))]}]}]}]}
      """#
  }

  @Test(
    arguments: [
      ("execute_tool t", ["gen_ai.system": "x", "gen_ai.agent.name": "a"], "t"),
      ("x", ["traceloop.span.kind": "tool", "traceloop.entity.name": "t", "agent.name": "a"], "t"),
      ("t", ["openinference.span.kind": "TOOL", "agent.name": "a"], "t"),
      ("x", ["gen_ai.operation.name": "chat", "openinference.span.kind": "TOOL"], nil),
      ("execute_tool t", ["x": "y"], nil), ("x", ["openinference.span.kind": "LLM"], nil),
    ] as [(String, [String: String], String?)]
  )
  func knowsAToolsSpan(name: String, attributes: [String: String], tool: String?) throws {
    let sink = try read(Self.request(name, attributes), path: "t.json")
    #expect(sink.problems == [])
    #expect(sink.all(ToolCall.self).map(\.tool) == (tool.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("2", .error), (#""STATUS_CODE_ERROR""#, .error), (#""STATUS_CODE_OK""#, .ok),
      (#""STATUS_CODE_UNSET""#, .ok), ("7", .unknown),
    ] as [(String, ToolCall.Result)]
  )
  func readsTheStatusAsNumberOrName(status: String, result: ToolCall.Result) throws {
    let attributes = [
      "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "t", "agent.name": "a",
    ]
    let sink = try read(Self.request("x", attributes, status: status), path: "t.json")
    #expect(sink.all(ToolCall.self).map(\.result) == [result])
  }
}
