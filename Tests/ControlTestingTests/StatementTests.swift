public import ControlModel
import ControlTesting
import Testing

/// A statement counts only where each of its checks holds, just inside and outside each limit.
struct StatementTests {
  static let asOf: Instant = "2026-06-30T00:00:00Z"

  static let asked = StatementAsked(
    "mission-in-strategy",
    "The strategy of {target} says what AI is used for and why.",
    by: ["ciso", "chief-executive"],
    accountableFor: "ai-risk",
    on: ["ai-strategy"]
  )

  /// A world in which the statement stands; a case changes one thing in it.
  struct World {
    var claim = "The strategy of acme says what AI is used for and why."
    var requirements = ["mission-in-strategy"]
    var role = "ciso"
    var verified = Attestation.Verified.yes
    var signedAt: Instant = "2025-06-30T00:00:00Z"
    var expiresAt: Moment = .at("2026-06-30T00:00:01Z")
    var withdrawnAt: Moment = .never
    var reference = "strategy.pdf"
    var digest = "sha256:aa"
    var holderRole = "ciso"
    var holderScope = "organization"
    var holderStatus = RoleHolder.Status.active
    var holderStartsAt: Instant? = "2025-06-30T00:00:00Z"
    var holderEndsAt: Moment = .never
    var dutyRelation = Duty.Relation.accountable
    var dutyPerson: String? = "ada"
    var documentState = PolicyDocument.State.inForce
    var documentTopics = ["ai-strategy"]
    var documentApprovedAt: Moment = .at("2026-06-30T00:00:00Z")
    var documentReviewDueAt: Moment = .at("2026-06-30T00:00:01Z")
    var newerVersion = false
    var leftAt: Instant?

    var attestation: Attestation {
      Attestation(
        id: "att-1",
        claim: claim,
        requirements: requirements,
        target: "acme",
        owner: "ada",
        role: role,
        documentReference: reference,
        documentDigest: digest,
        verified: verified,
        signedAt: signedAt,
        expiresAt: expiresAt,
        withdrawnAt: withdrawnAt
      )
    }

    var scope: Scope {
      var tables = RecordTables()
      tables.append(attestation)
      tables.append(
        RoleHolder(
          person: "ada",
          role: holderRole,
          scope: holderScope,
          kind: .person,
          party: .customer,
          status: holderStatus,
          startsAt: holderStartsAt,
          endsAt: holderEndsAt
        )
      )
      tables.append(
        Duty(
          duty: "ai-risk",
          scope: "acme",
          party: .customer,
          relation: dutyRelation,
          role: "ciso",
          person: dutyPerson
        )
      )
      tables.append(
        PolicyDocument(
          id: "strategy",
          title: "Strategy",
          kind: .strategy,
          topics: documentTopics,
          version: "1",
          digest: "sha256:aa",
          state: documentState,
          approvedAt: documentApprovedAt,
          reviewDueAt: documentReviewDueAt
        )
      )
      if newerVersion {
        tables.append(
          PolicyDocument(
            id: "strategy",
            title: "Strategy",
            kind: .strategy,
            topics: ["ai-strategy"],
            version: "2",
            digest: "sha256:bb",
            state: .inForce,
            approvedAt: .at("2026-06-30T00:00:00Z"),
            reviewDueAt: .at("2027-06-30T00:00:00Z")
          )
        )
      }
      if let leftAt {
        tables.append(
          LifecycleEvent(
            id: "ev-1",
            targetKind: .person,
            target: "ada",
            event: .offboard,
            state: .done,
            effectiveAt: leftAt
          )
        )
      }
      return StatementTests.scope(tables)
    }
  }

  static func scope(_ tables: RecordTables) -> Scope {
    let subject = Subject(
      id: "acme",
      name: "Acme",
      kind: .vendor,
      tier: .production,
      owner: "ada"
    )
    return Scope(
      inventory: Inventory(subject: subject, files: [], records: tables),
      tier: .production,
      asOf: asOf,
      policy: Policy()
    )
  }

  @Test func standsWhereEverythingHoldsAtItsLimit() throws {
    let attestation = try World().scope.expectStatement(Self.asked)
    #expect(attestation.id == "att-1")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var attribute: String
    var observed: String?
    var change: @Sendable (inout World) -> Void
    var testDescription: String { attribute }

    init(
      _ attribute: String,
      _ observed: String? = nil,
      _ change: @escaping @Sendable (inout World) -> Void
    ) {
      self.attribute = attribute
      self.observed = observed
      self.change = change
    }
  }

