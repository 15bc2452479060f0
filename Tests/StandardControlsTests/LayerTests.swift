import ControlAssessment
import ControlFrameworks
import ControlModel
import ControlTesting
import ControlTestingSupport
import StandardControls
import Testing

/// What must hold of the controls on the layers of MAESTRO, whoever adds others to them.
struct LayerTests {
  static let controls = CatalogueTests.controls.map(\.description)
  static let layers = Catalogs.catalog(.maestro)?.items.filter { $0.kind == .layer } ?? []

  @Test func thereAreSevenLayers() { #expect(Self.layers.count == 7) }

  /// A layer is satisfied, and by files alone only where files can decide it.
  @Test(arguments: layers)
  func isSatisfiedInItsMode(_ layer: CatalogItem) throws {
    let catalog = try #require(Catalogs.catalog(.maestro))
    let coverage = Coverage(controls: Self.controls, catalogs: [catalog])
    let row = try #require(
      coverage.sections.first?.rows.first { $0.item.requirement == layer.requirement }
    )
    #expect(row.standing == .satisfied, "\(layer.requirement.id)")
    #expect(row.mode == row.rating?.mode, "\(layer.requirement.id)")
    #expect(!row.claimsMoreThanFilesShow)
  }

  @Test func noThreatIsUncovered() throws {
    let catalog = try #require(Catalogs.catalog(.maestro))
    let coverage = Coverage(controls: Self.controls, catalogs: [catalog])
    let section = try #require(coverage.sections.first)
    let uncovered = section.requirements.filter { $0.standing == .uncovered }
    #expect(uncovered.isEmpty, "\(uncovered.map(\.item.requirement.id))")
    #expect(section.requirements.count == 62)
  }

  /// A suite imports no catalogue, so it lists the threats itself: an empty register must be missing a
  /// decision on each threat of the catalogue, by its title.
  @Test(arguments: layers)
  func everyThreatOfTheCatalogueIsAskedFor(_ layer: CatalogItem) async throws {
    let id = "MAE\(layer.requirement.id.dropFirst())-1"
    var fixture = try #require(
      FixtureTests.fixtures.first { $0.control == id && $0.outcome == .pass }
    )
    fixture.records["Risk"] = []
    let result = try await fixture.result(in: StandardControls.suites)
    let asked = Set(result.findings.map(\.attribute).filter { $0.hasPrefix("decision on ") })
    let threats = try #require(Catalogs.catalog(.maestro)).items.filter {
      $0.parent == layer.requirement.id
    }
    #expect(asked == Set(threats.map { "decision on \($0.requirement.id) \($0.title)" }))
    #expect(!threats.isEmpty)
  }
}
