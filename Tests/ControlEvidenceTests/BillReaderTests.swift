import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading bills of materials")
struct BillReaderTests {
  // MARK: CycloneDX

  @Test func readsComponentsServicesAndVulnerabilities() throws {
    let sink = try read(fixture("bills/cyclonedx.json"), path: "bills/gateway.json")
    #expect(sink.problems == [])
    let components = sink.all(Component.self)
    try #require(components.map(\.id) == ["gateway", "base", "zlib", "letters", "documents"])
    #expect(
      components.map(\.kind.rawValue) == [
        "application", "container", "library", "library", "service",
      ]
    )
    #expect(Set(components.map(\.bill)) == ["urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"])
    #expect(components.allSatisfy { $0.billCompleteness == .complete && $0.billSigned == .no })
    #expect(
      components.allSatisfy { $0.subjectDigest == String(repeating: "a", count: 64) }
    )
    #expect(components[0].dependsOn == ["base", "letters"])
    #expect(components[1].licence == "Various")
    let letters = components[3]
    #expect(letters.name == "stillwater/letters")
    #expect(letters.version == "1.9.3")
    #expect(letters.packageURL == "pkg:pypi/stillwater-letters@1.9.3")
    #expect(letters.digest == String(repeating: "b", count: 64))
    #expect(letters.pinned == true)
    #expect(letters.supplier == "Stillwater Print")
    #expect(letters.licence == "Apache-2.0 OR MIT")
    #expect(letters.dependsOn == nil)
    #expect(letters.generatedAt == (try instant("2026-11-18T04:00:00Z")))
    #expect(components[4].authenticated == true)
    #expect(components[4].supplier == "Pinewick")
    let vulnerabilities = sink.all(Vulnerability.self)
    try #require(
      vulnerabilities.map(\.rule) == ["CVE-2026-0001", "CVE-2026-0001", "CVE-2026-0002"]
    )
    #expect(vulnerabilities.map(\.component) == ["letters", "zlib", "zlib"])
    #expect(vulnerabilities.map(\.severity) == [.high, .high, .critical])
    #expect(vulnerabilities.map(\.score) == [7.5, 7.5, nil])
    #expect(vulnerabilities.map(\.status) == [.open, .open, .notAffected])
    #expect(vulnerabilities[2].firstSeenAt == (try instant("2026-11-02T00:00:00Z")))
    #expect(sink.all(ScanRun.self).map(\.target) == ["tool-gateway"])
    #expect(sink.kinds == [.sbom, .vulnScanReport])
  }

  @Test func readsModelsAndTheirData() throws {
    let sink = try read(fixture("bills/ml-bom.json"), path: "bills/models.json")
    #expect(sink.all(Component.self).map(\.kind) == [.model, .dataset, .model])
    #expect(sink.all(Component.self).allSatisfy { $0.billCompleteness == .partial })
    let model = try #require(sink.all(Model.self).first)
    #expect(model.id == "northlight-2")
    #expect(model.version == "2026-08-01")
    #expect(model.digest == String(repeating: "d", count: 64))
    #expect(model.origin == "https://models.northlight.example/northlight-2")
    #expect(model.supplier == "Northlight")
    #expect(model.licence == "Apache-2.0")
    #expect(model.trainingSummary == "supervised, text-generation, transformer")
    #expect(model.datasets == ["letters-corpus", "forms-2025", "nobody-knows"])
    #expect(model.limits == ["Not for decisions on claims"])
    #expect(model.intendedUse == ["Drafting letters"])
    let datasets = sink.all(Dataset.self)
    // A data set without any origin is named by the model and is no record of its own.
    #expect(datasets.map(\.id) == ["letters-corpus", "forms-2025"])
    #expect(datasets.map(\.origin) == ["Northlight", "https://data.northlight.example/forms-2025"])
    #expect(datasets.map(\.version) == ["3", nil])
    #expect(datasets.allSatisfy { $0.kind == .training && $0.usedBy == ["northlight-2"] })
    #expect(sink.problems == ["41 /components/2: a model without a version"])
    #expect(sink.kinds == [.sbom, .modelCard, .dataLineage])
    #expect(!"\(sink)".contains("made-up"))
  }

  /// A bill by its members.
  private static func bill(_ members: String) -> String {
    #"{"bomFormat": "CycloneDX", "specVersion": "1.6", \#(members)}"#
  }

  @Test(
    arguments: [
      ("", .unstated), (#","compositions": [{"aggregate": "complete"}]"#, .complete),
      (#","compositions": [{"aggregate": "complete", "assemblies": ["part"]}]"#, .unstated),
      (#","compositions": [{"aggregate": "complete", "assemblies": ["it"]}]"#, .complete),
      (#","compositions": [{"aggregate": "unknown"}]"#, .unstated),
      (
        #","compositions": [{"aggregate": "complete"}, {"aggregate": "incomplete", "assemblies": ["x"]}]"#,
        .partial
      ),
    ] as [(String, Component.BillCompleteness)]
  )
  func onlyACompositionOfTheWholeIsComplete(
    members: String,
    completeness: Component.BillCompleteness
  ) throws {
    let subject =
      #""metadata": {"component": {"bom-ref": "it", "name": "n", "type": "application"}}"#
    let sink = try read(Self.bill(subject + members), path: "b.json")
    #expect(sink.all(Component.self).map(\.billCompleteness) == [completeness])
  }

  @Test func aSignatureThatIsNotTriedProvesNothing() throws {
    let text = Self.bill(
      #""components": [{"type": "library", "name": "a"}], "signature": {"algorithm": "ES256"}"#
    )
    let sink = try read(text, path: "b.json")
    #expect(sink.all(Component.self).map(\.billSigned) == [.notTried])
    #expect(sink.all(Component.self).map(\.bill).first?.hasPrefix("sha256:") == true)
    #expect(sink.all(Component.self).map(\.id) == ["a"])
  }

  @Test func rejectsComponentsWithoutNameOrType() throws {
    let text = Self.bill(
      #"""
      "components": [{"type": "library"},
       {"name": "a"}, {"type": "library", "name": "b"}],
      "vulnerabilities": [{"id": "V", "analysis": {"state": "maybe"}}, {}],
      "metadata": {"timestamp": "2026-11-18T04:00:00Z"}
      """#
    )
    let sink = try read(text, path: "b.json")
    #expect(sink.all(Component.self).map(\.id) == ["b"])
    #expect(
      sink.problems == [
        "1 /components/0: no name", "2 /components/1: no type",
        "3 /vulnerabilities/0/analysis/state: an unknown state of analysis",
        "3 /vulnerabilities/1: no id",
      ]
    )
  }

  // MARK: SPDX

  @Test func readsPackagesOfSPDX() throws {
    let sink = try read(fixture("bills/spdx.json"), path: "bills/spdx.json")
    #expect(sink.problems == [])
    let components = sink.all(Component.self)
    try #require(
      components.map(\.id) == ["SPDXRef-tool-gateway", "SPDXRef-letters", "SPDXRef-zlib"]
    )
    #expect(components.map(\.kind.rawValue) == ["application", "library", "library"])
    #expect(components.map(\.version) == ["3.2.0", "1.9.3", nil])
    #expect(
      components.map(\.dependsOn) == [["SPDXRef-letters"], ["SPDXRef-zlib"], nil]
    )
    #expect(components[1].supplier == "Stillwater Print")
    #expect(components[1].digest == String(repeating: "b", count: 64))
    #expect(components[1].packageURL == "pkg:pypi/stillwater-letters@1.9.3")
    #expect(components[2].supplier == nil)
    #expect(components[2].licence == nil)
    #expect(components[2].subjectDigest == String(repeating: "a", count: 64))
    #expect(components[0].bill == "https://larkspur.example/spdx/gateway-3.2.0")
    #expect(components.allSatisfy { $0.billCompleteness == .unstated })
  }

  @Test func aDocumentWithoutANamespaceIsNoBill() throws {
    let found = problem { () throws(Diagnostic) in
      _ = try read(#"{"spdxVersion": "SPDX-2.3", "packages": []}"#, path: "s.json")
    }
    #expect(found?.found == "no documentNamespace")
    let text = #"""
      {"spdxVersion": "SPDX-2.3", "documentNamespace": "n", "packages": [{"name": "a"}, {"SPDXID": "S"}]}
      """#
    let sink = try read(text, path: "s.json")
    #expect(sink.problems == ["1 /packages/0: no SPDXID", "1 /packages/1: no name"])
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(SPDXReader().format.kinds == Component.kinds)
    let kinds = Component.kinds + Model.kinds + Dataset.kinds + Vulnerability.kinds
    #expect(CycloneDXReader().format.kinds == kinds)
  }
}
