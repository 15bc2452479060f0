import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading secret scans")
struct SecretScanReaderTests {
  private static let scannedAt = Instant(rfc3339: "2026-11-18T04:00:00Z")
  private static let context = EvidenceContext(
    kinds: [.secretScanReport],
    account: "github.com/tallybird/assist",
    collectedAt: scannedAt
  )

  // MARK: gitleaks

  @Test func readsTheGitleaksSampleOfTheEstate() throws {
    let sink = try read(
      fixture("scans/gitleaks.json"),
      path: "scans/gitleaks.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let run = try #require(sink.all(ScanRun.self).first)
    #expect(sink.all(ScanRun.self).count == 1)
    #expect(run.id == "gitleaks:scans/gitleaks.json")
    #expect(run.target == "github.com/tallybird/assist")
    #expect(run.succeeded)
    #expect(run.findingCount == 4)
    #expect(run.startedAt == Self.scannedAt)
    let findings = sink.all(SecretFinding.self)
    #expect(findings.count == 4)
    let first = try #require(findings.first)
    #expect(
      first.fingerprint
        == "e955af1523fb8e6a7a7f22219abcc502981e051c:config/index.settings.json:generic-api-key:14"
    )
    #expect(first.run == run.id)
    #expect(first.rule == "generic-api-key")
    #expect(first.revision == "e955af1523fb8e6a7a7f22219abcc502981e051c")
    #expect(first.file == "config/index.settings.json")
    #expect(first.line == 14)
    #expect(first.liveness == .unknown)
    #expect(first.disposition == .open)
    #expect(first.committedAt == (try instant("2026-11-09T17:22:10Z")))
    #expect(first.foundAt == Self.scannedAt)
    #expect(first.locator.description == "scans/gitleaks.json:2 #/0")
  }