  static let faults: [Fault] = [
    Fault("statement", "none recorded") { $0.requirements = ["GV.OC-01"] },
    Fault("claim of att-1", "Acme is fine.") { $0.claim = "Acme is fine." },
    Fault("claim of att-1", "not recorded") { $0.claim = " " },
    Fault("signature of att-1", "no") { $0.verified = .no },
    Fault("signature of att-1", "notTried") { $0.verified = .notTried },
    Fault("signing of att-1", "2026-06-30T00:00:01Z") { $0.signedAt = "2026-06-30T00:00:01Z" },
    Fault("age of att-1", "365 days 1 second") {
      $0.signedAt = "2025-06-29T23:59:59Z"
      $0.holderStartsAt = "2025-01-01T00:00:00Z"
    },
    Fault("expiry of att-1", "2026-06-30T00:00:00Z") {
      $0.expiresAt = .at("2026-06-30T00:00:00Z")
    },
    Fault("expiry of att-1", "never") { $0.expiresAt = .never },
    Fault("expiry of att-1", "not recorded") { $0.expiresAt = .notRecorded },
    Fault("withdrawal of att-1", "not recorded") { $0.withdrawnAt = .notRecorded },
    Fault("withdrawal of att-1", "2026-06-01T00:00:00Z") {
      $0.withdrawnAt = .at("2026-06-01T00:00:00Z")
    },
    Fault("signer of att-1") { $0.holderStatus = .left },
    Fault("signer of att-1") { $0.holderEndsAt = .at("2026-06-30T00:00:00Z") },
    Fault("signer of att-1") { $0.leftAt = "2026-06-30T00:00:00Z" },
    Fault("role of att-1", "architect") {
      $0.role = "architect"
      $0.holderRole = "architect"
    },
    Fault("role of att-1", "not held by ada") { $0.role = "chief-executive" },
    Fault("role of att-1", "not held by ada") { $0.holderScope = "globex" },
    Fault("role of att-1 now") { $0.holderStartsAt = nil },
    Fault("role of att-1 when signing", "from 2025-06-30T00:00:01Z to never") {
      $0.holderStartsAt = "2025-06-30T00:00:01Z"
    },
    Fault("duty of att-1", "nobody is, by the responsibility matrix") {
      $0.dutyRelation = .responsible
    },
    Fault("duty of att-1", "ben") { $0.dutyPerson = "ben" },
    Fault("document of att-1", "not recorded") { $0.reference = "" },
    Fault("digest of att-1", "not recorded") { $0.digest = " " },
    Fault("document of att-1") { $0.digest = "sha256:cc" },
    Fault("topics of strategy 1", "holidays") { $0.documentTopics = ["holidays"] },
    Fault("state of strategy 1", "superseded") { $0.documentState = .superseded },
    Fault("approval of strategy 1", "2026-06-30T00:00:01Z") {
      $0.documentApprovedAt = .at("2026-06-30T00:00:01Z")
    },
    Fault("approval of strategy 1", "not recorded") { $0.documentApprovedAt = .notRecorded },
    Fault("next review of strategy 1", "2026-06-30T00:00:00Z") {
      $0.documentReviewDueAt = .at("2026-06-30T00:00:00Z")
    },
    Fault("version of strategy", "1") {
      $0.documentApprovedAt = .at("2026-01-01T00:00:00Z")
      $0.newerVersion = true
    },
  ]

  @Test(arguments: faults)
  func oneFaultIsNamed(_ fault: Fault) throws {
    var world = World()
    fault.change(&world)
    let deviation = try #require(throws: Deviation.self) {
      try world.scope.expectStatement(Self.asked)
    }
    #expect(deviation.attribute == fault.attribute)
    if let observed = fault.observed { #expect(deviation.observed == observed) }
    // The record behind it is named wherever there is one.
    let stated = try #require(world.scope.statementDeviations(Self.asked).first)
    #expect((stated.record?.key == "att-1") == (fault.attribute != "statement"))
  }

  @Test func dutyOfTheRoleIsEnoughWhereNobodyIsNamed() throws {
    var world = World()
    world.dutyPerson = nil
    #expect(throws: Never.self) { try world.scope.expectStatement(Self.asked) }
  }

  @Test func wordsMayBreakAnywhere() throws {
    var world = World()
    world.claim = " The strategy of acme says\n what AI is used  for and why."
    #expect(throws: Never.self) { try world.scope.expectStatement(Self.asked) }
  }

  @Test func faultOfTheClosestIsNamed() throws {
    let (close, far) = (World(), World())
    var tables = RecordTables()
    var expired = close
    expired.expiresAt = .at("2026-01-01T00:00:00Z")
    var unsigned = far
    unsigned.verified = .no
    for attestation in [unsigned.attestation, expired.attestation] { tables.append(attestation) }
    tables.append(
      RoleHolder(
        person: "ada",
        role: "ciso",
        scope: "acme",
        kind: .person,
        party: .customer,
        status: .active,
        startsAt: "2025-01-01T00:00:00Z",
        endsAt: .never
      )
    )
    let asked = StatementAsked(
      Self.asked.name,
      Self.asked.claim,
      by: ["ciso"]
    )
    let deviation = try #require(throws: Deviation.self) {
      try Self.scope(tables).expectStatement(asked)
    }
    #expect(deviation.attribute == "expiry of att-1")
  }
}

/// Statements that must follow one another without a gap.
struct UnbrokenStatementTests {
  static let asked = StatementAsked(
    "risk-review",
    "The risks were reviewed.",
    by: ["ciso"],
    maximumAge: .statementPeriod,
    unbrokenOver: .statementPeriod
  )

