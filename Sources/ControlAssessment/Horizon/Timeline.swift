import ControlModel
import ControlTesting

/// One subject's results as the as-of time moves on, judging again only what time can change.
struct Timeline {
  /// What is known of one control.
  private struct Entry {
    let control: Control
    /// The collection times of its files, their ends, and the starts and ends of its waivers.
    let fixed: [Instant]
    /// When its last waiver starts; `nil`: it has none.
    let lastWaiverStart: Instant?
    /// The durations of its policy parameters.
    let parameters: [Duration]
    var readsTime = false
    /// The record types that its check looked at; `nil`: any.
    var types: Set<String>? = []
    var next: Instant?
  }

  private let inventory: Inventory
  private let plan: AssessmentPlan
  private let scope: Scope
  private let times: EvidenceTimes
  private let counts: [String: Int]
  private var entries: [Entry]
  private var results: [ControlResult]
  private var now: Instant
  private var reasons: [GateReason] = []
  private var decision = GateDecision.hold
  /// How many record judgements were made.
  private(set) var spent = 0

  /// Judges everything at the plan's as-of time.
  init(_ inventory: Inventory, _ plan: AssessmentPlan) {
    self.inventory = inventory
    self.plan = plan
    now = plan.asOf
    let tier = plan.tier ?? inventory.subject.tier
    scope = Scope(inventory: inventory, tier: tier, asOf: plan.asOf, policy: plan.policy)
    times = EvidenceTimes(inventory)
    counts = inventory.recordCounts
    entries = plan.controls.map { Self.entry($0, inventory, plan) }
    results = []
    let waivers = WaiverRegister(for: inventory.subject.id, in: plan)
    for index in entries.indices { results.append(judge(index, waivers)) }
    (decision, reasons) = decide()
    schedule(Array(entries.indices), after: now)
  }

  /// The next instant at which a control may turn.
  var nextCandidate: Instant? { entries.compactMap(\.next).min() }

  /// Whether a failure that time cannot mend denies, so that no later instant need be looked at.
  var isSettled: Bool {
    guard decision == .deny else { return false }
    let denying = Set(reasons.filter { $0.effect == .deny }.compactMap(\.control))
    return entries.contains { entry in
      denying.contains(entry.control.description.id) && !entry.readsTime
        && (entry.lastWaiverStart ?? now) <= now
    }
  }

  /// Every control.
  var allControls: [Int] { Array(entries.indices) }

  /// The controls that may turn at a candidate.
  func controls(turningAt candidate: Instant) -> [Int] {
    entries.indices.filter { entries[$0].next == candidate }
  }

  /// Moves on to an instant and judges some controls anew.
  ///
  /// - Returns: The turn, where the decision is another.
  mutating func move(to instant: Instant, judging affected: [Int]) -> DecisionTurn? {
    var timed = plan
    timed.asOf = instant
    now = instant
    let waivers = WaiverRegister(for: inventory.subject.id, in: timed)
    let before = results
    var hasChanged = false
    for index in affected {
      results[index] = judge(index, waivers)
      if !results[index].weighsLike(before[index]) { hasChanged = true }
    }
    guard hasChanged else { return nil }
    let old = (decision: decision, reasons: reasons)
    (decision, reasons) = decide()
    if decision == old.decision { return nil }
    let comes = decision > old.decision
    let decisive =
      comes
      ? reasons.filter { $0.effect == decision } : old.reasons.filter { $0.effect == old.decision }
    let words = TurnWords(
      controls: plan.controls.map(\.description),
      before: before,
      after: results
    )
    return DecisionTurn(
      at: instant,
      from: old.decision,
      to: decision,
      causes: decisive.map {
        TurnCause(reason: $0, comes: comes, text: words.text($0, comes: comes))
      }
    )
  }

  /// Finds the next candidate of some controls.
  mutating func schedule(_ affected: [Int], after instant: Instant) {
    for index in affected {
      let entry = entries[index]
      var next = entry.fixed.first { $0 > instant }
      if entry.readsTime {
        let durations = times.durations(of: entry.types).union(entry.parameters)
        let offsets = durations.union(durations.map { .zero - $0 }).union([.zero])
        if let moving = times.first(after: instant, in: entry.types, movedBy: offsets) {
          next = min(next ?? moving, moving)
        }
      }
      entries[index].next = next
    }
  }

  private mutating func judge(_ index: Int, _ waivers: WaiverRegister) -> ControlResult {
    let trace = ScopeTrace()
    let control = entries[index].control
    let run = ControlRun(
      control: control,
      scope: Scope(scope, asOf: now, trace: nil),
      waivers: waivers
    )
    let result = run.result(noting: trace)
    entries[index].readsTime = entries[index].readsTime || trace.readsTime
    if let types = trace.types {
      entries[index].types?.formUnion(types)
    } else {
      entries[index].types = nil
    }
    spent += 1 + cost(of: entries[index], result)
    return result
  }

  private func cost(of entry: Entry, _ result: ControlResult) -> Int {
    if entry.control.description.shape == .record { return result.population.total }
    return counts.reduce(0) { $0 + (entry.types?.contains($1.key) ?? true ? $1.value : 0) }
  }

  private func decide() -> (GateDecision, [GateReason]) {
    let descriptions = plan.controls.map(\.description)
    let gate = Gate(
      inventory: inventory,
      controls: descriptions,
      results: results,
      rollUp: RollUp(controls: descriptions, results: results, links: plan.links),
      policy: plan.policy,
      isPartial: plan.filter != nil,
      assessedTier: scope.tier
    )
    return gate.decision(for: scope.tier)
  }

  private static func entry(
    _ control: Control,
    _ inventory: Inventory,
    _ plan: AssessmentPlan
  ) -> Entry {
    let description = control.description
    let waivers = plan.waivers.filter {
      $0.subject == inventory.subject.id && $0.control == description.id
    }
    var fixed = Set(waivers.flatMap { [$0.startsAt, $0.expiresAt] })
    for need in description.needs {
      for file in inventory.files where !Set(need.kinds).isDisjoint(with: file.kinds) {
        guard let collectedAt = file.collectedAt, let since = file.freshFrom else { continue }
        let limit = EvidenceJudgement.maximumAge(of: file, for: need, by: plan.policy)
        fixed.formUnion([collectedAt, since.advanced(by: limit)])
      }
    }
    let parameters = control.parameters.compactMap { parameter -> Duration? in
      guard case .duration(let value) = plan.policy.value(of: parameter) else { return nil }
      return value
    }
    return Entry(
      control: control,
      fixed: fixed.sorted(),
      lastWaiverStart: waivers.map(\.startsAt).max(),
      parameters: parameters
    )
  }
}

extension ControlResult {
  /// Whether the gate cannot tell this result from another of the same control.
  fileprivate func weighsLike(_ other: ControlResult) -> Bool {
    outcome == other.outcome && failedCount == other.failedCount
      && (findingCount > 0) == (other.findingCount > 0)
      && (population.count > 0) == (other.population.count > 0)
  }
}
