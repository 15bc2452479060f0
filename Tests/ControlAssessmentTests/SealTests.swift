import ControlModel
import Testing

@testable import ControlAssessment

struct SealTests {
  static let keys = """
    version: 1
    trustedKeys:
      - {id: k-1, owner: a, key: "-----BEGIN PUBLIC KEY-----"}
      - {id: k-2, owner: b, key: "-----BEGIN PUBLIC KEY-----"}

    """

  @Test(
    arguments: [
      (EvidenceSeal.good(key: "k-1"), GateDecision.approve), (.absent, .hold), (.bad("why"), .hold),
    ])
  func namedTierAndThoseAboveNeedAGoodSeal(
    _ seal: EvidenceSeal,
    _ decision: GateDecision
  )
    async throws
  {
    for named in [Tier.production, .pilot] {
      var policy = Policy()
      policy.seal = SealRule(tiers: [named])
      let result = try await Synthetic.assess(
        Synthetic.inventory(["a"], seal: seal),
        policy: policy
      )
      #expect(result.decision == decision)
      #expect(result.reasons.map(\.rule) == (decision == .approve ? [] : [.evidenceUnsealed]))
    }
  }

  @Test func lowerTierNeedsNone() async throws {
    var policy = Policy()
    policy.seal = SealRule(tiers: [.production])
    let pilot = try await Synthetic.assess(
      Synthetic.inventory(["a"], tier: .pilot),
      policy: policy
    )
    #expect(pilot.decision == .approve)
    // It would not open production, whatever it seeks today.
    #expect(pilot.readiness != .enterpriseCandidate)
  }

  /// Were a bad seal worse than none, taking it away would help.
  @Test func badSealWeighsAsMuchAsNone() async throws {
    for policy in [Policy(), Self.policy([.production])] {
      let bad = try await Synthetic.assess(
        Synthetic.inventory(["a"], seal: .bad("x")),
        policy: policy
      )
      let none = try await Synthetic.assess(Synthetic.inventory(["a"]), policy: policy)
      #expect(bad.decision == none.decision)
    }
  }

  @Test func policyNamesTiersAndKeys() throws {
    let text = "seal: {tiers: [production], keys: [k-2]}\n" + Self.keys
    let (policy, problems) = try PolicyReaderTests.read(text)
    #expect(problems.isEmpty)
    #expect(policy.seal == SealRule(tiers: [.production], keys: ["k-2"]))
    #expect(policy.sealKeys.map(\.id) == ["k-2"])
  }

  @Test func everyTrustedKeyCountsWhereNoneIsNamed() throws {
    let (policy, problems) = try PolicyReaderTests.read(Self.keys + "seal: {tiers: [pilot]}\n")
    #expect(problems.isEmpty)
    #expect(policy.sealKeys.map(\.id) == ["k-1", "k-2"])
    #expect(try PolicyReaderTests.read(Self.keys).policy.seal.tiers.isEmpty)
  }

  @Test(
    arguments: [
      ("seal: {tiers: [prod]}", Diagnostic.Code.policyUnknownKey),
      ("seal: {keys: [k-3]}", .policyUnknownKey),
      ("seal: {keys: []}", .policyMalformed), ("seal: {tiers: production}", .policyMalformed),
      ("seal: {tier: [production]}", .policyUnknownKey),
    ])
  func typingErrorDoesNotLoosenTheRule(_ text: String, _ code: Diagnostic.Code) throws {
    #expect(try PolicyReaderTests.read(Self.keys + text).problems.map(\.code) == [code])
  }

  private static func policy(_ tiers: [Tier]) -> Policy {
    var policy = Policy()
    policy.seal = SealRule(tiers: tiers)
    return policy
  }
}
