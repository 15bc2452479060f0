import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading OCSF events")
struct OCSFReaderTests {
  @Test func readsFindingsOfProwlerWithTimesInSeconds() throws {
    let sink = try read(fixture("posture/prowler-ocsf.json"), path: "posture/prowler.json")
    #expect(sink.problems == [])
    let findings = sink.all(PostureFinding.self)
    try #require(findings.map(\.status) == [.fail, .fail, .pass])
    let first = findings[0]
    #expect(first.tool == "prowler")
    #expect(first.rule == "iam_user_mfa_enabled_console_access")
    #expect(first.resource == "arn:aws:iam::444455556666:user/svc-export")
    #expect(first.severity == .high)
    #expect(first.mapsTo == ["CIS-3.0:1.10", "SOC2:cc_6_1", "SOC2:cc_6_6"])
    #expect(first.lastSeenAt == (try instant("2026-11-18T04:00:00Z")))
    #expect(findings.map(\.suppressed) == [false, true, false])
    #expect(findings.map(\.severity) == [.high, .critical, .critical])
    // What prowler judged stays prowler's: its run is beside its findings.
    let run = try #require(sink.all(ScanRun.self).first)
    #expect(findings.allSatisfy { $0.run == run.id })
    #expect(run.tool == "prowler")
    #expect(run.toolVersion == "5.4.0")
    #expect(run.target == "444455556666")
    #expect(run.findingCount == 2)
    #expect(run.endedAt == (try instant("2026-11-18T04:00:06Z")))
    #expect(sink.kinds == [.configSnapshot])
  }

  @Test func readsEachClassAsWhatItIs() throws {
    let sink = try read(fixture("posture/ocsf.jsonl"), path: "ocsf.jsonl")
    let findings = sink.all(PostureFinding.self)
    try #require(findings.map(\.id) == ["f-1 gateway/a", "f-1 gateway/b", "f-2"])
    #expect(findings.map(\.status) == [.fail, .fail, .pass])
    #expect(findings[0].rule == "GW-7")
    #expect(findings[0].baseline == "Larkspur baseline")
    #expect(findings[0].mapsTo == ["PR.DS-02"])
    #expect(findings[0].lastSeenAt == (try instant("2026-11-18T04:00:00.123Z")))
    #expect(findings[0].firstSeenAt == Instant(secondsSinceEpoch: 1_794_000_000))
    let vulnerability = try #require(sink.all(Vulnerability.self).first)
    #expect(vulnerability.rule == "CVE-2026-0001")
    #expect(vulnerability.asset == "image/gateway")
    #expect(vulnerability.component == "pkg:pypi/stillwater-letters@1.9.3")
    #expect(vulnerability.score == 7.5)
    #expect(vulnerability.fixAvailable == true)
    let alert = try #require(sink.all(Alert.self).first)
    #expect(alert.rule == "RULE-12")
    #expect(alert.target == "agent/claims-triage")
    #expect(alert.disposition == .open)
    let events = sink.all(AuditEvent.self)
    try #require(events.map(\.kind) == [.signIn, .control])
    #expect(events.map(\.result) == [.denied, .ok])
    #expect(events.map(\.actorKind) == [.person, .workload])
    #expect(events[0].logSource == "sign-in")
    #expect(events[0].sourceAddress == "192.0.2.7")
    #expect(events[1].action == "DeleteObject")
    #expect(events[1].verb == .delete)
    #expect(events[1].actedAs == "arn:aws:iam::444455556666:role/triage")
    #expect(events[1].credential == "key-7")
    #expect(events[1].request == "req-1")
    #expect(
      sink.all(ScanRun.self).map(\.tool) == ["orchard posture", "pinewick scan"]
    )
    #expect(sink.kinds == [.configSnapshot, .vulnScanReport, .monitorAlerts, .auditLog])
    #expect(sink.problems == ["7 -: an event of class 4001"])
  }

  /// A compliance finding by its members.
  private static func event(_ members: String, product: String = "X") -> String {
    #"""
    [{"class_uid": 2003, "metadata": {"version": "1.3.0", "product": {"name": "\#(product)"}}, \#(members)}]
    """#
  }

  @Test(arguments: [
    (#""time": 1"#, "1 /0: no status of the check"),
    (#""time": 1, "status_code": "PASS""#, "1 /0: no id or no check"),
    (
      #""time": 1, "status_code": "PASS", "finding_info": {"uid": "f", "title": "t"}"#,
      "1 /0: no resource"
    ),
    (#""status_code": "PASS""#, "1 /0: no time"), (#""time": "x""#, "1 /0/time: text"),
  ])
  func rejectsWhatSaysNothing(members: String, problem: String) throws {
    let sink = try read(Self.event(members), path: "o.json")
    #expect(sink.problems == [problem])
    #expect(sink.count == 0)
  }

  @Test(arguments: [
    ("Prowler", "1794974400", "2026-11-18T04:00:00Z"),
    ("Prowler", "1794974400.5", "2026-11-18T04:00:00.5Z"),
    ("Other", "1794974400000", "2026-11-18T04:00:00Z"),
    // A small number of another product is an early time, not a guess.
    ("Other", "1794974400", "1970-01-21T18:36:14.4Z"),
  ])
  func theProductDecidesTheUnitOfTime(product: String, time: String, read: String) throws {
    let members = #"""
      "time": \#(time), "status_code": "PASS", "finding_info": {"uid": "f", "title": "t"},
      "resources": [{"uid": "r"}]
      """#
    let sink = try ControlEvidenceTests.read(
      Self.event(members, product: product),
      path: "o.json"
    )
    #expect(sink.all(PostureFinding.self).map(\.lastSeenAt) == [try instant(read)])
  }

  @Test(arguments: ["ocsf", "asff", "cedar-entities", "in-toto"])
  func anEmptyListProvesOnlyWhatWasAskedFor(format: String) throws {
    let found = problem { () throws(Diagnostic) in
      _ = try read("[]", path: "empty.json", format: format)
    }
    #expect(found?.found == "no record, and nothing that says of which kind there is none")
    let asked = EvidenceContext(kinds: [.configSnapshot])
    let sink = try read("[]", path: "empty.json", format: format, context: asked)
    #expect(sink.kinds == [.configSnapshot])
    // What was rejected counts against every kind of the format.
    let rejected = try read("[{}]", path: "bad.json", format: format, context: asked)
    #expect(rejected.rejectedCount == 1)
    #expect(rejected.kinds == [])
  }

  @Test func anEventWithoutItsProductIsRejected() throws {
    let text = #"[{"class_uid": 2003, "metadata": {"version": "1.3.0"}, "time": 1}]"#
    #expect(try read(text, path: "o.json").problems == ["1 /0: no metadata.product.name"])
  }
}
