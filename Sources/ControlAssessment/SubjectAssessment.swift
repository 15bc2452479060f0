import ControlFrameworks
import ControlModel
import ControlTesting

/// The assessment of one subject: its controls run together, and what follows from their results.
struct SubjectAssessment: Sendable {
  private let inventory: Inventory
  private let plan: AssessmentPlan
  private let tier: Tier
  private let waivers: WaiverRegister
  private let runs: [ControlRun]
  /// The controls whose check must run.
  private let judging: [Int]
  private let pass: SubjectPass

  init(_ inventory: Inventory, _ plan: AssessmentPlan, threads: Int, batchSize: Int?) {
    self.inventory = inventory
    self.plan = plan
    tier = plan.tier ?? inventory.subject.tier
    let scope = Scope(inventory: inventory, tier: tier, asOf: plan.asOf, policy: plan.policy)
    let waivers = WaiverRegister(for: inventory.subject.id, in: plan)
    self.waivers = waivers
    runs = plan.controls.map { ControlRun(control: $0, scope: scope, waivers: waivers) }
    judging = runs.indices.filter { [runs] in runs[$0].resultWithoutCheck == nil }
    pass = SubjectPass(
      entries: judging.map { [runs] index in
        SubjectPass.Entry(
          check: runs[index].control.check,
          context: PassContext(scope: scope, rule: runs[index].rule)
        )
      },
      inventory: inventory,
      threads: max(1, threads),
      batchSize: batchSize
    )
  }

  /// How many records will be observed.
  var recordCount: Int { pass.recordCount }

  /// Judges the subject.
  ///
  /// - Parameter progress: Told how many more records were observed; called from any thread.
  /// - Returns: What came of it.
  func result(progress: @escaping @Sendable (Int) -> Void) async -> SubjectResult {
    let checked = Dictionary(
      zip(judging, await pass.run(progress: progress)),
      uniquingKeysWith: { one, _ in one }
    )
    let results = runs.indices.compactMap { index in
      checked[index].map { runs[index].result(of: $0) } ?? runs[index].resultWithoutCheck
    }
    return decide(results)
  }

  /// Rolls the controls' results up and decides.
  private func decide(_ results: [ControlResult]) -> SubjectResult {
    let descriptions = plan.controls.map(\.description)
    let rollUp = RollUp(controls: descriptions, results: results, links: plan.links)
    let gate = Gate(
      inventory: inventory,
      controls: descriptions,
      results: results,
      rollUp: rollUp,
      policy: plan.policy,
      isPartial: plan.filter != nil,
      assessedTier: tier
    )
    let (decision, reasons) = gate.decision(for: tier)
    let proofs = gate.coreProofs()
    return SubjectResult(
      subject: inventory.subject,
      tier: tier,
      decision: decision,
      readiness: gate.readiness(proofs),
      reasons: reasons,
      coreProofs: proofs,
      controls: results,
      requirements: rollUp.all(plan.catalogs),
      files: inventory.files,
      diagnostics: inventory.diagnostics,
      waivers: waivers.waivers,
      waiverFindings: waivers.findings(after: results, isPartial: plan.filter != nil)
    )
  }
}
