import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading SPIRE entries")
struct SPIREEntriesReaderTests {
  @Test func readsTheSampleOfTheEstate() throws {
    let sink = try read(fixture("spire/entries.json"), path: "spire/entries.json")
    #expect(sink.problems == [])
    #expect(sink.isPartial == false)
    let entries = sink.all(WorkloadEntry.self)
    #expect(entries.count == 11)
    let first = try #require(entries.first)
    #expect(
      first.name
        == "spiffe://agents.larkspur.example/tenant/larkspur-claims/agent/claims-triage"
    )
    #expect(first.entry == "0e5f1c00-4b1d-4d2a-9c00-000000000001")
    #expect(first.trustDomain == "agents.larkspur.example")
    #expect(
      first.parent
        == "spiffe://agents.larkspur.example/spire/agent/k8s_psat/orchard-pilot/node-2"
    )
    #expect(first.selectors.prefix(2) == ["k8s:ns:larkspur-claims", "k8s:sa:claims-triage"])
    #expect(first.certificateLifetime == .hours(1))
    #expect(first.tokenLifetime == .minutes(5))
    #expect(!first.administrator)
    #expect(!first.downstream)
    #expect(first.federatesWith == [])
    #expect(first.createdAt == Instant(secondsSinceEpoch: 1_787_562_060))
    #expect(first.expiresAt == .never)
    #expect(first.locator.description == "spire/entries.json:3 #/entries/0")
  }

  @Test func readsOldDumpsAndTheServersDefaults() throws {
    let text = """
      {"entries": [
        {"id": "a", "spiffe_id": "spiffe://x.example/w", "parent_id": "spiffe://x.example/n",
         "selectors": [{"type": "unix", "value": "uid:0"}], "ttl": 60, "admin": true},
        {"id": "b", "spiffe_id": {"trust_domain": "x.example", "path": "/v"}, "x509_svid_ttl": 0,
         "jwt_svid_ttl": 0, "downstream": true, "expires_at": "1552410266",
         "federates_with": ["y.example"]}
      ], "next_page_token": "abc"}
      """
    let sink = try read(text, path: "e.json")
    let entries = sink.all(WorkloadEntry.self)
    #expect(entries.map(\.name) == ["spiffe://x.example/w", "spiffe://x.example/v"])
    #expect(entries.map(\.certificateLifetime) == [.minutes(1), nil])
    #expect(entries.map(\.tokenLifetime) == [.minutes(1), nil])
    #expect(
      entries.map(\.expiresAt) == [
        .notRecorded, Instant(secondsSinceEpoch: 1_552_410_266).map { .at($0) } ?? .never,
      ]
    )
    #expect(entries.map(\.administrator) == [true, false])
    #expect(entries.map(\.downstream) == [false, true])
    #expect(entries.map(\.federatesWith) == [nil, ["y.example"]])
    #expect(sink.isPartial)
    #expect(sink.problems == ["7 /next_page_token: next_page_token, so more pages exist"])
  }

  @Test func readsWhatMakingEntriesAnswers() throws {
    let text = """
      {"results": [
        {"status": {"code": 0}, "entry": {"id": "a", "spiffe_id": "spiffe://x.example/w"}},
        {"status": {"code": 6}, "entry": {"id": "b", "spiffe_id": "spiffe://x.example/v"}},
        {"status": {"code": 3, "message": "invalid"}, "entry": null}
      ]}
      """
    let sink = try read(text, path: "made.json")
    #expect(sink.all(WorkloadEntry.self).map(\.entry) == ["a", "b"])
    #expect(sink.problems == ["4 /results/2: status code 3"])
  }

  @Test func rejectsEntriesThatCannotBeRead() throws {
    let text = """
      {"entries": [
        {"id": "a", "spiffe_id": {"path": "/w"}},
        {"spiffe_id": "spiffe://x.example/w"},
        {"id": "c", "spiffe_id": "spiffe://x.example/w", "selectors": "unix:uid:0"},
        {"id": "d", "spiffe_id": "spiffe://x.example/w", "x509_svid_ttl": -1},
        {"id": "e", "spiffe_id": "spiffe://x.example/w", "created_at": "99999999999999"},
        {"id": "f", "spiffe_id": "spiffe://x.example/w", "admin": "no"}
      ]}
      """
    let sink = try read(text, path: "e.json")
    #expect(sink.count == 0)
    #expect(
      sink.problems == [
        "2 /entries/0: no SPIFFE ID", "3 /entries/1: no id", "4 /entries/2/selectors: text",
        "5 /entries/3: a lifetime of -1", "6 /entries/4: created_at out of range",
        "7 /entries/5/admin: text",
      ]
    )
  }

  @Test func refusesEntriesThatAreNoList() {
    let found = problem { () throws(Diagnostic) in
      _ = try read("{\"entries\": 3}", path: "e.json", format: "spire-entries")
    }
    #expect(found?.locator?.description == "e.json:1 #/entries")
  }

  @Test func anEmptyListIsRecognisedByItsPageMarker() throws {
    let sink = try read("{\"entries\": [], \"next_page_token\": \"\"}", path: "e.json")
    #expect(sink.count == 0)
    #expect(!sink.isPartial)
  }

  @Test func yieldsTheKindsThatItSays() {
    #expect(SPIREEntriesReader().format.kinds == WorkloadEntry.kinds)
  }
}
