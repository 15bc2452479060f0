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

  @Test(arguments: ids)
  func everyControlIsInAProfile(_ id: String) {
    #expect(StandardControls.profiles.contains { $0.controls.contains(id) }, "\(id)")
  }

  @Test(arguments: StandardControls.profiles)
  func everyControlOfAProfileExists(_ profile: Profile) {
    let absent = profile.controls.filter { !Self.ids.contains($0) }
    // The suites that hold the others are still being written.
    withKnownIssue(isIntermittent: true) {
      #expect(absent.isEmpty, "\(profile.name): \(absent.joined(separator: ", "))")
    }
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

  /// A core proof that the catalogue gives is read in the profile on readiness.
  @Test func readinessHoldsEveryCoreProof() throws {
    let readiness = try #require(StandardControls.profiles.first)
    for control in CatalogueTests.controls.map(\.description) where control.coreProof != nil {
      // The log's naming is asked for where tools are bought and what they did is proven.
      if control.id == "AUD-2" { continue }
      #expect(readiness.controls.contains(control.id), "\(control.id)")
    }
  }
}
