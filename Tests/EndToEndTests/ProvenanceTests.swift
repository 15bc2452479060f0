import Foundation
import Testing

/// What a seal proves is told file by file: whose signature is missing, and how a file changed.
struct ProvenanceTests {
  static let lines = (0..<40).map { number in
    "{\"id\": \"e-\(number)\", \"kind\": \"data\", \"action\": \"get\", \"actor\": \"svc\", "
      + "\"actorKind\": \"workload\", \"logSource\": \"gw\", \"result\": \"ok\", "
      + "\"occurredAt\": \"2026-11-18T00:00:00Z\"}\n"
  }

  static func bundle(
    _ provenance: String = "",
    collectedAt: String = "2026-11-19T00:00:00Z"
  ) async throws -> MappingCommandTests.Folder {
    let folder = try MappingCommandTests.Folder([
      "evidence/acme/subject.yaml":
        "id: acme\nname: Acme\nkind: agent-system\ntier: pilot\nowner: team\n",
      "evidence/acme/logs/audit-log.jsonl": lines.joined(),
      "keys/gate.pem": Keys.secret(Keys.first), "keys/gate.pub.pem": Keys.open(Keys.first),
      "keys/other.pem": Keys.secret(Keys.second), "keys/other.pub.pem": Keys.open(Keys.second),
    ])
    let written = await Estate.run(["evidence", "manifest", folder.path("evidence/acme")])
    try #require(written.code == 0, "\(written.error)")
    let manifest = "evidence/acme/manifest.json"
    try folder.write(
      manifest,
      try folder.text(manifest).replacing(
        "\"completeness\": \"unstated\"",
        with: """
          "completeness": "complete", "sourceClass": "ownExport", "sourceSystem": "aws-cloudtrail",
          "collector": "bot", "collectedAt": "\(collectedAt)"\(provenance)
          """
      )
    )
    return folder
  }

  static func seal(
    _ folder: MappingCommandTests.Folder,
    _ key: String,
    _ more: [String] = []
  ) async -> (code: Int32, output: String, error: String) {
    await Estate.run(
      ["evidence", "seal", folder.path("evidence/acme"), "--key", folder.path("keys/\(key).pem")]
        + more
    )
  }

  @Test(
    arguments: [
      ("cut", "evidence-truncated", "sealed bytes"),
      ("sorted", "evidence-reordered", "the sealed lines in another order"),
      ("edited", "evidence-changed", "sha256"), ("shorter", "evidence-changed", "sha256"),
      ("gone", "evidence-missing", "no such file"),
    ]
  )
  func changeIsToldByItsKind(_ change: String, _ code: String, _ words: String) async throws {
    let folder = try await Self.bundle()
    #expect(await Self.seal(folder, "gate").code == 0)
    let log = "evidence/acme/logs/audit-log.jsonl"
    switch change {
    case "cut": try folder.write(log, Self.lines.prefix(30).joined())
    case "sorted": try folder.write(log, Self.lines.reversed().joined())
    case "edited": try folder.write(log, Self.lines.joined().replacing("e-7", with: "e-x"))
    case "shorter": try folder.write(log, Self.lines.suffix(30).joined())
    default: try FileManager.default.removeItem(atPath: folder.path(log))
    }
    let (exit, output, error) = await Estate.run([
      "evidence", "verify", folder.path("evidence/acme"), "--key",
      folder.path("keys/gate.pub.pem"),
    ])
    #expect(exit == 1)
    #expect(error.contains("logs/audit-log.jsonl: error[\(code)]"), "\(error)")
    #expect(error.contains(words), "\(error)")
    #expect(output.contains("1 files do not agree"))
  }

