import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// A new export is read by a mapping file, and a mapping that is not clear reads nothing.
struct MappingTests {
  static let shipped = [
    "aws-api-gateway-access-log", "mcp-gateway-log", "slack-audit-logs",
    "snowflake-grants-to-roles",
  ]
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("mappings").path

  static func reader(
    _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> MappingReader {
    let (mapping, problems) = EvidenceMapping.read(Array(text.utf8), path: "m.yaml")
    #expect(problems.isEmpty, "\(problems)", sourceLocation: sourceLocation)
    return MappingReader(try #require(mapping, sourceLocation: sourceLocation))
  }

  static func read(
    _ bytes: [UInt8],
    _ path: String,
    by readers: [MappingReader],
    format: String? = nil,
    context: EvidenceContext = EvidenceContext()
  ) throws(Diagnostic) -> (RecordSink, String) {
    let document = try EvidenceDocument(bytes: bytes, path: path)
    let reader = try EvidenceReaders.reader(for: document, format: format, mappings: readers)
    var sink = RecordSink(context: context)
    for problem in document.unreadLines { sink.reject(problem) }
    try reader.read(document, into: &sink)
    return (sink, reader.format.id)
  }

  static func shippedReaders() throws -> [MappingReader] {
    let (readers, problems) = MappingFiles.load(paths: [], folder: EvidenceFolder(path: folder))
    #expect(problems.isEmpty, "\(problems)")
    return readers
  }

  // MARK: The shipped examples

  @Test func everyShippedMappingIsReadAndRecognisesItsOwnSampleOnly() throws {
    let readers = try Self.shippedReaders()
    #expect(readers.map(\.format.id) == Self.shipped)
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/mappings")
    let files = try FileManager.default.contentsOfDirectory(atPath: samples.path).sorted()
    #expect(files.count == Self.shipped.count)
    for file in files {
      let (_, format) = try Self.read(fixture("mappings/\(file)"), file, by: readers)
      #expect(file.hasPrefix(format))
    }
  }

  @Test func slackEventsAreReadWithTheirPlaces() throws {
    let bytes = try fixture("mappings/slack-audit-logs.json")
    let (sink, _) = try Self.read(bytes, "slack.json", by: Self.shippedReaders())
    let events = sink.all(AuditEvent.self)
    #expect(sink.rejectedCount == 0 && !sink.isPartial)
    #expect(events.map(\.action) == ["user_login", "app_installed", "user_login_failed"])
    #expect(events.map(\.kind) == [.signIn, .control, .signIn])
    #expect(events.map(\.actor) == ["W0LARK01", "W0LARK01", "Wf0NIGHT"])
    #expect(events.map(\.actorKind) == [.person, .person, .workload])
    #expect(events.map(\.resource) == ["W0LARK01", "A0TALLY", "T0LARK"])
    #expect(events.map(\.session) == ["4471", "4471", nil])
    #expect(events.map(\.result) == [.ok, .ok, .denied])
    #expect(events.map(\.occurredAt.description).first == "2026-11-18T00:00:00Z")
    #expect(events.map(\.locator.pointer) == ["/entries/0", "/entries/1", "/entries/2"])
    #expect(events.map(\.locator.line) == [3, 11, 19])
    let more = String(decoding: bytes, as: UTF8.self)
      .replacing("\"next_cursor\": \"\"", with: "\"next_cursor\": \"dXNlcg==\"")
    let (page, _) = try Self.read(Array(more.utf8), "slack.json", by: Self.shippedReaders())
    #expect(page.isPartial)
    #expect(
      page.problems == [
        "28 /response_metadata/next_cursor: response_metadata.next_cursor, so more pages exist"
      ]
    )
  }

  @Test func gatewayLinesAreFilteredAndTheRestCounted() throws {
    let (sink, _) = try Self.read(
      fixture("mappings/mcp-gateway-log.jsonl"),
      "gateway.log",
      by: Self.shippedReaders()
    )
    let calls = sink.all(ToolCall.self)
    #expect(calls.map(\.id) == ["r-2", "r-3"])
    #expect(sink.leftOutCount == 1)
    #expect(calls.map(\.tool) == ["claims-mcp/get_claim", "pay-mcp/pay_claim"])
    #expect(calls.map(\.run) == ["t-1", "run-5"])
    #expect(calls.map(\.impact) == [.read, .financial])
    #expect(calls.map(\.result) == [.ok, .denied])
    #expect(calls.map(\.error) == [nil, "policy:403"])
    #expect(
      calls.map(\.startedAt.description) == [
        "2026-11-18T00:00:00.623Z", "2026-11-18T00:00:01.999Z",
      ]
    )
    #expect(calls.map(\.locator.line) == [2, 3])
  }

