import ControlModel
import Testing

@testable import ControlFrameworks

struct CatalogImportTests {
  @Test func readsACatalogInTheShapeOfCSF() throws {
    let imported = try CatalogImport.read(OSCALFixture.csf(), path: "lf.json")
    let catalog = imported.catalog
    #expect(catalog.framework == "LF_2_0_0")
    #expect(catalog.title == "Electronic Version of Larkspur Framework 2.0")
    #expect(catalog.publisher == "Larkspur Mutual")
    #expect(catalog.published == "2026-05-13")
    #expect(catalog.items.map(\.requirement.id) == ["GV", "GV.OC", "GV.OC-01"])
    #expect(catalog.items.map(\.kind) == [.function, .category, .subcategory])
    #expect(catalog.items.map(\.parent) == [nil, "GV", "GV.OC"])
    #expect(catalog["GV"]?.text == "It is governed")
    #expect(catalog["GV.OC-01"]?.text == "The mission is known")
  }

  @Test func setsAsideWhatIsWithdrawn() throws {
    let csf = try CatalogImport.read(OSCALFixture.csf(), path: "lf.json")
    #expect(csf.withdrawn.map(\.id) == ["ID.BE", "ID.BE-01"])
    #expect(csf.withdrawn.map(\.successors) == [["GV.OC"], ["GV.OC-01"]])
    let controls = try CatalogImport.read(OSCALFixture.controls(), path: "c.json")
    #expect(controls.withdrawn.map(\.id) == ["AC-13"])
    #expect(controls.withdrawn.map(\.successors) == [["AC-2"]])
  }

  @Test func readsACatalogInTheShapeOfSP80053() throws {
    let catalog = try CatalogImport.read(OSCALFixture.controls(), path: "c.json").catalog
    #expect(catalog.framework == "NIST-Special-Publication-800-53-Revision-5-5.0.1")
    #expect(catalog.items.map(\.requirement.id) == ["AC", "AC-2", "AC-2(1)"])
    #expect(catalog.items.map(\.kind) == [.category, .control, .control])
    #expect(catalog["AC-2(1)"]?.text == "Manage accounts: a. Review within [a period]; and")
  }

  @Test func takesTheIdFromTheCommandLine() throws {
    let value = OSCALFixture.csf()
    #expect(try CatalogImport.read(value, path: "x", id: "LF").catalog.framework == "LF")
  }

  @Test func readsATable() throws {
    let value = try Values.table(
      "id,parent,kind,title,text,source\nA,,category,Access,,\nA.1,A,control,Keys,Keys rotate.,p. 3\n"
    )
    let catalog = try CatalogImport.read(value, path: "a/larkspur-2026.csv").catalog
    #expect(catalog.framework == "larkspur-2026")
    #expect(catalog.items.map(\.kind) == [.category, .control])
    #expect(catalog["A.1"]?.source == "p. 3")
    #expect(catalog["A.1"]?.name == "Keys")
  }

  @Test func guessesKindsThatATableLeavesOut() throws {
    let value = try Values.table("id,title,parent\nA,Access,\nA.1,Keys,A\n")
    let catalog = try CatalogImport.read(value, path: "t.csv").catalog
    #expect(catalog.items.map(\.kind) == [.category, .control])
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: String
    let line: Int
    let found: String
    let remedy: String
  }

  static let wrong = [
    Wrong(
      testDescription: "duplicate id",
      table: "id,title\nA,One\nB,Two\nA,Three\n",
      line: 4,
      found: "the id A, which line 2 has too",
      remedy: "remove one of the two, or mend its id"
    ),
    Wrong(
      testDescription: "unknown parent",
      table: "id,title,parent\nAC-1,One,\nAC-2,Two,AC-7\n",
      line: 3,
      found: "the parent AC-7 of AC-2, which the file does not have",
      remedy: "write AC-1, or add the parent"
    ),
    Wrong(
      testDescription: "parent below",
      table: "id,title,parent\nA.1,One,A\nA,Two,\n",
      line: 2,
      found: "the parent A of A.1, which does not stand above it",
      remedy: "move the parent up"
    ),
    Wrong(
      testDescription: "unknown kind",
      table: "id,title,kind\nA,One,contrl\n",
      line: 2,
      found: "the kind \"contrl\"",
      remedy: "write control"
    ),
    Wrong(
      testDescription: "unknown column",
      table: "id,titel\nA,One\n",
      line: 2,
      found: "the column titel",
      remedy: "call it title"
    ),
    Wrong(
      testDescription: "empty id",
      table: "id,title\n,One\n",
      line: 2,
      found: "an empty id",
      remedy: "mend the row"
    ),
    Wrong(
      testDescription: "no words",
      table: "id,title\nA,\n",
      line: 2,
      found: "A without title and text",
      remedy: "say what the item is"
    ),
  ]

  @Test(arguments: wrong)
  func refusesAndSaysHowToMend(_ wrong: Wrong) throws {
    let value = try Values.table(wrong.table)
    let error = #expect(throws: ImportProblems.self) {
      try CatalogImport.read(value, path: "t.csv")
    }
    let problem = try #require(error?.all.first)
    #expect(problem.code == .frameworkMalformed)
    #expect(problem.locator == Locator(path: "t.csv", line: wrong.line))
    #expect(problem.found == wrong.found)
    #expect(problem.remedy == wrong.remedy)
  }

  @Test func collectsAllProblemsOfAFile() throws {
    let value = try Values.table("id,title,kind\nA,One,contrl\nA,,rik\n")
    let error = #expect(throws: ImportProblems.self) {
      try CatalogImport.read(value, path: "t.csv")
    }
    #expect(error?.all.count == 4)
  }

  @Test(arguments: [
    Values.object([("catalog", Values.object([]).content)]), Values.object([("profile", .null)]),
    EvidenceValue(.string("x")), EvidenceValue(.array([])),
  ])
  func refusesWhatIsNoCatalog(_ value: EvidenceValue) {
    #expect(throws: ImportProblems.self) { try CatalogImport.read(value, path: "x.json") }
  }

  @Test func refusesTwoControlsWithOneId() {
    let twice = OSCALFixture.control("AC-1", "One", kind: "control", label: "AC-1")
    let value = OSCALFixture.catalog(title: "T", version: "1", groups: [twice, twice])
    #expect(throws: ImportProblems.self) { try CatalogImport.read(value, path: "x.json") }
  }
}
