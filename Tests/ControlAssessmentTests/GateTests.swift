import ControlAssessment
import ControlModel
import ControlTesting
import Testing

struct GateTests {
  @Test func deviationBelowItsTierIsFlaggedOnly() async throws {
    let strict = Control("S-9", "Strict", .blocks(from: .production), .remedy("x")) {
      (_: Credential, _) in throw Deviation("x", expected: "y", observed: "z")
    }
    let suites = Synthetic.suite(Synthetic.badCredential, strict)
    let pilot = try await Synthetic.assess(
      Synthetic.inventory(["a"], tier: .pilot),
      suites: suites
    )
    #expect(pilot.decision == .approve)
    #expect(pilot.reasons.map(\.rule) == [.belowTier])
    let production = try await Synthetic.assess(Synthetic.inventory(["a"]), suites: suites)
    #expect(production.decision == .deny)
  }

  @Test func mandatoryRequirementMustBeDecidedAndMet() async throws {
    var policy = Policy()
    policy.mandatory[.pilot] = [.nhi(7)]
    #expect(
      try await Synthetic.assess(Synthetic.inventory(["a"]), policy: policy).decision == .approve
    )
    policy.mandatory[.pilot] = [.nhi(8)]
    let uncovered = try await Synthetic.assess(Synthetic.inventory(["a"]), policy: policy)
    #expect(uncovered.decision == .hold)
    #expect(uncovered.reasons.first?.rule == .requirementUncovered)
    policy.mandatory[.pilot] = [.csf("PR.AA-01")]
    let supported = try await Synthetic.assess(Synthetic.inventory(["a"]), policy: policy)
    #expect(supported.decision == .hold)
    #expect(supported.reasons.first?.text == "PR.AA-01 is mandatory and controls only support it")
  }

  @Test func mandatoryRequirementsOfLowerTiersHoldInHigherOnes() {
    var policy = Policy()
    policy.mandatory = [.sandbox: [.nhi(2)], .pilot: [.nhi(7)], .production: [.asi(2)]]
    #expect(policy.mandatoryRequirements(for: .sandbox) == [.nhi(2)])
    #expect(policy.mandatoryRequirements(for: .pilot) == [.nhi(2), .nhi(7)])
    #expect(policy.mandatoryRequirements(for: .production).count == 3)
  }

  @Test func partOfTheControlsApprovesNothing() async throws {
    let result = try await Synthetic.assess(Synthetic.inventory(["a"]), filter: "S-1")
    #expect(result.controls.first?.outcome == .pass)
    #expect(result.decision == .hold)
    #expect(result.reasons.map(\.rule) == [.partialRun])
  }

  @Test func noControlAtAllApprovesNothing() async throws {
    let result = try await Synthetic.assess(Synthetic.inventory(["a"]), suites: [])
    #expect(result.decision == .hold)
  }

  @Test func evidenceProblemHolds() async throws {
    let stray = Synthetic.file(.sbom) { $0.state = .unlisted }
    let result = try await Synthetic.assess(
      Synthetic.inventory(["a"], files: [Synthetic.file(), stray])
    )
    #expect(result.controls.first?.outcome == .pass)
    #expect(result.decision == .hold)
    #expect(result.reasons.map(\.rule) == [.evidenceProblem])
  }

  @Test func noSubjectIsHeld() async {
    let plan = AssessmentPlan(
      suites: [],
      policy: Policy(),
      waivers: [],
      asOf: Synthetic.asOf,
      catalogs: []
    )
    let results = await Assessment.run(plan, over: [], toolVersion: "")
    #expect(results.decision == .hold)
    #expect(results.decision.exitCode == 2)
  }

  @Test func readinessNeedsEveryCoreProof() async throws {
    func suites(without missing: ControlDescription.CoreProof? = nil) -> [ControlSuite] {
      let proofs = ControlDescription.CoreProof.allCases.filter { $0 != missing }
      return [
        ControlSuite("Proofs") {
          for proof in proofs {
            Control(
              "P-\(proof.rawValue)",
              "Proof",
              .proves(proof),
              .blocks(from: .pilot),
              .remedy("x")
            ) {
              (credential: Credential, _) in
              if credential.id == "bad-\(proof.rawValue)" {
                throw Deviation("x", expected: "y", observed: "z")
              }
            }
          }
          Control("P-strict", "Strict", .blocks(from: .production), .remedy("x")) {
            (credential: Credential, _) in
            if credential.id == "strict" { throw Deviation("x", expected: "y", observed: "z") }
          }
        }
      ]
    }
    let all = try await Synthetic.assess(Synthetic.inventory(["a"]), suites: suites())
    #expect(all.readiness == .enterpriseCandidate)
    let pilot = try await Synthetic.assess(
      Synthetic.inventory(["strict"], tier: .pilot),
      suites: suites()
    )
    #expect(pilot.decision == .approve)
    #expect(pilot.readiness == .governedPilot)
    for proof in ControlDescription.CoreProof.allCases {
      let missing = try await Synthetic.assess(
        Synthetic.inventory(["a"]),
        suites: suites(without: proof)
      )
      #expect(missing.readiness == .prototype, "without \(proof)")
      let failing = try await Synthetic.assess(
        Synthetic.inventory(["bad-\(proof.rawValue)"]),
        suites: suites()
      )
      #expect(failing.readiness == .prototype, "failing \(proof)")
    }
  }
}
