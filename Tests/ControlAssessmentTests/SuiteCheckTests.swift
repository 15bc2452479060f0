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

  private static let asked = StatementAsked("asked", "It is so.", by: ["ciso"])

  private static func found(_ controls: Control...) -> [String] {
    let suite = ControlSuite("Stated", .remedy("Sign it.")) { controls }
    return SuiteCheck.problems(of: [suite], catalogs: Catalogs.all).map(\.found)
  }

  @Test func modeAndStatementBelongTogether() {
    #expect(Self.found(Control("S-1", "It is so", .signed(Self.asked))).isEmpty)
    #expect(
      Self.found(Control("S-1", "It is so")) == ["S-1, attested, without a statement"]
    )
    let check: @Sendable (Credential, Scope) throws -> Void = { _, _ in }
    #expect(
      Self.found(Control("S-1", "It is so", .mode(.hybrid), judge: check))
        == ["S-1, hybrid, without a statement"]
    )
    #expect(
      Self.found(Control("S-1", "It is so", .asks(Self.asked), .mode(.automated), judge: check))
        == ["S-1, automated, with a statement"]
    )
  }

  @Test(arguments: [
    (StatementAsked("Asked", "It is so.", by: ["ciso"]), "the statement \"Asked\""),
    (StatementAsked("asked", " ", by: ["ciso"]), "the statement asked without a sentence"),
    (StatementAsked("asked", "It is so.", by: []), "the statement asked that anybody may sign"),
  ])
  func aStatementSaysWhoSignsWhat(statement: StatementAsked, found: String) {
    #expect(Self.found(Control("S-1", "It is so", .signed(statement))) == [found])
  }

  @Test func aNameHasOneSentence() {
    let other = StatementAsked("asked", "It is otherwise.", by: ["ciso"])
    let found = Self.found(
      Control("S-1", "It is so", .signed(Self.asked)),
      Control("S-2", "It is so", .signed(other)),
      Control("S-3", "It is so, too", .signed(other))
    )
    #expect(found == ["another statement named asked"])
  }
}
