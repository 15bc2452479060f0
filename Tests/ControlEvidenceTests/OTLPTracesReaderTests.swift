import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading OTLP traces")
struct OTLPTracesReaderTests {
  private static let trace = "31f93a5953b2e52d06a9e7e3376b4faf"

  @Test func readsTheSampleOfTheEstate() throws {
    let sink = try read(fixture("agents/traces.jsonl"), path: "agents/traces.jsonl")
    #expect(sink.problems == [])
    let runs = sink.all(AgentRun.self)
    #expect(runs.map(\.agent) == ["claims-triage", "letter-drafter", "tallybird-summariser"])
    #expect(runs.map(\.callCount) == [5, 2, 2])
    #expect(runs.map(\.fanOut) == [1, 0, 0])
    #expect(runs.map(\.depth) == [1, 2, 1])
    #expect(runs.map(\.outcome) == [.completed, .completed, .completed])
    #expect(runs[0].id == "\(Self.trace)/32475cca9a98024f")
    #expect(runs[1].parentRun == runs[0].id)
    #expect(runs[0].task == "task-0001")
    #expect(runs[0].onBehalfOf == "person:edda.holt")
    #expect(runs[0].endedAt == .at(Instant(nanosecondsSinceEpoch: 1_793_780_744_312_000_000)))
    let calls = sink.all(ToolCall.self)
    #expect(calls.count == 9)
    let first = try #require(calls.first)
    #expect(first.id == "call-r001-001")
    #expect(first.traceID == Self.trace)
    #expect(first.spanID == "79bb0a80e4ef9ff3")
    #expect(first.parentSpanID == "32475cca9a98024f")
    #expect(first.run == runs[0].id)
    #expect(first.session == "conv-0001")
    #expect(first.agent == "claims-triage")
    #expect(first.agentVersion == "1.6.0")
    #expect(first.actorKind == .agent)
    #expect(first.credential == "tok-r001")
    #expect(first.delegation == "del-r001")
    #expect(first.delegationDepth == 1)
    #expect(first.tool == "list_open_claims")
    #expect(first.action == "list_open_claims")
    #expect(first.toolVersion == "2.4.1")
    #expect(first.decision == "dec-r001-001")
    #expect(first.approval == nil)
    #expect(first.resourceTenant == "larkspur-claims")
    #expect(first.tenant == "larkspur-claims")
    #expect(first.environment == "orchard-pilot")
    #expect(first.result == .ok)
    #expect(first.startedAt == Instant(nanosecondsSinceEpoch: 1_793_780_610_000_000_000))
    #expect(first.endedAt == Instant(nanosecondsSinceEpoch: 1_793_780_610_950_000_000))
    #expect(
      first.locator.description
        == "agents/traces.jsonl:1 #/resourceSpans/0/scopeSpans/0/spans/2"
    )
    let denied = try #require(calls.last)
    #expect(denied.result == .denied)
    #expect(denied.error == "denied")
    #expect(denied.locator.line == 2)
    #expect(calls.map(\.run).suffix(4).prefix(2) == [runs[1].id, runs[1].id])
  }

  /// One span of a request, by its number, its parent's number and its attributes.
  private static func span(
    _ number: Int,
    under parent: Int? = nil,
    _ attributes: [String: String],
    status: Int = 1,
    more: String = ""
  ) -> String {
    let list = attributes.sorted { $0.key < $1.key }.map {
      "{\"key\": \"\($0.key)\", \"value\": {\"stringValue\": \"\($0.value)\"}}"
    }
    let above = parent.map { "\"parentSpanId\": \"\(id($0))\"," } ?? ""
    return """
      {"traceId": "\(trace)", "spanId": "\(id(number))", \(above) "name": "n",
       "startTimeUnixNano": "\(number + 1)", "endTimeUnixNano": "\(number + 2)",
       "attributes": [\(list.joined(separator: ","))], "status": {"code": \(status)}\(more)}
      """
  }

  private static func id(_ number: Int) -> String {
    let digits = String(number + 1, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func request(_ spans: [String]) -> String {
    "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [\(spans.joined(separator: ",\n"))]}]}]}"
  }

  private static let run = [
    "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.id": "a",
    "gen_ai.agent.version": "1",
  ]
  private static let call = ["gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "t"]

  @Test func aCallTakesTheAgentOfTheNearestRunAboveWhereverThatStands() throws {
    let text = Self.request([
      Self.span(3, under: 2, Self.call), Self.span(2, under: 1, ["x": "y"]), Self.span(1, Self.run),
    ])
    let sink = try read(text, path: "t.json")
    #expect(sink.problems == [])
    let call = try #require(sink.all(ToolCall.self).first)
    #expect(call.agent == "a")
    #expect(call.agentVersion == "1")
    #expect(call.run == "\(Self.trace)/\(Self.id(1))")
    #expect(call.id == "\(Self.trace)/\(Self.id(3))")
    #expect(sink.all(AgentRun.self).map(\.callCount) == [1])
  }

  @Test func callsThatShareAPartOfTheirChainShareTheRun() throws {
    let text = Self.request([
      Self.span(4, under: 3, Self.call), Self.span(3, under: 2, ["x": "y"]),
      Self.span(5, under: 3, Self.call), Self.span(6, under: 2, Self.call),
      Self.span(2, under: 1, ["x": "y"]), Self.span(1, Self.run),
    ])
    let sink = try read(text, path: "t.json")
    #expect(sink.problems == [])
    #expect(sink.all(AgentRun.self).map(\.callCount) == [3])
  }

  @Test func aCallWithoutARunBelongsToItsTrace() throws {
    let own = Self.call.merging(["gen_ai.agent.name": "b"]) { $1 }
    let sink = try read(Self.request([Self.span(1, own), Self.span(2, Self.call)]), path: "t.json")
    #expect(sink.all(ToolCall.self).map(\.run) == [Self.trace])
    #expect(sink.all(ToolCall.self).map(\.agent) == ["b"])
    #expect(sink.diagnostics.map(\.found) == ["no gen_ai.agent.id here or on a run above"])
  }

  @Test func parentsThatLeadBackToThemselvesEnd() throws {
    let sink = try read(
      Self.request([
        Self.span(1, under: 2, Self.run), Self.span(2, under: 1, Self.run),
        Self.span(3, under: 4, ["x": "y"]), Self.span(4, under: 3, ["x": "y"]),
        Self.span(5, under: 5, Self.run), Self.span(6, under: 3, Self.call),
      ]),
      path: "t.json"
    )
    #expect(sink.all(AgentRun.self).count == 3)
    #expect(sink.all(AgentRun.self).allSatisfy { ($0.depth ?? 0) <= 2 })
    #expect(sink.rejectedCount == 1)
  }

  @Test func aLongChainIsFollowedOnce() throws {
    let links = (2..<20_000).map { Self.span($0, under: $0 - 1, ["x": "y"]) }
    let text = Self.request(
      [Self.span(20_000, under: 19_999, Self.call)] + links + [Self.span(1, Self.run)]
    )
    #expect(try read(text, path: "t.json").all(ToolCall.self).map(\.agent) == ["a"])
  }

  @Test func aRetryIsASecondCall() throws {
    let named = Self.call.merging(["gen_ai.tool.call.id": "c", "gen_ai.agent.id": "a"]) { $1 }
    let sink = try read(Self.request([Self.span(1, named), Self.span(2, named)]), path: "t.json")
    #expect(
      sink.all(ToolCall.self).map(\.id) == ["c", "c@\(Self.trace)/\(Self.id(2))"]
    )
  }

  @Test func aSpanSentTwiceIsKeptOnceAndAnotherWithItsIdsRejected() throws {
    let own = Self.call.merging(["gen_ai.agent.id": "a"]) { $1 }
    let span = Self.span(1, own)
    let other = span.replacing("\"name\": \"n\"", with: "\"name\": \"m\"")
    let sink = try read(Self.request([span, span, other]), path: "t.json")
    #expect(sink.all(ToolCall.self).count == 1)
    #expect(sink.diagnostics.map(\.code) == [.evidenceDuplicate])
  }

  @Test(
    arguments: [
      (0, nil, .ok), (1, nil, .ok), (2, nil, .error), (2, "denied", .denied),
      (2, "permission_denied", .denied), (2, "timeout", .error), (0, "timeout", .error),
      (7, nil, .unknown),
    ] as [(Int, String?, ToolCall.Result)]
  )
  func statusAndErrorTypeGiveTheResult(
    code: Int,
    error: String?,
    result: ToolCall.Result
  ) throws {
    var attributes = Self.call.merging(["gen_ai.agent.id": "a"]) { $1 }
    attributes["error.type"] = error
    let sink = try read(Self.request([Self.span(1, attributes, status: code)]), path: "t.json")
    #expect(sink.all(ToolCall.self).map(\.result) == [result])
  }

  @Test func theLongestEndingOfANameCounts() throws {
    let attributes = Self.call.merging([
      "gen_ai.agent.id": "a", "acme.resource.tenant": "other", "acme.core.credential.id": "k",
      "acme.impact": "odd", "acme.trigger": "schedule", "acme.cost": "0.25", "acme.run.id": "r1",
      "user.id": "u", "acme.actor.kind": "robot",
    ]) { $1 }
    let call = try #require(
      try read(Self.request([Self.span(1, attributes)]), path: "t.json").all(ToolCall.self).first
    )
    #expect(call.resourceTenant == "other")
    #expect(call.tenant == nil)
    #expect(call.resource == nil)
    #expect(call.credential == "k")
    #expect(call.impact == .unknown)
    #expect(call.actorKind == .unknown)
    #expect(call.trigger == .schedule)
    #expect(call.cost == 0.25)
    #expect(call.run == "r1")
    #expect(call.onBehalfOf == "u")
  }

  /// A list counts where all of it can be read, on a run or on a call.
  @Test func saysHowTheAgentRanAndWhatHeldTheToolIn() throws {
    func list(_ name: String, _ values: String) -> String {
      "{\"key\": \"\(name)\", \"value\": {\"arrayValue\": {\"values\": [\(values)]}}},"
    }
    let ran = Self.run.merging([
      "acme.instructions.digest": "d1", "acme.manifest.digest": "d2", "gen_ai.request.model": "m",
    ]) { $1 }
    let called = Self.call.merging([
      "acme.issuance.id": "i", "acme.workload.id": "w", "acme.instance.id": "n",
      "acme.sandbox.id": "s", "acme.data.class": "claims", "acme.destination": "mail",
      "acme.job.id": "j",
    ]) { $1 }
    let text = { (lists: [String]) in
      Self.request([Self.span(1, ran), Self.span(2, under: 1, called)])
        .replacing("\"attributes\": [", with: "\"attributes\": [\(lists.joined())")
    }
    let whole = try read(
      text([
        list("acme.component.digests", #"{"stringValue": "c1"}, {"stringValue": "c2"}"#),
        list("acme.retrieved.entries", #"{"stringValue": "e1"}"#),
      ]),
      path: "t.json"
    )
    let run = try #require(whole.all(AgentRun.self).first)
    #expect(run.instructionsDigest == "d1")
    #expect(run.manifestDigest == "d2")
    #expect(run.model == "m")
    #expect(run.componentDigests == ["c1", "c2"])
    let call = try #require(whole.all(ToolCall.self).first)
    #expect([call.issuance, call.workloadEntry, call.instance] == ["i", "w", "n"])
    #expect([call.sandbox, call.dataClass, call.destination] == ["s", "claims", "mail"])
    #expect(call.job == "j")
    #expect(call.retrievedEntries == ["e1"])
    let part = try read(
      text([list("acme.component.digests", #"{"stringValue": "c1"}, {"kvlistValue": {}}"#)]),
      path: "t.json"
    )
    #expect(part.all(AgentRun.self).map(\.componentDigests) == [nil])
    #expect(part.all(ToolCall.self).map(\.retrievedEntries) == [nil])
  }

  @Test func aRunThatHasNotEndedIsRunning() throws {
    let text = Self.request([Self.span(1, Self.run)])
      .replacing("\"endTimeUnixNano\": \"3\",", with: "\"endTimeUnixNano\": \"0\",")
    let run = try #require(try read(text, path: "t.json").all(AgentRun.self).first)
    #expect(run.outcome == .running)
    #expect(run.endedAt == .notRecorded)
  }

  @Test(arguments: [
    ("\"traceId\": \"\(trace)\"", "\"traceId\": \"Mfk6WVOy5S0GqefjN2tPrw==\"", "traceId in base64"),
    ("\"spanId\": \"\(id(1))\"", "\"spanId\": \"MkdcypqYAk8=\"", "spanId in base64"),
    ("\"spanId\": \"\(id(1))\"", "\"spanId\": \"xyz\"", "spanId of 3 characters"),
    ("\"spanId\": \"\(id(1))\",", "", "no spanId"),
    ("\"startTimeUnixNano\": \"2\"", "\"startTimeUnixNano\": \"soon\"", "text"),
    ("\"startTimeUnixNano\": \"2\",", "", "no startTimeUnixNano"),
    ("\"gen_ai.tool.name\"", "\"other\"", "no gen_ai.tool.name"),
  ])
  func rejectsASpanThatCannotBeRead(part: String, other: String, found: String) throws {
    let attributes = Self.call.merging(["gen_ai.agent.id": "a"]) { $1 }
    let text = Self.request([Self.span(1, attributes)]).replacing(part, with: other)
    let sink = try read(text, path: "t.json")
    #expect(sink.count == 0)
    #expect(sink.diagnostics.map(\.found) == [found])
    #expect(sink.diagnostics.first?.locator?.line != nil)
  }

  @Test func everyLineOfAFileCounts() throws {
    let own = Self.call.merging(["gen_ai.agent.id": "a"]) { $1 }
    let line = Self.request([Self.span(1, own)]).replacing("\n", with: " ")
    let text = "\(line)\n{\"resourceMetrics\": []}\n{\"other\": 1}\n\(line.dropLast(9))\n"
    let sink = try read(text, path: "t.jsonl")
    #expect(sink.all(ToolCall.self).count == 1)
    #expect(sink.rejectedCount == 2)
    #expect(sink.diagnostics.map(\.locator?.line) == [4, 3])
    #expect(sink.diagnostics.map(\.code) == [.evidenceMalformed, .recordMalformed])
  }

  @Test func anotherFormOfTraceIsNotRecognised() {
    let text = "{\"Name\": \"x\", \"SpanContext\": {\"TraceID\": \"\(Self.trace)\"}}"
    let found = problem { () throws(Diagnostic) in _ = try read(text, path: "otlp.json") }
    #expect(found?.code == .evidenceFormatUnknown)
  }

  @Test func readsTheOldNameOfScopes() throws {
    let own = Self.call.merging(["gen_ai.agent.id": "a"]) { $1 }
    let text = Self.request([Self.span(1, own)])
      .replacing("scopeSpans", with: "instrumentationLibrarySpans")
    #expect(try read(text, path: "t.json").count == 1)
  }

  @Test func yieldsTheKindsThatItSays() {
    #expect(OTLPTracesReader().format.kinds == ToolCall.kinds)
    #expect(AgentRun.kinds == ToolCall.kinds)
  }
}
