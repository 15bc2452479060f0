import Foundation
import Testing

/// Secrets of many kinds, planted wherever a bundle has room for one: no output shows any of them.
struct PlantedSecretsTests {
  /// Put together when the test runs, so that no file of the repository holds anything like one.
  static let secrets: [(secret: String, text: String)] = {
    let alphabet = Array("a1B2c3D4e5F6g7H8i9J0kLmNoPqRsTuVwXyZ")
    func filler(_ count: Int, _ step: Int) -> String {
      String((0..<count).map { alphabet[($0 * step + $0 / 5) % alphabet.count] })
    }
    var all: [(secret: String, text: String)] = []
    let prefixes = [
      ["gh", "p_"], ["gl", "pat-"], ["xo", "xb-"], ["sk-", "ant-"], ["sk", "_live_"], ["AI", "za"],
      ["np", "m_"], ["hv", "s."],
    ]
    for (offset, prefix) in prefixes.enumerated() {
      let secret = prefix.joined() + filler(44, 7 + offset * 2)
      all.append((secret, secret))
    }
    let token = [["ey", "J"].joined() + filler(20, 5), "eyJ" + filler(30, 7), filler(43, 11)]
    all.append((token[2], token.joined(separator: ".")))
    let body = filler(60, 13)
    let pem = ["-----BEGIN ", "PRIVATE", " KEY-----", body, "-----END ", "PRIVATE", " KEY-----"]
    all.append((body, pem.joined()))
    let password = filler(14, 17)
    all.append((password, "postgres://svc:\(password)@db.internal/claims"))
    let assigned = filler(14, 19)
    all.append((assigned, "CLAIMS_PASSWORD=\(assigned)"))
    let bearer = filler(26, 23)
    all.append((bearer, "curl -H Authorization: Bearer \(bearer)"))
    return all
  }()

  /// A bundle in which every file holds every secret in some place.
  static func bundle() throws -> MappingCommandTests.Folder {
    func each(_ body: (Int, String) -> String) -> String {
      secrets.enumerated().map { body($0.offset, $0.element.text) }.joined(separator: "\n")
    }
    let mapping = try MappingCommandTests.guide().mapping
    let all = secrets.map(\.text).joined(separator: " ")
    var files = [
      "policy.yaml": "version: 1\n", "mappings/people.yaml": mapping,
      "evidence/acme/subject.yaml":
        "id: acme\nname: \"Acme \(secrets[0].text)\"\nkind: agent-system\ntier: pilot\n"
        + "owner: \"team \(secrets[1].text)\"\n",
    ]
    // Keys, free text, lists and words of the canonical form.
    files["evidence/acme/registers/nhi-inventory.yaml"] = each { number, text in
      """
      - {id: "svc-\(number) \(text)", kind: serviceAccount, provider: aws, account: a, status: enabled,
         purpose: "runs \(text)", tags: ["\(text)"]}
      """
    }
    files["evidence/acme/registers/iam-credential-report.csv"] =
      "id,identity,kind,status,basis,hint,expiresAt\n"
      + each { number, text in
        "key-\(number),svc-\(number) \(text),apiKey,active,observed,\(text),never"
      } + "\n"
    files["evidence/acme/registers/role-register.json"] =
      "[" + secrets.map { "{\"person\": \"x\", \"status\": \"\($0.text)\"}" }.joined(separator: ",")
      + "]"
    files["evidence/acme/logs/audit-log.jsonl"] = each { number, text in
      """
      {"id": "e-\(number)", "kind": "data", "action": "get", "actor": "\(text)", "actorKind": "unknown", \
      "resource": "\(text)", "logSource": "gw", "result": "ok", "occurredAt": "2026-11-18T00:00:00Z"}
      """
    }
    files["evidence/acme/logs/broken/audit-log.jsonl"] = each { _, text in
      "{\"id\": \"\(text)\", \"occurredAt\": \"\(text)\", \"\(text)\": {\"a\": 1,}}"
    }
    // Native formats: what scanners found, what clients are started with, what spans carry.
    files["evidence/acme/scans/gitleaks.json"] =
      "["
      + secrets.map {
        "{\"RuleID\": \"r\", \"Fingerprint\": \"c:f:r:1\", \"StartLine\": 1, \"File\": \"f\", "
          + "\"Secret\": \"\($0.text)\", \"Match\": \"k = \($0.text)\", \"Message\": \"\($0.text)\"}"
      }.joined(separator: ",") + "]"
    files["evidence/acme/mcp/client.json"] =
      "{\"mcpServers\": {"
      + secrets.enumerated().map { number, entry in
        "\"s\(number)\": {\"command\": \"run\", \"args\": [\"--token\", \"\(entry.text)\"], "
          + "\"env\": {\"KEY\": \"\(entry.text)\"}}"
      }.joined(separator: ",") + "}}"
    files["evidence/acme/agents/traces.jsonl"] = each { number, text in
      """
      {"resourceSpans": [{"scopeSpans": [{"spans": [{"traceId": "\(number)", "spanId": "\(number)", \
      "name": "execute_tool x", "startTimeUnixNano": "1", "attributes": [{"key": "gen_ai.tool.name", \
      "value": {"stringValue": "\(text)"}}, {"key": "gen_ai.agent.name", "value": {"stringValue": "a"}}, \
      {"key": "gen_ai.operation.name", "value": {"stringValue": "execute_tool"}}], \
      "status": {"code": 2, "message": "\(text)"}}]}]}]}
      """
    }
    files["evidence/acme/hr/people.csv"] =
      "Name,Scope,Type,May,Since,Until,Left\n"
      + each { _, text in "\(text),\(text),\(text),,01.02.2026,open," } + "\n"
      + each { _, text in "\(text),\(text),human,,\(text),\(text)," } + "\n"
    files["evidence/acme/notes.txt"] = all
    return try MappingCommandTests.Folder(files)
  }

