import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading reports of secret scanners")
struct ScannerReportReaderTests {
  private static let scannedAt = Instant(rfc3339: "2026-11-18T04:00:00Z")
  private static let context = EvidenceContext(
    account: "git.larkspur.example/claims/assist",
    collectedAt: scannedAt
  )

  // MARK: trufflehog

  @Test func readsFindingsOfTrufflehog() throws {
    let sink = try read(
      fixture("scans/trufflehog.jsonl"),
      path: "scans/trufflehog.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let run = try #require(sink.all(ScanRun.self).first)
    #expect(run.id == "trufflehog:scans/trufflehog.json")
    #expect(run.target == "git.larkspur.example/claims/assist")
    #expect(run.targetKind == .repository)
    #expect(run.findingCount == 3)
    #expect(run.startedAt == Self.scannedAt)
    let findings = sink.all(SecretFinding.self)
    try #require(findings.map(\.rule) == ["AWS", "URI", "URI"])
    #expect(findings.map(\.liveness) == [.live, .dead, .unknown])
    #expect(findings.map(\.line) == [4, 12, 12])
    #expect(findings[0].revision == "fbc14303ffbf8fb1c2c1914e8dda7d0121633aca")
    #expect(findings[0].file == "keys.env")
    #expect(findings[0].committedAt == (try instant("2026-11-09T17:22:10Z")))
    #expect(findings[1].committedAt == (try instant("2026-06-16T17:17:40Z")))
    // Two secrets on one line are two findings.
    #expect(Set(findings.map(\.fingerprint)).count == 3)
    #expect(!"\(sink)".contains("made-up") && !"\(sink)".contains("sample-phrase"))
  }

  @Test func withoutASignOfVerificationNothingIsDead() throws {
    let text = #"""
      {"SourceMetadata": {"Data": {"Filesystem": {"file": "a", "line": 0}}}, "DetectorName": "X", "Verified": false, "Raw": "r"}
      """#
    let sink = try read(text, path: "t.json", context: EvidenceContext(collectedAt: .epoch))
    #expect(sink.all(SecretFinding.self).map(\.liveness) == [.unknown])
    #expect(sink.all(SecretFinding.self).map(\.line) == [nil])
    #expect(sink.all(ScanRun.self).map(\.targetKind) == [.host])
    #expect(sink.all(ScanRun.self).map(\.target) == ["t.json"])
  }

  @Test func aTargetIsNamedWithoutItsPassword() throws {
    let sink = try read(
      fixture("scans/trufflehog.jsonl"),
      path: "t.json",
      context: EvidenceContext(collectedAt: Self.scannedAt)
    )
    #expect(
      sink.all(ScanRun.self).map(\.target) == ["https://git.larkspur.example/claims/assist"]
    )
  }

  @Test func rejectsFindingsWithoutTheirPlace() throws {
    let text = #"""
      {"SourceMetadata": {"Data": {"Git": {"file": "a", "timestamp": "yesterday"}}}, "DetectorName": "X"}
      {"SourceMetadata": {"Data": {}}, "DetectorName": "X"}
      {"SourceMetadata": {"Data": {"Git": {"file": "a"}}}, "DetectorName": "X", "Verified": "no"}
      {"level": "info-0", "msg": "finished scanning"}
      {"SourceMetadata": {"Data": {"Git": {"file": "a"}}}}
      """#
    let sink = try read(text, path: "t.jsonl", context: Self.context)
    #expect(
      sink.problems == [
        "1 /SourceMetadata/Data/Git/timestamp: a time that cannot be read",
        "2 -: no SourceMetadata.Data", "3 /Verified: text", "5 -: no DetectorName",
      ]
    )
    #expect(sink.all(ScanRun.self).map(\.findingCount) == [4])
  }

  @Test func aReportWithoutATimeCannotBeUsed() throws {
    let bytes = try fixture("scans/trufflehog.jsonl")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "t.jsonl") }
    #expect(found?.found == "no time of the scan")
  }

  // MARK: detect-secrets

  @Test func readsABaselineOfDetectSecrets() throws {
    let sink = try read(
      fixture("scans/detect-secrets.json"),
      path: "scans/baseline.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let run = try #require(sink.all(ScanRun.self).first)
    #expect(run.toolVersion == "1.5.0")
    #expect(run.startedAt == Self.scannedAt)
    #expect(run.findingCount == 3)
    #expect(run.scope?.contains("KeywordDetector") == true)
    let findings = sink.all(SecretFinding.self)
    #expect(
      findings.map(\.rule) == ["Secret Keyword", "Secret Keyword", "Basic Auth Credentials"]
    )
    try #require(findings.map(\.disposition) == [.open, .falsePositive, .open])
    #expect(findings.map(\.line) == [2, 3, 1])
    #expect(findings.map(\.file).last == "config/url.txt")
    #expect(findings.allSatisfy { $0.liveness == .unknown })
    #expect(Set(findings.map(\.fingerprint)).count == 3)
  }

  @Test func aBaselineNeedsItsTimeAndItsFindingsTheirHash() throws {
    let timeless = problem { () throws(Diagnostic) in
      _ = try read(#"{"results": {}, "plugins_used": []}"#, path: "b.json")
    }
    #expect(timeless?.found == "no generated_at")
    let text = #"""
      {"plugins_used": [], "generated_at": "2026-11-18T04:00:00Z", "results": {"a/b": [
        {"type": "X"}, {"hashed_secret": "h"}, {"type": "X", "hashed_secret": "h", "is_secret": 1}]}}
      """#
    let sink = try read(text, path: "b.json")
    #expect(
      sink.problems == [
        "2 /results/a~1b/0: no hashed_secret", "2 /results/a~1b/1: no type",
        "2 /results/a~1b/2/is_secret: a number",
      ]
    )
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(TrufflehogReader().format.kinds == SecretFinding.kinds)
    #expect(DetectSecretsReader().format.kinds == SecretFinding.kinds)
  }
}
