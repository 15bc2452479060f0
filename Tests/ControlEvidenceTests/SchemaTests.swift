import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

/// The schema that is printed says what the reader reads.
struct SchemaTests {
  @Test(arguments: ["role-register", "iam-credential-report"])
  func schemaIsTheRecordedOne(_ name: String) throws {
    let kind = try #require(EvidenceSchema.kind(named: name))
    let text = JSONText.write(EvidenceSchema.schema(of: kind))
    let recorded = String(decoding: try fixture("schemas/\(name).schema.json"), as: UTF8.self)
    #expect(
      text == recorded,
      "record it again with `controls evidence schema \(name)`"
    )
  }

  @Test func kindsAndRecordTypesAreNames() {
    #expect(EvidenceSchema.kind(named: "credential")?.kind == "iam-credential-report")
    #expect(EvidenceSchema.kind(named: "Certificate")?.kind == "iam-credential-report")
    #expect(EvidenceSchema.kind(named: "iam-credential-report")?.kind == "iam-credential-report")
    #expect(EvidenceSchema.kind(named: "password") == nil)
  }

  @Test(arguments: EvidenceKind.all.map(\.kind))
  func everyKindHasASchemaWithAllItsFields(_ name: EvidenceKind) throws {
    let kind = try #require(EvidenceKind.all.first { $0.kind == name })
    let definitions = EvidenceSchema.schema(of: kind)["$defs"]
    for type in kind.recordTypes {
      let definition = try #require(definitions?[type.recordName])
      #expect(definition["properties"]?.members?.map(\.name) == type.fields.map(\.name))
      #expect(
        definition["required"]?.elements?.compactMap(\.string)
          == type.fields.filter { !$0.isOptional }.map(\.name)
      )
      #expect(definition["additionalProperties"]?.bool == true)
    }
  }
}
