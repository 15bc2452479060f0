import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

@Suite("Reading in-toto Statements")
struct StatementReaderTests {
  /// The key that `Scripts/fixtures/tools.py statements` signs with.
  private static let key = TrustedKey(
    id: "release",
    owner: "team-orchard",
    pem: """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=
      -----END PUBLIC KEY-----

      """
  )
  private static let collectedAt = Instant(rfc3339: "2026-11-18T04:00:00Z")

  @Test func readsSignedStatements() throws {
    let sink = try read(
      fixture("statements/signed.intoto.jsonl"),
      path: "release.intoto.jsonl",
      context: EvidenceContext(collectedAt: Self.collectedAt, trustedKeys: [Self.key])
    )
    let builds = sink.all(Provenance.self)
    try #require(
      builds.map(\.predicateType) == [
        "https://slsa.dev/provenance/v1", "https://slsa.dev/verification_summary/v1",
      ]
    )
    #expect(builds.map(\.verified) == [.yes, .yes])
    #expect(builds.map(\.signer) == ["release", "release"])
    #expect(builds.map(\.signerIssuer) == ["team-orchard", "team-orchard"])
    #expect(builds.map(\.buildLevel) == [nil, 3])
    let build = builds[0]
    #expect(build.artifactDigest == String(repeating: "a", count: 64))
    #expect(build.artifactName == "registry.larkspur.example/tool-gateway")
    #expect(build.artifactKind == .image)
    #expect(build.builder == "https://ci.larkspur.example/builder")
    #expect(build.sourceRepository == "https://git.larkspur.example/tool-gateway")
    #expect(build.sourceRevision == String(repeating: "c", count: 40))
    #expect(build.run == "https://ci.larkspur.example/runs/88")
    #expect(build.builtAt == (try instant("2026-11-12T10:04:00Z")))
    #expect(builds[1].signedAt == (try instant("2026-11-12T11:00:00Z")))
    let run = try #require(sink.all(PipelineRun.self).first)
    #expect(run.gate == "release-gate")
    #expect(run.result == .failed)
    #expect(run.revision == String(repeating: "c", count: 40))
    #expect(run.pipeline == "https://ci.larkspur.example/runs/89")
    #expect(run.startedAt == Self.collectedAt)
    #expect(sink.all(Component.self).map(\.billSigned) == [.yes])
    #expect(sink.kinds == [.buildProvenance, .ciResults, .sbom])
    #expect(
      sink.problems == ["5 /payload: the predicate type https://larkspur.example/review/v1"]
    )
    #expect(!"\(sink)".contains("made-up"))
  }

  @Test func aSignatureCountsOnlyByATrustedKey() throws {
    let bytes = try fixture("statements/signed.intoto.jsonl")
    let context = EvidenceContext(collectedAt: Self.collectedAt)
    let untried = try read(bytes, path: "r.jsonl", context: context)
    #expect(untried.all(Provenance.self).map(\.verified) == [.notTried, .notTried])
    let other = EvidenceContext(
      collectedAt: Self.collectedAt,
      trustedKeys: [TrustedKey(id: "release", owner: "x", pem: TestKeys.otherPublic)]
    )
    let refused = try read(bytes, path: "r.jsonl", context: other)
    #expect(refused.all(Provenance.self).map(\.verified) == [.no, .no])
    #expect(refused.all(Provenance.self).map(\.signer) == [nil, nil])
  }

  @Test func aChangedPayloadIsNotVerified() throws {
    let text = String(decoding: try fixture("statements/signed.intoto.jsonl"), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first)
    let document = try EvidenceDocument(bytes: Array(line.utf8), path: "r.json")
    let payload = try #require(document.root?["payload"]?.text)
    let decoded = try #require(Data(base64Encoded: payload))
    let changed = String(decoding: decoded, as: UTF8.self).replacing("v3.2.0", with: "v3.2.1")
    let forged = line.replacing(payload, with: Data(changed.utf8).base64EncodedString())
    let context = EvidenceContext(collectedAt: Self.collectedAt, trustedKeys: [Self.key])
    let sink = try read(String(forged), path: "r.json", context: context)
    #expect(sink.all(Provenance.self).map(\.verified) == [.no])
  }

  @Test func aBareStatementIsSignedByNobody() throws {
    let sink = try read(
      fixture("statements/bare.json"),
      path: "p.json",
      context: EvidenceContext(trustedKeys: [Self.key])
    )
    #expect(sink.problems == [])
    let build = try #require(sink.all(Provenance.self).first)
    #expect(build.verified == .no)
    #expect(build.artifactKind == .package)
    #expect(build.sourceRepository == "https://git.stillwater.example/letters")
    #expect(build.sourceRevision == String(repeating: "d", count: 40))
    #expect(build.run == "17")
    #expect(build.builtAt == (try instant("2026-09-01T10:00:00Z")))
  }

  @Test func aBundleHasTheTimeOfItsLog() throws {
    let sink = try read(
      fixture("statements/bundle.sigstore.json"),
      path: "b.sigstore.json",
      context: EvidenceContext(trustedKeys: [Self.key])
    )
    #expect(sink.problems == [])
    let build = try #require(sink.all(Provenance.self).first)
    #expect(build.transparencyLog == "log index 1042")
    #expect(build.signedAt == Instant(secondsSinceEpoch: 1_794_477_900))
    #expect(build.verified == .yes)
  }

  @Test func aTestResultNeedsATimeAndAClearResult() throws {
    let statement = { (result: String) in
      #"""
      {"_type": "https://in-toto.io/Statement/v1", "subject": [{"digest": {"sha256": "a"}}],
       "predicateType": "https://in-toto.io/attestation/test-result/v0.1", "predicate": {"result": "\#(result)"}}
      """#
    }
    let context = EvidenceContext(collectedAt: Self.collectedAt)
    for (word, result) in [("PASSED", PipelineRun.Result.passed), ("WARNED", .failed)] {
      let sink = try read(statement(word), path: "t.json", context: context)
      #expect(sink.all(PipelineRun.self).map(\.result) == [result])
    }
    #expect(
      try read(statement("GOOD"), path: "t.json", context: context).problems
        == ["2 /predicate/result: an unknown result"]
    )
    #expect(try read(statement("PASSED"), path: "t.json").problems == ["1 -: no time of the test"])
  }

  @Test func anArtefactWithoutADigestIsRejected() throws {
    let text = #"""
      {"_type": "https://in-toto.io/Statement/v1", "subject": [{"name": "x", "digest": {}}],
       "predicateType": "https://slsa.dev/provenance/v1",
       "predicate": {"runDetails": {"builder": {"id": "b"}}}}
      """#
    #expect(try read(text, path: "p.json").problems == ["1 /subject/0: no digest"])
  }
}
