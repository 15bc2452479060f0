import ControlModel
import Testing

@testable import ControlFrameworks

struct CrosswalkImportTests {
  static let header = "from_framework,from_id,to_framework,to_id,relation,source,rationale\n"

  static func own() throws -> Catalog {
    let value = try Values.table("id,title\nL-1,Keys\nL-2,Rights\nL-3,Logs\n")
    return try CatalogImport.read(value, path: "LARK.csv").catalog
  }

  static func links(_ rows: String) throws -> [Crosswalk] {
    try CrosswalkImport.read(
      try Values.table(header + rows),
      path: "x.csv",
      imported: [try own()],
      known: Catalogs.all
    )
  }

  @Test func readsRowsInBothDirections() throws {
    let links = try Self.links(
      """
      LARK,L-1,OWASP-NHI-2025,NHI7:2025,equal,board paper 4,the same words
      NIST-CSF-2.0,PR.AA-05,LARK,L-2,superset-of,,
      LARK,L-3,NIST-CSF-2.0,DE.CM-01,intersects-with,,

      """
    )
    #expect(links.map(\.from.id) == ["L-1", "L-2", "L-3"])
    #expect(links.map(\.to) == [.nhi(7), .csf("PR.AA-05"), .csf("DE.CM-01")])
    #expect(links.map(\.setRelation) == [.equal, .subset, .intersects])
    #expect(links.map(\.strength) == [.full, .full, .partial])
    #expect(links.map(\.source) == ["board paper 4", "x.csv", "x.csv"])
    #expect(links.allSatisfy { $0.origin == .local && $0.isReviewed })
  }

  @Test(
    arguments: [
      ("LARK,L-1,NIST-CSF-2.0,PR.AC-05,equal,,\n", "write PR.AA-05"),
      ("LARK,L-9,NIST-CSF-2.0,PR.AA-05,equal,,\n", "write L-1"),
      ("LARK,L-1,NIST-CSF-2.1,PR.AA-05,equal,,\n", "write NIST-CSF-2.0"),
      ("LARK,L-1,NIST-CSF-2.0,PR.AA-05,subset-off,,\n", "write subset-of"),
      ("LARK,L-1,LARK,L-2,equal,,\n", "map each of the two to the items that controls know"),
      ("LARK,L-1,LARK,L-1,equal,,\n", "name the item it stands to"),
      (
        "NIST-CSF-2.0,PR.AA-05,OWASP-NHI-2025,NHI5:2025,equal,,\n",
        "rows between known frameworks change nothing: remove the row"
      ),
    ])
  func refusesAndNamesTheNearest(_ row: String, _ remedy: String) throws {
    let error = #expect(throws: ImportProblems.self) { try Self.links(row) }
    let problem = try #require(error?.all.first)
    #expect(problem.code == .crosswalkMalformed)
    #expect(problem.locator?.line == 2)
    #expect(problem.remedy == remedy)
  }

  @Test func refusesATableWithoutTheColumns() throws {
    let value = try Values.table("from_framework,from,to_framework,to_id,relation\na,b,c,d,e\n")
    let known = try [Self.own()]
    let error = #expect(throws: ImportProblems.self) {
      try CrosswalkImport.read(value, path: "x.csv", imported: known, known: Catalogs.all)
    }
    #expect(error?.all.map(\.found) == ["no column from_id", "the column from"])
  }
}
