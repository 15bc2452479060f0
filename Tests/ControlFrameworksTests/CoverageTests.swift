import ControlFrameworks
import ControlModel
import ControlTesting
import StandardControls
import Testing

struct CoverageTests {
  private func control(
    _ id: String,
    _ mode: ControlDescription.Mode,
    satisfies: [RequirementID] = [],
    supports: [RequirementID] = []
  ) -> ControlDescription {
    var description = ControlDescription(id: id, title: "It holds")
    description.mode = mode
    description.satisfies = satisfies
    description.supports = supports
    return description
  }

  private func section(
    _ controls: [ControlDescription],
    _ framework: FrameworkID
  ) throws
    -> Coverage.Section
  {
    let catalog = try #require(Catalogs.catalog(framework))
    return try #require(Coverage(controls: controls, catalogs: [catalog]).sections.first)
  }

  @Test func ratesEveryItemOfTheFrameworksThatAreRated() throws {
    for framework in [FrameworkID.nhi, .asi, .csf, .aiRMF] {
      let items = try #require(Catalogs.catalog(framework)).items.filter { !$0.kind.isGroup }
      #expect(items.allSatisfy { Assessability.of($0.requirement) != nil }, "\(framework)")
    }
    #expect(Assessability.all.count == 205)
    #expect(Assessability.all.count { $0.mode == .automated } == 62)
    #expect(Assessability.all.count { $0.mode == .hybrid } == 110)
    #expect(Assessability.all.count { $0.mode == .attested } == 33)
  }

  @Test func ratesKnownItemsByKnownKindsOnly() {
    let kinds = Set(EvidenceKind.all.map(\.kind))
    for rating in Assessability.all {
      #expect(Catalogs.item(rating.requirement) != nil, "\(rating.requirement)")
      #expect(!rating.assertion.isEmpty && !rating.evidenceKinds.isEmpty, "\(rating.requirement)")
      #expect(kinds.isSuperset(of: rating.evidenceKinds), "\(rating.requirement)")
      if rating.mode != .automated {
        #expect(rating.evidenceKinds.contains("attestation"), "\(rating.requirement)")
      }
    }
  }

  @Test func countsModesApart() throws {
    let section = try section(
      [
        control("A", .automated, satisfies: [.csf("PR.AA-05")]),
        control("B", .attested, satisfies: [.csf("GV.OC-01")]),
        control("C", .attested, satisfies: [.csf("PR.AA-01")]),
        control("D", .automated, satisfies: [.csf("PR.AA-01")]),
        control("E", .hybrid, supports: [.csf("DE.CM-01")]),
      ],
      .csf
    )
    #expect(section.requirements.count == 106)
    #expect(section.count(.satisfied, .automated) == 1)
    #expect(section.count(.satisfied, .attested) == 1)
    #expect(section.count(.satisfied, .hybrid) == 1)
    #expect(section.count(.supported, .hybrid) == 1)
    let all = Coverage.Standing.allCases.flatMap { standing in
      ([.automated, .hybrid, .attested, nil] as [ControlDescription.Mode?]).map {
        section.count(standing, $0)
      }
    }
    #expect(all.reduce(0, +) == 106)
  }

  @Test func saysWhereAutomatedControlsClaimMoreThanFilesShow() throws {
    let section = try section(
      [
        control("A", .automated, satisfies: [.csf("GV.OC-01"), .csf("PR.AA-05")]),
        control("B", .attested, satisfies: [.csf("GV.OC-02")]),
      ],
      .csf
    )
    let claims = section.requirements.filter(\.claimsMoreThanFilesShow)
    #expect(claims.map(\.item.requirement) == [.csf("GV.OC-01")])
  }

  @Test func leavesOutHeadsAndWithdrawnItems() throws {
    let csf = try section([], .csf)
    #expect(csf.rows.count == 106)
    #expect(csf.requirements.allSatisfy { $0.item.kind == .subcategory })
    let controls = try section([], .sp80053)
    #expect(controls.requirements.count == 188)
    // A framework of nothing but domains is measured by its domains.
    #expect(try section([], .aicm).requirements.count == 18)
    let headed = try section([control("A", .automated, supports: [.csf("PR.AA")])], .csf)
    #expect(headed.rows.count == 107 && headed.requirements.count == 106)
  }

  @Test func agreesWithTheStandardControls() {
    let controls = StandardControls.suites.flatMap(\.controls).map(\.description)
    let coverage = Coverage(
      controls: controls,
      catalogs: FrameworkID.matrix.compactMap { Catalogs.catalog($0) }
    )
    for row in coverage.sections.flatMap(\.rows) {
      let satisfying = controls.filter { $0.satisfies.contains(row.item.requirement) }
      #expect(row.entry.satisfiedBy.map(\.id) == satisfying.map(\.id))
      #expect((row.standing == .satisfied) == !satisfying.isEmpty)
    }
  }
}
