import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading policy decisions")
struct PolicyDecisionReaderTests {
  // MARK: OPA

  @Test func readsTheConsoleOfOPA() throws {
    let sink = try read(fixture("policy/opa-console.jsonl"), path: "opa.log.jsonl")
    let decisions = sink.all(PolicyDecision.self)
    try #require(decisions.map(\.effect) == [.allow, .deny, .undefined, .allow])
    let first = try #require(decisions.first)
    #expect(first.id == "4ca636c1-55e4-417a-b1d8-4aceb67960d1")
    #expect(first.engine == "opa")
    #expect(first.enforcementPoint == "462a43bd-6a5f-4530-9386-30b0f4e0c8af")
    #expect(first.bundleRevision == "r-214")
    #expect(first.principal == "claims-triage")
    #expect(first.agent == "claims-triage")
    #expect(first.onBehalfOf == "person:edda.holt")
    #expect(first.task == "task-0001")
    #expect(first.request == "3")
    #expect(first.action == "get_claim")
    #expect(first.tool == "get_claim")
    #expect(first.resource == "claim/c-1")
    #expect(first.resourceTenant == "larkspur-claims")
    #expect(first.tenant == "larkspur-claims")
    #expect(
      first.inputs == ["action", "agent", "onBehalfOf", "resource", "task", "tenant", "tool"]
    )
    #expect(first.inputsDigest?.count == 64)
    #expect(first.latency == .nanoseconds(138_000))
    #expect(first.decidedAt == (try instant("2026-11-18T04:00:00.123456789Z")))
    #expect(first.locator.line == 2)
    #expect(decisions[1].reasons == ["needs-supervisor"])
    #expect(decisions[3].maskedPaths == ["/input/agent/token", "/input/resource/holder"])
    #expect(decisions[3].inputsDigest == nil)
    // The principal of the last was erased.
    #expect(sink.problems == ["6 -: /input/agent masked"])
  }

  @Test func readsWhatOPAPostsToAService() throws {
    let sink = try read(fixture("policy/opa-decisions.json"), path: "opa.json")
    #expect(sink.problems == [])
    let decisions = sink.all(PolicyDecision.self)
    try #require(decisions.map(\.effect) == [.allow, .deny, .error])
    #expect(decisions.map(\.bundleRevision) == ["base=W3sib tenants=7", nil, nil])
    #expect(decisions.map(\.resource) == ["claims/c-1", "Pod", "/claims"])
    #expect(decisions.map(\.action) == ["GET", "CREATE", "POST"])
    #expect(
      decisions.map(\.principal) == [
        "edda.holt", "system:serviceaccount:ci:deployer",
        "spiffe://agents.larkspur.example/agent/claims-triage",
      ]
    )
    #expect(decisions[2].errors == ["internal_error"])
  }

  /// A decision by its answer and what else it holds.
  private static func event(_ members: String, path: String = "a/allow") -> String {
    """
    [{"decision_id": "d", "path": "\(path)", "timestamp": "2026-11-18T04:00:00Z",
      "input": {"user": "u", "action": "a", "resource": "r"}, \(members)}]
    """
  }

  @Test(
    arguments: [
      (#""result": true"#, "a/allow", .allow), (#""result": false"#, "a/allow", .deny),
      (#""result": true"#, "a/deny", .deny), (#""result": false"#, "a/deny", .allow),
      (#""result": []"#, "a/violation", .allow), (#""result": ["x"]"#, "data.a.deny", .deny),
      (#""result": {"allowed": true}"#, "a", .allow),
      (#""result": {"effect": "Deny"}"#, "a", .deny),
      (#""result": {"decision": "escalate"}"#, "a", .escalate),
      (#""result": {"response": {"allowed": false}}"#, "a", .deny),
      (#""result": {"deny": []}"#, "a", .allow), (#""result": {"deny": ["x"]}"#, "a", .deny),
      (#""result": null"#, "a/allow", .undefined), (#""x": 1"#, "a/allow", .undefined),
      (#""result": true, "error": {"message": "x"}"#, "a/allow", .error),
    ] as [(String, String, PolicyDecision.Effect)]
  )
  func onlyAClearAnswerAllows(
    members: String,
    path: String,
    effect: PolicyDecision.Effect
  ) throws {
    let sink = try read(Self.event(members, path: path), path: "opa.json")
    #expect(sink.problems == [])
    #expect(sink.all(PolicyDecision.self).map(\.effect) == [effect])
  }

  @Test(arguments: [
    (#""result": 3"#, "2 /0/result: a number"), (#""result": {"x": 1}"#, "2 /0/result: an object"),
    (#""result": ["x"]"#, "2 /0/result: a list of 1"),
    (#""result": true, "erased": ["/result"]"#, "1 /0: /result masked"),
    (#""result": true, "masked": ["/input/resource"]"#, "1 /0: /input/resource masked"),
    (#""result": true, "erased": ["/input"]"#, "1 /0: /input masked"),
    (#""result": true, "metrics": {"timer_server_handler_ns": "x"}"#, "2 /0/metrics"),
  ])
  func rejectsWhatSaysNeitherYesNorNo(members: String, problem: String) throws {
    let sink = try read(Self.event(members), path: "opa.json")
    #expect(sink.count == 0)
    #expect(sink.rejectedCount == 1)
    #expect(sink.problems.first?.hasPrefix(problem) == true, "\(sink.problems)")
  }

  @Test func anInputThatNamesNobodyIsRejected() throws {
    let text = #"""
      [{"decision_id": "d", "path": "a", "timestamp": "2026-11-18T04:00:00Z", "result": true,
        "input": {"x": 1}},
       {"decision_id": "e", "path": "a", "timestamp": "2026-11-18 04:00", "result": true}]
      """#
    let sink = try read(text, path: "opa.json")
    #expect(
      sink.problems == [
        "2 /0/input: no principal in the input", "3 /1/timestamp: a time that cannot be read",
      ]
    )
  }

  // MARK: Cedar

  @Test func readsAnswersOfCedar() throws {
    let sink = try read(fixture("policy/cedar-log.jsonl"), path: "cedar.jsonl")
    #expect(sink.problems == [])
    let decisions = sink.all(PolicyDecision.self)
    // The third allowed because a forbidding policy failed: no clean allow.
    try #require(decisions.map(\.effect) == [.allow, .deny, .error, .deny])
    #expect(decisions.map(\.reasons) == [["policy0"], ["policy1"], ["policy0"], nil])
    #expect(decisions[2].errors?.count == 1)
    let first = try #require(decisions.first)
    #expect(first.engine == "cedar")
    #expect(first.principal == #"Agent::"claims-triage""#)
    #expect(first.action == #"Action::"get_claim""#)
    #expect(first.resource == #"ClaimFile::"c-1""#)
    #expect(first.task == "task-0001")
    #expect(first.decidedAt == (try instant("2026-11-18T04:00:00.5Z")))
    #expect(Set(decisions.map(\.id)).count == 4)
  }

  @Test func readsAnswersOfVerifiedPermissions() throws {
    let text = #"""
      {"principal": {"entityType": "Agent", "entityId": "a"}, "results": [
        {"request": {"principal": {"entityType": "Agent", "entityId": "a"},
           "action": {"actionType": "Action", "actionId": "read"},
           "resource": {"entityType": "Claims::File", "entityId": "1"}},
         "decision": "ALLOW", "determiningPolicies": [{"policyId": "p1"}], "errors": []},
        {"request": {"principal": {"entityType": "Agent", "entityId": "a"},
           "action": {"actionType": "Action", "actionId": "read"},
           "resource": {"entityType": "Claims::File", "entityId": "2"}},
         "decision": "ALLOW", "determiningPolicies": [{"policyId": "p1"}],
         "errors": [{"errorDescription": "policy p2 failed"}]}]}
      """#
    let context = EvidenceContext(collectedAt: .epoch)
    let sink = try read(text, path: "avp.json", context: context)
    #expect(sink.problems == [])
    #expect(sink.all(PolicyDecision.self).map(\.effect) == [.allow, .error])
    #expect(sink.all(PolicyDecision.self).map(\.reasons) == [["p1"], ["p1"]])
    #expect(sink.all(PolicyDecision.self).map(\.resource).first == #"Claims::File::"1""#)
    #expect(sink.all(PolicyDecision.self).map(\.errors) == [nil, ["policy p2 failed"]])
  }

  @Test func anAnswerWithoutItsQuestionNamesNobody() throws {
    let text = #"""
      {"decision": "Allow", "diagnostics": {"reason": ["p"], "errors": []}}
      {"decision": "Allow", "diagnostics": {}, "principal": "U::\"a\"", "action": "A::\"b\"", "resource": "R::\"c\""}
      """#
    let sink = try read(text, path: "cedar.jsonl")
    #expect(sink.problems == ["1 -: no principal", "2 -: no time of the answer"])
  }

  @Test(
    arguments: [
      (#""Agent::\"a\"""#, #"Agent::"a""#),
      (#"{"type": "N::Agent", "id": "a"}"#, #"N::Agent::"a""#),
      (#"{"__entity": {"type": "Agent", "id": "a"}}"#, #"Agent::"a""#), (#""a""#, nil),
      (#""Agent::\"""#, nil), (#"{"type": "Agent"}"#, nil), ("3", nil),
    ] as [(String, String?)]
  )
  func readsNamesInEverySpelling(json: String, name: String?) throws {
    let value = try JSONReader.read(Array(json.utf8), path: "x")
    let cursor = Cursor(value: value, pointer: "", path: "x", digest: "")
    #expect(CedarName(cursor)?.text == name)
  }

  @Test func readsEntitiesOfCedar() throws {
    let sink = try read(fixture("policy/cedar-entities.json"), path: "entities.json")
    #expect(sink.problems == [])
    let identities = sink.all(Identity.self)
    try #require(identities.map(\.kind) == [.group, .agent, .person])
    #expect(identities[0].owner == "team-orchard")
    #expect(identities[1].memberOf == [#"AgentGroup::"orchard""#])
    #expect(identities[1].tenant == "larkspur-claims")
    #expect(identities[2].displayName == "edda.holt")
    let assets = sink.all(Asset.self)
    try #require(assets.map(\.kind) == ["Queue", "ClaimFile", "ClaimFile", "ClaimFile"])
    #expect(assets[1].id == #"ClaimFile::"c-1""#)
    #expect(assets[1].parent == #"Queue::"open""#)
    // The action is neither.
    #expect(sink.count == 7)
  }

  @Test func entitiesWithoutANameAreRejected() throws {
    let text = #"[{"uid": 3, "attrs": {}, "parents": []}, {"uid": "U::\"a\"", "parents": ["x"]}]"#
    let sink = try read(text, path: "entities.json", format: "cedar-entities")
    #expect(sink.problems == ["1 /0: no uid", "1 /1/parents/0: text"])
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(OPADecisionLogReader().format.kinds == PolicyDecision.kinds)
    #expect(CedarAuthorizationReader().format.kinds == PolicyDecision.kinds)
    #expect(CedarEntitiesReader().format.kinds == Identity.kinds + Asset.kinds)
  }
}
