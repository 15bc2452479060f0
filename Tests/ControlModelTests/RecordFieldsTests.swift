import ControlModel
import Testing

struct RecordFieldsTests {
  static func credential(_ changes: [String: EvidenceValue.Content?]) -> RecordFields {
    var members: [String: EvidenceValue.Content] = [
      "id": .string("key-1"), "identity": .string("svc"), "kind": .string("accessKey"),
      "status": .string("active"), "basis": .string("configured"),
    ]
    for (name, content) in changes { members[name] = content }
    let object = members.sorted { $0.key < $1.key }.map {
      EvidenceValue.Member(name: $0.key, value: EvidenceValue($0.value, line: 7))
    }
    let place = Locator(path: "keys.json", line: 3, pointer: "/0")
    return RecordFields(EvidenceValue(.object(object)), at: place, fields: Credential.fields)
  }

  @Test func readsAWholeRecord() {
    var fields = Self.credential([
      "createdAt": .string("2026-01-01T00:00:00Z"), "expiresAt": .string("never"),
      "multiFactor": .bool(true), "scopes": .array([EvidenceValue(.string("read"))]),
    ])
    let credential = Credential(reading: &fields)
    #expect(fields.problems.isEmpty)
    #expect(credential.recordKey == "key-1")
    #expect(credential.kind == .accessKey)
    #expect(credential.expiresAt == .never)
    #expect(credential.lastUsedAt == .notRecorded)
    #expect(credential.multiFactor == true)
    #expect(credential.scopes == ["read"])
    #expect(credential.owner == nil)
  }

  @Test(
    arguments: [
      ("id", nil, "nothing"), ("status", .string("alive"), "\"alive\""),
      ("createdAt", .string("2026-13-01"), "\"2026-13-01\""),
      ("multiFactor", .string("yes"), "text"),
      ("scopes", .string("read"), "text"), ("expiresAt", .number("12"), "a number"),
      ("identity", .object([]), "an object with 0 members"),
    ] as [(String, EvidenceValue.Content?, String)]
  )
  func notesEachProblemWithItsPlace(
    _ name: String,
    _ content: EvidenceValue.Content?,
    _ found: String
  ) {
    var fields = Self.credential([name: content])
    _ = Credential(reading: &fields)
    #expect(fields.problems.count == 1)
    let problem = fields.problems.first
    #expect(problem?.code == .recordMalformed)
    #expect(problem?.found == "\(name): \(found)")
    #expect(problem?.locator?.pointer == "/0/\(name)")
    #expect(problem?.locator?.line == (content == nil ? 3 : 7))
  }

  @Test func findsAllProblemsInOnePass() {
    var fields = Self.credential([
      "status": .string("x"), "kind": .string("y"), "id": Optional<EvidenceValue.Content>.none,
    ])
    _ = Credential(reading: &fields)
    #expect(fields.problems.count == 3)
  }

  @Test func everyKindHasRecordsAndFields() {
    #expect(EvidenceKind.all.count == 74)
    for kind in EvidenceKind.all {
      #expect(!kind.recordTypes.isEmpty, "\(kind.kind)")
      for type in kind.recordTypes {
        #expect(!type.fields.isEmpty)
        #expect(type.kinds.contains(kind.kind))
        #expect(Set(type.fields.map(\.name)).count == type.fields.count, "\(type.recordName)")
      }
    }
  }
}
