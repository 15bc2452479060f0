import ControlAssessment
import ControlModel
import ControlTesting
import Testing

/// Rules that the gate follows by what it does not do.
struct GateRuleTests {
  static func control(_ id: String, _ traits: ControlTrait) -> Control {
    Control(id, "Nothing is bad at all", traits, .blocks(from: .pilot), .remedy("x")) {
      (credential: Credential, _) in
      if credential.id.hasPrefix("bad") {
        throw Deviation("quality", expected: "good", observed: "bad")
      }
    }
  }

  /// Whatever the order of suites; and the rest keeps its own.
  @Test func governanceIsReadFirst() async throws {
    let suites = Synthetic.suite(
      Self.control("A-1", .satisfies(.nhi(7))),
      Self.control("B-1", .satisfies(.csf("GV.SC-10"))),
      Self.control("C-1", .satisfies(.nhi(5))),
      Self.control("D-1", .satisfies(.aiRMF("GOVERN 1.6"))),
      Self.control("E-1", .supports(.csf("GV.OC-01")))
    )
    let result = try await Synthetic.assess(Synthetic.inventory(["bad"]), suites: suites)
    #expect(result.decision == .deny)
    #expect(result.reasons.compactMap(\.control) == ["B-1", "D-1", "A-1", "C-1", "E-1"])
  }

  /// A commercial yes, however good, is read by controls and never by the gate.
  @Test func commercialApprovalOpensNothing() async throws {
    let plain = Synthetic.inventory(["bad"])
    var tables = RecordTables()
    tables.append(plain.records(Credential.self))
    tables.append(
      ProcurementApproval(
        id: "apr-1",
        kind: .commercial,
        targetKind: .product,
        target: "acme",
        tier: .production,
        decision: .approved,
        decidedAt: .at(Synthetic.asOf),
        connectedAt: .at(Synthetic.asOf),
        liveAt: .at(Synthetic.asOf),
        reviewDueAt: .never,
        expiresAt: .never
      )
    )
    let bought = Inventory(subject: plain.subject, files: plain.files, records: tables)
    let without = try await Synthetic.assess(plain)
    let with = try await Synthetic.assess(bought)
    #expect(without.decision == .deny)
    #expect(with == without)
  }

  /// There is nothing in a result that could be added up to a score.
  @Test func noScoreIsInAResult() async throws {
    let result = try await Synthetic.assess(Synthetic.inventory(["a"]))
    let names = Mirror(reflecting: result).children.compactMap(\.label)
    #expect(!names.isEmpty)
    #expect(!names.contains { $0.lowercased().contains("score") })
  }
}
