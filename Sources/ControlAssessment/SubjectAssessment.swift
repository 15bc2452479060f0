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
  private var pass: SubjectPass

  /// Prepares an assessment.
  ///
  /// - Parameters:
  ///   - inventory: The subject's evidence.
  ///   - plan: Which controls, by which policy and waivers, for which time.
  ///   - threads: How many batches of records are judged at the same time.
  ///   - batchSize: How many records a batch has; `nil`: as many as suit.
  init(_ inventory: Inventory, _ plan: AssessmentPlan, threads: Int, batchSize: Int?) {
    self.inventory = inventory
    self.plan = plan
    tier = plan.tier ?? inventory.subject.tier
    let scope = Scope(inventory: inventory, tier: tier, asOf: plan.asOf, policy: plan.policy)
    let waivers = WaiverRegister(for: inventory.subject.id, in: plan)
    let runs = plan.controls.map { ControlRun(control: $0, scope: scope, waivers: waivers) }
    self.waivers = waivers
    self.runs = runs
    judging = runs.indices.filter { runs[$0].resultWithoutCheck(inventory) == nil }
    pass = SubjectPass(
      entries: judging.map { SubjectPass.Entry(runs[$0]) },
      scope: scope,
      threads: max(1, threads),
      batchSize: batchSize
    )
  }

  /// How many records of tables will be observed.
  var heldRecordCount: Int { pass.heldRecordCount }

  /// How many bytes of streams will be read.
  var streamBytes: Int {
    inventory.streams.filter { pass.shards[$0.path] == nil }
      .reduce(0) { $0 + ($1.sizeInBytes ?? 0) }
  }

  /// The same assessment with streams that were judged elsewhere, by path.
  func with(_ shards: [String: ShardedStream]) -> SubjectAssessment {
    var changed = self
    changed.pass.shards = shards
    return changed
  }

  /// Judges the subject.
  ///
  /// - Parameter meter: Told what was observed.
  /// - Returns: What came of it, and the evidence with all that is known of it now.
  func result(_ meter: RecordMeter) async -> (result: SubjectResult, inventory: Inventory) {
    let outcome = await pass.run(meter)
    let checked = Dictionary(
      zip(judging, outcome.results),
      uniquingKeysWith: { one, _ in one }
    )
    // What a stream holds, and whether it is what the manifest lists, shows only now.
    let known = inventory.completed(with: outcome.summaries)
    let results = runs.indices.compactMap { index in
      checked[index].map { runs[index].result(of: $0, known) }
        ?? runs[index].resultWithoutCheck(known)
    }
    return (decide(results, known), known)
  }

  /// Judges one stream, or a range of it, and nothing else.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - range: The range; `nil`: all.
  /// - Returns: What the members of all controls made of it.
  /// - Throws: ``Diagnostic`` where it cannot be read.
  func shard(
    of stream: any RecordStream,
    range: StreamRange?
  ) throws(Diagnostic) -> ShardResult {
    try pass.shard(of: stream, range: range)
  }

  /// Rolls the controls' results up and decides.
  private func decide(_ results: [ControlResult], _ known: Inventory) -> SubjectResult {
    let descriptions = plan.controls.map(\.description)
    let rollUp = RollUp(controls: descriptions, results: results, links: plan.links)
    let gate = Gate(
      inventory: known,
      controls: descriptions,
      results: results,
      rollUp: rollUp,
      policy: plan.policy,
      isPartial: plan.filter != nil,
      assessedTier: tier
    )
    let (decision, reasons) = gate.decision(for: tier)
    let proofs = gate.coreProofs()
    var result = SubjectResult(
      subject: known.subject,
      tier: tier,
      decision: decision,
      readiness: gate.readiness(proofs),
      reasons: reasons,
      coreProofs: proofs,
      controls: results,
      requirements: rollUp.all(plan.catalogs),
      files: known.files,
      diagnostics: known.diagnostics,
      waivers: waivers.waivers,
      waiverFindings: waivers.findings(after: results, isPartial: plan.filter != nil)
    )
    result.profiles = plan.profiles.map { gate.result(of: $0) }
    return result
  }
}
