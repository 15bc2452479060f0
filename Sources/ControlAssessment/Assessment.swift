import ControlFrameworks
public import ControlModel
import ControlTesting

/// Runs a plan over the evidence of subjects.
///
/// A pure function of its inputs: it reads no clock, no disk, and prints nothing.
public enum Assessment {
  /// How far an assessment has come.
  public struct Progress: Sendable, Hashable {
    /// How many controls have run, over all subjects.
    public var done: Int
    /// How many will run.
    public var total: Int
  }

  /// Assesses subjects.
  ///
  /// - Parameters:
  ///   - plan: Which controls, by which policy and waivers, for which time.
  ///   - inventories: The subjects' evidence.
  ///   - toolVersion: The version of the tool, for the record.
  ///   - progress: Told of each control that has run; may be called from any thread.
  /// - Returns: The results, equal for equal inputs whatever the number of threads.
  public static func run(
    _ plan: AssessmentPlan,
    over inventories: [Inventory],
    toolVersion: String,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> AssessmentResults {
    let ordered = inventories.sorted { $0.subject.id < $1.subject.id }
    var subjects: [SubjectResult] = []
    for inventory in ordered {
      let before = subjects.count * plan.controls.count
      let total = ordered.count * plan.controls.count
      subjects.append(
        await assess(inventory, plan) { done in
          progress?(Progress(done: before + done, total: total))
        }
      )
    }
    var results = AssessmentResults(
      asOf: plan.asOf,
      toolVersion: toolVersion,
      policyDigest: plan.policyDigest,
      waiversDigest: plan.waiversDigest,
      filter: plan.filter,
      controls: plan.controls.map(\.description),
      parameters: parameters(of: plan),
      subjects: subjects
    )
    results.frameworkFiles = plan.frameworkFiles
    return results
  }

  private static func assess(
    _ inventory: Inventory,
    _ plan: AssessmentPlan,
    progress: @Sendable (Int) -> Void
  ) async -> SubjectResult {
    let tier = plan.tier ?? inventory.subject.tier
    let scope = Scope(inventory: inventory, tier: tier, asOf: plan.asOf, policy: plan.policy)
    let waivers = WaiverRegister(for: inventory.subject.id, in: plan)
    let results = await runAll(plan.controls, scope, waivers, progress)
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

  /// Runs all controls over the cores; the results stand in the order of the controls.
  private static func runAll(
    _ controls: [Control],
    _ scope: Scope,
    _ waivers: WaiverRegister,
    _ progress: @Sendable (Int) -> Void
  ) async -> [ControlResult] {
    await withTaskGroup(of: (Int, ControlResult).self) { group in
      for (index, control) in controls.enumerated() {
        group.addTask {
          (index, ControlRun(control: control, scope: scope, waivers: waivers).result())
        }
      }
      var results: [Int: ControlResult] = [:]
      for await (index, result) in group {
        results[index] = result
        progress(results.count)
      }
      return controls.indices.compactMap { results[$0] }
    }
  }

  private static func parameters(of plan: AssessmentPlan) -> [ParameterInForce] {
    var known: [String: PolicyParameter] = [:]
    for parameter in plan.controls.flatMap(\.parameters) { known[parameter.name] = parameter }
    return known.values.sorted { $0.name < $1.name }.map { parameter in
      ParameterInForce(
        parameter: parameter,
        value: plan.policy.value(of: parameter),
        source: plan.policy.sources[parameter.name]
      )
    }
  }
}
