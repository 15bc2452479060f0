import ControlModel
import ControlTesting

/// Runs one control over one subject and puts the outcome together (DESIGN 5).
struct ControlRun {
  let control: Control
  let scope: Scope
  let waivers: WaiverRegister
  /// Where it is noted what the check asks for; `nil`: nowhere.
  var trace: ScopeTrace?

  /// The control's result for the subject.
  func result() -> ControlResult {
    let description = control.description
    var result = ControlResult(
      control: description.id,
      outcome: .notApplicable,
      population: Population(recordType: description.population),
      blocks: description.blocksFrom <= scope.tier
    )
    if let reason = inapplicability {
      result.reasons = [reason]
      return result
    }
    let evidence = EvidenceJudgement(description, scope.inventory, scope.policy, scope.asOf)
    result.evidence = evidence.files.sorted()
    result.reasons = evidence.reasons
    result.isClaimedOnly = evidence.isClaimedOnly
    result.outcome = evidence.outcome
    if evidence.isUnanswered { return result }

    let traced = trace.map { Scope(scope, asOf: scope.asOf, trace: $0) }
    let checked = control.check.run(traced ?? scope)
    result.population.count = checked.judged
    result.population.total = checked.total
    take(checked, into: &result)
    if !checked.failures.isEmpty { result.outcome = max(result.outcome, .error) }
    if result.findingCount > result.waivedCount {
      result.outcome = max(result.outcome, .fail)
    } else if result.waivedCount > 0 {
      result.outcome = max(result.outcome, .waived)
    }
    if checked.judged == 0 { judgeEmptiness(&result) }
    return result
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

  private func take(_ checked: CheckResult, into result: inout ControlResult) {
    var findings = checked.deviations.map { finding($0.deviation, $0.record) }
    findings.sort()
    for index in findings.indices {
      findings[index].waiver = waivers.waiver(covering: findings[index], at: scope.asOf)?.id
    }
    result.findingCount = findings.count
    result.waivedCount = findings.count { $0.waiver != nil }
    let failing = Set(findings.filter { $0.waiver == nil }.map { Failing(finding: $0) })
    result.failedCount = min(failing.count, checked.judged)
    result.waivers = Set(findings.compactMap(\.waiver)).sorted()
    // Where some must be left out, what is not waived is kept first: it decides.
    let kept = scope.policy.keptFindings
    if findings.count > kept {
      let open = findings.filter { $0.waiver == nil }
      findings = Array((open + findings.filter { $0.waiver != nil }).prefix(kept)).sorted()
    }
    result.findings = findings
    result.unjudged = checked.failures.map(diagnostic).prefix(kept).map { $0 }
    if !checked.failures.isEmpty {
      let count = checked.failures.count
      result.reasons.append("\(count) record\(count == 1 ? "" : "s") could not be judged")
    }
  }

  private func judgeEmptiness(_ result: inout ControlResult) {
    let type = result.population.recordType
    if scope.inventory.provesEmptiness(of: control.description.needs.first) {
      result.population.isProvenEmpty = true
      result.outcome = max(result.outcome, .pass)
      result.reasons.append("no \(type) to judge, and the evidence says that it is complete")
    } else {
      result.outcome = max(result.outcome, .notAssessed)
      result.reasons.append("no \(type) to judge, and nothing proves that there is none")
    }
  }

  private func finding(_ deviation: Deviation, _ record: RecordReference?) -> Finding {
    Finding(
      control: control.description.id,
      subject: scope.subject.id,
      recordType: record?.recordType ?? "subject",
      record: record?.key ?? scope.subject.id,
      attribute: deviation.attribute,
      expected: deviation.expected,
      observed: deviation.observed,
      remedy: control.description.remedy,
      locator: record?.locator,
      path: deviation.path
    )
  }

  private func diagnostic(_ failure: (reason: String, record: RecordReference?)) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: failure.record?.locator,
      found: failure.reason,
      needed: "evidence that \(control.description.id) can judge",
      remedy: control.description.remedy
    )
  }
}

/// Which record a finding is about: several findings may be about one.
private struct Failing: Hashable {
  let recordType: String
  let record: String
  let locator: Locator?

  init(finding: Finding) {
    recordType = finding.recordType
    record = finding.record
    locator = finding.locator
  }
}
