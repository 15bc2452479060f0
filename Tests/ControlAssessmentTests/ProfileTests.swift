import ControlAssessment
import ControlModel
import ControlTesting
import Testing

/// A profile decides by its own controls and its own tier, and leaves the whole's decision alone.
struct ProfileTests {
  static let late = Control("S-2", "Nothing is late", .blocks(from: .production), .remedy("x")) {
    (credential: Credential, _) in
    if credential.id.contains("late") {
      throw Deviation("time", expected: "early", observed: "late")
    }
  }

  static func profile(_ controls: [String], tier: Tier = .production) -> Profile {
    Profile(
      "one",
      "One",
      decides: "fit",
      purpose: "A test.",
      tier: tier,
      sections: [Profile.Section("All", "Is it?", controls)]
    )
  }

  static func assess(
    _ ids: [String],
    _ profiles: [Profile],
    tier: Tier = .pilot,
    filter: String? = nil
  ) async throws -> SubjectResult {
    var plan = AssessmentPlan(
      suites: Synthetic.suite(Synthetic.badCredential, late),
      policy: Policy(),
      waivers: [],
      asOf: Synthetic.asOf,
      filter: filter,
      catalogs: []
    )
    plan.profiles = profiles
    let inventory = Synthetic.inventory(ids, tier: tier)
    let results = await Assessment.run(plan, over: [inventory], toolVersion: "test")
    #expect(results.profiles == profiles)
    return try #require(results.subjects.first)
  }

  @Test func ownTierDecides() async throws {
    let result = try await Self.assess(
      ["a-late"],
      [Self.profile(["S-1", "S-2"]), Self.profile(["S-1", "S-2"], tier: .pilot)]
    )
    #expect(result.decision == .approve)
    #expect(result.profiles.map(\.decision) == [.deny, .approve])
    #expect(result.profiles.map { $0.reasons.map(\.rule) } == [[.controlFailed], [.belowTier]])
  }

  @Test func controlOutsideDoesNotDecide() async throws {
    let result = try await Self.assess(["bad-1"], [Self.profile(["S-2"])])
    #expect(result.decision == .deny)
    #expect(result.profiles.map(\.decision) == [.approve])
  }

  @Test func controlThatNoSuiteHasHolds() async throws {
    let result = try await Self.assess(["a"], [Self.profile(["S-1", "S-9"])])
    #expect(result.decision == .approve)
    let profile = try #require(result.profiles.first)
    #expect(profile.decision == .hold)
    #expect(profile.reasons.map(\.rule) == [.profileIncomplete])
    #expect(profile.reasons.first?.text == "no suite has S-9, which one asks for")
  }

  @Test func nothingJudgedHolds() async throws {
    let result = try await Self.assess([], [Self.profile(["S-1"])])
    #expect(result.profiles.map(\.decision) == [.hold])
  }

  @Test func reasonsStandInTheOrderOfReading() async throws {
    for order in [["S-1", "S-2"], ["S-2", "S-1"]] {
      let result = try await Self.assess(["bad-late"], [Self.profile(order)])
      #expect(result.profiles.first?.reasons.compactMap(\.control) == order)
    }
  }

  @Test func filterApprovesNoProfile() async throws {
    let result = try await Self.assess(["a"], [Self.profile(["S-1", "S-2"])], filter: "S-1")
    #expect(result.profiles.first?.decision == .hold)
    #expect(result.profiles.first?.reasons.map(\.rule) == [.partialRun])
  }

  @Test func profileLeavesTheResultsAsTheyAre() async throws {
    var with = try await Self.assess(["bad-1"], [Self.profile(["S-2"])])
    with.profiles = []
    let without = try await Self.assess(["bad-1"], [])
    #expect(with == without)
  }

  @Test func profilesAreChecked() {
    #expect(ProfileCheck.problems(of: [Self.profile(["S-1"])]).isEmpty)
    let twice = ProfileCheck.problems(of: [Self.profile(["S-1", "S-1"]), Self.profile([])])
    #expect(
      twice.map(\.found) == ["S-1 twice in one", "the profile \"one\"", "one without controls"]
    )
  }

  @Test func changedProfileDecisionIsNoticed() async throws {
    var plan = AssessmentPlan(
      suites: Synthetic.suite(Synthetic.badCredential),
      policy: Policy(),
      waivers: [],
      asOf: Synthetic.asOf,
      catalogs: []
    )
    plan.profiles = [Self.profile(["S-1"])]
    let inventory = Synthetic.inventory(["bad-1"])
    var results = await Assessment.run(plan, over: [inventory], toolVersion: "test")
    #expect(GateCheck.contradictions(in: results).isEmpty)
    #expect(GateCheck(results, by: ["one"]).decision == .deny)
    results.subjects[0].profiles[0].decision = .approve
    #expect(
      GateCheck.contradictions(in: results) == [
        "one of acme reads approve, and its reasons say deny"
      ]
    )
  }
}
