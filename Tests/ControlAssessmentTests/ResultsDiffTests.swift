import ControlAssessment
import ControlModel
import ControlTesting
import Testing

/// What turned between two runs, and why.
struct ResultsDiffTests {
  static let maximumAge = PolicyParameter("maximumAge", .duration(.days(90)), "Age.")

  static let suites = Synthetic.suite(
    Synthetic.badCredential,
    Control("D-2", "Young", .limits(maximumAge), .blocks(from: .pilot), .remedy("x")) {
      (credential: Credential, scope) in
      guard let created = credential.createdAt else { return }
      try expect(
        "age",
        scope.asOf.duration(since: created),
        .atMost(scope.policy.duration(maximumAge))
      )
    }
  )

  /// A run over credentials of some ages in days.
  static func run(
    _ credentials: [(id: String, age: Int)],
    digest: Character = "a",
    later days: Int = 0,
    waivers: [Waiver] = [],
    limit: Duration? = nil,
    suites: [ControlSuite] = suites,
    kind: Subject.Kind = .vendor,
    subject: String = "acme"
  ) async -> AssessmentResults {
    var tables = RecordTables()
    tables.append(
      credentials.map { credential in
        Credential(
          id: credential.id,
          identity: "svc",
          kind: .accessKey,
          status: .active,
          basis: .configured,
          createdAt: Synthetic.asOf.advanced(by: .days(-credential.age)),
          locator: Locator(path: "iam-credential-report.yaml", line: 1)
        )
      }
    )
    let file = Synthetic.file { $0.digest = String(repeating: digest, count: 64) }
    var policy = Policy()
    if let limit { policy.values["maximumAge"] = .duration(limit) }
    var plan = AssessmentPlan(
      suites: suites,
      policy: policy,
      waivers: waivers,
      asOf: Synthetic.asOf.advanced(by: .days(days)),
      catalogs: []
    )
    plan.policyDigest = limit.map(\.words) ?? ""
    let inventory = Inventory(
      subject: Subject(id: subject, name: "Acme", kind: kind, tier: .production, owner: "team"),
      files: [file],
      records: tables
    )
    return await Assessment.run(plan, over: [inventory], toolVersion: "test")
  }

  static func turn(_ old: AssessmentResults, _ new: AssessmentResults) throws -> ControlTurn {
    let diff = ResultsDiff(from: old, to: new)
    #expect(diff.isComparable, "\(diff.obstacles)")
    let controls = try #require(diff.subjects.first).controls
    #expect(controls.count == 1)
    return try #require(controls.first)
  }

  @Test func sameRunHasNoChange() async {
    let run = await Self.run([("a", 10), ("bad", 100)])
    let diff = ResultsDiff(from: run, to: run)
    #expect(!diff.hasChanges && diff.isComparable && diff.regressions.isEmpty)
  }