  @Test(arguments: ["[]", "null", "null\n"]) func anEmptyReportRanAndFoundNothing(
    text: String
  ) throws {
    let sink = try read(text, path: "gitleaks.json", format: "gitleaks", context: Self.context)
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [0])
    #expect(sink.all(SecretFinding.self).isEmpty)
    let unnamed = problem { () throws(Diagnostic) in
      _ = try read(text, path: "gitleaks.json", context: Self.context)
    }
    #expect(unnamed?.code == .evidenceFormatUnknown)
  }

  @Test func aScanOfAFolderHasNoCommit() throws {
    let text = """
      [{"RuleID": "r", "Fingerprint": "f:r:1", "File": "f", "StartLine": 1, "Commit": "",
        "Date": ""},
       {"RuleID": "", "Fingerprint": "f:r:2"},
       {"RuleID": "r", "Fingerprint": "f:r:3", "Date": "2026-01-01 00:00"},
       {"RuleID": "r", "Fingerprint": "f:r:4", "StartLine": "x"}]
      """
    let sink = try read(text, path: "gitleaks.json", context: Self.context)
    #expect(sink.all(SecretFinding.self).map(\.revision) == [nil])
    #expect(sink.all(SecretFinding.self).map(\.committedAt) == [nil])
    #expect(
      sink.problems == [
        "3 /1: no RuleID", "4 /2/Date: a time that cannot be read", "5 /3/StartLine: text",
      ]
    )
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [4])
  }

  @Test func aReportWithoutATimeCannotBeUsed() throws {
    let bytes = try fixture("scans/gitleaks.json")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "g.json") }
    #expect(found?.code == .recordMalformed)
    #expect(found?.found == "no time of the scan")
  }

  @Test func aCutOffReportIsMalformedAtItsLine() throws {
    let bytes = Array(try fixture("scans/gitleaks.json").prefix(900))
    let found = problem { () throws(Diagnostic) in
      _ = try read(bytes, path: "g.json", context: Self.context)
    }
    #expect(found?.code == .evidenceMalformed)
    #expect(found?.locator?.description == "g.json:29 #/1/Match")
  }

  // MARK: SARIF

  @Test func readsTheSARIFSampleOfTheEstate() throws {
    let context = EvidenceContext(kinds: [.secretScanReport])
    let sink = try read(
      fixture("scans/bandit.sarif"),
      path: "scans/bandit.sarif",
      context: context
    )
    #expect(sink.problems == [])
    let run = try #require(sink.all(ScanRun.self).first)
    #expect(sink.count == 1)
    #expect(run.id == "scans/bandit.sarif#/runs/0")
    #expect(run.tool == "Bandit")
    #expect(run.toolVersion == "1.9.4")
    #expect(run.target == "scans/bandit.sarif")
    #expect(run.succeeded)
    #expect(run.findingCount == 0)
    #expect(run.startedAt == (try instant("2026-11-18T03:20:00Z")))
    #expect(run.endedAt == (try instant("2026-11-18T03:20:00Z")))
    #expect(run.locator.description == "scans/bandit.sarif:3 #/runs/0")
  }

  @Test func anotherScannerCountsOnlyWhereTheManifestSaysSo() throws {
    let bytes = try fixture("scans/bandit.sarif")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "b.sarif") }
    #expect(found?.code == .evidenceFormatUnknown)
    #expect(found?.found == "a run of Bandit, which is no known secret scanner")
    #expect(found?.locator?.line == 3)
  }

  private static func log(_ run: String) -> String {
    "{\"version\": \"2.1.0\", \"runs\": [\n\(run)\n]}"
  }

  @Test func readsResultsAsTheStandardMeansThem() throws {
    let run = """
      {"tool": {"driver": {"name": "gitleaks", "semanticVersion": "v8.0.0",
         "rules": [{"id": "aws-key"}, {"id": "pem"}]}},
       "versionControlProvenance": [{"repositoryUri": "https://git.example/r", "revisionId": "abc"}],
       "results": [
         {"ruleId": "pem", "message": {"text": "m"}, "locations": [{"physicalLocation":
           {"artifactLocation": {"uri": "a.pem"}, "region": {"startLine": 3}}}],
          "partialFingerprints": {"commitSha": "c1", "date": "2026-01-02T00:00:00Z"}},
         {"ruleIndex": 0, "suppressions": [{"kind": "external", "justification": "test data"}]},
         {"rule": {"index": 1}, "suppressions": [{"kind": "inSource", "status": "underReview"}]},
         {"ruleId": "pem", "kind": "pass"},
         {"ruleId": "pem", "kind": "review"},
         {"ruleId": "pem", "baselineState": "absent"},
         {"ruleIndex": 9},
         {"ruleId": "pem", "fingerprints": {"own/v1": "F1"}}
       ]}
      """
    let sink = try read(
      Self.log(run),
      path: "s.sarif",
      context: EvidenceContext(collectedAt: Self.scannedAt)
    )
    let findings = sink.all(SecretFinding.self)
    #expect(findings.map(\.rule) == ["pem", "aws-key", "pem", "pem"])
    #expect(findings.map(\.disposition) == [.open, .suppressed, .open, .open])
    #expect(findings.map(\.suppressionReason) == [nil, "test data", nil, nil])
    #expect(findings.map(\.revision) == ["c1", "abc", "abc", "abc"])
    #expect(findings.map(\.line) == [3, nil, nil, nil])
    #expect(findings.map(\.foundAt) == Array(repeating: Self.scannedAt, count: 4))
    #expect(findings[0].file == "a.pem")
    #expect(findings[0].committedAt == (try instant("2026-01-02T00:00:00Z")))
    #expect(findings[0].target == "https://git.example/r")
    #expect(findings[0].fingerprint.count == 64)
    #expect(findings[3].fingerprint == "F1")
    #expect(Set(findings.map(\.fingerprint)).count == 4)
    #expect(sink.problems == ["14 /runs/0/results/6: no rule"])
    // Without invocations, results are the sign that the tool ran.
    #expect(sink.all(ScanRun.self).map(\.succeeded) == [true])
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [5])
    #expect(sink.all(ScanRun.self).map(\.endedAt) == [nil])
  }

  @Test func aFingerprintOutlivesAMoveOfTheLine() throws {
    let run = { (line: Int) in
      """
      {"tool": {"driver": {"name": "gitleaks"}}, "results": [{"ruleId": "r",
       "locations": [{"physicalLocation": {"region": {"startLine": \(line)}}}],
       "partialFingerprints": {"primaryLocationLineHash": "h"}}]}
      """
    }
    let context = EvidenceContext(collectedAt: Self.scannedAt)
    let first = try read(Self.log(run(1)), path: "s.sarif", context: context)
    let second = try read(Self.log(run(9)), path: "s.sarif", context: context)
    #expect(
      first.all(SecretFinding.self).map(\.fingerprint)
        == second.all(SecretFinding.self).map(\.fingerprint)
    )
  }

  @Test(
    arguments: [
      ("\"results\": null", false, nil), ("\"invocations\": []", false, nil),
      ("\"results\": []", true, 0),
      ("\"results\": [], \"invocations\": [{\"executionSuccessful\": false}]", false, 0),
      ("\"results\": [], \"invocations\": [{}]", false, 0),
    ] as [(String, Bool, Int?)]
  )
  func aRunThatDidNotSucceedSaysSo(members: String, succeeded: Bool, count: Int?) throws {
    let run = "{\"tool\": {\"driver\": {\"name\": \"gitleaks\"}}, \(members)}"
    let sink = try read(
      Self.log(run),
      path: "s.sarif",
      context: EvidenceContext(collectedAt: Self.scannedAt)
    )
    #expect(sink.all(ScanRun.self).map(\.succeeded) == [succeeded])
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [count])
  }

  @Test func ofAGeneralScannerOnlyTheRulesAboutSecretsCount() throws {
    let run = """
      {"tool": {"driver": {"name": "Wide", "rules": [
         {"id": "js/sql"}, {"id": "js/creds", "properties": {"tags": ["external/cwe/cwe-798"]}}]}},
       "results": [{"ruleId": "js/sql"}, {"ruleId": "js/creds"}]},
      {"tool": {"driver": {"name": "Other"}}, "results": [{"ruleId": "x"}]}
      """
    let sink = try read(
      Self.log(run),
      path: "s.sarif",
      context: EvidenceContext(collectedAt: Self.scannedAt)
    )
    #expect(sink.all(SecretFinding.self).map(\.rule) == ["js/creds"])
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [1])
    #expect(sink.problems == ["5 /runs/1: a run of Other, which is no known secret scanner"])
  }

  @Test func aRunWithoutATimeOrToolIsRejected() throws {
    let run = """
      {"tool": {"driver": {"name": "gitleaks"}}, "results": []},
      {"results": []},
      {"tool": {"driver": {"name": "gitleaks"}}, "results": 4,
       "invocations": [{"executionSuccessful": true, "endTimeUtc": "2026-11-18T03:20:00Z"}]}
      """
    let sink = try read(Self.log(run), path: "s.sarif")
    #expect(
      sink.problems == [
        "2 /runs/0: no time of the run", "3 /runs/1: no tool.driver", "4 /runs/2/results: a number",
      ]
    )
  }

  @Test func yieldsTheKindsThatItSays() {
    #expect(SARIFReader().format.kinds == SecretFinding.kinds)
    #expect(GitleaksReader().format.kinds == SecretFinding.kinds)
    #expect(ScanRun.kinds.contains(.secretScanReport))
  }
}