  @Test func sourceMayAskForTheSignatureOfItsOwnTeam() async throws {
    let folder = try await Self.bundle()
    func key(_ id: String, _ pem: String) -> String {
      "  - id: \(id)\n    owner: \(id)\n    key: |\n"
        + pem.split(separator: "\n").map { "      \($0)\n" }.joined()
    }
    let keys = key("gate", Keys.open(Keys.first)) + key("cloud", Keys.open(Keys.second))
    try folder.write(
      "policy.yaml",
      "version: 1\nseal:\n  tiers: [pilot]\n  keys: [gate]\n  sources:\n"
        + "    - {system: \"aws*\", keys: [cloud]}\ntrustedKeys:\n" + keys
    )
    #expect(await Self.seal(folder, "gate").code == 0)
    func verify() async -> (code: Int32, output: String, error: String) {
      await Estate.run([
        "evidence", "verify", folder.path("evidence/acme"), "--policy", folder.path("policy.yaml"),
      ])
    }
    let one = await verify()
    #expect(one.code == 1)
    #expect(one.error.contains("logs/audit-log.jsonl: error[seal-key-untrusted]"), "\(one.error)")
    #expect(one.error.contains("found   signed by gate"))
    #expect(one.error.contains("needed  a signature by cloud, for the source aws-cloudtrail"))
    #expect(one.output.contains("a seal that proves nothing: logs/audit-log.jsonl"))
    #expect(await Self.seal(folder, "other", ["--add"]).code == 0)
    let both = await verify()
    #expect(both.code == 0, "\(both.output)\(both.error)")
    // A signature is added to a seal of the same bytes only.
    try folder.write(
      "evidence/acme/subject.yaml",
      "id: acme\nname: Acme\nkind: agent-system\ntier: sandbox\nowner: team\n"
    )
    let late = await Self.seal(folder, "gate", ["--add"])
    #expect(late.code == 65)
    #expect(late.error.contains("a seal of other bytes"))
  }

  @Test(
    arguments: [
      ("", "2026-11-19T00:00:00Z", nil),
      ("", "2026-11-01T00:00:00Z", "logs/audit-log.jsonl is 19 days 9 hours old"),
      (
        ", \"effectiveAt\": \"2026-11-01T00:00:00Z\"", "2026-11-19T00:00:00Z",
        "logs/audit-log.jsonl shows how things were 19 days 9 hours ago"
      ),
      (
        ", \"periodStartedAt\": \"2026-10-01T00:00:00Z\", \"periodEndedAt\": \"2026-11-01T00:00:00Z\"",
        "2026-11-19T00:00:00Z", "logs/audit-log.jsonl covers nothing of the last 19 days 9 hours"
      ),
      (
        ", \"effectiveAt\": \"2026-11-20T00:00:00Z\"", "2026-11-19T00:00:00Z",
        "what was so at 2026-11-20T00:00:00Z, collected at 2026-11-19T00:00:00Z"
      ),
      (
        ", \"periodEndedAt\": \"2026-11-20T00:00:00Z\"", "2026-11-19T00:00:00Z",
        "a period up to 2026-11-20T00:00:00Z, collected at 2026-11-19T00:00:00Z"
      ),
      (
        ", \"periodStartedAt\": \"2026-11-19T00:00:00Z\", \"periodEndedAt\": \"2026-11-18T00:00:00Z\"",
        "2026-11-19T00:00:00Z", "a period from 2026-11-19T00:00:00Z to 2026-11-18T00:00:00Z"
      ),
    ] as [(String, String, String?)]
  )
  func ageCountsFromTheRightTime(
    _ provenance: String,
    _ collectedAt: String,
    _ reason: String?
  ) async throws {
    let folder = try await Self.bundle(provenance, collectedAt: collectedAt)
    try folder.write("policy.yaml", "version: 1\nevidence: {kinds: {audit-log: 7 days}}\n")
    let (_, _, error) = await Estate.run([
      "test", "--evidence", folder.path("evidence"), "--policy", folder.path("policy.yaml"),
      "--reports", folder.path("reports"), "--as-of", "2026-11-20T09:00:00Z", "--filter", "AUD-2",
    ])
    let results = try folder.text("reports/results.json")
    if let reason {
      #expect(results.contains(reason), "\(error)")
    } else {
      #expect(!results.contains("days 9 hours"))
      #expect(!results.contains("evidence-times-disagree"))
    }
    if provenance.contains("effectiveAt") { #expect(results.contains("\"effectiveAt\": ")) }
  }
}