  @Test func rotationIsEvidence() async throws {
    let old = await Self.run([("a", 100)])
    let new = await Self.run([("a", 1)], digest: "b")
    let turn = try Self.turn(old, new)
    #expect((turn.oldOutcome, turn.newOutcome) == (.fail, .pass))
    #expect(turn.gone.map(\.record) == ["a"])
    #expect(turn.appeared.isEmpty && !turn.isWorse)
    #expect(
      turn.causes == [
        TurnReason(
          .evidence,
          "iam-credential-report.yaml changed, sha256 aaaaaaaaaaaa to bbbbbbbbbbbb"
        )
      ]
    )
    #expect(ResultsDiff(from: new, to: old).regressions.map(\.turn.control) == ["D-2"])
  }

  @Test func expiredWaiverIsTheWaiver() async throws {
    let waiver = Synthetic.waiver(["bad"])
    let old = await Self.run([("bad", 1)], waivers: [waiver])
    let new = await Self.run([("bad", 1)], later: 11, waivers: [waiver])
    let turn = try Self.turn(old, new)
    #expect((turn.oldOutcome, turn.newOutcome) == (.waived, .fail))
    #expect(turn.reopened.map(\.record) == ["bad"])
    #expect(turn.isWorse)
    #expect(turn.causes == [TurnReason(.waiver, "W-1 expired at \(waiver.expiresAt)")])
  }

  @Test func changedLimitIsPolicy() async throws {
    let old = await Self.run([("a", 50)])
    let new = await Self.run([("a", 50)], limit: .days(30))
    let turn = try Self.turn(old, new)
    #expect(turn.appeared.map(\.record) == ["a"])
    #expect(turn.causes == [TurnReason(.policy, "maximumAge was 90 days, is 30 days")])
  }

  @Test func nothingButLaterIsTime() async throws {
    let turn = try Self.turn(await Self.run([("a", 89)]), await Self.run([("a", 89)], later: 2))
    #expect((turn.oldOutcome, turn.newOutcome) == (.pass, .fail))
    #expect(turn.causes.map(\.kind) == [.time])
  }

  @Test func anotherDeclarationOrCodeIsTheControl() async throws {
    func suites(_ limit: Int, _ severity: Severity) -> [ControlSuite] {
      Synthetic.suite(
        Control("D-3", "Young", .severity(severity), .remedy("x")) {
          (credential: Credential, scope) in
          try expect(
            "age",
            credential.createdAt.map { scope.asOf.duration(since: $0) },
            .atMost(.days(limit))
          )
        }
      )
    }
    let old = await Self.run([("a", 10)], suites: suites(20, .low))
    let declared = await Self.run([("a", 10)], suites: suites(5, .high))
    #expect(try Self.turn(old, declared).causes.map(\.kind) == [.control])
    let recoded = await Self.run([("a", 10)], suites: suites(5, .low))
    #expect(
      try Self.turn(old, recoded).causes == [
        TurnReason(.control, "no recorded input changed: the code of the control must have")
      ]
    )
  }

  @Test func olderFindingThatOnlyAgesIsNoChange() async {
    let old = await Self.run([("a", 100)])
    let new = await Self.run([("a", 100)], later: 3)
    #expect(!ResultsDiff(from: old, to: new).hasChanges)
  }

  @Test func anotherFailureInPlaceOfAMendedOneIsWorse() async throws {
    let old = await Self.run([("a", 100), ("b", 1)])
    let new = await Self.run([("a", 1), ("b", 100)], digest: "b")
    let turn = try Self.turn(old, new)
    #expect(turn.oldFailedCount == turn.newFailedCount)
    #expect(turn.isWorse)
  }

  @Test func otherSuitesKindsOrSubjectsAreNotComparable() async {
    let old = await Self.run([("a", 1)])
    let fewer = await Self.run([("a", 1)], suites: Synthetic.suite(Synthetic.badCredential))
    #expect(
      ResultsDiff(from: old, to: fewer).obstacles
        == ["the suites differ: controls D-2 only in the old run"]
    )
    let kind = await Self.run([("a", 1)], kind: .environment)
    #expect(
      ResultsDiff(from: old, to: kind).obstacles
        == ["the kinds differ: acme was vendor, is environment"]
    )
    let subject = await Self.run([("a", 1)], subject: "other")
    #expect(
      ResultsDiff(from: old, to: subject).obstacles == [
        "the subjects differ: acme only in the old run",
        "the subjects differ: other only in the new run",
      ]
    )
  }

  @Test func gateFailsOnARegressionAndHoldsWithoutABaselineToCompare() async {
    let accepted = await Self.run([("a", 1)])
    #expect(GateCheck(accepted, notWorseThan: accepted).decision == .approve)
    // A control that only flags gets worse: the decision alone would let it by.
    let flagging = Synthetic.suite(
      Synthetic.badCredential,
      Control("F-1", "Even", .blocks(from: .production), .remedy("x")) {
        (credential: Credential, _) in
        if credential.id == "odd" { throw Deviation("id", expected: "even", observed: "odd") }
      }
    )
    var before = await Self.run([("a", 1)], suites: flagging)
    var after = await Self.run([("odd", 1)], digest: "b", suites: flagging)
    for index in after.subjects.indices {
      after.subjects[index].tier = .pilot
      after.subjects[index].decision = .approve
      before.subjects[index].tier = .pilot
    }
    #expect(GateCheck(after).decision == .approve)
    #expect(GateCheck(after, notWorseThan: before).decision == .deny)
    let other = await Self.run([("a", 1)], subject: "other")
    #expect(GateCheck(accepted, notWorseThan: other).decision == .hold)
    #expect(GateCheck(accepted, for: .pilot).decision == .hold)
    #expect(GateCheck(accepted, for: .production).decision == .approve)
  }

  @Test func editedResultsContradictThemselves() async {
    let honest = await Self.run([("bad", 1)])
    #expect(GateCheck.contradictions(in: honest).isEmpty)
    var edited = honest
    edited.subjects[0].decision = .approve
    #expect(
      GateCheck.contradictions(in: edited) == ["acme reads approve, and its reasons say deny"]
    )
    edited.subjects[0].reasons = []
    #expect(GateCheck.contradictions(in: edited) == ["S-1 blocks acme and no reason names it"])
    edited.subjects[0].controls = []
    #expect(GateCheck.contradictions(in: edited) == ["acme is approved, and nothing was judged"])
  }
}
