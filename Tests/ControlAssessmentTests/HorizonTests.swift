import ControlAssessment
import ControlModel
import ControlTesting
import ControlTestingSupport
import Testing

/// Just before the horizon the decision is what it was, at the horizon it is another, and nothing
/// turns it in between.
struct HorizonTests {
  static let asOf = Synthetic.asOf
  static let maximumAge = PolicyParameter("maximumAge", .duration(.days(90)), "Age.")

  /// Checks of every kind: none of time, a limit that is passed, one that is met, a record's own
  /// duration, a start that lies ahead, and a fold over other records.
  static let suites = Synthetic.suite(
    Synthetic.badCredential,
    Control("H-1", "Young", .limits(maximumAge), .blocks(from: .pilot), .remedy("x")) {
      (credential: Credential, scope) in
      guard let created = credential.createdAt else { return }
      try expect(
        "age",
        scope.asOf.duration(since: created),
        .atMost(scope.policy.duration(maximumAge))
      )
    },
    Control("H-2", "In force", .satisfies(.nhi(1)), .blocks(from: .pilot), .remedy("x")) {
      (credential: Credential, scope) in
      if credential.expiresAt.hasPassed(at: scope.asOf) {
        throw Deviation("expiry", expected: "ahead", observed: credential.expiresAt.description)
      }
    },
    Control("H-3", "Used by now", .blocks(from: .production), .remedy("x")) { (scope: Scope) in
      // What starts ahead mends itself with time: decisions are not monotone.
      scope.records(Credential.self).contains { $0.rotatedAt.hasPassed(at: scope.asOf) }
        ? [] : [Deviation("rotation", expected: "one in the past", observed: "none")]
    }
  )

  static func estate(using generator: inout SeededGenerator) -> (Inventory, [Waiver]) {
    func moment(_ days: ClosedRange<Int>) -> Instant {
      let day = Int.random(in: days, using: &generator)
      return asOf.advanced(by: .days(day) + .seconds(Int.random(in: 0...9, using: &generator)))
    }
    let count = Int.random(in: 1...4, using: &generator)
    var tables = RecordTables()
    for number in 0..<count {
      let isBad = Int.random(in: 0..<6, using: &generator) == 0
      tables.append(
        Credential(
          id: "\(isBad ? "bad" : "ok")-\(number)",
          identity: "svc",
          kind: .accessKey,
          status: .active,
          basis: .configured,
          createdAt: moment(-100 ... -1),
          rotatedAt: .at(moment(-60...20)),
          expiresAt: .at(moment(-5...200)),
          locator: Locator(path: "iam-credential-report.yaml", line: number + 1)
        )
      )
    }
    let file = Synthetic.file { $0.collectedAt = moment(-30...0) }
    let tier: Tier = Bool.random(using: &generator) ? .pilot : .production
    let subject = Subject(id: "acme", name: "Acme", kind: .vendor, tier: tier, owner: "o")
    let waivers = ["S-1", "H-1", "H-2"].map { control in
      Synthetic.waiver((0..<count).flatMap { ["ok-\($0)", "bad-\($0)"] }) {
        $0.id = "W-\(control)"
        $0.control = control
        $0.startsAt = moment(-40...10)
        $0.expiresAt = $0.startsAt.advanced(by: .days(Int.random(in: 1...60, using: &generator)))
      }
    }
    let kept = waivers.filter { _ in Bool.random(using: &generator) }
    return (Inventory(subject: subject, files: [file], records: tables), kept)
  }

  static func plan(_ waivers: [Waiver], at instant: Instant = asOf) -> AssessmentPlan {
    AssessmentPlan(
      suites: suites,
      policy: Policy(),
      waivers: waivers,
      asOf: instant,
      catalogs: []
    )
  }

  static func decision(
    _ inventory: Inventory,
    _ waivers: [Waiver],
    at instant: Instant
  ) async -> GateDecision {
    await Assessment.run(plan(waivers, at: instant), over: [inventory], toolVersion: "").decision
  }

  @Test func limitThatIsJustMetTurnsRightAfterTheStart() throws {
    let credential = Credential(
      id: "ok",
      identity: "svc",
      kind: .accessKey,
      status: .active,
      basis: .configured,
      createdAt: Self.asOf.advanced(by: .days(-90)),
      rotatedAt: .at(Self.asOf.advanced(by: .days(-1))),
      expiresAt: .at(Self.asOf.advanced(by: .days(100)))
    )
    var tables = RecordTables()
    tables.append(credential)
    let subject = Subject(id: "acme", name: "Acme", kind: .vendor, tier: .pilot, owner: "o")
    let inventory = Inventory(subject: subject, files: [Synthetic.file()], records: tables)
    let horizon = HorizonSearch(until: Self.asOf.advanced(by: .days(300)))
      .horizon(of: inventory, in: Self.plan([]))
    let turn = try #require(horizon.turns.first)
    #expect(turn.at == Self.asOf.advanced(by: .nanoseconds(1)))
    #expect(turn.to == .deny)
  }

