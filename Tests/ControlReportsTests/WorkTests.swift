import ControlModel
import Testing

@testable import ControlReports

@Suite("Work, gate, horizon and diff")
struct WorkTests {
  private let results = Fixture.report.results
  private var list: WorkList { WorkList(results) }

  @Test(arguments: WorkFormat.allCases)
  func documentEqualsGolden(_ format: WorkFormat) throws {
    let name = format == .csv ? "work.csv" : "work.md"
    try expectGolden(format.render(list, of: results), name)
  }

  @Test func everyOpenFindingIsOnceInTheWorkAndNoWaivedOne() {
    let hardGates = Set(results.controls.filter(\.isHardGate).map(\.id))
    let open = results.subjects.flatMap { subject in
      subject.controls.flatMap(\.findings).filter {
        $0.waiver == nil || hardGates.contains($0.control)
      }
      .map { "\($0.subject) \($0.control) \($0.record)" }
    }
    let items = list.groups.flatMap(\.items)
    let listed = items.flatMap { item in
      item.records.map { "\(item.subject) \(item.control) \($0.record)" }
    }
    #expect(open.count > 5)
    #expect(open.sorted() == listed.sorted())
  }

  @Test func everyControlThatCouldNotBeJudgedIsInTheWork() {
    let wanted = results.subjects.flatMap { subject in
      subject.controls.filter { $0.outcome.isUnassessed }.map {
        "\(subject.subject.id) \($0.control)"
      }
    }
    let listed = Set(list.groups.flatMap(\.items).map { "\($0.subject) \($0.control)" })
    #expect(!wanted.isEmpty)
    #expect(wanted.allSatisfy(listed.contains))
  }

  @Test func whatTheGateNeedsMostComesFirst() throws {
    for group in list.groups {
      #expect(zip(group.items, group.items.dropFirst()).allSatisfy { $0.urgency <= $1.urgency })
    }
    let first = try #require(list.groups.first?.items.first)
    #expect(first.need == .hardGate)
  }

  @Test func noCellOfTheTableIsAFormulaOrBreaksItsRow() {
    let text = WorkFormat.csv.render(list, of: results)
    let rows = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(rows.count > 10)
    for row in rows {
      #expect(!row.unicodeScalars.contains { isActing($0) }, "\(row)")
      // A cell starts at a comma or a quote: none may start a formula.
      for opening in [",=", ",+", ",@", ",\"=", ",\"+", ",\"@", ",-", ",\"-"] {
        #expect(!row.contains(opening), "\(row)")
      }
    }
    #expect(text.contains("'=cmd|"), "the fixture's formula must be there to be disarmed")
  }

  @Test(arguments: [80, 160])
  func gateFitsOneScreen(_ width: Int) throws {
    let screen = GateScreen(decision: .deny, notes: ["a note"])
    let text = screen.render(Fixture.report, width: width, color: false)
    try expectGolden(text, "gate-\(width).txt")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { columns(String($0)) <= width })
  }

  @Test func gateFitsOneScreenWithManySubjectsAndNotes() {
    var many = results
    many.subjects = (0..<40).map { number in
      var subject = Fixture.tallybird
      subject.subject.id = "subject-\(number)"
      return subject
    }
    let report = Report(results: many, catalogs: FixtureCatalogs.all)
    let notes = (0..<9).map { "note \($0)" }
    let text = GateScreen(decision: .deny, notes: notes).render(report, width: 80, color: false)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
    #expect(text.contains("and 35 more subjects"))
  }

  @Test func gateNamesOwnerAndRemedy() {
    let text = GateScreen(decision: .deny).render(Fixture.report, width: 160, color: false)
    #expect(text.contains("owner: Owner of Tallybird Assist"))
    #expect(text.contains("denies  NHI2-1 is a hard gate"))
    #expect(text.contains("mend    Rotate"))
  }

  @Test func horizonSaysWhenWhatAndHowFarItLooked() throws {
    var results = self.results
    let limit = Fixture.asOf.advanced(by: .days(3))
    let turn = DecisionTurn(
      at: limit.advanced(by: .nanoseconds(1)),
      from: .approve,
      to: .hold,
      causes: [
        TurnCause(
          reason: GateReason(.hold, .controlStale, control: "NHI1-1", text: "stale"),
          comes: true,
          text: "inventory\u{1B}[2J.yaml is 7 days old; at most 7 days is allowed"
        )
      ]
    )
    for (index, end) in [Horizon.End.found, .exhausted, .settled].enumerated() {
      results.subjects[index].horizon = Horizon(
        turns: index == 0 ? [turn] : [],
        searchedUntil: Fixture.asOf.advanced(by: .days(40)),
        end: end
      )
    }
    try expectGolden(HorizonText().render(results, width: 80, color: false), "horizon-80.txt")
    let json = ResultsJSON().render(Report(results: results, catalogs: FixtureCatalogs.all))
    #expect(json.contains("\"turnsAt\": \"2026-03-17T00:00:00.000000001Z\""))
    #expect(!ResultsJSON().render(Fixture.report).contains("\"horizon\""))
  }

  @Test func diffShowsWhatTurnedAndWhy() throws {
    var new = results
    let index = try #require(new.subjects.firstIndex { $0.subject.id == "tallybird-assist" })
    let control = try #require(new.subjects[index].controls.firstIndex { $0.control == "NHI2-1" })
    new.subjects[index].controls[control].findings.removeFirst()
    new.subjects[index].controls[control].findings[0].record = "\u{1B}[31mnew\nline"
    new.subjects[index].controls[control].failedCount -= 1
    let diff = ResultsDiff(from: results, to: new)
    try expectGolden(DiffText().render(diff, width: 80, color: false), "diff-80.txt")
    #expect(
      DiffText().render(ResultsDiff(from: new, to: new), width: 80, color: false) == "no change\n"
    )
  }
}
