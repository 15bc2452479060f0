import ControlFrameworks
import ControlModel
import ControlTesting
import Testing

@testable import ControlAssessment

/// A suite that names what no framework has is refused, with the nearest right name.
struct SuiteCheckTests {
  private static func problems(_ requirement: RequirementID) -> [Diagnostic] {
    let suite = ControlSuite("Mapped", .satisfies(requirement)) {
      Control("MAP-1", "Every credential has an expiry", .remedy("Give it an end.")) {
        (credential: Credential, _) in
        try expect("expiry", credential.expiresAt, .present)
      }
    }
    return SuiteCheck.problems(of: [suite], catalogs: Catalogs.all)
  }

  @Test(arguments: [
    (RequirementID.csf("PR.AA-99"), "PR.AA-0"), (.csf("PR.AC-4"), "PR.AA-0"),
    (.csf("PR.AA-5"), "PR.AA-05"), (.nhi(11), "NHI1:2025"), (.asi(0), "ASI0"),
    (.aiRMF("GOVERN 1.9"), "GOVERN 1."), (.maestro("L8"), "L"), (.sp80053("AC-2(99)"), "AC-2("),
    (.zeroTrustTenet(8), "T"),
  ])
  func wrongIDIsRefusedWithTheNearest(id: RequirementID, nearest: String) throws {
    let problem = try #require(Self.problems(id).first)
    #expect(problem.code == .suiteMalformed)
    #expect(problem.found.contains(id.id))
    #expect(problem.needed.contains("an official id, such as \(nearest)"), "\(problem.needed)")
  }

  @Test(arguments: [
    RequirementID.csf("PR.AA-05"), .nhi(10), .asi(10), .aiRMF("GOVERN 1.6"), .maestro("L7"),
    .sp80053("AC-2"), .zeroTrustTenet(7),
  ])
  func officialIDIsTaken(id: RequirementID) {
    #expect(Self.problems(id).isEmpty)
  }

  @Test func frameworkWithoutACatalogueIsRefused() throws {
    let problem = try #require(Self.problems(RequirementID(FrameworkID("NIST-CSF-3.0"), "X")).first)
    #expect(problem.found == "the framework NIST-CSF-3.0")
  }
}
