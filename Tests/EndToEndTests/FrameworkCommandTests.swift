import ControlFrameworks
import ControlModel
import Foundation
import Testing

/// Frameworks of the user's own, coverage, and what the tool says of other people's files.
struct FrameworkCommandTests {
  private func csvLine(_ id: String, of output: String) -> String? {
    output.split(separator: "\n").first { $0.contains(",\(id),") }.map(String.init)
  }

  @Test func addsAnOSCALCatalogAsRows() async throws {
    let files = try FrameworkFiles()
    defer { files.remove() }
    let path = files.path("catalog.json")
    let list = await Estate.run(["list", "requirements", "--framework", path])
    #expect(list.code == 0, "\(list.error)")
    for id in ["LB-1", "LB-1(1)"] { #expect(list.output.contains(" \(id) "), "\(id)") }
    #expect(!list.output.contains("LB-2"))
    let explained = await Estate.run(["explain", "lb-1", "--framework", "LB=\(path)"])
    #expect(explained.output.hasPrefix("LB-1  Credentials end  (LB)\n"))
    #expect(explained.output.contains("Every credential ends after [a stated time]."))
    let coverage = await Estate.run(["coverage", "--framework", path, "--totals"])
    #expect(coverage.output.contains("Larkspur-Baseline-1.0"))
    #expect(coverage.output.contains("  2 requirements"))
  }

  @Test func reachesControlsThroughTheUsersCrosswalk() async throws {
    let files = try FrameworkFiles()
    defer { files.remove() }
    let options = [
      "--framework", files.path("LARK-2026.csv"), "--crosswalk", files.path("crosswalk.csv"),
    ]
    let (code, output, error) = await Estate.run(
      ["coverage", "LARK-2026", "--format", "csv"] + options
    )
    #expect(code == 0, "\(error)")
    let equal = try #require(csvLine("L-1", of: output))
    #expect(equal.contains(",satisfied,automated,") && equal.contains("NHI7-2"))
    #expect(equal.contains(",NHI7:2025,"))
    let part = try #require(csvLine("L-2", of: output))
    #expect(part.contains(",supported,") && part.contains("NHI7-2"))
    let none = try #require(csvLine("L-3", of: output))
    #expect(none.contains(",uncovered,"))
    let explained = await Estate.run(["explain", "L-1"] + options)
    #expect(explained.output.contains("  through    NHI7:2025  Long-Lived Secrets\n"))
    #expect(explained.output.contains("  satisfied  by NHI7-2 "))
  }

  @Test func judgesImportedRowsByTheControlsBehindThem() async throws {
    let files = try FrameworkFiles()
    defer { files.remove() }
    let reports = files.path("reports")
    let evidence = Estate.root.appendingPathComponent("evidence").path
    let (code, _, error) = await Estate.run([
      "test", "--evidence", evidence, "--reports", reports, "--subject", "tallybird-assist",
      "--framework", files.path("LARK-2026.csv"), "--crosswalk", files.path("crosswalk.csv"),
      "--quiet",
    ])
    #expect(code <= 2, "\(error)")
    let text = try String(contentsOfFile: "\(reports)/results.json", encoding: .utf8)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    let subjects = try #require(json["subjects"] as? [[String: Any]])
    let standings = try #require(subjects.first?["requirements"] as? [[String: Any]])
    func standing(_ id: String) throws -> [String: Any] {
      try #require(standings.first { $0["id"] as? String == id })
    }
    let known = try standing("NHI7:2025")
    let equal = try standing("L-1")
    for key in ["standing", "outcome"] {
      #expect(equal[key] as? String == known[key] as? String, "\(key)")
    }
    #expect(equal["satisfiedBy"] as? [String] == known["satisfiedBy"] as? [String])
    let through = try #require(equal["through"] as? [[String: String]])
    #expect(through == [["framework": "OWASP-NHI-2025", "id": "NHI7:2025"]])
    #expect(try standing("L-2")["standing"] as? String == "supported")
    #expect(try standing("L-2")["isMet"] as? Bool == false)
    #expect(try standing("L-3")["standing"] as? String == "uncovered")
    let added = try #require(json["frameworkFiles"] as? [[String: Any]])
    #expect(added.count == 2)
    #expect(added.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
  }

  @Test func refusesFilesThatAreWrong() async throws {
    let files = try FrameworkFiles()
    defer { files.remove() }
    try files.write("twice.csv", "id,title\nA,One\nA,Two\n")
    try files.write(
      "bad.csv",
      FrameworkFiles.crosswalk + "LARK-2026,L-1,NIST-CSF-2.0,PR.AC-05,equal,,\n"
    )
    let table = files.path("LARK-2026.csv")
    let cases: [([String], Int32, String)] = [
      (["--framework", files.path("twice.csv")], 65, "the id A, which line 2 has too"),
      (["--framework", files.path("none.csv")], 65, "no such file"),
      (
        ["--framework", "NIST-CSF-2.0=\(table)"], 65,
        "the framework id NIST-CSF-2.0, which is taken"
      ),
      (["--framework", table, "--framework", table], 65, "which is taken"),
      (["--framework", table, "--crosswalk", files.path("bad.csv")], 65, "write PR.AA-05"),
      (["--crosswalk", files.path("crosswalk.csv")], 64, "--crosswalk needs a framework"),
    ]
    for (options, code, message) in cases {
      let result = await Estate.run(["list", "requirements"] + options)
      #expect(result.code == code, "\(options)")
      #expect(result.error.contains(message), "\(result.error)")
      #expect(result.output.isEmpty)
    }
  }

  @Test(arguments: ["text", "markdown", "csv"])
  func coverageNeverAddsModes(_ format: String) async {
    let (code, output, _) = await Estate.run(["coverage", "--format", format], width: 80)
    #expect(code == 0)
    #expect(output.contains("PR.AA-05"))
    #expect(output.contains("no file can show it"))
    #expect(!output.lowercased().contains("total"))
    if format == "text" {
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func coverageTakesTheNamesPeopleUse() async {
    let short = await Estate.run(["coverage", "csf"])
    let exact = await Estate.run(["coverage", "NIST-CSF-2.0"])
    #expect(short.output == exact.output && short.code == 0)
    let wrong = await Estate.run(["coverage", "NIST-CSF-2.1"])
    #expect(
      wrong.error
        == "controls: unknown framework \"NIST-CSF-2.1\"; did you mean \"NIST-CSF-2.0\"?\n"
    )
    #expect(wrong.code == 64)
  }

  @Test func auditsOtherPeoplesMappings() async throws {
    let files = try FrameworkFiles()
    defer { files.remove() }
    try files.write(
      "prowler.json",
      """
      {
        "Framework": "NIST-CSF", "Version": "2.0",
        "Requirements": [
          { "Id": "ac_4", "Name": "PR.AC-4", "Description": "Access is managed." },
          { "Id": "po_3", "Name": "GV.PO-3", "Description": "Policy." }
        ]
      }

      """
    )
    let (code, output, error) = await Estate.run(
      ["frameworks", "audit", files.path("prowler.json")],
      width: 400
    )
    #expect(code == 1, "\(error)")
    #expect(output.contains("prowler.json:4: finding[withdrawn] PR.AC-4: withdrawn; now PR.AA-05"))
    #expect(
      output.contains(
        "prowler.json:5: finding[unknown] GV.PO-3: no such item; the nearest is GV.PO"
      )
    )
    #expect(output.contains("absent           106 of 106 requirements"))

    let library = """
      urn: urn:example:library:small
      objects:
        requirement_mapping_sets:
        - requirement_mappings:
          - source_requirement_urn: urn:intuitem:risk:req_node:nist-csf-2.0:pr.aa-05
            target_requirement_urn: urn:intuitem:risk:req_node:iso27001-2022:a.5.15
            relationship: intersect

      """
    try files.write("library.yaml", library)
    let clean = await Estate.run(["frameworks", "audit", files.path("library.yaml")])
    #expect(clean.code == 0, "\(clean.error)")
    #expect(clean.output.contains("iso27001-2022: no catalogue here; 1 ids were not checked"))

    try files.write("broken.json", "{ \"Requirements\": [")
    let broken = await Estate.run(["frameworks", "audit", files.path("broken.json")])
    #expect(broken.code == 65)
    let unknown = await Estate.run(["frameworks", "audit", files.path("LARK-2026.csv")])
    #expect(unknown.code == 65 && unknown.error.contains("--against FRAMEWORK"))
  }

  @Test func comparesACatalogWithItsPublishersFile() async throws {
    let files = try FrameworkFiles()
    defer { files.remove() }
    let items = try #require(Catalogs.catalog(.nhi)).items
    let rows = items.map { "\($0.requirement.id),\($0.title)\n" }
    try files.write("owasp-nhi.csv", "id,title\n" + rows.joined())
    let same = await Estate.run(["frameworks", "compare", files.path("owasp-nhi.csv")])
    #expect(same.code == 0 && same.output.hasSuffix("no difference\n"), "\(same)")
    try files.write("new.csv", "id,title\n" + rows.dropLast().joined() + "NHI11:2025,New Risk\n")
    let other = await Estate.run(["frameworks", "compare", files.path("new.csv"), "OWASP-NHI-2025"])
    #expect(other.code == 1)
    #expect(other.output.contains("added: 1\n  NHI11:2025  New Risk\n"))
    #expect(other.output.contains("removed: 1\n  NHI10:2025  "))
    let unnamed = await Estate.run(["frameworks", "compare", files.path("new.csv")])
    #expect(unnamed.code == 64 && unnamed.error.contains("OWASP-NHI-2025"))
  }

  @Test(
    arguments: [
      ("PR.AC-4", "PR.AA-05  Access rights and least privilege  (NIST-CSF-2.0)", "was moved to"),
      (
        "NHI-03", "NHI3:2025  Vulnerable Third-Party NHI  (OWASP-NHI-2025)",
        "Where rotation"
      ),
      (
        "A-04", "ASI04  Agentic Supply Chain Vulnerabilities  (OWASP-ASI-2026)", "own prefix is ASI"
      ),
      ("A.6.2.8", "A.6.2.8  AI system recording of event logs  (ISO-42001-2023)", "  means      "),
    ])
  func explainsTheOfficialItemWithTheNote(_ word: String, _ item: String, _ part: String) async {
    let (code, output, _) = await Estate.run(["explain", word], width: 80)
    #expect(code == 0)
    #expect(output.hasPrefix("note: "))
    #expect(output.contains("\n\(item)\n"), "\(output)")
    #expect(output.contains(part), "\(output)")
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func explainsWhyAnIdIsUnknown() async {
    let (code, _, error) = await Estate.run(["explain", "PR.AA-55"])
    #expect(code == 64)
    #expect(error.hasPrefix("controls: unknown id \"PR.AA-55\": "))
    #expect(error.contains("PR.AA-05 (NIST-CSF-2.0)"))
  }
}
