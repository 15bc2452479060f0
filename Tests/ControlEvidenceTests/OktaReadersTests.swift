import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading Okta and Google Workspace exports")
struct OktaReadersTests {
  /// The end of a token slides with its use: it is no end.
  @Test func aTokenInUseNeverEnds() throws {
    let sink = try read(fixture("okta/api-tokens.json"), path: "tokens.json")
    #expect(sink.problems == [])
    let tokens = sink.all(Credential.self)
    #expect(tokens.map(\.id) == ["00Texample0000000001", "00Texample0000000002"])
    #expect(tokens.map(\.identity) == ["00uexample0000000001", "00uexample0000000002"])
    #expect(tokens.map(\.expiresAt) == [.never, .never])
    #expect(tokens.map(\.lastUsedAt) == [.at(try instant("2026-11-16T20:38:11Z")), .never])
    #expect(tokens.map(\.boundTo) == [.unbound, .network])
    #expect(tokens[0].createdAt == (try instant("2024-11-09T20:38:10Z")))
    #expect(tokens[0].kind == .apiKey)
    #expect(tokens[1].locator.description == "tokens.json:7 #/1")
  }

  @Test(arguments: [
    ("P30D", Duration.days(30)), ("PT90M", .minutes(90)), ("P1DT1H", .hours(25)),
    ("P1W", .days(7)), ("PT1S", .seconds(1)), ("P1M", nil), ("P1Y", nil), ("30D", nil), ("P", nil),
    ("PT", nil), ("P3", nil), ("P-3D", nil), ("PTT3S", nil),
  ])
  func readsDurations(text: String, duration: Duration?) {
    #expect(Duration(iso8601: text) == duration)
  }

  @Test func aTokenWhoseWindowCannotBeReadIsRejected() throws {
    let text = """
      [{"id": "t", "userId": "u", "tokenWindow": "1 month", "expiresAt": "2026-12-16T20:38:11.000Z"},
       {"id": "v", "userId": "u", "tokenWindow": null, "clientName": "c", "expiresAt": null}]
      """
    let sink = try read(text, path: "t.json")
    #expect(sink.all(Credential.self).map(\.lastUsedAt) == [.notRecorded])
    #expect(sink.problems == ["1 /0: a tokenWindow that cannot be read"])
  }

  @Test func readsGrants() throws {
    let sink = try read(fixture("okta/grants.json"), path: "grants.json")
    #expect(sink.problems == [])
    let grants = sink.all(Grant.self)
    #expect(grants.map(\.kind) == [.administrator, .delegated])
    #expect(grants.map(\.scopes) == [["okta.users.manage"], ["offline_access"]])
    #expect(grants.map(\.tenantWide) == [true, false])
    #expect(grants.map(\.status) == [.active, .revoked])
    #expect(grants.map(\.revokedAt) == [.never, .at(try instant("2026-01-08T20:00:00Z"))])
    #expect(grants[0].consentedBy == "00uexample0000000009")
    #expect(grants[1].onBehalfOf == "00uexample0000000001")
  }

  @Test func aGrantOfUnknownStateIsRejected() throws {
    let text = """
      [{"id": "g", "scopeId": "s", "clientId": "c", "issuer": "i", "status": "PAUSED"},
       {"id": "h", "scopeId": "s", "clientId": null, "issuer": "i", "status": "ACTIVE"}]
      """
    let sink = try read(text, path: "g.json")
    #expect(sink.count == 0)
    #expect(sink.problems == ["1 /0: another status", "2 /1: no clientId"])
  }

  @Test func readsTheSystemLog() throws {
    let sink = try read(fixture("okta/system-log.json"), path: "log.json")
    #expect(sink.problems == [])
    let events = sink.all(AuditEvent.self)
    #expect(events.map(\.kind) == [.control, .signIn, .control])
    #expect(events.map(\.actorKind) == [.person, .person, .unknown])
    #expect(events.map(\.result) == [.ok, .denied, .ok])
    #expect(events.map(\.verb) == [.write, .other, .write])
    #expect(events.map(\.credential) == [nil, nil, "00Texample0000000001"])
    #expect(events.map(\.session) == ["EXAMPLESESSION1", nil, nil])
    #expect(events.map(\.request) == ["EXAMPLETRANSACTION1", nil, "EXAMPLETRANSACTION3"])
    #expect(events.map(\.resource) == ["00Texample0000000001", nil, "00uexample0000000003"])
    #expect(events[1].error == "INVALID_CREDENTIALS")
    #expect(events[1].interactive == true)
    #expect(events[0].traceID == "88888888-0000-4000-8000-000000000001")
    #expect(events[0].occurredAt == (try instant("2026-11-17T22:10:00.123Z")))
  }

  @Test func anEventWithoutAnActorIsRejected() throws {
    let text = """
      {"uuid": "u", "published": "2026-11-17T22:10:00Z", "eventType": "a.b", "outcome": {}}
      {"uuid": "v", "published": "2026-11-17T22:10:00", "eventType": "a.b", "actor": {"id": "x"}}
      """
    let sink = try read(text, path: "log.jsonl")
    #expect(sink.problems == ["1 -: no actor", "2 /published: a time that cannot be read"])
  }

  @Test func readsTokensOfAWorkspace() throws {
    let sink = try read(fixture("google/workspace-tokens.json"), path: "tokens.json")
    #expect(sink.problems == [])
    let grants = sink.all(Grant.self)
    #expect(grants.map(\.clientName) == ["Tallybird mail", "anonymous"])
    #expect(grants.map(\.publisherVerified) == [nil, false])
    #expect(grants[0].scopes == ["https://mail.google.com/", "openid"])
    #expect(grants[0].onBehalfOf == "100000000000000000007")
    #expect(grants[0].grantedAt == nil)
    #expect(grants[0].lastUsedAt == .notRecorded)
    #expect(grants[0].id.hasSuffix("#100000000000000000007"))
  }

  @Test func aUserWithoutTokensHasAnEmptyList() throws {
    let sink = try read(
      #"{"kind": "admin#directory#tokenList", "etag": "e"}"#,
      path: "tokens.json",
      format: "google-workspace-tokens"
    )
    #expect(sink.count == 0)
    #expect(sink.problems == [])
  }

  @Test func aPageOfTokensIsPartial() throws {
    let text = """
      {"kind": "admin#directory#tokenList", "nextPageToken": "x", "items": [
        {"kind": "admin#directory#token", "clientId": "c", "userKey": "1", "scopes": "openid"},
        {"kind": "admin#directory#token", "clientId": "c", "userKey": "1"}]}
      """
    let sink = try read(text, path: "tokens.json")
    #expect(sink.isPartial)
    #expect(sink.all(Grant.self).map(\.scopes) == [["openid"]])
    #expect(sink.problems.last == "3 /items/1: no scopes")
  }
}