  /// Each statement is signed and expires; the period asked for starts on 2024-06-30.
  static func scope(
    _ periods: [(from: Instant, to: Instant)],
    withdrawn: Instant? = nil,
    onboarded: Instant? = nil
  ) -> Scope {
    var tables = RecordTables()
    for (offset, period) in periods.enumerated() {
      tables.append(
        Attestation(
          id: "att-\(offset)",
          claim: "The risks were reviewed.",
          requirements: ["risk-review"],
          target: "acme",
          owner: "ada",
          role: "ciso",
          documentReference: "r",
          documentDigest: "d",
          verified: .yes,
          signedAt: period.from,
          expiresAt: .at(period.to),
          withdrawnAt: offset == 0 ? withdrawn.map { .at($0) } ?? .never : .never
        )
      )
    }
    tables.append(
      RoleHolder(
        person: "ada",
        role: "ciso",
        scope: "acme",
        kind: .person,
        party: .customer,
        status: .active,
        startsAt: "2020-01-01T00:00:00Z",
        endsAt: .never
      )
    )
    if let onboarded {
      tables.append(
        LifecycleEvent(
          id: "ev",
          targetKind: .vendor,
          target: "acme",
          event: .onboard,
          state: .done,
          effectiveAt: onboarded
        )
      )
    }
    return StatementTests.scope(tables)
  }

  static let first: (from: Instant, to: Instant) = ("2024-06-01T00:00:00Z", "2025-06-01T00:00:00Z")
  static let meets: (from: Instant, to: Instant) = ("2025-06-15T00:00:00Z", "2026-07-15T00:00:00Z")
  static let late: (from: Instant, to: Instant) = ("2025-06-15T00:00:01Z", "2026-07-15T00:00:00Z")

  private static func observed(_ scope: Scope) -> String? {
    do {
      try scope.expectStatement(asked)
      return nil
    } catch {
      return (error as? Deviation)?.observed ?? "\(error)"
    }
  }

  @Test func nextMaySignAtTheEndOfTheGrace() {
    // 2024-06-30 is 730 days before the as-of time.
    #expect(Self.observed(Self.scope([Self.first, Self.meets])) == nil)
  }

  @Test func aSecondLaterIsAGap() {
    #expect(
      Self.observed(Self.scope([Self.first, Self.late])) == "a gap after 2025-06-01T00:00:00Z"
    )
  }

  @Test func theLastAloneDoesNotCoverThePeriod() {
    #expect(Self.observed(Self.scope([Self.meets])) == "none that covers the start")
  }

  @Test func theLastAloneCoversWhatWasTakenOnSince() {
    #expect(Self.observed(Self.scope([Self.meets], onboarded: "2025-06-01T00:00:00Z")) == nil)
    #expect(
      Self.observed(Self.scope([Self.meets], onboarded: "2025-05-31T23:59:59Z"))
        == "none that covers the start"
    )
  }

  @Test func aWithdrawnStatementEndsWhenItWasWithdrawn() {
    let scope = Self.scope([Self.first, Self.meets], withdrawn: "2024-12-01T00:00:00Z")
    #expect(Self.observed(scope) == "a gap after 2024-12-01T00:00:00Z")
  }

  @Test func aStartThatIsPlannedShortensNothing() {
    let scope = Self.scope([Self.meets], onboarded: "2026-08-01T00:00:00Z")
    #expect(Self.observed(scope) == "none that covers the start")
  }
}

/// The ways to write a control that asks for a statement.
struct StatementTraitTests {
  private static let statement = StatementAsked("asked", "It is so.", by: ["ciso"], on: ["topic"])

  @Test func aControlWithoutACheckIsAttested() {
    let control = Control("X-1", "It is so", .signed(Self.statement))
    #expect(control.description.mode == .attested)
    #expect(control.description.shape == .subject)
    #expect(control.description.asks == [Self.statement])
    #expect(control.parameters == [.statementMaximumAge])
    #expect(
      control.description.needs.flatMap(\.kinds) == [
        .attestation, .roleRegister, .lifecycleEvents, .policyRegister,
      ]
    )
  }

  @Test func aControlWithACheckIsHybrid() {
    let control = Control("X-2", "It is so", .signed(Self.statement)) {
      (credential: Credential, _) in
      try expect("expiry", credential.expiresAt, .present)
    }
    #expect(control.description.mode == .hybrid)
    #expect(control.description.population == "Credential")
    #expect(control.description.needs.first?.kinds == Credential.kinds)
  }

  @Test func asksOfASuiteReachItsControls() {
    let suite = ControlSuite("Suite", .signed(Self.statement)) {
      Control("X-3", "It is so")
      Control("X-4", "It is so, too", .asks(Self.statement)) { (_: Credential, _) in }
    }
    for control in suite.controls {
      #expect(control.description.asks == [Self.statement])
      #expect(control.parameters == [.statementMaximumAge])
    }
    #expect(suite.controls.map(\.description.mode) == [.attested, .hybrid])
  }
}

extension Instant: ExpressibleByStringLiteral {
  /// Reads a literal in RFC 3339; one that is none is the epoch, and fails its test.
  public init(stringLiteral text: String) { self = Instant(rfc3339: text) ?? .epoch }
}