  /// The words by which a worker is told of every shard of the plan that was printed last.
  private static func shards(_ texts: [(String, String)]) -> [String] {
    let lines = texts.last?.1.split(separator: "\n").filter { $0.hasPrefix("{") } ?? []
    let ids = lines.compactMap { line -> String? in
      let value = try? JSONSerialization.jsonObject(with: Data(line.utf8))
      return (value as? [String: Any])?["shard"] as? String
    }
    #expect(!ids.isEmpty)
    return ids.flatMap { ["--shard", $0] }
  }

  @Test func noOutputOfAnyCommandShowsOne() async throws {
    let folder = try Self.bundle()
    let general = ["--mappings", folder.path("mappings")]
    var texts: [(String, String)] = []
    func run(_ words: [String], _ mappings: [String]? = nil) async {
      let (code, output, error) = await Estate.run(words + (mappings ?? general))
      #expect(code != 70, "\(words): \(error)")
      // A command that is not understood prints nothing of the evidence, and shows nothing.
      #expect(code != 64 || ["reach", "why"].contains(words.first), "\(words): \(error)")
      texts.append((words.joined(separator: " "), output + error))
    }
    await run(["evidence", "manifest", folder.path("evidence/acme")])
    let manifest = "evidence/acme/manifest.json"
    let listed = try folder.text(manifest).replacing(
      "\"completeness\": \"unstated\"",
      with: """
        "completeness": "complete", "sourceClass": "ownExport", "sourceSystem": "\(Self.secrets[2].text)",
        "collector": "\(Self.secrets[3].text)", "command": "\(Self.secrets[12].text)",
        "collectedAt": "2026-11-19T00:00:00Z"
        """
    )
    try folder.write(manifest, listed)
    let judged = [
      "--evidence", folder.path("evidence"), "--policy", folder.path("policy.yaml"), "--as-of",
      "2026-11-20T09:00:00Z",
    ]
    let formats = await Estate.run(["report", "--help"]).output.split(separator: "\n")
      .compactMap { line -> String? in
        let parts = line.split(separator: " ", omittingEmptySubsequences: true)
        return line.hasPrefix("  ") && parts.count > 2 && parts[1].contains(".")
          ? String(parts[0]) : nil
      }
    #expect(formats.count >= 10, "\(formats)")
    await run(
      ["test", "--all", "--horizon", "--reports", folder.path("reports")] + judged
        + formats.flatMap { ["--report", $0] }
    )
    for control in ["NHI7-2", "NHI2-1", "AUD-2", "NHI1-6", "ASI02-1", "NHI5-1", "NHI:2025"] {
      await run(["why", "acme", control] + judged)
    }
    await run(["work"] + judged)
    await run(["horizon"] + judged)
    await run(["list", "subjects", "--evidence", folder.path("evidence")])
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path("evidence/acme")) {
      for form in [["--json"], ["--limit", "100"]] {
        await run(["evidence", "inspect", folder.path("evidence/acme/\(file)")] + form)
      }
    }
    let results = folder.path("reports/results.json")
    let (key, publicKey) = (folder.path("gate.pem"), folder.path("gate.pub.pem"))
    try folder.write("gate.pem", Keys.secret(Keys.first))
    try folder.write("gate.pub.pem", Keys.open(Keys.first))
    await run(["gate", "--tier", "pilot"] + judged)
    await run(["gate", "--results", results, "--not-worse-than", results])
    let decision = folder.path("reports/decision.dsse.json")
    let summary = folder.path("reports/summary.dsse.json")
    await run(["decide", "--sign", key, "--decision", decision, "--summary", summary] + judged)
    await run(["verify", decision, "--key", publicKey] + judged.dropLast(2))
    await run(["diff", results, results], [])
    for form in ["csv", "json"] { await run(["review", "--format", form] + judged) }
    await run(["figures"] + judged.dropLast(2))
    for form in ["text", "csv", "json"] {
      await run(["attest", "list", "--format", form] + judged)
    }
    await run(["coverage"], [])
    await run(["explain", "NHI7-2"], [])
    let name = "svc-3 \(Self.secrets[3].text)"
    for form in ["text", "json", "dot", "mermaid", "opengraph"] {
      await run(["reach", "acme", "--format", form] + judged)
      await run(["reach", "acme", name, "--to", "--format", form] + judged)
    }
    await run(["evidence", "seal", folder.path("evidence/acme"), "--key", key], [])
    await run(["evidence", "verify", folder.path("evidence/acme"), "--key", publicKey], [])
    let plan = folder.path("reports/plan.json")
    await run(["plan", plan, "--shards", "2"] + judged)
    let files = judged.dropLast(2)
    await run(
      ["worker", plan, "--output", folder.path("reports/partials")] + Self.shards(texts) + files
    )
    await run(
      ["merge", plan, folder.path("reports/partials"), "--reports", folder.path("reports/merged")]
        + files
    )
    let reports = try FileManager.default.subpathsOfDirectory(atPath: folder.path("reports"))
    #expect(reports.count >= formats.count)
    for report in reports {
      if report.hasPrefix("partials/") {
        // Working files that quote evidence as it stands: for their owner's eyes only.
        let attributes = try FileManager.default.attributesOfItem(
          atPath: folder.path("reports/\(report)")
        )
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(report)")
        continue
      }
      if let text = try? folder.text("reports/\(report)") { texts.append((report, text)) }
    }
    for (place, text) in texts {
      for (number, entry) in Self.secrets.enumerated() {
        let shows = text.contains(entry.secret) || text.contains(entry.secret.suffix(12))
        #expect(!shows, "secret \(number) in \(place)")
      }
    }
    // The test can fail: what is withheld is there.
    let (typed, withheld) = ("[secret ", "[withheld]")
    let isTyped = texts.contains { $0.1.contains(typed) }
    let isWithheld = texts.contains { $0.1.contains(withheld) }
    #expect(isTyped && isWithheld)
  }
}
