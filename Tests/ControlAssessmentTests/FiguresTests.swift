import ControlAssessment
import ControlModel
import Testing

/// Figures beside the verdict count what is there, and say so where nothing is.
struct FiguresTests {
  static func inventory(
    _ id: String,
    _ credentials: [String],
    _ fill: (inout RecordTables) -> Void = { _ in }
  ) -> Inventory {
    var tables = RecordTables()
    tables.append(Synthetic.inventory(credentials).records(Credential.self))
    fill(&tables)
    let subject = Subject(id: id, name: id, kind: .vendor, tier: .pilot, owner: "team")
    return Inventory(subject: subject, files: [Synthetic.file()], records: tables)
  }

  static func values(_ figures: [Figure], _ group: Figure.Group) -> [String] {
    figures.filter { $0.group == group }.map(\.value)
  }

  @Test func nothingThereIsNotCovered() throws {
    let figures = try #require(Figures.all(of: [Self.inventory("a", [])]).first?.figures)
    #expect(Self.values(figures, .coverage).allSatisfy { $0 == "not covered" })
    #expect(Self.values(figures, .kinds).allSatisfy { $0 == "not covered" })
    #expect(Self.values(figures, .reviewTime) == ["not recorded"])
    #expect(Self.values(figures, .cost) == ["not recorded"])
    #expect(Self.values(figures, .dependence) == ["none"])
  }

  @Test func seenIsHeldAgainstTheInventory() throws {
    let inventory = Self.inventory("a", ["one", "two"]) { tables in
      tables.append(
        Identity(
          id: "other",
          kind: .serviceAccount,
          provider: "aws",
          account: "1",
          aliases: ["svc"],
          status: .enabled
        )
      )
    }
    let figures = try #require(Figures.all(of: [inventory]).first?.figures)
    #expect(
      Self.values(figures, .coverage) == [
        "1 of 1 (100 %)", "2 of 2 (100 %)", "0 of 1 (0 %)", "not covered",
      ]
    )
    #expect(Self.values(figures, .kinds).last == "aws 1")
  }

  @Test func sharedCredentialMakesBothDependent() {
    let figures = Figures.all(
      of: [
        Self.inventory("a", ["one", "two"]), Self.inventory("b", ["two", "three"]),
        Self.inventory("c", ["four"]),
      ]
    )
    #expect(figures.map(\.subject) == ["a", "b", "c"])
    #expect(
      figures.map { Self.values($0.figures, .dependence) } == [["b (1)"], ["a (1)"], ["none"]]
    )
  }

  @Test func reviewTimeIsMeasuredFromRequestToDecision() throws {
    let inventory = Self.inventory("a", []) { tables in
      for (index, days) in [1, 2, 9].enumerated() {
        tables.append(
          ProcurementApproval(
            id: "apr-\(index)",
            kind: .security,
            targetKind: .product,
            target: "a",
            tier: .pilot,
            decision: .approved,
            requestedAt: Synthetic.asOf.advanced(by: .days(-days)),
            decidedAt: .at(Synthetic.asOf),
            connectedAt: .never,
            liveAt: .never,
            reviewDueAt: .never,
            expiresAt: .never
          )
        )
      }
    }
    let figures = try #require(Figures.all(of: [inventory]).first?.figures)
    #expect(
      Self.values(figures, .reviewTime) == [
        "3 measured: median 2 days, 95 % within 9 days, greatest 9 days"
      ]
    )
  }
}
