import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading Vault exports")
struct VaultReadersTests {
  private static let context = EvidenceContext(account: "vault.larkspur.example")
  private static let sync = "vault:55555555-0000-4000-8000-000000000001"
  private static let accessor = "hmac-sha256:" + String(repeating: "0", count: 62) + "a2"

  @Test func twoLinesAreOneEvent() throws {
    let sink = try read(fixture("vault/audit.log"), path: "audit.log", context: Self.context)
    #expect(sink.problems == [])
    let events = sink.all(AuditEvent.self)
    #expect(events.map { $0.id.suffix(2) } == ["01", "02", "03", "04", "05"])
    #expect(events.map(\.kind) == [.control, .signIn, .data, .data, .data])
    #expect(events.map(\.action).last == "vault:list")
    #expect(events.map(\.verb) == [.write, .write, .read, .delete, .list])
    #expect(events.map(\.actor) == ["vault:root", Self.sync, Self.sync, Self.sync, Self.sync])
    #expect(events.map(\.actorKind) == [.unknown, .workload, .workload, .workload, .workload])
    // The last request has no answer.
    #expect(events.map(\.result) == [.ok, .ok, .ok, .denied, .unknown])
    #expect(events[3].error == "permission denied")
    #expect(events[1].credential == Self.accessor)
    #expect(events[2].resource == "database/creds/claims-ro")
    #expect(events[2].client == "claims-sync/2")
    // The request's time, not the answer's.
    #expect(events[1].occurredAt == (try instant("2026-11-17T20:01:00.25Z")))
    #expect(events.map(\.locator.line) == [1, 2, 4, 6, 8])
    #expect(sink.kinds == [.auditLog, .dataAccessLog, .tokenIssuance])
  }

