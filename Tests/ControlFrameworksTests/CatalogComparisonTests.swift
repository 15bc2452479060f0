import ControlModel
import Testing

@testable import ControlFrameworks

struct CatalogComparisonTests {
  private func comparison(
    _ framework: FrameworkID,
    _ rows: [(id: String, title: String)]
  ) throws
    -> CatalogComparison
  {
    let catalog = try #require(Catalogs.catalog(framework))
    let items = rows.map {
      Values.object([("id", .string($0.id)), ("title", .string($0.title))])
    }
    let file = try CatalogImport.read(EvidenceValue(.array(items)), path: "official.csv")
    return CatalogComparison(catalog, with: file)
  }

  private func official(_ framework: FrameworkID) throws -> [(id: String, title: String)] {
    try #require(Catalogs.catalog(framework)).items.map { ($0.requirement.id, $0.title) }
  }

  @Test(arguments: Catalogs.frameworks)
  func findsNoDifferenceToItself(_ framework: FrameworkID) throws {
    let comparison = try comparison(framework, official(framework))
    #expect(comparison.isEmpty)
    #expect(comparison.leftOutCount == 0)
  }

  @Test func findsWhatAPublisherChanged() throws {
    var rows = try official(.nhi)
    rows.removeAll { $0.id == "NHI2:2025" }
    rows[0].title = "Improper Off-boarding"
    rows.append(("NHI11:2025", "Something New"))
    let comparison = try comparison(.nhi, rows)
    #expect(comparison.added.map(\.requirement.id) == ["NHI11:2025"])
    #expect(comparison.removed.map(\.requirement.id) == ["NHI2:2025"])
    #expect(
      comparison.retitled
        == [
          CatalogComparison.Change(
            id: "NHI1:2025",
            ours: "Improper Offboarding",
            theirs: "Improper Off-boarding"
          )
        ]
    )
  }

  /// NIST's first release of CSF 2.0 in OSCAL lists the items of CSF 1.1 and marks none withdrawn.
  @Test func tellsWhatAFileLeavesUnmarkedFromWhatIsNew() throws {
    let rows = try official(.csf) + [("PR.AC-04", "PR.AC-04"), ("PR.AA-07", "PR.AA-07")]
    let comparison = try comparison(.csf, rows)
    #expect(comparison.unmarked.map(\.id) == ["PR.AC-04"])
    #expect(comparison.unmarked.first?.successors == ["PR.AA-05"])
    #expect(comparison.added.map(\.requirement.id) == ["PR.AA-07"])
    #expect(!comparison.isEmpty)
  }

  @Test func takesTypographyForEqual() throws {
    var rows = try official(.asi)
    let index = try #require(rows.firstIndex { $0.title.contains("-") })
    rows[index].title = rows[index].title.replacing("-", with: "\u{2011}")
    #expect(try comparison(.asi, rows).isEmpty)
  }

  @Test func countsWhatASelectionLeavesOut() throws {
    let rows = try official(.sp80053) + [("SI-4", "System Monitoring"), ("AC-2(5)", "Logout")]
    let comparison = try comparison(.sp80053, rows)
    #expect(comparison.isEmpty)
    #expect(comparison.leftOutCount == 2)
    let wider = try self.comparison(.sp80053, rows + [("AC-26", "Something New")])
    #expect(wider.added.map(\.requirement.id) == ["AC-26"])
  }

  @Test func noticesAWithdrawalAndAnotherText() throws {
    let text = try #require(Catalogs.item(.csf("PR.AA-05"))).text
    let file = OSCALFixture.catalog(
      title: "CSF",
      version: "2.1",
      groups: [
        OSCALFixture.control(
          "PR.AA-05",
          "PR.AA-05",
          kind: "subcategory",
          prose: ("statement", text + " daily")
        ),
        OSCALFixture.control(
          "PR.AA-06",
          "PR.AA-06",
          kind: "subcategory",
          isWithdrawn: true,
          links: [("moved_to", "PR.AA-05")]
        ),
      ]
    )
    let comparison = CatalogComparison(
      Catalog.nistCSF20,
      with: try CatalogImport.read(file, path: "csf.json")
    )
    #expect(comparison.withdrawn.map(\.id) == ["PR.AA-06"])
    #expect(comparison.withdrawn.map(\.successors) == [["PR.AA-05"]])
    #expect(comparison.reworded.map(\.id) == ["PR.AA-05"])
    #expect(comparison.removed.count == 132)
  }
}
