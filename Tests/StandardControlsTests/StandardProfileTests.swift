import ControlAssessment
import ControlModel
import ControlTesting
import StandardControls
import Testing

/// The four profiles of the standard catalogue.
struct StandardProfileTests {
  static let ids = CatalogueTests.controls.map(\.description.id)

  @Test func namesAndPurposesAreGiven() {
    let profiles = StandardControls.profiles
    #expect(profiles.map(\.name) == ["readiness", "procurement", "partnership", "assurance"])
    #expect(ProfileCheck.problems(of: profiles).isEmpty)
    for profile in profiles {
      #expect(!profile.title.isEmpty && profile.purpose.hasSuffix("."))
      for section in profile.sections {
        #expect(!section.controls.isEmpty)
        #expect(section.question.hasSuffix("?") || section.question.hasSuffix("."))
      }
    }
  }

  /// Controls named after an item of a framework are read in that framework's order; the profiles
  /// hold all others.
  static let byFramework = ["CSF-", "RMF-", "AIRMF-", "AI-"]

  @Test(arguments: ids)
  func everyControlIsInAProfile(_ id: String) {
    if Self.byFramework.contains(where: id.hasPrefix) { return }
    #expect(StandardControls.profiles.contains { $0.controls.contains(id) }, "\(id)")
  }

  @Test(arguments: StandardControls.profiles)
  func everyControlOfAProfileExists(_ profile: Profile) {
    let absent = profile.controls.filter { !Self.ids.contains($0) }
    #expect(absent.isEmpty, "\(profile.name): \(absent.joined(separator: ", "))")
  }

  /// What an expert reads first does not change with the order of suites.
  @Test func firstSectionsAreThoseOfTheMission() {
    let first = StandardControls.profiles.compactMap(\.sections.first).map(\.controls)
    #expect(
      first == [
        ["TRU-5", "NHI5-1", "NHI5-5", "TEN-1", "TEN-3", "REV-1", "AUD-1"],
        ["PRO-1", "PRO-2", "PRO-4", "PRO-3", "PRO-7", "EXC-1"],
        ["TEN-2", "TEN-6", "REV-7", "PRO-10", "DAT-3", "DAT-1", "DAT-4", "PRO-9"],
        ["LIF-4", "ASI10-1", "TRU-1", "NHI1-6", "MAE1-2", "RSP-2"],
      ]
    )
  }

  /// Without a core proof a subject is a prototype, so that readiness asks for each.
  @Test(arguments: ControlDescription.CoreProof.allCases)
  func readinessAsksForEveryCoreProof(_ proof: ControlDescription.CoreProof) throws {
    let readiness = try #require(StandardControls.profiles.first)
    let giving = CatalogueTests.controls.map(\.description).filter { $0.coreProof == proof }
    #expect(giving.contains { readiness.controls.contains($0.id) }, "\(proof)")
  }
}