  @Test func loginsAndLeasesAreIssuances() throws {
    let issued = try read(fixture("vault/audit.log"), path: "a.log", context: Self.context)
      .all(Issuance.self)
    #expect(issued.map(\.kind) == [.accessToken, .dynamicSecret])
    #expect(issued.map(\.identity) == [Self.sync, Self.sync])
    #expect(issued[0].credential == Self.accessor)
    #expect(issued[0].lifetime == .minutes(20))
    #expect(issued[0].scopes == ["claims-read", "default"])
    #expect(
      issued[1].credential
        == "vault.larkspur.example/database/creds/claims-ro/EXAMPLELEASE0000000001"
    )
    #expect(issued[1].expiresAt == .notRecorded)
  }

  @Test func aLineCutOffIsRejected() throws {
    let text = """
      {"time":"2026-11-17T20:00:00Z","type":"request","request":{"id":"a","operation":"read"}}
      {"time":"2026-11-17T20:00:00Z","type":"request","request":{"operation":"read"}}
      {"time":"yesterday","type":"response","request":{"id":"b","operation":"read"}}
      {"time":"2026-11-17T20:00:00Z","type":"resp
      """
    let sink = try read(
      text,
      path: "audit.jsonl",
      format: "vault-audit",
      context: Self.context
    )
    #expect(sink.count == 1)
    #expect(sink.all(AuditEvent.self).map(\.actor) == ["vault:anonymous"])
    #expect(sink.rejectedCount == 3)
    #expect(
      sink.problems.suffix(2) == ["2 /request: no id", "3 /time: a time that cannot be read"]
    )
  }

  @Test func aSecretIdOfZeroSecondsNeverEnds() throws {
    var context = Self.context
    context.about = "auth/approle/role/claims-sync"
    let sink = try read(fixture("vault/approle-role.json"), path: "role.json", context: context)
    #expect(sink.problems == [])
    let id = "vault.larkspur.example/auth/approle/role/claims-sync"
    let role = try #require(sink.all(Identity.self).first)
    #expect(role.id == id)
    #expect(role.displayName == "claims-sync")
    let setting = try #require(sink.all(ClientSetting.self).first)
    #expect(setting.methods == ["approle"])
    #expect(setting.tokenLifetime == .minutes(20))
    #expect(setting.refreshLifetime == .minutes(30))
    // 0 is the server's default here, and never there.
    #expect(setting.sessionLifetime == nil)
    let secret = try #require(sink.all(Credential.self).first)
    #expect(secret.identity == id)
    #expect(secret.expiresAt == .never)
    #expect(secret.boundTo == .unbound)
    let right = try #require(sink.all(Entitlement.self).first)
    #expect(right.policy == "claims-read")
    #expect(!right.resolved)
    #expect(
      sink.kinds == [.nhiInventory, .authConfig, .iamPolicyExport, .iamCredentialReport]
    )
  }

  @Test(arguments: [
    (#""token_ttl": 0, "token_max_ttl": 0, "token_period": 86400"#, Duration?.none),
    (#""token_ttl": 0, "token_max_ttl": 60, "token_period": 0"#, .minutes(1)),
  ])
  func aTokenWithAPeriodHasNoLongestLife(members: String, longest: Duration?) throws {
    var context = Self.context
    context.about = "auth/kubernetes/role/copy"
    let text =
      #"{"request_id": "r", "lease_id": "", "data": {\#(members), "token_policies": ["root"], "#
      + #""bound_service_account_names": ["copy"]}}"#
    let sink = try read(text, path: "role.json", context: context)
    let setting = try #require(sink.all(ClientSetting.self).first)
    #expect(setting.refreshLifetime == longest)
    #expect(setting.tokenLifetime == nil)
    #expect(setting.boundTo == .instance)
    #expect(sink.all(Entitlement.self).map(\.administrative) == [true])
    #expect(sink.all(Credential.self).isEmpty)
  }

  @Test func readsARoleOfTheDatabase() throws {
    var context = Self.context
    context.about = "database/roles/claims-ro"
    let sink = try read(fixture("vault/database-role.json"), path: "role.json", context: context)
    let item = try #require(sink.all(SecretItem.self).first)
    #expect(item.id == "vault.larkspur.example/database/roles/claims-ro")
    #expect(item.lifetime == .hours(1))
    #expect(sink.kinds == [.secretStoreMetadata])
  }

  @Test func aRoleOfNoNameIsRefused() throws {
    let bytes = try fixture("vault/approle-role.json")
    let found = problem { () throws(Diagnostic) in
      _ = try read(bytes, path: "role.json", context: Self.context)
    }
    #expect(found?.remedy == "list the file in manifest.json with its about")
  }

  @Test func readsLeasesAndTokens() throws {
    let lease = try #require(
      try read(fixture("vault/lease.json"), path: "l.json", context: Self.context)
        .all(Credential.self).first
    )
    #expect(
      lease.id == "vault.larkspur.example/database/creds/claims-ro/EXAMPLELEASE0000000001"
    )
    #expect(lease.identity == "vault.larkspur.example/database/creds/claims-ro")
    #expect(lease.expiresAt == .at(try instant("2026-11-17T21:01:01.020134881Z")))
    #expect(lease.lifetimeClass == .shortLived)
    let token = try #require(
      try read(fixture("vault/token.json"), path: "t.json", context: Self.context)
        .all(Credential.self).first
    )
    #expect(token.id == "EXAMPLEACCESSOR000000001")
    #expect(token.identity == "vault:root")
    // The root token's end is null, which is never, and not a gap.
    #expect(token.expiresAt == .never)
    #expect(token.lifetimeClass == .static)
    #expect(token.scopes == ["root"])
  }

  @Test func aTokenItselfIsNotRead() throws {
    let text = """
      {"request_id": "r", "lease_id": "", "data": {"accessor": "acc", "id": "hvs.NOTATOKEN",
        "issue_time": "2026-11-01T08:00:00Z", "expire_time": "2026-11-01T09:00:00Z", "ttl": 1,
        "display_name": "d"}}
      """
    let sink = try read(text, path: "t.json", context: Self.context)
    #expect(sink.all(Credential.self).map(\.id) == ["acc"])
    #expect(!"\(sink.all(Credential.self))".contains("NOTATOKEN"))
  }

  @Test func aLeaseWithoutAnIdIsRejected() throws {
    let text = """
      {"request_id": "r", "lease_id": "", "data": {"id": "", "issue_time": "2026-11-01T08:00:00Z",
        "expire_time": null, "ttl": 1}}
      """
    let sink = try read(text, path: "t.json", context: Self.context)
    #expect(sink.problems == ["1 /data: no id"])
  }

  /// Old servers name no mount: what is not about Vault itself is a secret.
  @Test func readsLinesOfOldServers() throws {
    let text = """
      {"time":"2017-07-31T04:08:36Z","type":"request","auth":{"accessor":"a","display_name":"root",\
      "metadata":null},"request":{"id":"1","operation":"read","path":"secret/hello","wrap_ttl":0},\
      "error":""}
      {"time":"2017-07-31T04:08:36Z","type":"response","auth":{"accessor":"a","display_name":"root",\
      "metadata":null},"request":{"id":"1","operation":"read","path":"secret/hello"},\
      "response":{"data":{"value":"hmac-sha256:00"}},"error":""}
      """
    let events = try read(text, path: "audit.log", context: Self.context).all(AuditEvent.self)
    #expect(events.map(\.kind) == [.data])
    #expect(events.map(\.result) == [.ok])
    #expect(events.map(\.error) == [nil])
    #expect(events.map(\.actor) == ["vault:root"])
  }
}
