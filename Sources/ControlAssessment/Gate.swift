import ControlModel

/// Decides whether a subject may enter a tier: deny what was judged and failed, hold what could not
/// be judged, approve the rest.
///
/// No score opens it.
struct Gate {
  let inventory: Inventory
  let controls: [ControlDescription]
  let results: [ControlResult]
  /// Where the requirements stand; `nil` where none is asked for.
  let rollUp: RollUp?
  let policy: Policy
  let isPartial: Bool
  /// The tier for which the controls ran.
  let assessedTier: Tier

  /// The decision for a tier with its reasons, the decisive ones first.
  func decision(for tier: Tier) -> (decision: GateDecision, reasons: [GateReason]) {
    var reasons: [GateReason] = []
    for (control, result) in zip(controls, results) {
      if let reason = self.reason(control, result, tier) { reasons.append(reason) }
    }
    reasons += requirementReasons(tier)
    reasons += evidenceReasons()
    if let reason = sealReason(tier) { reasons.append(reason) }
    if isPartial {
      reasons.append(
        GateReason(.hold, .partialRun, text: "a filter left controls out: nothing can be approved")
      )
    }
    if !results.contains(where: { $0.population.count > 0 && !$0.outcome.isUnassessed }) {
      reasons.append(GateReason(.hold, .nothingAssessed, text: "no control judged anything"))
    }
    let ordered = self.ordered(reasons)
    return (ordered.first?.effect ?? .approve, ordered)
  }

  /// What the subject is today, whatever is sought for it.
  func readiness(_ proofs: [CoreProofResult]) -> Readiness {
    let isProven = proofs.allSatisfy { $0.outcome <= .waived }
    if !isProven || decision(for: .pilot).decision != .approve { return .prototype }
    return decision(for: .production).decision == .approve ? .enterpriseCandidate : .governedPilot
  }

  /// What came of each core proof.
  func coreProofs() -> [CoreProofResult] {
    ControlDescription.CoreProof.allCases.map { proof in
      let giving = zip(controls, results).filter { $0.0.coreProof == proof }
      return CoreProofResult(
        proof: proof,
        outcome: giving.map(\.1.outcome).max() ?? .notAssessed,
        controls: giving.map(\.0.id)
      )
    }
  }

  private func reason(
    _ control: ControlDescription,
    _ result: ControlResult,
    _ tier: Tier
  ) -> GateReason? {
    let blocks = control.blocksFrom <= tier
    let failed = result.failedCount
    if control.isHardGate, result.findingCount > 0, tier == .production || blocks {
      return GateReason(
        .deny,
        .hardGateFailed,
        control: control.id,
        text: "\(control.id) is a hard gate and fails: \(control.title)"
      )
    }
    if failed > 0 {
      let text = "\(control.id) fails for \(failed) of \(result.population.count): \(control.title)"
      return blocks
        ? GateReason(.deny, .controlFailed, control: control.id, text: text)
        : GateReason(.approve, .belowTier, control: control.id, text: text)
    }
    guard blocks else { return nil }
    let why = result.reasons.first ?? result.outcome.label
    switch result.outcome {
    case .error:
      return GateReason(.hold, .controlError, control: control.id, text: "\(control.id): \(why)")
    case .stale:
      return GateReason(.hold, .controlStale, control: control.id, text: "\(control.id): \(why)")
    case .notAssessed:
      return GateReason(
        .hold,
        .controlNotAssessed,
        control: control.id,
        text: "\(control.id): \(why)"
      )
    case .notApplicable:
      // Left out because of the tier that was judged, and asked for in this one: nobody looked.
      guard control.tiers.contains(tier), !control.tiers.contains(assessedTier) else { return nil }
      return GateReason(
        .hold,
        .controlNotAssessed,
        control: control.id,
        text: "\(control.id) did not run for \(tier.rawValue)"
      )
    case .fail:
      // Nothing of the population deviates, and there may be none: a statement about the subject, or
      // what a fold says of the whole, does.
      return GateReason(
        .deny,
        .controlFailed,
        control: control.id,
        text: "\(control.id) fails: \(control.title)"
      )
    case .pass, .waived: return nil
    }
  }

  private func requirementReasons(_ tier: Tier) -> [GateReason] {
    guard let rollUp else { return [] }
    return policy.mandatoryRequirements(for: tier).compactMap { requirement in
      let result = rollUp.standing(of: requirement)
      switch result.standing {
      case .uncovered:
        return GateReason(
          .hold,
          .requirementUncovered,
          requirement: requirement,
          text: "\(requirement.id) is mandatory and no control decides it"
        )
      case .supported:
        return GateReason(
          .hold,
          .requirementUncovered,
          requirement: requirement,
          text: "\(requirement.id) is mandatory and controls only support it"
        )
      case .assessed where result.outcome > .waived:
        return GateReason(
          result.failedCount > 0 ? .deny : .hold,
          .requirementNotMet,
          requirement: requirement,
          text: "\(requirement.id) is mandatory and reads \(result.outcome.label)"
        )
      case .assessed: return nil
      }
    }
  }

  private func sealReason(_ tier: Tier) -> GateReason? {
    guard policy.seal.applies(to: tier), !inventory.seal.isGood else { return nil }
    return GateReason(
      .hold,
      .evidenceUnsealed,
      text: "\(tier.rawValue) needs sealed evidence, and there is \(inventory.seal.words)"
    )
  }

  private func evidenceReasons() -> [GateReason] {
    let general = inventory.diagnostics.map { problem in
      GateReason(
        .hold,
        .evidenceProblem,
        text: "\(problem.locator.map { "\($0): " } ?? "")\(problem.found)"
      )
    }
    let files = inventory.files.compactMap { file -> GateReason? in
      let problem = file.diagnostics.first
      guard file.state != .read || file.rejectedCount > 0 || problem != nil else { return nil }
      let what = problem.map(\.found) ?? file.state.rawValue
      return GateReason(.hold, .evidenceProblem, text: "\(file.path): \(what)")
    }
    return general + files
  }
}
