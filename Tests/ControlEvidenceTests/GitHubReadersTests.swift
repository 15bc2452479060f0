import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading GitHub exports")
struct GitHubReadersTests {
  private static let context = EvidenceContext(account: "larkspur-mutual")

  @Test func readsInstalledApps() throws {
    let sink = try read(fixture("github/app-installations.json"), path: "apps.json")
    #expect(sink.problems == [])
    #expect(!sink.isPartial)
    let apps = sink.all(Identity.self)
    #expect(apps.map(\.id) == ["github-app:600001", "github-app:600002"])
    #expect(apps.map(\.status) == [.enabled, .suspended])
    #expect(apps.map(\.privileged) == [true, false])
    #expect(apps[0].account == "larkspur-mutual")
    #expect(apps[0].createdAt == (try instant("2025-05-06T07:08:09Z")))
    let grants = sink.all(Grant.self)
    #expect(grants[0].scopes == ["contents:write", "members:write", "metadata:read"])
    #expect(grants.map(\.tenantWide) == [true, false])
    #expect(grants.map(\.status) == [.active, .suspended])
    #expect(grants[0].id == "github-installation:70000001")
    #expect(grants[0].locator.pointer == "/installations/0")
  }

  /// The header that tells of more pages is not in a saved body; the count is.
  @Test func fewerThanTheTotalIsPartial() throws {
    let text = """
      {"total_count": 31, "installations": [
        {"id": 1, "app_id": 2, "app_slug": "a", "target_type": "Organization", "permissions": {},
         "created_at": 1746515289, "repository_selection": "selected"}]}
      """
    let sink = try read(text, path: "apps.json", context: Self.context)
    #expect(sink.isPartial)
    #expect(
      sink.problems == ["1 /total_count: total_count 31 and 1 elements, so more pages exist"]
    )
    // A webhook writes the same time as a number.
    #expect(sink.all(Grant.self).map(\.grantedAt) == [try instant("2025-05-06T07:08:09Z")])
  }

  @Test func readsDeployKeysWithTheirReuse() throws {
    let sink = try read(fixture("github/deploy-keys.json"), path: "keys.json")
    #expect(sink.problems == [])
    let keys = sink.all(Credential.self)
    #expect(keys.map(\.identity) == ["github-deploy-key:80000001", "github-deploy-key:80000002"])
    #expect(keys.map(\.lastUsedAt) == [.at(try instant("2026-11-16T22:00:00Z")), .never])
    #expect(keys.map(\.expiresAt) == [.never, .never])
    // ssh-keygen -l prints the same for this key.
    #expect(keys[0].hint == "SHA256:kmYcvdi2GkPeWxB6XLjrZB8JHsy2Hm8luHMFp9GMvqk")
    #expect(keys[0].hint == keys[1].hint)
    let rights = sink.all(Entitlement.self)
    #expect(
      rights.map(\.resources) == [["larkspur-mutual/claims-cloud"], ["larkspur-mutual/letters"]]
    )
    #expect(rights.map(\.actions) == [["contents:read", "contents:write"], ["contents:read"]])
  }

  @Test func anOldDeployKeyLacksItsLastUse() throws {
    let text = """
      [{"id": 1, "key": "ssh-rsa x", "title": "t", "verified": true, "read_only": true,
        "created_at": "2020-01-01T00:00:00Z"}]
      """
    let sink = try read(
      text,
      path: "keys.json",
      context: EvidenceContext(about: "larkspur-mutual/letters")
    )
    let key = try #require(sink.all(Credential.self).first)
    #expect(key.lastUsedAt == .notRecorded)
    #expect(key.hint == nil)
    #expect(sink.all(Entitlement.self).map(\.resources) == [["larkspur-mutual/letters"]])
    let nowhere = try read(text, path: "keys.json")
    #expect(nowhere.problems == ["1 /0: no repository"])
  }

  @Test func readsFineGrainedTokens() throws {
    let sink = try read(
      fixture("github/fine-grained-tokens.json"),
      path: "tokens.json",
      context: Self.context
    )
    #expect(sink.problems == [])
    let tokens = sink.all(Credential.self)
    #expect(tokens.map(\.id) == ["github-token:98716", "github-token:98717"])
    #expect(tokens.map(\.identity) == ["github-user:dana-roe", "github-user:finn-abara"])
    #expect(tokens.map(\.status) == [.active, .expired])
    #expect(tokens.map(\.expiresAt) == [.never, .at(try instant("2026-10-01T08:00:00Z"))])
    #expect(tokens.map(\.lastUsedAt) == [.never, .at(try instant("2026-09-30T18:00:00Z"))])
    #expect(tokens.map(\.createdAt) == [nil, nil])
    let rights = sink.all(Entitlement.self)
    #expect(rights.map(\.resources) == [["larkspur-mutual/*"], ["larkspur-mutual/(subset)"]])
    #expect(rights.map(\.administrative) == [true, false])
    #expect(
      rights[0].actions == [
        "organization/members:read", "repository/administration:write", "repository/metadata:read",
      ]
    )
    #expect(rights[0].grantedAt == (try instant("2026-05-16T15:47:09Z")))
  }

  @Test func aTokenWithoutADateFieldIsNotOneWithoutAnEnd() throws {
    let text = """
      [{"id": 1, "owner": {"login": "a"}, "repository_selection": "none", "permissions": {},
        "access_granted_at": "2026-05-16T08:47:09Z", "token_expired": false},
       {"id": 2, "owner": {}, "permissions": {}, "token_id": 1, "token_expired": false}]
      """
    let sink = try read(text, path: "tokens.json", context: Self.context)
    #expect(sink.all(Credential.self).map(\.expiresAt) == [.notRecorded])
    #expect(sink.all(Credential.self).map(\.lastUsedAt) == [.notRecorded])
    #expect(sink.problems == ["3 /1: no owner"])
  }

  @Test func readsTheAuditLog() throws {
    let sink = try read(fixture("github/audit-log.jsonl"), path: "audit.jsonl")
    #expect(sink.problems == [])
    let events = sink.all(AuditEvent.self)
    #expect(
      events.map(\.action) == ["personal_access_token.access_granted", "git.push", "repo.destroy"]
    )
    #expect(events.map(\.kind) == [.control, .data, .control])
    #expect(events.map(\.verb) == [.write, .write, .delete])
    #expect(
      events.map(\.actor) == [
        "github-user:dana-roe", "github-user:tallybird-reviewer[bot]", "github",
      ]
    )
    #expect(events.map(\.actorKind) == [.person, .workload, .service])
    #expect(events[0].credential == "github-token:98716")
    #expect(events[0].occurredAt == (try instant("2026-11-17T23:15:00.123Z")))
    #expect(events[1].resource == "larkspur-mutual/claims-cloud")
    #expect(events[2].locator.line == 3)
    #expect(sink.kinds == [.auditLog, .dataAccessLog])
  }

  @Test func anEventWithoutATimeOrIdIsRejected() throws {
    let text = """
      [{"@timestamp": "yesterday", "_document_id": "a", "action": "a.b", "org": "o"},
       {"_document_id": "b", "action": "a.b", "org": "o"},
       {"@timestamp": 9999999999999999, "_document_id": "c", "action": "a.b", "org": "o"}]
      """
    let sink = try read(text, path: "audit.json", format: "github-audit-log")
    #expect(sink.count == 0)
    #expect(
      sink.problems == [
        "1 /0/@timestamp: text", "2 /1: no @timestamp", "3 /2/@timestamp: a number out of range",
      ]
    )
    #expect(sink.kinds == [.auditLog])
  }

  /// Logs of before 2022 have neither a time of their own name nor an id.
  @Test func readsOldAuditLogs() throws {
    let text = """
      {"actor":"dana-roe","org":"o","action":"org.add_member","created_at":1583364251067,"user":"u"}
      {"actor":"dana-roe","org":"o","action":"org.add_member","created_at":1583364251068,"user":"u"}
      {"actor":"dana-roe","org":"o","repo":"o/r","action":"protected_branch.rejected_ref_update",\
      "created_at":1583364251069}
      """
    let events = try read(text, path: "audit.log").all(AuditEvent.self)
    #expect(events.map(\.occurredAt).first == (try instant("2020-03-04T23:24:11.067Z")))
    #expect(Set(events.map(\.id)).count == 3)
    #expect(events.allSatisfy { $0.id.hasPrefix("github-event:") })
    #expect(events.map(\.result) == [.ok, .ok, .denied])
    #expect(events.map(\.actorKind) == [.unknown, .unknown, .unknown])
  }
}
