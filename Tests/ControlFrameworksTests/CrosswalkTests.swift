import ControlFrameworks
import ControlModel
import Testing

struct CrosswalkTests {
  static let all = Crosswalks.all(includingUnreviewed: true)

  /// Frameworks that links lead to although no catalogue of them comes with the tool.
  private static let withoutCatalog: Set<FrameworkID> = ["OWASP-LLM-2025"]

  /// Families of SP 800-53 that NIST's reference tool names and the catalogue leaves out.
  private static let unselectedFamilies: Set<String> = [
    "AT", "CA", "CP", "MA", "MP", "PE", "PL", "PM", "PS", "PT", "SC", "SI",
  ]

  /// Enhancements in the selected families that NIST names and the catalogue leaves out.
  private static let unselectedEnhancements: Set<String> = [
    "CM-7(4)", "CM-7(9)", "SA-10(3)", "SA-15(8)", "SA-15(13)", "SA-17(6)",
  ]

  private func isKnownGap(_ id: RequirementID) -> Bool {
    if Self.withoutCatalog.contains(id.framework) { return true }
    guard id.framework == .sp80053 else { return false }
    return Self.unselectedFamilies.contains(String(id.id.prefix(2)))
      || Self.unselectedEnhancements.contains(id.id)
  }

  @Test func leadsFromAndToKnownItemsButForKnownGaps() {
    for link in Self.all {
      #expect(Catalogs.item(link.from) != nil, "\(link.from)")
      #expect(Catalogs.item(link.to) != nil || isKnownGap(link.to), "\(link.to)")
    }
  }

  @Test func listsNoGapThatIsNone() {
    let gaps = Set(Self.all.map(\.to).filter { Catalogs.item($0) == nil })
    #expect(gaps.filter { $0.framework == "OWASP-LLM-2025" }.count == 10)
    let controls = gaps.filter { $0.framework == .sp80053 }.map(\.id)
    #expect(Self.unselectedEnhancements.isSubset(of: controls))
    #expect(
      Self.unselectedFamilies
        == Set(controls.map { String($0.prefix(2)) }).subtracting(["CM", "SA"])
    )
  }

  @Test func holdsEveryLinkByRelation() {
    let counts = Dictionary(grouping: Self.all, by: \.relation).mapValues(\.count)
    #expect(
      counts == [
        .movedTo: 18, .incorporatedInto: 109, .continued: 29, .informativeReference: 906,
        .profileAction: 231, .mapsTo: 87, .mapsToUnreviewed: 116, .primaryLayer: 45,
        .secondaryLayer: 21, .addressedBy: 130, .related: 76, .overlaps: 47, .subsetOf: 2,
        .partial: 16,
      ]
    )
    #expect(Self.all.count == 1833)
  }

  @Test func namesASourceForEachAndAReasonForOurs() {
    for link in Self.all {
      #expect(!link.source.isEmpty)
      if link.origin == .ours { #expect(!link.rationale.isEmpty, "\(link.from) \(link.to)") }
    }
  }

  @Test func leavesOutUnreviewedLinksUnlessAsked() {
    let all = Crosswalks.from(.asi(1), includingUnreviewed: true)
    let reviewed = Crosswalks.from(.asi(1))
    #expect(all.contains { !$0.isReviewed })
    #expect(reviewed.allSatisfy { $0.isReviewed })
    #expect(reviewed == all.filter(\.isReviewed))
    #expect(Crosswalks.to(.csf("PR.AA-05")).allSatisfy { $0.isReviewed })
    #expect(Crosswalks.all().count == 1833 - 116 - 30)
  }

  @Test func countsTheLayersOfTheUnreviewedProjectAsUnreviewed() {
    let layers = Self.all.filter { $0.from.framework == .maestro && $0.to.framework == .asi }
    #expect(layers.count == 92)
    let unreviewed = layers.filter { !$0.isReviewed }
    #expect(unreviewed.count == 30)
    #expect(unreviewed.allSatisfy { [.primaryLayer, .secondaryLayer].contains($0.relation) })
    #expect(unreviewed.allSatisfy { $0.origin == .unofficial })
  }

  @Test func claimsNoMoreThanThePublisherStates() {
    let full = Self.all.filter { $0.strength == .full }
    #expect(Set(full.map(\.relation)) == [.movedTo, .subsetOf])
    // A move has one goal, or it would be no move.
    let moves = Dictionary(grouping: full.filter { $0.relation == .movedTo }, by: \.from)
    #expect(moves.values.allSatisfy { $0.count == 1 })
    #expect(Self.all.count { $0.setRelation == nil } == 1612)
    for relation in [Crosswalk.Relation.mapsTo, .informativeReference, .addressedBy, .related] {
      #expect(Crosswalk.setRelation(of: relation) == nil)
    }
  }

  @Test func answersFromBothEnds() {
    let old = RequirementID(.csf11, "PR.AC-4")
    let links = Crosswalks.from(old)
    #expect(links.map(\.to) == [.csf("PR.AA-05")])
    #expect(links.map(\.relation) == [.movedTo])
    #expect(links.map(\.origin) == [.official])
    #expect(Crosswalks.to(.csf("PR.AA-05")).contains { $0.from == old })
    #expect(Crosswalks.from(.csf("PR.ZZ-01")).isEmpty)
  }

  @Test func givesEveryOldOutcomeASuccessor() throws {
    let items = try #require(Catalogs.catalog(.csf11)).items
    for item in items where item.kind == .subcategory {
      #expect(!Crosswalks.from(item.requirement).isEmpty, "\(item.requirement)")
    }
  }
}
