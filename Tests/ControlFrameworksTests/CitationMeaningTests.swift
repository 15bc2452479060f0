import ControlModel
import Testing

@testable import ControlFrameworks

/// A number and the text beside it.
struct CitationMeaningTests {
  @Test func readsRotationCitedAsTheThirdRiskAsTheSeventhWithTheFirst() {
    let resolution = CitationResolver.resolve("NHI-03", about: "credential rotation")
    #expect(resolution.requirements == [.nhi(7), .nhi(1)])
    #expect(resolution.verdict == .byMeaning)
    #expect(resolution.otherReadings.map(\.requirement) == [.nhi(3)])
  }

  @Test func takesTheTextAfterTheIdAsTheTextBesideIt() {
    let resolution = CitationResolver.resolve("NHI-03: credential rotation")
    #expect(resolution.requirements == [.nhi(7), .nhi(1)])
  }

  @Test(arguments: ["7 days of logs", "IAM governance", "ID badge readers", "map the system"])
  func readsNoIdIntoProse(_ text: String) {
    #expect(CitationResolver.resolve(text, in: .nhi).requirements.isEmpty)
    #expect(CitationResolver.resolve(text).requirements.isEmpty)
  }

  @Test func keepsTheNumberWhenTheTextAgrees() {
    let resolution = CitationResolver.resolve("NHI-03", about: "our vendor's access")
    #expect(resolution.requirements == [.nhi(3)])
    #expect(resolution.verdict == .respelled)
  }

  @Test func keepsTheNumberSecondWhenTheTextDescribesOneOtherItem() {
    let resolution = CitationResolver.resolve("ASI07", about: "poisoned memory")
    #expect(resolution.requirements == [.asi(6), .asi(7)])
    #expect(resolution.verdict == .byMeaning)
  }

  @Test func keepsTheNumberWhenTheTextSaysNothing() {
    let resolution = CitationResolver.resolve("ASI07", about: "an important matter")
    #expect(resolution.requirements == [.asi(7)])
    #expect(resolution.verdict == .exact)
  }

  @Test func leavesStructuredIdsAlone() {
    let resolution = CitationResolver.resolve("PR.AA-05", about: "logging and monitoring")
    #expect(resolution.requirements == [.csf("PR.AA-05")])
  }

  @Test func decidesBetweenListsByTheText() {
    let threat = CitationResolver.resolve("T2", about: "misuse of a tool")
    #expect(threat.requirements == [RequirementID(.agenticThreats, "T2")])
    let tenet = CitationResolver.resolve("T2", about: "communication is secured everywhere")
    #expect(tenet.requirements == [.zeroTrustTenet(2)])
  }

  @Test func saysWhatElseACodeMayBeTakenFor() {
    let resolution = CitationResolver.resolve("GOVERN")
    #expect(resolution.otherReadings.map(\.requirement) == [.csf("GV")])
    #expect(resolution.note.contains("NIST-CSF-2.0:GV"))
  }

  @Test func saysToWhichFrameworkAnItemBelongs() {
    let resolution = CitationResolver.resolve("PR.AA-05", in: .nhi)
    #expect(resolution.note.contains("belongs to NIST-CSF-2.0, not to OWASP-NHI-2025"))
  }

  @Test func givesAFrameworksMainPartsWhereItIsCitedAsAWhole() {
    let resolution = CitationResolver.resolve("NIST CSF 2.0")
    #expect(resolution.requirements.map(\.id) == ["GV", "ID", "PR", "DE", "RS", "RC"])
    #expect(resolution.verdict == .wholeFramework)
  }

  @Test func namesFrameworksInTheOrderOfTheText() {
    #expect(
      CitationResolver.frameworks(named: "NIST AIRMF and OWASP-AGENTIC, CSF 1.1, zero-trust")
        == [.aiRMF, .asi, .csf11, .sp800207]
    )
    #expect(CitationResolver.frameworks(named: "our own policy").isEmpty)
  }

  @Test func speaksOnlyOfKnownItems() {
    for topic in CitationRules.all.flatMap(\.topics) {
      for item in topic.items { #expect(Catalogs.item(item) != nil, "\(item)") }
      #expect(!topic.stems.isEmpty)
      #expect(topic.stems.allSatisfy { Words($0).joined == $0 }, "\(topic.stems)")
      #expect(topic.unless.allSatisfy { Words($0).joined == $0 }, "\(topic.unless)")
    }
  }

  @Test func hasARuleForEveryCatalogue() {
    #expect(Set(CitationRules.all.flatMap(\.frameworks)) == Set(Catalogs.frameworks))
  }
}