  @Test func turnsJustThereAndNowhereBefore() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var kinds: Set<String> = []
    let until = Self.asOf.advanced(by: .days(300))
    for round in 0..<150 {
      let (inventory, waivers) = Self.estate(using: &generator)
      let horizon = HorizonSearch(until: until, turnCount: 3)
        .horizon(of: inventory, in: Self.plan(waivers))
      var standing = await Self.decision(inventory, waivers, at: Self.asOf)
      var start = Self.asOf
      for turn in horizon.turns {
        kinds.insert("\(turn.from) to \(turn.to)")
        let place = "seed \(seed), round \(round), \(turn)"
        #expect(turn.from == standing, "\(place)")
        #expect(!turn.causes.isEmpty, "\(place)")
        let before = turn.at.advanced(by: .nanoseconds(-1))
        #expect(await Self.decision(inventory, waivers, at: before) == turn.from, "\(place)")
        #expect(await Self.decision(inventory, waivers, at: turn.at) == turn.to, "\(place)")
        for _ in 0..<10 {
          let instant = Self.instant(start, before, &generator)
          #expect(
            await Self.decision(inventory, waivers, at: instant) == turn.from,
            "\(place): turned at \(instant) already"
          )
        }
        standing = turn.to
        start = turn.at
      }
      if horizon.turns.count == 3 { continue }
      for _ in 0..<20 {
        let instant = Self.instant(start, until.advanced(by: .nanoseconds(-1)), &generator)
        #expect(
          await Self.decision(inventory, waivers, at: instant) == standing,
          "seed \(seed), round \(round): a turn before \(instant) was not found"
        )
      }
    }
    #expect(kinds.contains("approve to hold") && kinds.contains("approve to deny"), "seed \(seed)")
    #expect(
      kinds.contains("deny to approve"),
      "seed \(seed): nothing got better, so that was not tried"
    )
  }

  private static func instant(
    _ start: Instant,
    _ end: Instant,
    _ generator: inout SeededGenerator
  ) -> Instant {
    Instant(
      nanosecondsSinceEpoch: Int64.random(
        in: start
          .nanosecondsSinceEpoch...max(start.nanosecondsSinceEpoch, end.nanosecondsSinceEpoch),
        using: &generator
      )
    )
  }

  @Test func ageOfEvidenceTurnsAnApprovalToHoldAndIsNamed() throws {
    let plan = AssessmentPlan(
      suites: Synthetic.suite(Synthetic.badCredential),
      policy: Policy(),
      waivers: [],
      asOf: Self.asOf,
      catalogs: []
    )
    let horizon = HorizonSearch(until: Self.asOf.advanced(by: .days(400)))
      .horizon(of: Synthetic.inventory(["a"]), in: plan)
    let turn = try #require(horizon.turns.first)
    // Collected a day ago, 35 days allowed: the first instant beyond is a nanosecond later.
    #expect(turn.at == Self.asOf.advanced(by: .days(34) + .nanoseconds(1)))
    #expect((turn.from, turn.to) == (.approve, .hold))
    #expect(turn.causes.map(\.reason.rule) == [.controlStale, .nothingAssessed])
    #expect(
      turn.causes.first?.text
        == "iam-credential-report.yaml is 35 days old; at most 35 days is allowed"
    )
  }

  @Test func endOfAWaiverTurnsAnApprovalToDenyAndIsNamed() throws {
    let plan = AssessmentPlan(
      suites: Synthetic.suite(Synthetic.badCredential),
      policy: Policy(),
      waivers: [Synthetic.waiver(["bad"])],
      asOf: Self.asOf,
      catalogs: []
    )
    let horizon = HorizonSearch(until: Self.asOf.advanced(by: .days(400)))
      .horizon(of: Synthetic.inventory(["bad"]), in: plan)
    let turn = try #require(horizon.turns.first)
    #expect(turn.at == Self.asOf.advanced(by: .days(10)))
    #expect((turn.from, turn.to) == (.approve, .deny))
    #expect(turn.causes.map(\.text) == ["waiver W-1 does not excuse"])
  }

  @Test func failureWithoutTimeIsSettledAtOnce() {
    let plan = Self.plan([])
    let horizon = HorizonSearch(until: Self.asOf.advanced(by: .days(400)))
      .horizon(of: Synthetic.inventory(["bad"]), in: plan)
    #expect(horizon.turns.isEmpty)
    #expect(horizon.end == .settled)
  }

  @Test func boundOnWorkIsSaidAndNotExceeded() throws {
    var generator = SeededGenerator(seed: 7)
    var tables = RecordTables()
    for number in 0..<50 {
      let end = Self.asOf.advanced(by: .days(20))
      tables.append(
        Credential(
          id: "ok-\(number)",
          identity: "svc",
          kind: .accessKey,
          status: .active,
          basis: .configured,
          rotatedAt: .at(Self.instant(Self.asOf, end, &generator)),
          locator: Locator(path: "iam-credential-report.yaml", line: number + 1)
        )
      )
    }
    let subject = Subject(id: "acme", name: "Acme", kind: .vendor, tier: .pilot, owner: "o")
    let inventory = Inventory(subject: subject, files: [Synthetic.file()], records: tables)
    let until = Self.asOf.advanced(by: .days(30))
    let whole = HorizonSearch(until: until).horizon(of: inventory, in: Self.plan([]))
    #expect(whole.end == .reached)
    #expect(whole.searchedUntil == until)
    let cut = HorizonSearch(until: until, budget: 300).horizon(of: inventory, in: Self.plan([]))
    #expect(cut.end == .exhausted)
    #expect(cut.searchedUntil < until)
    #expect(cut.turns.isEmpty)
  }
}
