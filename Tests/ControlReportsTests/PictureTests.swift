import ControlModel
import Testing

@testable import ControlReports

/// The drawing of a trust graph in results and in the HTML report.
@Suite("Pictures of trust chains")
struct PictureTests {
  private static let place = Locator(path: "agents/manifest.yaml", line: 4, pointer: "/0")

  /// A way from an agent to an administrator, and one that shares its start.
  private static let picture: TrustPicture = {
    var picture = TrustPicture(thingCount: 1_204, stepCount: 9_876)
    let names: [(String, String)] = [
      ("agent", "triage"), ("agent", Fixture.hostile[0]), ("tool", "crm"), ("credential", "key"),
      ("identity", "svc"), ("entitlement", "administrator of 1"), ("resource", "claims"),
    ]
    picture.things = names.map { TrustAnswer.Thing(kind: $0.0, name: $0.1) }
    picture.things[5].isAdministrator = true
    picture.things[6].isKnown = false
    for (from, to, kind) in [
      (0, 2, "uses"), (2, 3, "holds"), (3, 4, "authenticatesAs"), (4, 5, "mayAssume"),
      (1, 0, "delegatesTo"), (2, 6, "reaches"), (5, 4, "mayAssume"),
    ] {
      picture.steps.append(TrustAnswer.Step(from: from, to: to, kind: kind, locator: place))
    }
    picture.steps[3].isEscalation = true
    picture.steps[3].conditions = ["a person agrees"]
    picture.ways = [
      TrustPicture.Way(.administrator, steps: [0, 1, 2, 3]),
      TrustPicture.Way(.finding, about: "NHI-9 key", steps: [4, 0, 5]),
    ]
    picture.tallies = [
      TrustPicture.Tally(.administrator, found: 40, drawn: 1),
      TrustPicture.Tally(.finding, found: 1, drawn: 1),
    ]
    return picture
  }()

  private static let report: Report = {
    var results = Fixture.report.results
    results.subjects[0].picture = picture
    return Report(results: results, catalogs: Fixture.report.catalogs)
  }()

  @Test func resultsHoldThePictureAndGiveItBack() throws {
    let text = ResultsJSON().render(Self.report)
    let results = try decode(text)
    #expect(results.subjects[0].picture == Self.picture)
    #expect(results.subjects[1].picture == nil)
    let again = Report(results: results, catalogs: Fixture.report.catalogs)
    let isSame = ResultsJSON().render(again) == text
    #expect(isSame)
  }

  @Test(arguments: [("\"to\": 2", "\"to\": 7"), ("\"from\": 0", "\"from\": -1")])
  func aStepOutOfThePictureIsRefused(old: String, new: String) throws {
    let text = ResultsJSON().render(Self.report).replacing(old, with: new)
    #expect(throws: Diagnostic.self) { try decode(text) }
  }

  @Test func thePageHoldsEveryStepDrawnAndAsATable() {
    let page = MatrixHTML().render(Self.report)
    let markup = page.replacing(/(?s)<script[^>]*>.*?<\/script>/, with: "")
    for number in Self.picture.steps.indices {
      #expect(markup.contains("data-s=\"\(number)\""), "step \(number)")
    }
    for number in Self.picture.things.indices {
      #expect(markup.contains("data-t=\"\(number)\""), "thing \(number)")
    }
    #expect(markup.contains("7 things of 1,204, 7 steps of 9,876."))
    #expect(markup.contains("To administrator: 1 of 40; Finding: all 1."))
    #expect(markup.contains("class=\"step open gains\""))
    #expect(markup.contains("agents/manifest.yaml:4 #/0"))
    #expect(markup.ranges(of: "<tr class=\"first\">").count == 2)
    #expect(!markup.contains(Fixture.hostile[0]))
  }

  private func decode(_ text: String) throws -> AssessmentResults {
    try ResultsJSON.decode(try JSONValue(parsing: text).evidence, path: "results.json")
  }

  @Test func aReportWithoutGraphsHasNoSuchPart() {
    let page = MatrixHTML().render(Fixture.report)
    #expect(!page.contains("id=\"chains\""))
    #expect(!page.contains("href=\"#chains\""))
  }

  @Test func thingsStandInColumnsByRoleAndBoxesDoNotMeet() {
    let layout = PictureLayout(Self.picture)
    #expect(
      layout.heads.map(\.title)
        == ["Agents", "Tools", "Credentials", "Identities", "Rights", "Resources"]
    )
    #expect(layout.boxes[0].x < layout.boxes[2].x && layout.boxes[2].x < layout.boxes[3].x)
    for (place, box) in layout.boxes.enumerated() {
      #expect(box.x >= 0 && box.x + PictureLayout.boxWidth <= layout.width)
      #expect(box.y >= 0 && box.y + PictureLayout.boxHeight <= layout.height)
      for other in layout.boxes[(place + 1)...] where other.x == box.x {
        #expect(abs(other.y - box.y) >= PictureLayout.boxHeight)
      }
    }
  }

  /// Neighbours stand beside each other: two chains that do not touch do not cross.
  @Test func chainsThatDoNotTouchDoNotCross() {
    var picture = TrustPicture(thingCount: 6, stepCount: 4)
    for kind in ["agent", "tool", "resource"] {
      let names = kind == "tool" ? ["b", "a"] : ["a", "b"]
      picture.things += names.map { TrustAnswer.Thing(kind: kind, name: "\(kind) \($0)") }
    }
    for (from, to) in [(0, 2), (1, 3), (2, 4), (3, 5)] {
      picture.steps.append(TrustAnswer.Step(from: from, to: to, kind: "k", locator: Self.place))
    }
    let layout = PictureLayout(picture)
    let isAbove = [(0, 1), (2, 3), (4, 5)].map { layout.boxes[$0.0].y < layout.boxes[$0.1].y }
    #expect(Set(isAbove).count == 1)
  }
}