  @Test func snowflakeGrantsThatWereRevokedAreLeftOut() throws {
    let (sink, _) = try Self.read(
      fixture("mappings/snowflake-grants-to-roles.csv"),
      "g.csv",
      by: Self.shippedReaders()
    )
    let grants = sink.all(Entitlement.self)
    #expect(sink.leftOutCount == 1)
    #expect(grants.map(\.holder) == ["AGENT_TRIAGE", "LOADER"])
    #expect(grants.map(\.actions) == [["SELECT"], ["OWNERSHIP"]])
    #expect(grants.map(\.resources) == [["TABLE:CLAIMS"], ["DATABASE:LARKSPUR"]])
    #expect(grants.map(\.administrative) == [false, true])
    #expect(grants.map(\.grantedBy) == ["SECURITYADMIN", nil])
    #expect(
      grants.map(\.grantedAt?.description) == ["2026-03-02T16:00:00Z", "2026-05-05T10:00:00Z"]
    )
    #expect(grants.map(\.expiresAt) == [.notRecorded, .notRecorded])
    #expect(grants.map(\.locator.pointer) == ["row 1", "row 3"])
  }

  @Test func accessLogTakesTheAccountFromTheManifest() throws {
    let (sink, _) = try Self.read(
      fixture("mappings/aws-api-gateway-access-log.jsonl"),
      "a.jsonl",
      by: Self.shippedReaders(),
      context: EvidenceContext(account: "111122223333")
    )
    let events = sink.all(AuditEvent.self)
    #expect(events.map(\.tenant) == ["111122223333", "111122223333"])
    #expect(events.map(\.actor) == ["AROAEXAMPLEROLE:triage", "anonymous"])
    #expect(events.map(\.verb) == [.read, .delete])
    #expect(events.map(\.sizeInBytes) == [2119, nil])
    #expect(events.map(\.result) == [.ok, .denied])
    #expect(
      events.map(\.occurredAt.description) == ["2026-11-18T05:59:58Z", "2026-11-18T06:00:03Z"]
    )
  }

  // MARK: What a row may do wrong

  static let register = """
    version: 1
    format: people
    kind: role-register
    container: table
    detect: {has: [Name, Since]}
    fields:
      person: Name
      role: {constant: owner}
      scope: {column: Scope, default: all}
      kind: {column: Type, words: {human: person, group: team}}
      authority: {column: May, split: ";"}
      party: {constant: customer}
      status: {constant: active}
      startsAt: {column: Since, time: "%d.%m.%Y", zone: "+01:00"}
      endsAt: {column: Until, time: "%d.%m.%Y", zone: UTC, never: [open], notRecorded: ["?", "-"]}
    """

  @Test func everyModifierDoesWhatItSays() throws {
    let table = """
      Name,Scope,Type,May,Since,Until
      ann,,human,sign; pay,01.02.2026,open
      bob,claims,group,,28.2.2026,?
      cy,claims,human,read,01.02.2026,31.12.2026

      """
    let (sink, format) = try Self.read(Array(table.utf8), "p.csv", by: [Self.reader(Self.register)])
    let people = sink.all(RoleHolder.self)
    #expect(format == "people")
    #expect(sink.problems == [])
    #expect(people.map(\.scope) == ["all", "claims", "claims"])
    #expect(people.map(\.kind) == [.person, .team, .person])
    #expect(people.map(\.authority) == [["sign", "pay"], nil, ["read"]])
    #expect(
      people.map(\.startsAt?.description) == [
        "2026-01-31T23:00:00Z", "2026-02-27T23:00:00Z", "2026-01-31T23:00:00Z",
      ]
    )
    let end = try instant("2026-12-31T00:00:00Z")
    #expect(people.map(\.endsAt) == [.never, .notRecorded, .at(end)])
  }

  @Test func valueThatCannotBeReadRejectsItsRecordWithItsPlace() throws {
    let table = """
      Name,Scope,Type,May,Since,Until
      ann,a,robot,,01.02.2026,open
      ,a,human,,01.02.2026,open
      cy,a,human,,31.02.2026,open
      dee,a,human,,01.02.26,open
      eve,a,human,,01.02.2026,soon

      """
    let (sink, _) = try Self.read(Array(table.utf8), "p.csv", by: [Self.reader(Self.register)])
    #expect(sink.count == 0)
    #expect(sink.rejectedCount == 5)
    #expect(
      sink.problems == [
        "2 row 1: kind: \"robot\", which the mapping does not translate",
        "3 row 2: person: nothing",
        "4 row 3: startsAt: \"31.02.2026\"", "5 row 4: startsAt: \"01.02.26\"",
        "6 row 5: endsAt: \"soon\"",
      ]
    )
  }

  @Test func pathsReachIntoListsOddNamesAndTheRoot() throws {
    let reader = try Self.reader(
      """
      version: 1
      format: grants
      kind: oauth-grant-list
      rows: apps[*].grants
      fields:
        id: /id~1no
        client: '"client.id"'
        kind: {constant: delegated}
        resource: {template: "{$root.tenant}/{api}"}
        scopes: "roles[*].name"
        status: {path: "states[0]", words: {ON: active}, otherwise: unknown}
        basis: {constant: configured}
        expiresAt: {path: expires, time: epoch-ms, never: "0"}
      """
    )
    let text = """
      {"tenant": "lark", "apps": [
        {"grants": [{"id/no": 7, "client.id": "c", "api": "mail", "roles": [{"name": "r"}, {"name": "w"}],
          "states": ["ON"], "expires": 0}]},
        {"grants": [{"id/no": 8, "client.id": "d", "api": "files", "roles": {"name": "r"},
          "states": ["OFF"], "expires": 1794960000500}]}]}
      """
    let (sink, _) = try Self.read(Array(text.utf8), "g.json", by: [reader], format: "grants")
    let grants = sink.all(Grant.self)
    #expect(sink.problems == [])
    #expect(grants.map(\.id) == ["7", "8"])
    #expect(grants.map(\.resource) == ["lark/mail", "lark/files"])
    #expect(grants.map(\.scopes) == [["r", "w"], ["r"]])
    #expect(grants.map(\.status) == [.active, .unknown])
    #expect(grants.map(\.expiresAt.description) == ["never", "2026-11-18T00:00:00.5Z"])
    #expect(grants.map(\.locator.pointer) == ["/apps/0/grants/0", "/apps/1/grants/0"])
  }

  @Test func documentWithoutTheListIsNoEmptyOne() throws {
    let reader = try Self.reader(Self.register.replacing("container: table", with: "rows: people"))
    for text in ["{}", "{\"people\": null}", "{\"error\": {\"code\": 403}}"] {
      let found = problem { () throws(Diagnostic) in
        _ = try Self.read(Array(text.utf8), "p.json", by: [reader], format: "people")
      }
      #expect(found?.code == .recordMalformed, "\(text)")
    }
    let table = problem { () throws(Diagnostic) in
      _ = try Self.read(
        Array("[]".utf8),
        "p.json",
        by: [try Self.only(Self.register)],
        format: "people"
      )
    }
    #expect(table?.code == .evidenceFormatUnknown)
  }

  private static func only(_ text: String) throws(Diagnostic) -> MappingReader {
    let (mapping, problems) = EvidenceMapping.read(Array(text.utf8), path: "m.yaml")
    guard let mapping else { throw problems[0] }
    return MappingReader(mapping)
  }

  // MARK: Which reader

  @Test func twoThatClaimAFileAreBothNamed() throws {
    let other = Self.register.replacing("format: people", with: "format: persons")
    let readers = [try Self.reader(Self.register), try Self.reader(other)]
    let table = "Name,Since\nann,01.02.2026\n"
    let found = problem { () throws(Diagnostic) in
      _ = try Self.read(Array(table.utf8), "p.csv", by: readers)
    }
    #expect(found?.code == .evidenceFormatAmbiguous)
    #expect(found?.found == "people and persons")
    let (_, format) = try Self.read(Array(table.utf8), "p.csv", by: readers, format: "persons")
    #expect(format == "persons")
  }

  @Test func withoutDetectAMappingIsOnlyUsedByName() throws {
    let silent = Self.register.replacing("detect: {has: [Name, Since]}", with: "writtenBy: hr")
    let table = Array("Name,Since\nann,01.02.2026\n".utf8)
    let found = problem { () throws(Diagnostic) in
      _ = try Self.read(table, "p.csv", by: [try Self.only(silent)])
    }
    #expect(found?.code == .evidenceFormatUnknown)
    #expect(
      try Self.read(table, "p.csv", by: [Self.reader(silent)], format: "people").1 == "people"
    )
  }

  // MARK: What a mapping may do wrong

  @Test(
    arguments: [
      ("version: 1", "version: 2", 1, "no version 1"),
      ("format: people", "format: People!", 2, "the format \"People!\""),
      ("format: people", "format: gitleaks", 2, "the format gitleaks, which has a reader"),
      ("kind: role-register", "kind: role-registre", 3, "the kind \"role-registre\""),
      ("kind: role-register", "kind: role-register\nrecord: Person", 4, "the record \"Person\""),
      ("container: table", "container: tabel", 4, "the container \"tabel\""),
      ("container: table", "kontainer: table", 4, "the key \"kontainer\""),
      ("{has: [Name, Since]}", "{}", 5, "nothing to recognise the format by"),
      ("  person: Name\n", "", 7, "no rule for person"),
      ("  person: Name", "  persona: Name", 7, "the key \"persona\""),
      ("person: Name", "person: {path: a, constant: b}", 7, "person: 2 sources"),
      ("person: Name", "person: {by: x}", 7, "person: 0 sources"),
      ("person: Name", "person: {template: \"{a\"}", 7, "person: a template that cannot be read"),
      ("person: Name", "person: {context: acount}", 7, "the context \"acount\""),
      ("person: Name", "person: {path: a, time: epoch-s}", 7, "person: time"),
      ("person: Name", "person: {path: a, upper: true}", 7, "the key \"upper\""),
      ("human: person", "human: persom", 10, "the word of kind \"persom\""),
      ("constant: active", "constant: here", 13, "the word of status \"here\""),
      (
        "time: \"%d.%m.%Y\", zone: \"+01:00\"", "time: \"%d.%m.%y\", zone: UTC", 14,
        "startsAt: %y: a year of two digits names no century"
      ),
      (
        "zone: \"+01:00\"", "zone: Europe/Paris", 14,
        "startsAt: the zone \"Europe/Paris\"; names of zones change their offset twice a year"
      ),
      (
        "time: \"%d.%m.%Y\", zone: \"+01:00\"", "time: \"%d.%m.%Y\"", 14,
        "startsAt: a time pattern without %z, and no zone"
      ),
      (
        "time: \"%d.%m.%Y\", zone: \"+01:00\"", "time: epoch", 14,
        "startsAt: the time format \"epoch\""
      ),
      (
        "time: \"%d.%m.%Y\", zone: \"+01:00\"", "time: epoch-s, zone: UTC", 14,
        "startsAt: a zone beside epoch-s, which is always UTC"
      ),
      ("split: \";\"", "split: \"\"", 11, "authority: split"),
      ("column: Scope, default: all", "column: Scope, duration: days", 9, "scope: duration days"),
    ] as [(String, String, Int, String)]
  )
  func mistakeIsToldWithItsLine(_ right: String, _ wrong: String, _ line: Int, _ found: String) {
    let text = Self.register.replacing(right, with: wrong, maxReplacements: 1)
    #expect(text != Self.register)
    let (mapping, problems) = EvidenceMapping.read(Array(text.utf8), path: "m.yaml")
    #expect(mapping == nil)
    let match = problems.first { $0.found == found }
    #expect(match != nil, "\(problems)")
    #expect(match?.locator?.line == line, "\(problems)")
    #expect(problems.allSatisfy { $0.code == .evidenceMappingMalformed })
  }

  @Test func allMistakesAreToldAtOnce() {
    let (_, problems) = EvidenceMapping.read(
      Array("version: 3\nformat: \"\"\nkind: role-register\nfields: {rool: a}\n".utf8),
      path: "m.yaml"
    )
    #expect(problems.count == 9, "\(problems)")
  }

  @Test func twoMappingsOfOneFormatAreAnError() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a.yaml", "b.yaml"] {
      try Data(Self.register.utf8).write(to: folder.appendingPathComponent(name))
    }
    let (_, problems) = MappingFiles.load(paths: [], folder: EvidenceFolder(path: folder.path))
    #expect(problems.count == 1)
    #expect(problems.first?.found.contains("a.yaml reads too") == true)
    let (_, gone) = MappingFiles.load(paths: ["\(folder.path)/c.yaml"], folder: nil)
    #expect(gone.map(\.code) == [.evidenceUnreadable])
  }
}
