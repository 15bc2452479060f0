import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading the canonical form")
struct CanonicalReaderTests {
  private static let json = """
    [
      {"person": "p:ann", "role": "owner", "scope": "estate", "kind": "person",
       "authority": ["a", "b"], "party": "customer", "status": "active",
       "startsAt": "2025-01-01T00:00:00Z", "endsAt": "never"},
      {"person": "team", "role": "ops", "scope": "estate", "kind": "team", "party": "vendor",
       "status": "left", "endsAt": "2026-01-01T00:00:00Z"}
    ]
    """
  private static let lines = """
    {"person":"p:ann","role":"owner","scope":"estate","kind":"person","authority":["a","b"],\
    "party":"customer","status":"active","startsAt":"2025-01-01T00:00:00Z","endsAt":"never"}
    {"person":"team","role":"ops","scope":"estate","kind":"team","party":"vendor",\
    "status":"left","startsAt":null,"endsAt":"2026-01-01T00:00:00Z"}
    """
  private static let yaml = """
    - person: p:ann
      role: owner
      scope: estate
      kind: person
      authority: [a, b]
      party: customer
      status: active
      startsAt: 2025-01-01T00:00:00Z
      endsAt: never
    - person: team
      role: ops
      scope: estate
      kind: team
      party: vendor
      status: left
      endsAt: 2026-01-01T00:00:00Z
    """
  private static let table = """
    person,role,scope,kind,authority,party,status,startsAt,endsAt
    p:ann,owner,estate,person,a|b,customer,active,2025-01-01T00:00:00Z,never
    team,ops,estate,team,,vendor,left,,2026-01-01T00:00:00Z
    """

  /// What a record says, without its place.
  private func said(_ holder: RoleHolder) -> String {
    "\(holder.person) \(holder.role) \(holder.scope) \(holder.kind) \(holder.authority ?? [])"
      + " \(holder.party) \(holder.status) \(holder.startsAt?.description ?? "-") \(holder.endsAt)"
  }

  @Test(arguments: [
    ("role-register.json", json, ["2 /0", "5 /1"]), ("role-register.jsonl", lines, ["1 -", "2 -"]),
    ("role-register.yaml", yaml, ["1 /0", "10 /1"]),
    ("role-register.csv", table, ["2 row 1", "3 row 2"]),
    (
      "r/role-register.2026-01.json", "{\"kind\": \"role-register\", \"records\": \(json)}",
      ["2 /records/0", "5 /records/1"]
    ),
  ])
  func theContainersSayTheSame(path: String, text: String, places: [String]) throws {
    let sink = try read(text, path: path)
    #expect(sink.problems == [])
    #expect(sink.kinds == [.roleRegister])
    let holders = sink.all(RoleHolder.self)
    #expect(
      holders.map(said) == [
        "p:ann owner estate person [\"a\", \"b\"] customer active 2025-01-01T00:00:00Z never",
        "team ops estate team [] vendor left - 2026-01-01T00:00:00Z",
      ]
    )
    #expect(
      holders.map { "\($0.locator.line ?? 0) \($0.locator.pointer ?? "-")" } == places
    )
  }

  @Test func aRecordNamesItsType() throws {
    let text = """
      - record: ScanRun
        id: s1
        tool: t
        target: r
        targetKind: repository
        succeeded: true
        startedAt: 2026-01-01T00:00:00Z
      - fingerprint: f
        run: s1
        tool: t
        rule: k
        target: r
        liveness: unknown
        disposition: open
        foundAt: 2026-01-01T00:00:00Z
      - record: Nonsense
      """
    let sink = try read(text, path: "secret-scan-report.yaml")
    #expect(sink.all(ScanRun.self).map(\.id) == ["s1"])
    #expect(sink.all(SecretFinding.self).map(\.fingerprint) == ["f"])
    #expect(sink.problems == ["16 /2: record: Nonsense"])
    #expect(sink.diagnostics.first?.needed == "one of SecretFinding, ScanRun")
  }

  @Test func eachProblemHasItsPlaceAndARecordIsRejectedOnce() throws {
    let text = """
      [{"person": "p", "role": "r", "scope": "s",
        "kind": "robot",
        "party": "customer", "status": "active",
        "startsAt": "01/02/2026"},
       "text",
       {"person": "q", "role": "r", "scope": "s", "kind": "team", "party": "vendor", "status": "left"}]
      """
    let sink = try read(text, path: "role-register.json")
    #expect(
      sink.problems == [
        "2 /0/kind: kind: \"robot\"", "4 /0/startsAt: startsAt: \"01/02/2026\"", "5 /1: text",
      ]
    )
    #expect(sink.rejectedCount == 2)
    #expect(sink.all(RoleHolder.self).map(\.person) == ["q"])
    #expect(sink.all(RoleHolder.self).map(\.endsAt) == [.notRecorded])
  }

  @Test func aMissingKeyAndABadCellAreNamedInATable() throws {
    let text = "person,role,scope,kind,party,status,endsAt\n,r,s,team,vendor,left,soon\n"
    let sink = try read(text, path: "role-register.csv")
    #expect(
      sink.problems == ["2 row 1: person: nothing", "2 row 1: endsAt: \"soon\""]
    )
    #expect(sink.rejectedCount == 1)
  }

  @Test(arguments: [
    ("{\"records\": 3}", "role-register.json", "a number"), ("7", "role-register.json", "a number"),
  ])
  func refusesWhatIsNoList(text: String, path: String, found: String) {
    let diagnostic = problem { () throws(Diagnostic) in _ = try read(text, path: path) }
    #expect(diagnostic?.code == .recordMalformed)
    #expect(diagnostic?.found == found)
  }

  @Test func anEmptyListIsNoRecords() throws {
    let sink = try read("[]", path: "role-register.json")
    #expect(sink.count == 0)
    #expect(sink.rejectedCount == 0)
  }

  @Test func theManifestsKindComesBeforeTheName() throws {
    let context = EvidenceContext(kinds: [.roleRegister])
    let sink = try read(Self.json, path: "people.json", format: "canonical", context: context)
    #expect(sink.count == 2)
    let unnamed = problem { () throws(Diagnostic) in _ = try read(Self.json, path: "people.json") }
    #expect(unnamed?.code == .evidenceFormatUnknown)
  }

  @Test func anUnsignedAttestationIsNeverVerified() throws {
    let text = """
      - id: a
        claim: c
        target: t
        owner: o
        verified: "yes"
        signedAt: 2026-01-01T00:00:00Z
      """
    let sink = try read(text, path: "attestation.yaml")
    #expect(sink.all(Attestation.self).allSatisfy { $0.verified == .notTried })
    #expect(sink.count + sink.rejectedCount == 1)
  }
}
