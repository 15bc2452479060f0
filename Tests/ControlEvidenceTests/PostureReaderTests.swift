import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading findings of other scanners")
struct PostureReaderTests {
  private static let context = EvidenceContext(
    collectedAt: Instant(rfc3339: "2026-11-18T04:00:00Z")
  )

  // MARK: ASFF

  @Test func readsFindingsOfSecurityHub() throws {
    let sink = try read(fixture("posture/asff.json"), path: "asff.json")
    #expect(sink.isPartial)
    #expect(sink.problems.count == 1)
    let findings = sink.all(PostureFinding.self)
    try #require(
      findings.map(\.id) == [
        "arn:aws:securityhub:eu-west-1:444455556666:finding/1", "finding/2 arn:aws:s3:::letters",
        "finding/2 arn:aws:s3:::claims", "finding/3",
      ]
    )
    // Of the two with one id the newer counts; what was suppressed still fails; what was archived
    // says nothing of the present.
    #expect(findings.map(\.status) == [.fail, .fail, .fail, .notAvailable])
    #expect(findings.map(\.suppressed) == [false, true, true, false])
    #expect(findings[0].rule == "IAM.4")
    #expect(findings[0].tool == "security hub")
    #expect(findings[0].severity == .critical)
    #expect(findings[0].mapsTo == ["standards/foundational", "CIS 1.4"])
    #expect(findings[0].firstSeenAt == (try instant("2026-10-01T08:00:00Z")))
    #expect(findings[0].lastSeenAt == (try instant("2026-11-18T02:00:00Z")))
    let vulnerability = try #require(sink.all(Vulnerability.self).first)
    #expect(vulnerability.rule == "CVE-2026-0001")
    #expect(vulnerability.fixAvailable == true)
    #expect(vulnerability.status == .open)
    let alert = try #require(sink.all(Alert.self).first)
    #expect(alert.closedAt == .at(try instant("2026-11-01T09:00:00Z")))
    #expect(
      sink.all(ScanRun.self).map(\.id) == [
        "inspector:asff.json", "security hub:asff.json", "securityhub:asff.json",
      ]
    )
    #expect(sink.kinds == [.configSnapshot, .vulnScanReport, .monitorAlerts])
  }

  @Test func findingsWithoutTimesOrResourcesAreRejected() throws {
    let text = #"""
      [{"SchemaVersion": "2018-10-08", "Id": "1", "ProductArn": "p", "AwsAccountId": "a"},
       {"SchemaVersion": "2018-10-08", "Id": "2", "ProductArn": "p", "AwsAccountId": "a",
        "CreatedAt": "2026-10-01T08:00:00Z", "UpdatedAt": "2026-10-01T08:00:00Z", "GeneratorId": "g"},
       {"SchemaVersion": "2018-10-08", "Id": "3", "ProductArn": "p", "AwsAccountId": "a",
        "CreatedAt": "2026-10-01T08:00:00Z", "UpdatedAt": "2026-10-01T08:00:00Z", "GeneratorId": "g",
        "Resources": [{"Id": "r"}], "Compliance": {"Status": "GREAT"}}]
      """#
    let sink = try read(text, path: "asff.json")
    #expect(
      sink.problems == [
        "1 /0: no times", "2 /1: no resource", "6 /2/Compliance: an unknown status",
      ]
    )
  }

  // MARK: prowler's table

  @Test func readsProwlersTable() throws {
    let sink = try read(
      fixture("posture/prowler.csv"),
      path: "prowler.csv",
      context: Self.context
    )
    let findings = sink.all(PostureFinding.self)
    try #require(findings.map(\.status) == [.fail, .fail, .pass, .manual])
    #expect(findings.map(\.suppressed) == [false, true, false, false])
    #expect(findings[0].mapsTo == ["CIS-3.0:1.10", "SOC2:cc_6_1", "SOC2:cc_6_6"])
    #expect(findings[1].mapsTo == nil)
    #expect(findings[0].severity == .high)
    #expect(findings[1].locator.description == "prowler.csv:4 (row 2)")
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [2])
    #expect(sink.all(ScanRun.self).map(\.toolVersion) == ["5.4.0"])
    #expect(sink.problems == ["7 row 5: no FINDING_UID"])
  }

  @Test func prowlersTableNeedsTheTimeOfItsCollection() throws {
    let bytes = try fixture("posture/prowler.csv")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "prowler.csv") }
    #expect(found?.found == "no collectedAt")
  }

  // MARK: HDF

  @Test func readsControlsOnceByTheFormatsOwnRule() throws {
    let sink = try read(fixture("posture/hdf.json"), path: "hdf.json", context: Self.context)
    let findings = sink.all(PostureFinding.self)
    try #require(findings.map(\.rule) == ["HB-1", "HB-2", "HB-3", "HB-4", "HB-5", "HB-6"])
    #expect(findings.map(\.status) == [.fail, .pass, .notAvailable, .notAvailable, .fail, .manual])
    #expect(
      findings.map(\.severity) == [.critical, .medium, .informational, .high, .low, .high]
    )
    #expect(findings.map(\.suppressed) == [nil, nil, nil, nil, true, nil])
    #expect(findings[0].baseline == "host-baseline")
    #expect(findings[0].baselineVersion == "1.0.0")
    #expect(findings[0].mapsTo == ["AC-2", "Rev_4"])
    #expect(findings[0].resource == "gateway-host-1")
    #expect(findings[0].lastSeenAt == (try instant("2026-11-18T04:00:01Z")))
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [2])
    #expect(sink.problems == ["28 /profiles/1/controls/6: no impact"])
  }

  // MARK: OSCAL

  @Test func readsAssessmentResults() throws {
    let sink = try read(
      fixture("posture/oscal-assessment-results.json"),
      path: "ar.json"
    )
    #expect(sink.problems == [])
    let findings = sink.all(PostureFinding.self)
    try #require(findings.map(\.rule) == ["ac-2_obj", "au-6_obj", "ir-4_obj"])
    #expect(findings.map(\.status) == [.fail, .pass, .pass])
    #expect(findings.map(\.severity) == [.high, .unknown, .unknown])
    #expect(findings.map(\.resource) == ["gateway/a", "gateway/b", "Gateway"])
    #expect(findings[0].lastSeenAt == (try instant("2026-11-17T09:00:00Z")))
    #expect(findings[2].lastSeenAt == (try instant("2026-11-18T04:00:00Z")))
    let run = try #require(sink.all(ScanRun.self).first)
    #expect(run.tool == "Pinewick assessors")
    #expect(run.findingCount == 1)
    #expect(findings.allSatisfy { $0.run == run.id && $0.tool == run.tool })
  }

  @Test func findingsWithoutAStateAreRejected() throws {
    let text = #"""
      {"assessment-results": {"results": [
        {"uuid": "1", "start": "2026-11-17T00:00:00Z", "findings": [{"uuid": "2", "target": {}}]},
        {"uuid": "3"}]}}
      """#
    let sink = try read(text, path: "ar.json")
    #expect(
      sink.problems == [
        "2 /assessment-results/results/0/findings/0: no state of the target",
        "3 /assessment-results/results/1: no start",
      ]
    )
  }
}
