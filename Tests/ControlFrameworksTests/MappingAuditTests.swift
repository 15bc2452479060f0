import ControlModel
import Testing

@testable import ControlFrameworks

struct MappingAuditTests {
  private func audits(_ value: EvidenceValue, path: String = "m.csv") throws -> [MappingAudit] {
    try MappingFile(value, path: path).parts.compactMap { part in
      part.framework.flatMap { Catalogs.catalog($0) }.map { MappingAudit(part, against: $0) }
    }
  }

  private func prowler(
    _ requirements: [(name: String, text: String)],
    version: String = "2.0"
  )
    -> EvidenceValue
  {
    let rows = requirements.enumerated().map { offset, requirement in
      Values.object(
        [
          ("Id", .string("x_\(offset)")), ("Name", .string(requirement.name)),
          ("Description", .string(requirement.text)),
        ],
        line: offset + 1
      )
    }
    return Values.object([
      ("Framework", .string("NIST-CSF")), ("Version", .string(version)),
      ("Requirements", .array(rows)),
    ])
  }

  @Test func findsWhatIsWrongInProwlersForm() throws {
    let file = prowler([
      ("GV.OC-1", "The organization's role in the supply chain is identified and communicated."),
      ("PR.AC-4", "x"), ("GV.PO-3", "x"),
      (
        "GV.OC-01",
        "The organizational mission is understood and informs cybersecurity risk management."
      ),
      (
        "GV.OC-01",
        "The organizational mission is understood and informs cybersecurity risk management."
      ),
    ])
    let audit = try #require(try audits(file).first)
    #expect(audit.catalog.framework == .csf)
    #expect(audit.idCount == 4)
    #expect(
      audit.findings.map(\.problem.word)
        == ["spelling", "text", "withdrawn", "unknown", "repeated"]
    )
    #expect(audit.findings.map(\.line) == [1, 1, 2, 3, 5])
    #expect(audit.findings[0].problem == .spelling(official: "GV.OC-01"))
    guard case .text(let owner, _, _) = audit.findings[1].problem else {
      Issue.record("no finding about the text")
      return
    }
    #expect(owner == RequirementID(.csf11, "ID.BE-1"))
    #expect(audit.findings[2].problem == .withdrawn(successors: ["PR.AA-05"]))
    #expect(audit.absent.count == 105)
    #expect(!audit.isClean)
  }

  @Test func readsTheVersionThatTheFileNames() throws {
    let old = try #require(try audits(prowler([("PR.AC-4", "x")], version: "1.1")).first)
    #expect(old.catalog.framework == .csf11)
    #expect(old.findings.map(\.problem.word) == ["text"])
  }

  @Test func splitsIdsFromTitles() {
    #expect(WrittenID.split("AC-2(1) Automated Accounts") == ("AC-2(1)", "Automated Accounts"))
    #expect(WrittenID.split("Access Enforcement (AC-3)") == ("AC-3", "Access Enforcement"))
    #expect(WrittenID.split("GOVERN 1.6") == ("GOVERN 1.6", nil))
    #expect(WrittenID.split("PR.AA-05") == ("PR.AA-05", nil))
    #expect(WrittenID.withoutParts("AC-2(3)(a)") == "AC-2(3)")
    #expect(WrittenID.withoutParts("AC-2(d)(1)") == "AC-2")
    #expect(WrittenID.key("PR.AC-04") == WrittenID.key("pr.ac-4"))
    #expect(WrittenID.key("AC-21") != WrittenID.key("AC-2(1)"))
  }

  private func library(
    _ nodes: [(id: String, name: String?, text: String)],
    name: String
  )
    -> EvidenceValue
  {
    let rows = nodes.enumerated().map { offset, node in
      Values.object(
        [("ref_id", .string(node.id)), ("description", .string(node.text))]
          + (node.name.map { [("name", .string($0))] } ?? []),
        line: offset + 1
      )
    }
    let framework = Values.object([("ref_id", .string(name)), ("requirement_nodes", .array(rows))])
    let objects = Values.object([("framework", framework.content)])
    return Values.object([("objects", objects.content)])
  }

  @Test func readsALibraryOfCISOAssistant() throws {
    let value = library(
      [
        ("AC-2", "Account Administration", ""),
        ("AC-2(1)", "Account Management | Automated System Account Management", ""),
        ("AC-13", "Supervision and Review", "[Withdrawn: Incorporated into AC-2 and AU-6.]"),
        ("RA-4", "Risk Assessment Update", "Update it."), ("SI-4", "System Monitoring", ""),
        ("AC-99", "Nothing", ""),
      ],
      name: "NIST-SP-800-53-rev5"
    )
    let audit = try #require(try audits(value).first)
    #expect(audit.findings.map(\.id) == ["AC-2", "RA-4", "AC-99"])
    #expect(audit.findings[0].problem == .title(official: "Account Management"))
    #expect(audit.findings[1].problem == .withdrawn(successors: ["RA-3"]))
    #expect(audit.findings[2].problem.word == "unknown")
    #expect(audit.uncheckedCount == 1)
  }

  @Test func readsAMappingSetOfCISOAssistant() throws {
    let urn = "urn:intuitem:risk:req_node:"
    let pairs = [
      ("nist-csf-2.0:pr.aa-05", "iso27001-2022:a.5.15"),
      ("nist-csf-2.0:pr.aa-99", "iso27001-2022:a.5.18"),
      ("nist-ai-rmf-1.0:govern-1.6", "nist-csf-2.0:id.am"), ("nist-csf-2.0:node12", "x:y"),
    ]
    let rows = pairs.map { pair in
      Values.object([
        ("source_requirement_urn", .string(urn + pair.0)),
        ("target_requirement_urn", .string(urn + pair.1)),
      ])
    }
    let set = Values.object([("requirement_mappings", .array(rows))])
    let objects = Values.object([("requirement_mapping_sets", .array([set]))])
    let file = try MappingFile(Values.object([("objects", objects.content)]), path: "m.yaml")
    #expect(file.parts.map(\.framework) == [.csf, nil, .aiRMF, nil])
    let found = try audits(Values.object([("objects", objects.content)]))
    #expect(found.flatMap(\.findings).map(\.id) == ["pr.aa-99"])
    #expect(found.map(\.isClean) == [false, true])
  }

  @Test func readsTablesOfItemsAndOfLinks() throws {
    let items = try Values.table(
      "id,title\nNHI7:2025,Long lived secrets\nNHI-3,Vulnerable Third-Party NHI\n"
    )
    let list = try #require(try audits(items, path: "owasp-nhi-2025.csv").first)
    #expect(
      list.findings.map(\.problem) == [
        .title(official: "Long-Lived Secrets"), .spelling(official: "NHI3:2025"),
      ]
    )
    let links = try Values.table(
      "from_framework,from_id,to_framework,to_id,relation\nNIST-CSF-2.0,PR.AA-5,OWASP-NHI-2025,NHI5:2025,related\n"
    )
    let audits = try audits(links)
    #expect(audits.map(\.catalog.framework) == [.csf, .nhi])
    #expect(audits.flatMap(\.findings).map(\.problem) == [.spelling(official: "PR.AA-05")])
  }

  @Test func showsNothingThatActsOnATerminal() throws {
    let file = prowler([("PR.AA-\u{1B}[31m99", "x")])
    let audit = try #require(try audits(file).first)
    #expect(audit.findings.map(\.id) == ["PR.AA-\u{FFFD}[31m99"])
    let table = try Values.table("id,title\nA,Keys\u{202E} rotate\n")
    let catalog = try CatalogImport.read(table, path: "t.csv").catalog
    #expect(catalog["A"]?.title == "Keys\u{FFFD} rotate")
  }

  @Test func refusesWhatMapsToNothingKnown() throws {
    let table = try Values.table("id,title\nCC6.1,Access\n")
    #expect(throws: ImportProblems.self) { try MappingFile(table, path: "soc2.csv") }
    #expect(throws: ImportProblems.self) { try MappingFile(EvidenceValue(.null), path: "x") }
    // Revision 4 has other controls under the same numbers.
    #expect(MappingFile.framework(named: "NIST-800-53-Revision-4") == nil)
    #expect(MappingFile.framework(named: "NIST-800-53-Revision-5") == .sp80053)
    #expect(try MappingFile(table, path: "soc2.csv", framework: .csf).parts.count == 1)
  }
}
