import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading answers of vendors")
struct VendorReaderTests {
  private static let context = EvidenceContext(account: "tallybird")

  @Test func readsASpreadsheet() throws {
    let sink = try read(fixture("vendors/caiq.xlsx"), path: "caiq.xlsx", context: Self.context)
    #expect(sink.problems == [])
    let answers = sink.all(VendorAnswer.self)
    try #require(
      answers.map(\.question) == ["A&A-01.1", "A&A-02.1", "IAM-01.1", "IAM-02.1", "IAM-03.1"]
    )
    #expect(answers.map(\.answer) == [.yes, .no, .notApplicable, .unanswered, .unclear])
    #expect(
      answers.map(\.responsibility) == [.provider, .customer, .shared, .thirdParty, .unstated]
    )
    #expect(Set(answers.map(\.questionnaire)) == ["CAIQ v4.0.3"])
    #expect(Set(answers.map(\.vendor)) == ["tallybird"])
    #expect(answers[0].text == "Every year,\nby Pinewick.")
    #expect(answers[0].id == "tallybird CAIQ v4.0.3 A&A-01.1")
    #expect(answers[0].locator.description == "caiq.xlsx (CAIQv4.0.3 row 4)")
    // A formula counts by its saved value, of which this file has none.
    #expect(answers[4].text == nil)
  }

  @Test func readsATable() throws {
    let text = """
      Question ID,Question,AI-CAIQ Answer,SSRM Control Ownership,AICM Control ID
      "A&A-01.1","Planned,
      and done?",Yes,CSP-owned,A&A-01
      AIS-02.1,x,Partially,,AIS-02
      ,a heading,,,
      ,x,No,,
      """
    let sink = try read(text, path: "ai-caiq.csv", context: Self.context)
    #expect(sink.all(VendorAnswer.self).map(\.answer) == [.yes, .partly])
    #expect(sink.all(VendorAnswer.self).map(\.questionnaire) == ["AI-CAIQ", "AI-CAIQ"])
    #expect(sink.problems == ["6 row 4: an answer without the id of its question"])
  }

  @Test func theVendorIsTheManifests() throws {
    let bytes = try fixture("vendors/caiq.xlsx")
    let found = problem { () throws(Diagnostic) in _ = try read(bytes, path: "caiq.xlsx") }
    #expect(found?.found == "no account")
  }

  @Test func questionsWithoutAnswersAreNoAnswers() throws {
    let found = problem { () throws(Diagnostic) in
      _ = try read("Question ID,Question\nA&A-01.1,x\n", path: "questions.csv")
    }
    #expect(found?.code == .evidenceFormatUnknown)
  }

  // MARK: OSCAL

  @Test func readsAComponentDefinitionAsClaims() throws {
    let sink = try read(
      fixture("vendors/oscal-component-definition.json"),
      path: "component.json"
    )
    #expect(sink.problems == [])
    let answers = sink.all(VendorAnswer.self)
    try #require(answers.map(\.question) == ["ac-2", "au-6", "ir-4", "pe-3", "sc-7"])
    #expect(answers.map(\.answer) == [.yes, .partly, .no, .notApplicable, .unclear])
    #expect(
      answers.map(\.responsibility) == [.customer, .unstated, .unstated, .thirdParty, .unstated]
    )
    #expect(answers[0].vendor == "Tallybird Assist")
    #expect(answers[0].questionnaire == "https://larkspur.example/catalogs/vendor-baseline")
    #expect(answers[0].answeredAt == (try instant("2026-11-18T04:00:00Z")))
  }

  @Test func requirementsWithoutTheirControlAreRejected() throws {
    let text = #"""
      {"component-definition": {"metadata": {"last-modified": "2026-11-18T04:00:00Z"}, "components": [
        {"title": "a", "control-implementations": [{"source": "s", "implemented-requirements": [{"uuid": "1"}]}]},
        {"uuid": "x"}]}}
      """#
    let sink = try read(text, path: "c.json")
    #expect(
      sink.problems == [
        "2 /component-definition/components/0/control-implementations/0/implemented-requirements/0: no control-id",
        "3 /component-definition/components/1: no title",
      ]
    )
  }
}
