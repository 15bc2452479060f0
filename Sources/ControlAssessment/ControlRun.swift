import ControlModel
import ControlTesting

/// Puts the outcome of one control for one subject together (DESIGN 5).
struct ControlRun: Sendable {
  let control: Control
  let scope: Scope
  let waivers: WaiverRegister

  /// What the control's tally must know.
  var rule: TallyRule {
    TallyRule(
      subject: scope.subject.id,
      kept: scope.policy.keptFindings,
      waivers: waivers.covered(by: control.description.id, at: scope.asOf)
    )
  }

  /// The result where the check need not run; `nil` where it must.
  ///
  /// It need not where the control does not apply, or nothing readable answers a need of its.
  ///
  /// - Parameter inventory: The evidence as far as it is known.
  /// - Returns: The result, or `nil`.
  func resultWithoutCheck(_ inventory: Inventory) -> ControlResult? {
    let (result, isFinal) = judgeEvidence(inventory)
    return isFinal ? result : nil
  }

  /// The control's result for the subject.
  ///
  /// - Parameters:
  ///   - checked: What the check found.
  ///   - inventory: The evidence, with what became known while it was judged.
  /// - Returns: The result.
  func result(of checked: CheckResult, _ inventory: Inventory) -> ControlResult {
    var (result, isFinal) = judgeEvidence(inventory)
    if isFinal { return result }
    result.population.count = checked.partial.judged
    result.population.total = checked.total
    take(checked.partial, into: &result, digests: Self.digests(of: inventory))
    if checked.partial.unjudgedCount > 0 { result.outcome = max(result.outcome, .error) }
    if result.findingCount > result.waivedCount {
      result.outcome = max(result.outcome, .fail)
    } else if result.waivedCount > 0 {
      result.outcome = max(result.outcome, .waived)
    }
    if checked.partial.judged == 0 { judgeEmptiness(&result, inventory) }
    return result
  }

  /// Judges the control by itself, outside a pass.
  ///
  /// - Parameter trace: Where it is noted what the check asks for.
  /// - Returns: The result.
  func result(noting trace: ScopeTrace) -> ControlResult {
    if let result = resultWithoutCheck(scope.inventory) { return result }
    let traced = Scope(scope, asOf: scope.asOf, trace: trace)
    return result(
      of: control.check.run(PassContext(scope: traced, rule: rule)),
      scope.inventory
    )
  }

  /// The digests of files that were not known while they were judged, by path.
  private static func digests(of inventory: Inventory) -> [String: String] {
    Dictionary(
      inventory.streams.compactMap { stream in
        inventory.files.first { $0.path == stream.path }.map { ($0.path, $0.digest) }
      },
      uniquingKeysWith: { one, _ in one }
    )
  }

  private func judgeEvidence(_ inventory: Inventory) -> (result: ControlResult, isFinal: Bool) {
    let description = control.description
    var result = ControlResult(
      control: description.id,
      outcome: .notApplicable,
      population: Population(recordType: description.population),
      blocks: description.blocksFrom <= scope.tier
    )
    if let reason = inapplicability {
      result.reasons = [reason]
      return (result, true)
    }
    let evidence = EvidenceJudgement(description, inventory, scope.policy, scope.asOf)
    result.evidence = evidence.files.sorted()
    result.reasons = evidence.reasons
    result.isClaimedOnly = evidence.isClaimedOnly
    result.outcome = evidence.outcome
    return (result, evidence.isUnanswered)
  }

  private var inapplicability: String? {
    let description = control.description
    if !description.subjectKinds.isEmpty, !description.subjectKinds.contains(scope.subject.kind) {
      let kinds = Subject.Kind.allCases.filter { description.subjectKinds.contains($0) }
      return "applies to \(kinds.map(\.rawValue).joined(separator: ", ")); "
        + "this subject is of kind \(scope.subject.kind.rawValue)"
    }
    if !description.tiers.isEmpty, !description.tiers.contains(scope.tier) {
      let tiers = Tier.allCases.filter { description.tiers.contains($0) }
      return "applies in \(tiers.map(\.rawValue).joined(separator: ", ")); "
        + "this assessment is for \(scope.tier.rawValue)"
    }
    return nil
  }

  private func take(
    _ partial: CheckPartial,
    into result: inout ControlResult,
    digests: [String: String]
  ) {
    let tally = partial.deviations
    result.findingCount = tally.openCount + tally.waivedCount
    result.waivedCount = tally.waivedCount
    result.failedCount = min(tally.failingCount, partial.judged)
    result.waivers = tally.waivers.sorted()
    // Where some must be left out, what is not waived is kept first: it decides.
    result.findings = tally.examples(rule).map { finding($0, digests) }
    result.unjudged = partial.unjudged.map { diagnostic($0, digests) }
    let count = partial.unjudgedCount
    if count > 0 {
      result.reasons.append("\(count) record\(count == 1 ? "" : "s") could not be judged")
    }
  }

  private func judgeEmptiness(_ result: inout ControlResult, _ inventory: Inventory) {
    let type = result.population.recordType
    if inventory.provesEmptiness(of: control.description.needs.first) {
      result.population.isProvenEmpty = true
      result.outcome = max(result.outcome, .pass)
      result.reasons.append("no \(type) to judge, and the evidence says that it is complete")
    } else {
      result.outcome = max(result.outcome, .notAssessed)
      result.reasons.append("no \(type) to judge, and nothing proves that there is none")
    }
  }

  private func finding(_ noted: NotedDeviation, _ digests: [String: String]) -> Finding {
    let (deviation, record) = (noted.deviation, noted.record)
    var finding = Finding(
      control: control.description.id,
      subject: scope.subject.id,
      recordType: record?.recordType ?? "subject",
      record: record?.key ?? scope.subject.id,
      attribute: deviation.attribute,
      expected: deviation.expected,
      observed: deviation.observed,
      remedy: control.description.remedy,
      locator: record?.locator.completed(digests),
      path: deviation.path
    )
    finding.waiver = noted.waiver
    return finding
  }

  private func diagnostic(_ failure: Unjudged, _ digests: [String: String]) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: failure.record?.locator.completed(digests),
      found: failure.reason,
      needed: "evidence that \(control.description.id) can judge",
      remedy: control.description.remedy
    )
  }
}

extension Locator {
  /// The locator with its file's digest, where that was not known when the record was read.
  fileprivate func completed(_ digests: [String: String]) -> Locator {
    guard digest.isEmpty, let known = digests[path] else { return self }
    var completed = self
    completed.digest = known
    return completed
  }
}
