import ControlModel
import Testing

@testable import ControlFrameworks

struct RequirementMapTests {
  private static func control(
    _ id: String,
    satisfies: [RequirementID] = [],
    supports: [RequirementID] = []
  ) -> ControlDescription {
    var description = ControlDescription(id: id, title: "It holds")
    description.satisfies = satisfies
    description.supports = supports
    return description
  }

  static let controls = [
    control("C-1", satisfies: [.csf("PR.AA-05")]),
    control("C-2", supports: [.csf("PR.AA-05")]),
    control("C-3", satisfies: [.nhi(7)]),
  ]

  private func entry(_ rows: String, _ id: String) throws -> RequirementMap.Entry {
    let map = RequirementMap(controls: Self.controls, links: try CrosswalkImportTests.links(rows))
    return map.entry(for: RequirementID("LARK", id))
  }

  @Test(arguments: ["equal", "subset-of"])
  func takesOverWhatDecidesAnItemThatContainsIt(_ relation: String) throws {
    let entry = try entry("LARK,L-1,NIST-CSF-2.0,PR.AA-05,\(relation),,\n", "L-1")
    #expect(entry.satisfiedBy.map(\.id) == ["C-1"])
    #expect(entry.supportedBy.map(\.id) == ["C-2"])
    #expect(entry.through == [.csf("PR.AA-05")])
  }

  @Test(arguments: ["superset-of", "overlaps", "partial", "related", "maps-to", "addressed-by"])
  func isOnlySupportedByAnyOtherRelation(_ relation: String) throws {
    let entry = try entry("LARK,L-1,NIST-CSF-2.0,PR.AA-05,\(relation),,\n", "L-1")
    #expect(entry.satisfiedBy.isEmpty)
    #expect(entry.supportedBy.map(\.id) == ["C-1", "C-2"])
  }

  @Test func joinsSeveralRowsInTheOrderOfTheSuites() throws {
    let entry = try entry(
      """
      LARK,L-1,OWASP-NHI-2025,NHI7:2025,equal,,
      LARK,L-1,NIST-CSF-2.0,PR.AA-05,overlaps,,

      """,
      "L-1"
    )
    #expect(entry.satisfiedBy.map(\.id) == ["C-3"])
    #expect(entry.supportedBy.map(\.id) == ["C-1", "C-2"])
    #expect(entry.through == [.nhi(7), .csf("PR.AA-05")])
  }

  @Test func leavesItemsWithoutRowsUncovered() throws {
    let entry = try entry("LARK,L-1,OWASP-NHI-2025,NHI7:2025,equal,,\n", "L-2")
    #expect(entry.isUncovered && entry.through.isEmpty)
  }

  @Test func neverFollowsTheCrosswalksThatComeWithTheTool() {
    let map = RequirementMap(
      controls: Self.controls,
      links: Crosswalks.all(includingUnreviewed: true)
    )
    // NIST moved PR.AC-4 of CSF 1.1 to PR.AA-05, which C-1 decides.
    #expect(map.entry(for: RequirementID(.csf11, "PR.AC-4")).isUncovered)
  }
}
